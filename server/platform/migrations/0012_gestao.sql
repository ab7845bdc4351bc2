alter table protocolos
  add responsavel_id uuid references contas on delete set null,
  add recebido_em timestamptz,
  add retorno_em timestamptz,
  add retorno_unidade_id uuid,
  add parado_ate date,
  add prorrogado_em timestamptz,
  add arquivado_em timestamptz,
  add aberto_por uuid references contas on delete set null,
  add foreign key (entidade_id, retorno_unidade_id) references unidades;
comment on column protocolos.responsavel_id is 'The official whom it is assigned to, in the unidade that holds it.';
comment on column protocolos.recebido_em is 'When the unidade that holds it received it; null from its arrival until then.';
comment on column protocolos.retorno_em is 'The instant by which it is to be back at retorno_unidade_id, when it was forwarded with a prazo.';
comment on column protocolos.parado_ate is 'The day on which somebody looks at it again, while it is parado.';
comment on column protocolos.prorrogado_em is 'When its prazo was extended, which happens once (Lei 13.460 art. 16).';
comment on column protocolos.arquivado_em is 'When it was put away; it keeps the situacao in which it ended.';
comment on column protocolos.aberto_por is 'The official who opened it for somebody at the counter or on the phone.';
-- What the unidade that holds a protocolo had done before this column was there.
update protocolos set recebido_em = atualizado_em where situacao <> 'nao_analisado';

create index protocolos_do_responsavel on protocolos (responsavel_id) where responsavel_id is not null;
create index protocolos_abertos_por on protocolos (aberto_por) where aberto_por is not null;

alter table tramites
  add versao int,
  add visibilidade_anexos text check (visibilidade_anexos in ('publico', 'privado')),
  add prazo timestamptz,
  add dados jsonb not null default '{}',
  drop constraint tramites_especie_check,
  add constraint tramites_especie_check check (especie in (
    'abertura', 'recebimento', 'atribuicao', 'encaminhamento', 'despacho', 'reclassificacao', 'exigencia', 'dispensa', 'resposta',
    'parada', 'retomada', 'prorrogacao', 'encerramento', 'cancelamento', 'recurso', 'reabertura', 'arquivamento'));
update tramites set visibilidade_anexos = visibilidade;
alter table tramites alter visibilidade_anexos set not null, alter visibilidade_anexos set default 'publico';
comment on table tramites is 'The history of a protocolo. Append-only. That something happened is always told, to whom it is told at all.';
comment on column tramites.visibilidade is 'Of its text.';
comment on column tramites.visibilidade_anexos is 'Of its files, whatever the text''s is.';
comment on column tramites.versao is 'The versao that the protocolo had once this was written: who read an older one has not seen it.';
comment on column tramites.prazo is 'The instant by which the protocolo was to be back.';
comment on column tramites.dados is 'What else the especie tells: from and to of a reclassificacao, resultado and issued document of an encerramento, ….';

create index lotacoes_da_conta on lotacoes (conta_id, entidade_id);

create table pendencias (
  entidade_id uuid not null,
  protocolo_id uuid not null,
  pendencia_id uuid not null,
  tramite_id uuid not null,
  posicao int not null default 0,
  especie text not null,
  texto text not null check (texto <> ''),
  alvo jsonb,
  campo jsonb,
  prazo date not null,
  criada_em timestamptz not null,
  respondida_em timestamptz,
  resposta_id uuid,
  valor jsonb,
  chave_hash bytea,
  impressao bytea,
  dispensada_em timestamptz,
  encerrada_em timestamptz,
  primary key (entidade_id, protocolo_id, pendencia_id),
  foreign key (entidade_id, protocolo_id) references protocolos,
  foreign key (entidade_id, protocolo_id, tramite_id) references tramites deferrable initially deferred,
  foreign key (entidade_id, protocolo_id, resposta_id) references tramites deferrable initially deferred,
  check (num_nonnulls(respondida_em, dispensada_em, encerrada_em) <= 1),
  check ((respondida_em is null) = (resposta_id is null))
);
comment on table pendencias is 'What is asked of the requerente, one row each. Open until it is answered, waived, or the protocolo goes on without it.';
comment on column pendencias.tramite_id is 'The exigencia that it was asked in.';
comment on column pendencias.especie is 'One of domain/pendencia, which says what its answer holds.';
comment on column pendencias.alvo is 'Of a correcao: which answer or file, and what was found wrong with it.';
comment on column pendencias.campo is 'Of a correcao of an answer: the question, as it stood in the form.';
comment on column pendencias.prazo is 'Last day to answer, in the entidade''s time zone.';
comment on column pendencias.resposta_id is 'The tramite that holds the answer: its text and files.';
comment on column pendencias.valor is 'Of a correcao of an answer: the new value. The one given at the opening stays in protocolos.respostas.';
comment on column pendencias.chave_hash is 'SHA-256 of the Idempotency-Key that it was answered with.';
comment on column pendencias.impressao is 'SHA-256 of what was answered, which tells a repeated answer from another with the same key.';
comment on column pendencias.dispensada_em is 'When an official waived it.';
comment on column pendencias.encerrada_em is 'When the protocolo stopped waiting for it otherwise: it ended, or was cancelled.';
create index pendencias_abertas on pendencias (entidade_id, protocolo_id, prazo)
  where respondida_em is null and dispensada_em is null and encerrada_em is null;

create function encerrar_pendencias() returns trigger language plpgsql as $$
begin
  update pendencias set encerrada_em = new.atualizado_em
   where entidade_id = new.entidade_id and protocolo_id = new.protocolo_id
     and respondida_em is null and dispensada_em is null and encerrada_em is null;
  return null;
end $$;
create trigger encerrar_pendencias after update of situacao on protocolos for each row
  when (old.situacao = 'pendente' and new.situacao <> 'pendente') execute function encerrar_pendencias();

-- What was asked before each had a row: the last exigencia of what waits, with the deadline of the protocolo.
insert into pendencias (entidade_id, protocolo_id, pendencia_id, tramite_id, especie, texto, prazo, criada_em)
select p.entidade_id, p.protocolo_id, e.tramite_id, e.tramite_id, 'informacao',
       coalesce(nullif(case when e.visibilidade = 'publico' then e.texto end, ''), 'Falta uma resposta sua. Fale com o setor para saber o que é.'),
       p.prazo, e.em
  from protocolos p
  join lateral (
    select tramite_id, texto, visibilidade, em from tramites
     where entidade_id = p.entidade_id and protocolo_id = p.protocolo_id and especie = 'exigencia'
     order by em desc, tramite_id desc limit 1) e on true
 where p.situacao = 'pendente';

alter table mensagens add lida_em timestamptz;
comment on column mensagens.lida_em is 'When the other side first read it.';
create index mensagens_nao_lidas on mensagens (entidade_id, protocolo_id, de) where lida_em is null;

alter table anexos
  add mensagem_id uuid,
  add foreign key (entidade_id, protocolo_id, mensagem_id) references mensagens;
comment on column anexos.tramite_id is 'The tramite that it came with; without one and without mensagem_id it came with the opening.';
comment on column anexos.mensagem_id is 'The message that it came with.';

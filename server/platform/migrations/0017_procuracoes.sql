create table procuracoes (
  entidade_id uuid not null,
  procuracao_id uuid not null,
  outorgante_documento text not null,
  outorgante_nome text not null,
  procurador_id uuid references contas on delete set null,
  procurador_documento text not null,
  procurador_nome text not null,
  poderes text[] not null check (cardinality(poderes) > 0 and poderes <@ array['acompanhar', 'abrir', 'responder', 'recorrer_desistir']),
  de date not null,
  ate date not null check (ate >= de),
  pedida_em timestamptz not null,
  decisao text check (decisao in ('aceita', 'aprovada', 'recusada')),
  decidida_em timestamptz,
  decidida_por uuid references contas on delete set null,
  motivo text,
  revogada_em timestamptz,
  revogada_por text check (revogada_por in ('outorgante', 'procurador', 'orgao', 'exclusao')),
  primary key (entidade_id, procuracao_id),
  foreign key (entidade_id) references entidades,
  check ((decisao is null) = (decidida_em is null)),
  check ((revogada_em is null) = (revogada_por is null))
);
comment on table procuracoes is 'The power of a conta to act in an entidade for another CPF or CNPJ, asked for by the one who is to act.';
comment on column procuracoes.outorgante_documento is 'Whom one acts for: CPF or CNPJ, as in contas. There may be no conta with it.';
comment on column procuracoes.outorgante_nome is 'As told by who asked, until the conta with that documento accepts.';
comment on column procuracoes.procurador_id is 'The conta that acts; null once it is deleted.';
comment on column procuracoes.procurador_nome is 'As it was when it asked: who acted stays known.';
comment on column procuracoes.ate is 'The last day of it, in the entidade''s time zone.';
comment on column procuracoes.decisao is 'aceita by the conta of the outorgante, aprovada by an official, or recusada by either.';
comment on column procuracoes.motivo is 'Why an official refused it or ended it.';
create index procuracoes_do_procurador on procuracoes (procurador_id, entidade_id) where procurador_id is not null;
create index procuracoes_do_outorgante on procuracoes (outorgante_documento, entidade_id);
create index procuracoes_de_quem_decidiu on procuracoes (decidida_por) where decidida_por is not null;
create index procuracoes_por_data on procuracoes (entidade_id, pedida_em desc, procuracao_id desc);

alter table anexos
  add procuracao_id uuid,
  add foreign key (entidade_id, procuracao_id) references procuracoes,
  add check (procuracao_id is null or protocolo_id is null);
comment on column anexos.procuracao_id is 'Whose signed instrument it is. No protocolo takes such a file, and nobody learns its id.';
create index anexos_da_procuracao on anexos (entidade_id, procuracao_id) where procuracao_id is not null;
drop index anexos_soltos;
create index anexos_soltos on anexos (criado_em) where protocolo_id is null and procuracao_id is null;

alter table protocolos
  add procuracao_id uuid,
  add foreign key (entidade_id, procuracao_id) references procuracoes;
comment on column protocolos.procuracao_id is 'By which it was opened in the name of its requerente.';
create index protocolos_por_procuracao on protocolos (entidade_id, procuracao_id) where procuracao_id is not null;

alter table vistas
  add nome text,
  add anexos uuid[] check (cardinality(anexos) > 0),
  add motivo text,
  add pedido_id uuid,
  add avisar text check (avisar = lower(avisar)),
  add foreign key (entidade_id, pedido_id) references protocolos;
comment on table vistas is 'Read access to a protocolo for somebody who is no interessado of it, by CPF or CNPJ or by e-mail, until an instant or until it is revoked.';
comment on column vistas.nome is 'To whom, as the official wrote it.';
comment on column vistas.anexos is 'The files that it opens, and none of the rest; null for the whole file.';
comment on column vistas.motivo is 'Why it was given.';
comment on column vistas.pedido_id is 'The protocolo by which it was asked for.';
comment on column vistas.avisar is 'Where its giving was told, and where its end is.';
create index vistas_do_protocolo on vistas (entidade_id, protocolo_id, dada_em desc);
create index vistas_do_pedido on vistas (entidade_id, pedido_id) where pedido_id is not null;

-- Each look that a vista gave, for the interessado to see.
create index auditoria_das_vistas on auditoria (entidade_id, protocolo_id, em) where acao in ('vista.ver', 'vista.arquivo');

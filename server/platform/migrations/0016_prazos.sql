create table avisos (
  entidade_id uuid not null,
  protocolo_id uuid not null,
  aviso_id uuid not null,
  tramite_id uuid,
  novidade text not null,
  a_quem text not null check (a_quem in ('pessoa', 'unidade')),
  para text not null,
  dados jsonb not null default '{}',
  vez text,
  criado_em timestamptz not null,
  email_id uuid,
  primary key (entidade_id, protocolo_id, aviso_id),
  foreign key (entidade_id, protocolo_id) references protocolos,
  foreign key (entidade_id, protocolo_id, tramite_id) references tramites,
  foreign key (entidade_id, email_id) references emails on delete cascade
);
comment on table avisos is 'What somebody is to be told of a protocolo. Several are told in one e-mail: a box gets no more than one in ten minutes about the same protocolo.';
comment on column avisos.novidade is 'What happened: the especie of a tramite, or one of domain/aviso.';
comment on column avisos.a_quem is 'Whether it is told to a person or to the box of a unidade.';
comment on column avisos.vez is 'What it is told once for: a job that runs twice owes it once.';
comment on column avisos.email_id is 'The e-mail that tells it; null while it is owed.';
create index avisos_devidos on avisos (entidade_id, protocolo_id) where email_id is null;
create index avisos_do_email on avisos (entidade_id, email_id) where email_id is not null;
create index avisos_antigos on avisos (criado_em) where vez is null;
create unique index avisos_uma_vez on avisos (entidade_id, protocolo_id, vez, para) where vez is not null;

alter table contas
  add avisa_andamento boolean not null default true,
  add avisa_pendencia boolean not null default true,
  add avisa_mensagem boolean not null default true,
  add avisa_prazo boolean not null default true,
  add avisa_conclusao boolean not null default true;
comment on column contas.avisa_andamento is 'Whether the person wants to be told of each movement and update.';
comment on column contas.avisa_pendencia is 'Whether of what is asked of them.';
comment on column contas.avisa_mensagem is 'Whether of messages of the unidade.';
comment on column contas.avisa_prazo is 'Whether of a deadline of theirs that is near.';
comment on column contas.avisa_conclusao is 'Whether of the end.';

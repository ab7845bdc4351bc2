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

create table indisponibilidades (
  entidade_id uuid not null references entidades,
  indisponibilidade_id uuid not null,
  de timestamptz not null,
  ate timestamptz not null,
  motivo text not null check (motivo <> ''),
  registrada_em timestamptz not null,
  protocolos int not null,
  primary key (entidade_id, indisponibilidade_id),
  unique (entidade_id, de, ate),
  check (de < ate)
);
comment on table indisponibilidades is 'Outages of the system. A prazo that would end on a day of one ends on the next day of work (Lei 11.419 art. 10 §2, Lei 13.105 art. 224 §1).';
comment on column indisponibilidades.protocolos is 'How many open protocolos had their prazo moved when it was registered.';
alter table protocolos add prazo_adiado_em timestamptz;
comment on column protocolos.prazo_adiado_em is 'When an outage last moved its prazo.';

create index protocolos_por_prazo on protocolos (entidade_id, prazo) where situacao not in ('encerrado', 'cancelado');
create index protocolos_parados on protocolos (entidade_id, parado_ate) where parado_ate is not null;
create index protocolos_a_devolver on protocolos (entidade_id, retorno_em) where retorno_em is not null;
create index protocolos_por_fim on protocolos (entidade_id, encerrado_em) where encerrado_em is not null;
create index pendencias_por_prazo on pendencias (entidade_id, prazo)
  where respondida_em is null and dispensada_em is null and encerrada_em is null;

create table tempos_usuais (
  entidade_id uuid not null,
  tipo_id uuid not null,
  dias int not null,
  base int not null,
  primary key (entidade_id, tipo_id),
  foreign key (entidade_id, tipo_id) references tipos
);
comment on table tempos_usuais is 'How long requests of a tipo took: median days of those concluded in the last 90, where there were five at least. Written again every night.';
comment on column tempos_usuais.base is 'How many were concluded.';

create table avaliacoes (
  entidade_id uuid not null,
  protocolo_id uuid not null,
  nota int not null check (nota between 1 and 5),
  comentario text check (comentario <> ''),
  em timestamptz not null,
  primary key (entidade_id, protocolo_id),
  foreign key (entidade_id, protocolo_id) references protocolos
);
comment on table avaliacoes is 'What the requerente thought of the service (Lei 13.460 art. 23). Once for each protocolo; shown to officials, and in numbers alone to the public.';

create table mensagens (
  entidade_id uuid not null,
  protocolo_id uuid not null,
  mensagem_id uuid not null,
  de text not null check (de in ('cidadao', 'orgao')),
  em timestamptz not null,
  unidade_id uuid,
  autor_id uuid references contas on delete set null,
  chave_hash bytea,
  texto text not null check (texto <> ''),
  primary key (entidade_id, protocolo_id, mensagem_id),
  unique (entidade_id, protocolo_id, autor_id, chave_hash),
  foreign key (entidade_id, protocolo_id) references protocolos,
  foreign key (entidade_id, unidade_id) references unidades,
  check ((de = 'orgao') = (unidade_id is not null))
);
comment on table mensagens is 'What citizen and unidade write to each other about a protocolo. Append-only.';
create index mensagens_do_autor on mensagens (autor_id) where autor_id is not null;
comment on column mensagens.de is 'Who wrote: cidadao or orgao.';
comment on column mensagens.autor_id is 'The conta that wrote; null once it is deleted.';
comment on column mensagens.unidade_id is 'For which an official wrote.';
comment on column mensagens.chave_hash is 'SHA-256 of the Idempotency-Key that it was sent with.';

create table vistas (
  entidade_id uuid not null,
  vista_id uuid not null,
  protocolo_id uuid not null,
  documento text,
  email text check (email = lower(email)),
  ate timestamptz not null,
  dada_em timestamptz not null,
  dada_por uuid references contas on delete set null,
  revogada_em timestamptz,
  primary key (entidade_id, vista_id),
  foreign key (entidade_id, protocolo_id) references protocolos,
  check ((documento is null) <> (email is null))
);
comment on table vistas is 'Read access to a whole protocolo for somebody who is no interessado of it, by CPF or CNPJ or by e-mail, until an instant or until it is revoked.';
comment on column vistas.documento is 'To whom: CPF or CNPJ, as in contas.';
comment on column vistas.email is 'To whom: whoever shows to read it.';
comment on column vistas.ate is 'The instant from which it opens nothing any more.';
comment on column vistas.dada_por is 'The conta that gave it.';
comment on column vistas.revogada_em is 'When it was taken back: it opens nothing from then on.';
create index vistas_de_quem_deu on vistas (dada_por) where dada_por is not null;
create index vistas_do_documento on vistas (entidade_id, documento, protocolo_id) where documento is not null;
create index vistas_do_email on vistas (entidade_id, email, protocolo_id) where email is not null;

-- What waits for a person, soonest first, however many protocolos they have.
create index protocolos_pendentes on protocolos (entidade_id, conta_id, prazo, protocolo_id) where situacao = 'pendente' and conta_id is not null;

alter table contas
  add avisa_abertura boolean not null default true,
  add avisa_copia boolean not null default false;
comment on column contas.avisa_abertura is 'Whether the person wants the e-mail with the comprovante of what they open while signed in.';
comment on column contas.avisa_copia is 'Whether a copy of it goes to their second e-mail.';

-- What a conta did, for the copy of its data; openings are read from the protocolos themselves.
create index auditoria_da_conta on auditoria (entidade_id, quem, em) where acao not like 'protocolo.%';

-- Read when a conta is removed.
create index tramites_do_autor on tramites (autor_id) where autor_id is not null;
create index emails_sem_protocolo on emails (criado_em) where protocolo_id is null;

create table fotos (
  foto_id uuid primary key,
  conta_id uuid unique references contas on delete set null,
  tipo text not null,
  tamanho int not null,
  criada_em timestamptz not null
);
comment on table fotos is 'Photos of people. Bytes live in storage under fotos/foto_id. The row comes before them and goes after them, so none is forgotten.';
comment on column fotos.conta_id is 'Whose it is; null for one that is being received, or waits to be removed.';
comment on column fotos.tipo is 'Media type, told by the bytes.';
comment on column fotos.tamanho is 'Bytes.';
create index fotos_soltas on fotos (criada_em) where conta_id is null;

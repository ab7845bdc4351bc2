alter table contas
  add usuario text,
  add senha_hash text,
  add dados jsonb not null default '{}',
  add atualizada_em timestamptz;
comment on column contas.email is 'Confirmed by whoever reads it, or written by the entidade.';
comment on column contas.usuario is 'Login name that the person chose, in lower case.';
comment on column contas.senha_hash is 'Argon2id in PHC form; null for who signs in otherwise.';
comment on column contas.dados is 'What the person told of themselves beyond name, documento and e-mail: contract/contas.';
create unique index contas_do_usuario on contas (usuario) where usuario is not null;
create index contas_do_email on contas (lower(email)) where email is not null;

create table sessoes (
  conta_id uuid not null references contas,
  sessao_id uuid not null,
  entidade_id uuid not null references entidades,
  token_hash bytea not null unique,
  chave jsonb not null,
  aparelho text not null,
  lembrar boolean not null,
  criada_em timestamptz not null,
  usada_em timestamptz not null,
  expira_em timestamptz not null,
  primary key (conta_id, sessao_id)
);
comment on table sessoes is 'Who is signed in where. A row gone is a session ended.';
comment on column sessoes.token_hash is 'SHA-256 of the 256-bit token, which only the device has.';
comment on column sessoes.chave is 'Public JWK of the key that the device keeps and can''t give away (RFC 9449).';
comment on column sessoes.expira_em is 'Whatever is done until then; idle sessions end sooner.';
create index sessoes_vencidas on sessoes (expira_em);

create table confirmacoes (
  confirmacao_id uuid primary key,
  entidade_id uuid not null references entidades,
  especie text not null check (especie in ('cadastro', 'senha', 'nenhuma')),
  conta_id uuid references contas,
  dados jsonb not null default '{}',
  envios int not null default 1,
  erros int not null default 0,
  criada_em timestamptz not null,
  expira_em timestamptz not null,
  usada_em timestamptz
);
comment on table confirmacoes is 'What waits for somebody to show that they read an e-mail. Code and link are not stored: they follow from the id, the number of sendings and a secret key. The kind "nenhuma" confirms nothing: it stands where a stranger must not learn that there was nothing to confirm.';
create index confirmacoes_vencidas on confirmacoes (expira_em);

create index auditoria_das_entradas on auditoria (entidade_id, quem) where acao = 'conta.entrar';

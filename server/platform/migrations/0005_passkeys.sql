alter table contas add passkeys_usuario bytea;
comment on column contas.passkeys_usuario is 'User handle that passkeys keep (WebAuthn): 32 random bytes, which tell nothing of the person. Null until a passkey is first asked for.';

create table passkeys (
  conta_id uuid not null references contas,
  passkey_id uuid not null,
  rp_id text not null,
  credencial text not null unique,
  chave bytea not null,
  contador bigint not null,
  sincronizada boolean not null,
  transportes text[] not null,
  nome text not null,
  criada_em timestamptz not null,
  usada_em timestamptz,
  primary key (conta_id, passkey_id)
);
comment on table passkeys is 'Passkeys of each conta. One of another domain never serves.';
comment on column passkeys.rp_id is 'Domain for which it was made: the rpId of the entidade then.';
comment on column passkeys.credencial is 'Id that the authenticator gave it, base64url.';
comment on column passkeys.chave is 'Public key, COSE.';
comment on column passkeys.contador is 'Uses that the authenticator says it had; 0 for those that don''t count.';
comment on column passkeys.sincronizada is 'Whether it may live on several devices at once (multiDevice): their counters don''t agree.';

create table passkeys_desafios (
  desafio_id uuid primary key,
  entidade_id uuid not null references entidades,
  uso text not null,
  conta_id uuid,
  sessao_id uuid,
  desafio bytea not null,
  criado_em timestamptz not null,
  expira_em timestamptz not null,
  foreign key (conta_id, sessao_id) references sessoes on delete cascade
);
comment on table passkeys_desafios is 'Challenges that wait to be signed by a passkey. A row gone is a challenge used.';
comment on column passkeys_desafios.uso is 'What it serves for: entrada, registro, or the operation that is confirmed.';
comment on column passkeys_desafios.sessao_id is 'Who may answer it; null at sign-in.';
create index passkeys_desafios_vencidos on passkeys_desafios (expira_em);
create index passkeys_desafios_da_sessao on passkeys_desafios (conta_id, sessao_id);

create table reautenticacoes (
  conta_id uuid not null,
  confirmacao_hash bytea not null,
  sessao_id uuid not null,
  operacao text not null,
  expira_em timestamptz not null,
  primary key (conta_id, confirmacao_hash),
  foreign key (conta_id, sessao_id) references sessoes on delete cascade
);
comment on table reautenticacoes is 'Who has just shown again who they are, in one session, for one operation. A row gone is a confirmation used.';
comment on column reautenticacoes.confirmacao_hash is 'SHA-256 of what the header Protocolo-Confirmacao carries.';
create index reautenticacoes_vencidas on reautenticacoes (expira_em);
create index reautenticacoes_da_sessao on reautenticacoes (conta_id, sessao_id);

create table segredos (
  nome text primary key,
  valor bytea not null,
  criado_em timestamptz not null default now()
);
comment on table segredos is 'Random keys that all nodes share and nobody types.';

create table rascunhos (
  entidade_id uuid not null references entidades,
  conta_id uuid not null references contas,
  rascunho_id uuid not null,
  tipo text not null,
  dados jsonb not null,
  atualizado_em timestamptz not null,
  primary key (entidade_id, conta_id, rascunho_id)
);
comment on table rascunhos is 'Requests that a signed-in person has begun. The widget alone knows what `dados` means; files are never in it. Forgotten after 30 days.';
create index rascunhos_velhos on rascunhos (atualizado_em);

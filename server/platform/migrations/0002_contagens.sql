create unlogged table contagens (
  chave bytea not null,
  janela timestamptz not null,
  total int not null,
  expira_em timestamptz not null,
  primary key (chave, janela)
);
comment on table contagens is 'What the nodes counted for rate limits, by hash of the key and start of the window. Shared in the background; losing it in a crash costs nothing.';
create index contagens_velhas on contagens (expira_em);

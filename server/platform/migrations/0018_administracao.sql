alter table auditoria
  add endereco text,
  add aparelho text;
comment on table auditoria is 'Who did what, when, from where, with what it was before and after. Append-only; each row is chained in elos.';
comment on column auditoria.endereco is 'Network address that it came from: IPv4, or the /64 network of an IPv6 one. Null for what no official did and no sign-in is: a requester''s identity is protected (Lei 13.460 art. 10 §7).';
comment on column auditoria.aparelho is 'Name of the device that it came from, as in the list of sessions.';

create table correntes (
  entidade_id uuid primary key references entidades,
  total bigint not null,
  elo bytea not null
) with (fillfactor = 50);
comment on table correntes is 'Where the chain of each entidade''s audit ends: how many elos there are, and the last one. Only the trigger of auditoria writes here.';

create table elos (
  entidade_id uuid not null,
  ordem bigint not null,
  auditoria_id uuid not null,
  elo bytea not null,
  primary key (entidade_id, ordem),
  unique (entidade_id, auditoria_id)
);
comment on table elos is 'The chain over auditoria: its rows in the order of their commit. Apart from it, so that a row of auditoria is written once and never again; without a foreign key to it, so that what was removed leaves its elo behind.';
comment on column elos.elo is 'SHA-256 of the elo before it (nothing, for the first) followed by the row as escrever_auditoria writes it. `npx protocolo auditoria verificar` makes each again.';

create function escrever_auditoria(a auditoria, ordem bigint) returns text language sql stable
return jsonb_build_array(ordem, a.entidade_id, a.auditoria_id, (extract(epoch from a.em) * 1000000)::bigint, a.quem, a.acao, a.protocolo_id,
  a.dados, a.endereco, a.aparelho)::text;
comment on function escrever_auditoria is 'A row of auditoria as text that no setting of a session changes, and from which each column could be read back.';

create function encadear_auditoria() returns trigger language plpgsql as $$
declare
  v_total bigint;
  v_elo bytea;
begin
  loop
    update correntes
       set total = total + 1, elo = sha256(elo || convert_to(escrever_auditoria(new, total + 1), 'UTF8'))
     where entidade_id = new.entidade_id returning total, elo into v_total, v_elo;
    exit when found;
    insert into correntes (entidade_id, total, elo) values (new.entidade_id, 0, '') on conflict do nothing;
  end loop;
  insert into elos (entidade_id, ordem, auditoria_id, elo) values (new.entidade_id, v_total, new.auditoria_id, v_elo);
  return null;
end $$;
comment on function encadear_auditoria is 'Chains a row as its transaction commits: the end of the chain is the last thing locked, and only for as long as the commit takes.';

-- What is there already, in the order in which it was done.
do $$
declare
  v_linha record;
  v_entidade uuid;
  v_total bigint;
  v_elo bytea;
begin
  for v_linha in select a as linha from auditoria a order by entidade_id, em, auditoria_id loop
    if v_entidade is distinct from (v_linha.linha).entidade_id then
      insert into correntes (entidade_id, total, elo) select v_entidade, v_total, v_elo where v_entidade is not null;
      v_entidade := (v_linha.linha).entidade_id;
      v_total := 0;
      v_elo := '';
    end if;
    v_total := v_total + 1;
    v_elo := sha256(v_elo || convert_to(escrever_auditoria(v_linha.linha, v_total), 'UTF8'));
    insert into elos (entidade_id, ordem, auditoria_id, elo) values (v_entidade, v_total, (v_linha.linha).auditoria_id, v_elo);
  end loop;
  insert into correntes (entidade_id, total, elo) select v_entidade, v_total, v_elo where v_entidade is not null;
end $$;

create constraint trigger encadear after insert on auditoria deferrable initially deferred
  for each row execute function encadear_auditoria();

create function recusar_mudanca() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'PR002';
end $$;
create trigger so_acrescenta before update or delete or truncate on auditoria for each statement execute function recusar_mudanca();
create trigger so_acrescenta before update or delete or truncate on elos for each statement execute function recusar_mudanca();
create trigger so_acrescenta before delete or truncate on correntes for each statement execute function recusar_mudanca();

-- Newest first: of the entidade, of a protocolo, of who acted; the last one also serves the copy of a conta's data.
create index auditoria_recente on auditoria (entidade_id, em, auditoria_id);
create index auditoria_do_protocolo on auditoria (entidade_id, protocolo_id, em, auditoria_id) where protocolo_id is not null;
create index auditoria_de_quem on auditoria (entidade_id, quem, em, auditoria_id);
drop index auditoria_da_conta;

alter table entidades add versao int not null default 1;
comment on column entidades.versao is 'Grows with every import: who writes the file over an older one has not seen what changed.';

create table chaves (
  entidade_id uuid not null references entidades,
  chave_id uuid not null,
  nome text not null check (nome <> ''),
  prefixo text not null,
  chave_hash bytea not null,
  escopos text[] not null check (escopos <> '{}' and escopos <@ array['consulta', 'indicadores']),
  criada_em timestamptz not null,
  criada_por uuid references contas on delete set null,
  usada_em timestamptz,
  revogada_em timestamptz,
  primary key (entidade_id, chave_id),
  unique (entidade_id, chave_hash)
);
comment on table chaves is 'Keys with which other programs read numbers of an entidade. A key is shown once, to who makes it.';
comment on column chaves.prefixo is 'Its first letters, by which people tell one from another.';
comment on column chaves.chave_hash is 'SHA-256 of the whole key.';
comment on column chaves.usada_em is 'Its last use, noted at most once a minute.';
create index chaves_de_quem_criou on chaves (criada_por) where criada_por is not null;

-- What the indicators count, without a look at the protocolos themselves.
-- aberto_em first: see the key of protocolos by its numbers.
create index protocolos_abertos_em on protocolos (aberto_em, entidade_id) include (tipo_id, unidade_id);
create index protocolos_encerrados_em on protocolos (entidade_id, encerrado_em) include (tipo_id, unidade_id, aberto_em, prazo)
  where situacao = 'encerrado';

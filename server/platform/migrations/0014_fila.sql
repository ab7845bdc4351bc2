alter table protocolos add precedencia smallint not null
  generated always as (case when prioridade is null then 2 when prioridade = 'idoso_80' then 0 else 1 end) stored;
comment on column protocolos.precedencia is 'Who comes first: 0 for people of 80 or more, 1 for any other legal priority, 2 without (Lei 10.048; Lei 9.784 art. 69-A; Lei 10.741 art. 3 §2).';

-- A queue is read in this order. Every filter is a column of the index: what does not fit is told here, and only what is shown is read from the table.
create index protocolos_da_fila
  on protocolos (entidade_id, unidade_id, precedencia, prazo, protocolo_id, situacao, tipo_id, responsavel_id, aberto_em)
  where situacao in ('nao_analisado', 'em_andamento', 'pendente', 'parado');
-- Few of many: found without walking a whole queue.
create index protocolos_em_espera on protocolos (entidade_id, unidade_id, situacao, precedencia, prazo, protocolo_id)
  where situacao in ('pendente', 'parado');
create index protocolos_com_responsavel on protocolos (entidade_id, responsavel_id, unidade_id, precedencia, prazo, protocolo_id)
  where situacao in ('nao_analisado', 'em_andamento', 'pendente', 'parado') and responsavel_id is not null;
create index protocolos_terminados
  on protocolos (entidade_id, unidade_id, (coalesce(encerrado_em, atualizado_em)) desc, protocolo_id desc, tipo_id, responsavel_id, aberto_em)
  where situacao in ('encerrado', 'cancelado');

create function palavras(texto text) returns text[] language sql immutable strict parallel safe as $$
  select string_to_array(regexp_replace(regexp_replace(lower(normalize(texto, nfkd)), '[\u0300-\u036f]+', '', 'g'), '[^a-z0-9]+', ' ', 'g'), ' ')
$$;
comment on function palavras is 'The words of a text as they are searched: lower case, without accents. What is looked for passes through here too, so both agree.';

create function palavra_de(entidade_id uuid, palavra text) returns text language sql immutable strict parallel safe as $$
  select right(entidade_id::text, 8) || left(palavra, 40)
$$;
comment on function palavra_de is 'A word behind the mark of its entidade: the search of one never reads through the words of another.';

create table procuras (
  entidade_id uuid not null,
  protocolo_id uuid not null,
  palavras tsvector not null,
  primary key (entidade_id, protocolo_id),
  foreign key (entidade_id, protocolo_id) references protocolos on delete cascade
);
comment on table procuras is 'The words by which officials find a protocolo. A table of its own, so that what happens to a protocolo does not write them again. Only the triggers of protocolos write here.';

create function procura_de(p protocolos) returns tsvector language sql stable parallel safe as $$
  select array_to_tsvector(array(
    select distinct palavra_de(p.entidade_id, palavra)
      from unnest(palavras(concat_ws(' ', p.sequencia, p.requerente_nome, p.requerente_documento, (
        select string_agg(valor #>> '{}', ' ')
          from jsonb_path_query(p.respostas, 'strict $.** ? (@.type() == "string" || @.type() == "number")') valor)))) palavra
     where palavra <> ''))
$$;
comment on function procura_de is 'Sequence, name, CPF or CNPJ, and every value of the answers; never their keys.';

insert into procuras select p.entidade_id, p.protocolo_id, procura_de(p) from protocolos p;
-- Without a list of pending words: the opening that filled it would wait until all were put in order.
create index procuras_por_palavra on procuras using gin (palavras) with (fastupdate = off);

create function anotar_palavras() returns trigger language plpgsql as $$
begin
  insert into procuras (entidade_id, protocolo_id, palavras) values (new.entidade_id, new.protocolo_id, procura_de(new))
  on conflict (entidade_id, protocolo_id) do update set palavras = excluded.palavras;
  return null;
end $$;
create trigger anotar_palavras after insert on protocolos for each row execute function anotar_palavras();
create trigger anotar_outras_palavras after update of requerente_nome, requerente_documento, respostas on protocolos for each row
  when (old.requerente_nome is distinct from new.requerente_nome or old.requerente_documento is distinct from new.requerente_documento
        or old.respostas is distinct from new.respostas)
  execute function anotar_palavras();

-- Scans are off, and no more rows expected than are asked for: words that many share would have the whole table read.
create function achados_por_palavras(procura tsquery, quantos int) returns table (entidade_id uuid, protocolo_id uuid)
language sql stable parallel safe rows 200 set enable_seqscan = off as $$
  select s.entidade_id, s.protocolo_id from procuras s where s.palavras @@ procura limit quantos
$$;

create table eventos_das_filas (
  entidade_id uuid not null references entidades,
  transacao xid8 not null default pg_current_xact_id(),
  evento_id bigint generated always as identity,
  unidade_id uuid not null,
  protocolo_id uuid not null,
  versao int not null,
  em timestamptz not null default now(),
  primary key (entidade_id, transacao, evento_id)
);
comment on table eventos_das_filas is 'What changed in the queues of the unidades, for desks that are open: in one, or on its way out of one and into another. Kept for a day. Only the trigger of protocolos writes here.';
comment on column eventos_das_filas.transacao is 'Whoever has read what came before the oldest transaction still under way has missed nothing: no lock is needed to keep events in order.';
create index eventos_das_filas_velhos on eventos_das_filas (em);

create function anotar_evento_da_fila() returns trigger language plpgsql as $$
begin
  insert into eventos_das_filas (entidade_id, unidade_id, protocolo_id, versao)
  values (new.entidade_id, new.unidade_id, new.protocolo_id, new.versao);
  if tg_op = 'UPDATE' and old.unidade_id <> new.unidade_id then
    insert into eventos_das_filas (entidade_id, unidade_id, protocolo_id, versao)
    values (new.entidade_id, old.unidade_id, new.protocolo_id, new.versao);
  end if;
  perform pg_notify('filas', new.entidade_id::text);
  return null;
end $$;
comment on function anotar_evento_da_fila is 'Tells the open desks, on every node, that something changed in a queue.';
create trigger anotar_evento_da_fila after insert or update on protocolos for each row execute function anotar_evento_da_fila();

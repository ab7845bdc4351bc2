create table eventos (
  entidade_id uuid not null references entidades,
  conta_id uuid not null references contas on delete cascade,
  evento_id bigint generated always as identity,
  protocolo_id uuid not null,
  em timestamptz not null default now(),
  primary key (entidade_id, conta_id, evento_id)
);
comment on table eventos is 'What changed in the protocolos of a conta, for pages that are open. Kept for a day: who was away longer reads everything again. Only the trigger of protocolos writes here.';
create index eventos_velhos on eventos (em);

-- The lock makes the events of one conta visible in the order of their ids: who has read up to one never misses an earlier one.
create function anotar_evento() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('eventos ' || new.conta_id::text, 0));
  insert into eventos (entidade_id, conta_id, protocolo_id) values (new.entidade_id, new.conta_id, new.protocolo_id);
  perform pg_notify('eventos', new.conta_id::text);
  return null;
end $$;
comment on function anotar_evento is 'Tells the open pages of a conta, on every node, that a protocolo of theirs changed.';

create trigger anotar_evento after insert or update on protocolos for each row when (new.conta_id is not null) execute function anotar_evento();

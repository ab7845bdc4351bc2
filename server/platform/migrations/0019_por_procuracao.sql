alter table mensagens
  add procuracao_id uuid,
  add foreign key (entidade_id, procuracao_id) references procuracoes;
comment on column mensagens.procuracao_id is 'By which it was written in the requerente''s name.';

alter table avaliacoes
  add procuracao_id uuid,
  add foreign key (entidade_id, procuracao_id) references procuracoes;
comment on column avaliacoes.procuracao_id is 'By which it was given in the requerente''s name.';

alter table protocolos add prazo_adiado_para date;
comment on column protocolos.prazo_adiado_para is 'Where the outage of prazo_adiado_em moved its prazo; while prazo is that day, the outage is why.';

-- What was opened by procuracao for somebody without a conta has open pages too: those of who acts by it.
alter table eventos
  drop constraint eventos_pkey,
  alter conta_id drop not null,
  add procuracao_id uuid,
  add dono_id uuid not null generated always as (coalesce(conta_id, procuracao_id)) stored,
  add primary key (entidade_id, dono_id, evento_id),
  add foreign key (entidade_id, procuracao_id) references procuracoes;
comment on table eventos is 'What changed in the protocolos of a conta, or in those of no conta that a procuracao opened, for pages that are open. Kept for a day: who was away longer reads everything again. Only the trigger of protocolos writes here.';
comment on column eventos.procuracao_id is 'By which a protocolo of no conta was opened.';
comment on column eventos.dono_id is 'Whose series it is in.';
create index eventos_da_conta on eventos (conta_id) where conta_id is not null;

create or replace function anotar_evento() returns trigger language plpgsql as $$
declare
  dono uuid := coalesce(new.conta_id, new.procuracao_id);
begin
  perform pg_advisory_xact_lock(hashtextextended('eventos ' || dono::text, 0));
  insert into eventos (entidade_id, conta_id, procuracao_id, protocolo_id)
  values (new.entidade_id, new.conta_id, case when new.conta_id is null then new.procuracao_id end, new.protocolo_id);
  perform pg_notify('eventos', dono::text);
  return null;
end $$;
drop trigger anotar_evento on protocolos;
create trigger anotar_evento after insert or update on protocolos for each row
  when (new.conta_id is not null or new.procuracao_id is not null) execute function anotar_evento();

create function avisar_fim_da_procuracao() returns trigger language plpgsql as $$
begin
  perform pg_notify('eventos', new.procuracao_id::text);
  return null;
end $$;
comment on function avisar_fim_da_procuracao is 'Wakes the open pages of who acts by it, on every node: they are over.';
create trigger avisar_fim_da_procuracao after update of revogada_em on procuracoes for each row
  when (new.revogada_em is not null) execute function avisar_fim_da_procuracao();

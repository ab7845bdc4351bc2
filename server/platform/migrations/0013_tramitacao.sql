-- Whoever forgets to say it shows nothing.
alter table tramites alter visibilidade_anexos set default 'privado';

alter table sessoes add passkey_em timestamptz;
comment on column sessoes.passkey_em is 'When a passkey showed in this session who it is: at its opening, or later. Null until then.';

create function avisar_lotacao() returns trigger language plpgsql as $$
begin
  perform pg_notify('lotacoes', coalesce(new.conta_id, old.conta_id)::text);
  return null;
end $$;
comment on function avisar_lotacao is 'Tells every node to read again where a conta works, and under which name.';

create trigger avisar_lotacao after insert or update or delete on lotacoes for each row execute function avisar_lotacao();
create trigger avisar_nome after update of nome on contas for each row when (old.nome is distinct from new.nome) execute function avisar_lotacao();

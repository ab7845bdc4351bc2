alter table protocolos add conta_id uuid references contas on delete set null;
comment on column protocolos.conta_id is 'Whose panel shows it: who opened it while signed in, or took it in later. The requerente may be somebody else.';
-- Every filter of the panel is an indexed column, and the number's parts come along: a page of somebody with 10,000 protocolos is found here,
-- and only what is shown is read from the table.
create index protocolos_da_conta on protocolos (entidade_id, conta_id, aberto_em desc, protocolo_id desc, situacao, tipo_id, orgao_id)
  include (tipo_versao, ano, sequencia) where conta_id is not null;
create index protocolos_sem_conta on protocolos (entidade_id, requerente_documento, requerente_email)
  where conta_id is null and requerente_documento is not null;

create table contagens_da_conta (
  entidade_id uuid not null references entidades,
  conta_id uuid not null references contas on delete cascade,
  situacao text not null,
  total int not null,
  primary key (entidade_id, conta_id, situacao)
) with (fillfactor = 50);
comment on table contagens_da_conta is 'How many protocolos a conta has in each situacao. Only the triggers of protocolos write here.';

create function contar_um() returns trigger language plpgsql as $$
begin
  insert into contagens_da_conta as c (entidade_id, conta_id, situacao, total)
  values (new.entidade_id, new.conta_id, new.situacao, 1)
  on conflict (entidade_id, conta_id, situacao) do update set total = c.total + 1;
  return null;
end $$;

-- By statement: one that changes 10,000 protocolos of a conta writes its counters once. In order, so that two of them never wait for each
-- other. A conta that is being removed has no counters any more.
create function contar_mudancas() returns trigger language plpgsql as $$
begin
  insert into contagens_da_conta as c (entidade_id, conta_id, situacao, total)
  select entidade_id, conta_id, situacao, sum(parcela)
    from (select entidade_id, conta_id, situacao, 1 as parcela from novos
          union all
          select entidade_id, conta_id, situacao, -1 from velhos) m
    join contas using (conta_id)
   group by entidade_id, conta_id, situacao having sum(parcela) <> 0
   order by entidade_id, conta_id, situacao
  on conflict (entidade_id, conta_id, situacao) do update set total = c.total + excluded.total;
  return null;
end $$;

create function descontar() returns trigger language plpgsql as $$
begin
  update contagens_da_conta c set total = c.total - v.quantos
    from (select entidade_id, conta_id, situacao, count(*) as quantos from velhos group by entidade_id, conta_id, situacao) v
   where c.entidade_id = v.entidade_id and c.conta_id = v.conta_id and c.situacao = v.situacao;
  return null;
end $$;

create trigger contar_novo after insert on protocolos for each row when (new.conta_id is not null) execute function contar_um();
create trigger contar_mudados after update on protocolos referencing old table as velhos new table as novos
  for each statement execute function contar_mudancas();
create trigger contar_apagados after delete on protocolos referencing old table as velhos
  for each statement execute function descontar();

-- Scans are off because a session keeps the plans that it made while tables were empty: add_jobs would read the whole queue at each
-- opening, and be slowest when mail is away and the queue is long.
create or replace function abrir_protocolo(p jsonb) returns jsonb language plpgsql set enable_seqscan = off as $$
declare
  v_entidade uuid := (p->>'entidade_id')::uuid;
  v_orgao uuid := (p->>'orgao_id')::uuid;
  v_protocolo uuid := (p->>'protocolo_id')::uuid;
  v_chave bytea := decode(p->>'chave_hash', 'hex');
  v_impressao bytea := decode(p->>'impressao', 'hex');
  v_agora timestamptz := (p->>'agora')::timestamptz;
  v_ano int := (p->>'ano')::int;
  v_sequencia int;
  v_numero text;
  v_anterior record;
  v_anexados int;
begin
  if not pg_try_advisory_xact_lock(hashtextextended(p->>'entidade_id' || (p->>'quem') || (p->>'chave_hash'), 0)) then
    return jsonb_build_object('estado', 'em_curso');
  end if;

  select i.impressao, i.protocolo_id, i.selado, r.numero
    into v_anterior
    from idempotencias i join protocolos r using (entidade_id, protocolo_id)
   where i.entidade_id = v_entidade and i.quem = p->>'quem' and i.chave_hash = v_chave;
  if found then
    if v_anterior.impressao <> v_impressao then
      return jsonb_build_object('estado', 'outro_corpo');
    end if;
    return jsonb_build_object('estado', 'repetido', 'protocolo_id', v_anterior.protocolo_id, 'numero', v_anterior.numero,
      'selado', encode(v_anterior.selado, 'hex'));
  end if;

  if p->>'prova_hash' is not null then
    insert into provas (entidade_id, prova_hash, expira_em)
    values (v_entidade, decode(p->>'prova_hash', 'hex'), (p->>'prova_expira')::timestamptz)
    on conflict do nothing;
    if not found then
      return jsonb_build_object('estado', 'prova_gasta');
    end if;
  end if;

  insert into contadores as c (entidade_id, orgao_id, ano, ultimo)
  values (v_entidade, v_orgao, v_ano, (p->>'inicio')::int)
  on conflict (entidade_id, orgao_id, ano) do update set ultimo = c.ultimo + 1
  returning ultimo into v_sequencia;
  v_numero := formatar_numero(p->>'mascara', p->>'sigla', (p->>'unidade_numero')::int, v_ano, v_sequencia);

  insert into protocolos (entidade_id, protocolo_id, orgao_id, ano, sequencia, numero, tipo_id, tipo_versao, unidade_id,
    situacao, sigilo, prioridade, canal, requerente_nome, requerente_documento, requerente_email, requerente, respostas,
    prazo, codigo_hash, aberto_em, atualizado_em, conta_id)
  values (v_entidade, v_protocolo, v_orgao, v_ano, v_sequencia, v_numero, (p->>'tipo_id')::uuid, (p->>'tipo_versao')::int,
    (p->>'unidade_id')::uuid, 'nao_analisado', p->>'sigilo', p->>'prioridade', 'site', p->'requerente'->>'nome',
    p->'requerente'->>'documento', lower(p->'requerente'->>'email'), p->'requerente', p->'respostas',
    (p->>'prazo')::date, decode(p->>'codigo_hash', 'hex'), v_agora, v_agora, (p->>'conta_id')::uuid);

  insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, unidade_id, visibilidade)
  values (v_entidade, v_protocolo, (p->>'tramite_id')::uuid, 'abertura', v_agora, (p->>'unidade_id')::uuid, 'publico');

  insert into auditoria (entidade_id, auditoria_id, em, quem, acao, protocolo_id, dados)
  values (v_entidade, (p->>'auditoria_id')::uuid, v_agora, p->>'quem', 'protocolo.abrir', v_protocolo, jsonb_build_object('numero', v_numero));

  insert into idempotencias (entidade_id, quem, chave_hash, impressao, protocolo_id, selado, criada_em)
  values (v_entidade, p->>'quem', v_chave, v_impressao, v_protocolo, decode(p->>'selado', 'hex'), v_agora);

  if jsonb_array_length(p->'anexos') > 0 then
    update anexos a set protocolo_id = v_protocolo, documento = e->>'documento', posicao = ordem
      from jsonb_array_elements(p->'anexos') with ordinality as x(e, ordem)
     where a.entidade_id = v_entidade and a.anexo_id = (e->>'id')::uuid and a.sha256 = e->>'sha256' and a.protocolo_id is null;
    get diagnostics v_anexados = row_count;
    if v_anexados <> jsonb_array_length(p->'anexos') then
      raise exception using errcode = 'PR001', message = 'an anexo is missing or already belongs to a protocolo';
    end if;
  end if;

  insert into emails (entidade_id, email_id, protocolo_id, especie, para, criado_em)
  select v_entidade, (e->>'id')::uuid, v_protocolo, e->>'especie', e->>'para', v_agora from jsonb_array_elements(p->'emails') e;
  -- One call for all: add_job costs about 1 ms each time, more than everything above.
  perform graphile_worker.add_jobs(array(
    select row('enviar_email', json_build_object('entidadeId', v_entidade, 'emailId', e->>'id'), null, null, 25, null, null, null)::graphile_worker.job_spec
      from jsonb_array_elements(p->'emails') e));

  return jsonb_build_object('estado', 'novo', 'protocolo_id', v_protocolo, 'numero', v_numero);
end $$;

-- An official who opens for somebody is audited with where that came from, as with whatever else they do.
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
    prazo, codigo_hash, aberto_em, atualizado_em, conta_id, aberto_por)
  values (v_entidade, v_protocolo, v_orgao, v_ano, v_sequencia, v_numero, (p->>'tipo_id')::uuid, (p->>'tipo_versao')::int,
    (p->>'unidade_id')::uuid, 'nao_analisado', p->>'sigilo', p->>'prioridade', coalesce(p->>'canal', 'site'), p->'requerente'->>'nome',
    p->'requerente'->>'documento', lower(p->'requerente'->>'email'), p->'requerente', p->'respostas',
    (p->>'prazo')::date, decode(p->>'codigo_hash', 'hex'), v_agora, v_agora, (p->>'conta_id')::uuid, (p->>'aberto_por')::uuid);

  insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, unidade_id, autor_id, visibilidade, visibilidade_anexos, versao)
  values (v_entidade, v_protocolo, (p->>'tramite_id')::uuid, 'abertura', v_agora, (p->>'unidade_id')::uuid, (p->>'aberto_por')::uuid,
    'publico', 'publico', 1);

  insert into auditoria (entidade_id, auditoria_id, em, quem, acao, protocolo_id, endereco, aparelho, dados)
  values (v_entidade, (p->>'auditoria_id')::uuid, v_agora, p->>'quem', 'protocolo.abrir', v_protocolo, p->>'endereco', p->>'aparelho',
    jsonb_strip_nulls(jsonb_build_object('numero', v_numero, 'canal', p->>'canal')));

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

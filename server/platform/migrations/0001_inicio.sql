create table entidades (
  entidade_id uuid primary key,
  codigo text not null unique,
  arquivo jsonb not null,
  criada_em timestamptz not null,
  atualizada_em timestamptz not null
);
comment on table entidades is 'The tenants. `arquivo` is the imported file without its tipos, orgaos and unidades, which have tables of their own.';

create table orgaos (
  entidade_id uuid not null references entidades,
  orgao_id uuid not null,
  sigla text not null,
  nome text not null,
  numeracao jsonb not null,
  posicao int not null,
  primary key (entidade_id, orgao_id),
  unique (entidade_id, sigla)
);
comment on table orgaos is 'Bodies inside an entidade, each with its own numbering.';

create table unidades (
  entidade_id uuid not null,
  unidade_id uuid not null,
  orgao_id uuid not null,
  codigo text not null,
  nome text not null,
  email text,
  posicao int not null,
  primary key (entidade_id, unidade_id),
  unique (entidade_id, codigo),
  foreign key (entidade_id, orgao_id) references orgaos
);
comment on table unidades is 'Departments that hold protocolos.';

create table tipos (
  entidade_id uuid not null,
  tipo_id uuid not null,
  codigo text not null,
  versao int not null,
  posicao int not null,
  primary key (entidade_id, tipo_id),
  unique (entidade_id, codigo),
  foreign key (entidade_id) references entidades
);
comment on table tipos is 'Kinds of request; `versao` is the one in force.';

create table tipos_versoes (
  entidade_id uuid not null,
  tipo_id uuid not null,
  versao int not null,
  definicao jsonb not null,
  nome text not null generated always as (definicao->>'nome') stored,
  criada_em timestamptz not null,
  primary key (entidade_id, tipo_id, versao),
  foreign key (entidade_id, tipo_id) references tipos
);
comment on table tipos_versoes is 'Every version of a tipo: a protocolo keeps the one it was opened with. `nome` stands apart so that a consult need not unpack the definition.';

create table contas (
  conta_id uuid primary key,
  documento text not null unique,
  nome text not null,
  email text,
  criada_em timestamptz not null
);
comment on table contas is 'People and companies, keyed by CPF or CNPJ; the same conta serves every entidade.';

create table lotacoes (
  entidade_id uuid not null,
  lotacao_id uuid not null,
  unidade_id uuid not null,
  conta_id uuid not null references contas,
  papel text not null check (papel in ('atendente', 'gestor', 'administrador')),
  primary key (entidade_id, lotacao_id),
  unique (entidade_id, conta_id, unidade_id),
  foreign key (entidade_id, unidade_id) references unidades
);
comment on table lotacoes is 'Who works where, as what.';

create table contadores (
  entidade_id uuid not null,
  orgao_id uuid not null,
  ano int not null,
  ultimo int not null,
  primary key (entidade_id, orgao_id, ano),
  foreign key (entidade_id, orgao_id) references orgaos
) with (fillfactor = 50);
comment on table contadores is 'Last number issued, per orgao and year. Only abrir_protocolo writes here, so numbers have no gaps.';

create table protocolos (
  entidade_id uuid not null,
  protocolo_id uuid not null,
  orgao_id uuid not null,
  ano int not null,
  sequencia int not null,
  numero text not null,
  tipo_id uuid not null,
  tipo_versao int not null,
  unidade_id uuid not null,
  situacao text not null check (situacao in ('nao_analisado', 'em_andamento', 'pendente', 'parado', 'encerrado', 'cancelado')),
  resultado text check (resultado in ('deferido', 'deferido_em_parte', 'indeferido', 'sem_merito', 'atendido')),
  sigilo text not null check (sigilo in ('publico', 'restrito', 'sigiloso')),
  prioridade text,
  canal text not null check (canal in ('site', 'balcao', 'telefone')),
  requerente_nome text,
  requerente_documento text,
  requerente_email text,
  requerente jsonb not null,
  respostas jsonb not null,
  prazo date not null,
  codigo_hash bytea not null,
  aberto_em timestamptz not null,
  atualizado_em timestamptz not null,
  encerrado_em timestamptz,
  versao int not null default 1,
  primary key (entidade_id, protocolo_id),
  -- entidade_id last: leading, it made this index as cheap as the primary key in plans made while the table was empty, and each
  -- check of a foreign key then read every protocolo of the entidade, for as long as the session lasted.
  unique (orgao_id, ano, sequencia, entidade_id),
  foreign key (entidade_id, orgao_id) references orgaos,
  foreign key (entidade_id, unidade_id) references unidades,
  foreign key (entidade_id, tipo_id, tipo_versao) references tipos_versoes,
  check ((situacao = 'encerrado') = (resultado is not null))
);
comment on table protocolos is 'One request, from opening to archive.';
comment on column protocolos.codigo_hash is 'SHA-256 of the protocolo_id (16 bytes) followed by the access code (12 letters, ASCII).';
comment on column protocolos.versao is 'Grows with every change; the ETag of what is shown.';
create index protocolos_do_documento on protocolos (entidade_id, requerente_documento, protocolo_id) where requerente_documento is not null;

create table tramites (
  entidade_id uuid not null,
  protocolo_id uuid not null,
  tramite_id uuid not null,
  especie text not null check (especie in ('abertura', 'recebimento', 'encaminhamento', 'despacho', 'exigencia', 'resposta', 'parada', 'retomada', 'encerramento', 'cancelamento', 'reabertura')),
  em timestamptz not null,
  unidade_id uuid,
  destino_id uuid,
  autor_id uuid references contas,
  texto text,
  visibilidade text not null check (visibilidade in ('publico', 'privado')),
  primary key (entidade_id, protocolo_id, tramite_id),
  foreign key (entidade_id, protocolo_id) references protocolos,
  foreign key (entidade_id, unidade_id) references unidades,
  foreign key (entidade_id, destino_id) references unidades
);
comment on table tramites is 'The history of a protocolo. Append-only. `visibilidade` is that of the text and its files: that something happened is always told.';

create table anexos (
  entidade_id uuid not null,
  anexo_id uuid not null,
  protocolo_id uuid,
  tramite_id uuid,
  documento text,
  posicao int,
  nome text not null,
  tipo text not null,
  tamanho bigint not null,
  sha256 text not null,
  criado_em timestamptz not null,
  primary key (entidade_id, anexo_id),
  foreign key (entidade_id) references entidades,
  foreign key (entidade_id, protocolo_id) references protocolos
);
comment on table anexos is 'Files. Bytes live in storage under entidade_id/sha256; without a protocolo within a day they are removed.';
create index anexos_do_protocolo on anexos (entidade_id, protocolo_id) where protocolo_id is not null;
create index anexos_soltos on anexos (criado_em) where protocolo_id is null;
create index anexos_por_conteudo on anexos (sha256, entidade_id);

create table emails (
  entidade_id uuid not null,
  email_id uuid not null,
  protocolo_id uuid,
  especie text not null,
  para text not null,
  dados jsonb not null default '{}',
  conteudo jsonb,
  criado_em timestamptz not null,
  enviado_em timestamptz,
  primary key (entidade_id, email_id),
  foreign key (entidade_id) references entidades,
  foreign key (entidade_id, protocolo_id) references protocolos
);
comment on table emails is 'Every e-mail owed or sent. Its job is added in the same transaction; `conteudo` keeps what was sent where there is no SMTP.';
create index emails_recentes on emails (criado_em);

create table idempotencias (
  entidade_id uuid not null,
  quem text not null,
  chave_hash bytea not null,
  impressao bytea not null,
  protocolo_id uuid not null,
  selado bytea not null,
  criada_em timestamptz not null,
  primary key (entidade_id, quem, chave_hash),
  foreign key (entidade_id, protocolo_id) references protocolos
);
comment on table idempotencias is 'Openings by Idempotency-Key. Only the hash of the key is kept, and `selado` is the reply, access code included, encrypted under the key itself: who repeats the request, and nobody else, reads it again.';
create index idempotencias_antigas on idempotencias (criada_em);

create table provas (
  entidade_id uuid not null,
  prova_hash bytea not null,
  expira_em timestamptz not null,
  primary key (entidade_id, prova_hash),
  foreign key (entidade_id) references entidades
);
comment on table provas is 'Proofs of work already spent.';

create table auditoria (
  entidade_id uuid not null,
  auditoria_id uuid not null,
  em timestamptz not null,
  quem text not null,
  acao text not null,
  protocolo_id uuid,
  dados jsonb not null default '{}',
  primary key (entidade_id, auditoria_id),
  foreign key (entidade_id) references entidades
);
comment on table auditoria is 'Who did what, when. Append-only.';

create function digito_modulo11(digitos text) returns text language plpgsql immutable parallel safe as $$
declare soma int := 0; tamanho int := length(digitos);
begin
  for i in 1..tamanho loop
    soma := soma + substr(digitos, i, 1)::int * (tamanho - i + 2);
  end loop;
  return right((11 - soma % 11)::text, 1);
end $$;
comment on function digito_modulo11 is 'Weights 2, 3, 4… from the right; 11 − (sum mod 11), units digit. The same rule as domain/numero.';

create function formatar_numero(mascara text, sigla text, unidade int, ano int, sequencia int) returns text language plpgsql immutable parallel safe as $$
declare parte text; saida text := ''; resto text := mascara; digitos text; tamanhos text[]; preenchida text; i int; dv text;
begin
  while resto <> '' loop
    parte := substring(resto from '^\{[^}]*\}');
    if parte is null then
      parte := substring(resto from '^[^{]+');
      saida := saida || parte;
    elsif parte = '{sigla}' then
      saida := saida || sigla;
    elsif parte = '{ano}' then
      saida := saida || ano::text;
    elsif parte like '{unidade%' then
      i := coalesce(substring(parte from ':(\d+)')::int, 1);
      saida := saida || lpad(unidade::text, greatest(i, length(unidade::text)), '0');
    elsif parte like '{sequencia%' then
      tamanhos := string_to_array(coalesce(substring(parte from ':([\d.]+)'), '1'), '.');
      select sum(t::int) into i from unnest(tamanhos) t;
      preenchida := lpad(sequencia::text, greatest(i, length(sequencia::text)), '0');
      for k in reverse array_length(tamanhos, 1)..2 loop
        preenchida := left(preenchida, length(preenchida) - tamanhos[k]::int) || '.' || right(preenchida, tamanhos[k]::int);
        exit when k = 2;
        tamanhos[k - 1] := (tamanhos[k - 1]::int + tamanhos[k]::int + 1)::text;
      end loop;
      saida := saida || preenchida;
    elsif parte in ('{dv:nup}', '{dv:modulo11}') then
      digitos := regexp_replace(saida, '\D', '', 'g');
      dv := digito_modulo11(digitos);
      if parte = '{dv:nup}' then dv := dv || digito_modulo11(digitos || dv); end if;
      saida := saida || dv;
    else
      raise exception 'unknown part % in number mask', parte;
    end if;
    resto := substr(resto, length(parte) + 1);
  end loop;
  return saida;
end $$;
comment on function formatar_numero is 'Writes a public number by its orgao''s mask. domain/numero reads and writes the same; a test holds them together.';

-- Scans are off because a session keeps the plans that it made while tables were empty: add_jobs would read the whole queue at each
-- opening, and be slowest when mail is away and the queue is long.
create function abrir_protocolo(p jsonb) returns jsonb language plpgsql set enable_seqscan = off as $$
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
    prazo, codigo_hash, aberto_em, atualizado_em)
  values (v_entidade, v_protocolo, v_orgao, v_ano, v_sequencia, v_numero, (p->>'tipo_id')::uuid, (p->>'tipo_versao')::int,
    (p->>'unidade_id')::uuid, 'nao_analisado', p->>'sigilo', p->>'prioridade', 'site', p->'requerente'->>'nome',
    p->'requerente'->>'documento', lower(p->'requerente'->>'email'), p->'requerente', p->'respostas',
    (p->>'prazo')::date, decode(p->>'codigo_hash', 'hex'), v_agora, v_agora);

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
comment on function abrir_protocolo is 'Opens a protocolo in one round trip: idempotency, spent proof, gapless number, protocolo, first tramite, audit, files, e-mails and their jobs. All or nothing.';

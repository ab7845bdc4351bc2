import type { ConsultaNivel2, Tramite } from '../../contract/consulta.js'
import type { Anexo } from '../../contract/protocolos.js'
import type { MotivoDePrioridade } from '../../domain/prioridade.js'
import type { Resultado, Situacao } from '../../domain/situacao.js'
import type { Respostas, Tipo } from '../../domain/tipo.js'
import type { Visibilidade } from '../../domain/visibilidade.js'
import type { Sql } from '../../platform/database.js'
import type { Candidato } from './numero.js'

export interface Nivel1Pronto {
  orgaoId: string
  ano: number
  versao: number
  /** ConsultaNivel1 as JSON. */
  texto: string
}

/**
 * What the number alone shows, as JSON ready to be sent. Nothing of a restrito or sigiloso protocolo, as where there is none.
 * @param hoje day in the entidade's time zone.
 */
export function nivel1(sql: Sql, entidadeId: string, { orgaoId, ano, sequencia }: Candidato, hoje: string): Promise<Nivel1Pronto[]> {
  return sql<Nivel1Pronto[]>`
    select p.orgao_id as "orgaoId", p.ano, p.versao, json_build_object(
             'nivel', 1, 'numero', p.numero, 'orgao', json_build_object('sigla', o.sigla, 'nome', o.nome), 'tipo', t.nome, 'codigoDoTipo', c.codigo,
             'unidade', u.nome,
             'situacao', p.situacao, 'resultado', p.resultado,
             'abertoEm', to_char(p.aberto_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'atualizadoEm', to_char(p.atualizado_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'encerradoEm', to_char(p.encerrado_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'prazo', p.prazo, 'diasRestantes', p.prazo - ${hoje}::date,
             'tempoUsual', case when m.dias is not null then json_build_object('dias', m.dias, 'base', m.base) end
           )::text as texto
      from protocolos p
      join orgaos o using (entidade_id, orgao_id)
      join unidades u using (entidade_id, unidade_id)
      join tipos c on c.entidade_id = p.entidade_id and c.tipo_id = p.tipo_id
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
      left join tempos_usuais m on m.entidade_id = p.entidade_id and m.tipo_id = p.tipo_id
     where p.entidade_id = ${entidadeId} and p.orgao_id = ${orgaoId} and p.ano = ${ano} and p.sequencia = ${sequencia} and p.sigilo = 'publico'`
}

export interface Achado {
  id: string
  codigoHash: Buffer
}

export async function acharTodos(sql: Sql, entidadeId: string, candidatos: readonly Candidato[]): Promise<Achado[]> {
  return await sql<Achado[]>`
    select p.protocolo_id as id, p.codigo_hash as "codigoHash"
      from unnest(${candidatos.map((c) => c.orgaoId)}::uuid[], ${candidatos.map((c) => c.ano)}::int[], ${candidatos.map((c) => c.sequencia)}::int[])
             as c (orgao_id, ano, sequencia)
      join protocolos p on p.entidade_id = ${entidadeId} and p.orgao_id = c.orgao_id and p.ano = c.ano and p.sequencia = c.sequencia`
}

export async function acharPorId(sql: Sql, entidadeId: string, protocoloId: string): Promise<Achado | undefined> {
  const [achado] = await sql<Achado[]>`
    select protocolo_id as id, codigo_hash as "codigoHash" from protocolos where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}`
  return achado
}

export interface ProtocoloGuardado {
  id: string
  numero: string
  orgaoId: string
  unidadeId: string
  tipo: Tipo
  /** The tipo whose form was filled in: another one, where it was given a new tipo since. */
  formulario: Tipo
  situacao: Situacao
  resultado: Resultado | null
  prioridade: MotivoDePrioridade | null
  abertoEm: Date
  atualizadoEm: Date
  encerradoEm: Date | null
  prazo: string
  /** The outage that moved its prazo to the day that it is. */
  prazoAdiado: { de: string; ate: string } | null
  requerente: { nome?: string; email?: string }
  respostas: Respostas
}

export async function protocolo(sql: Sql, entidadeId: string, protocoloId: string): Promise<ProtocoloGuardado> {
  const [guardado] = await sql<ProtocoloGuardado[]>`
    select p.protocolo_id as id, p.numero, p.orgao_id as "orgaoId", p.unidade_id as "unidadeId", t.definicao as tipo,
           coalesce(f.definicao, t.definicao) as formulario, p.situacao, p.resultado,
           p.prioridade, p.aberto_em as "abertoEm", p.atualizado_em as "atualizadoEm", p.encerrado_em as "encerradoEm", p.prazo, p.requerente, p.respostas,
           (select json_build_object('de', i.de, 'ate', i.ate) from indisponibilidades i
             where i.entidade_id = p.entidade_id and i.registrada_em = p.prazo_adiado_em and p.prazo = p.prazo_adiado_para
             order by i.indisponibilidade_id limit 1) as "prazoAdiado"
      from protocolos p
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
      left join tipos_versoes f on f.entidade_id = p.entidade_id and f.tipo_id = p.formulario_id and f.versao = p.formulario_versao
     where p.entidade_id = ${entidadeId} and p.protocolo_id = ${protocoloId}`
  if (!guardado) throw new Error('a protocolo that was just found is gone')
  return guardado
}

export interface TramiteGuardado extends Pick<Tramite, 'id' | 'especie' | 'texto'> {
  em: Date
  unidadeId: string | null
  destinoId: string | null
  /** Of the text. */
  visibilidade: Visibilidade
  visibilidadeAnexos: Visibilidade
  /** Name of who did it in the requerente's name. */
  procurador: string | null
  /** That an encerramento issued. */
  documento: ConsultaNivel2['documentoEmitido'] | null
}

/** Newest first. */
export async function tramites(sql: Sql, entidadeId: string, protocoloId: string): Promise<TramiteGuardado[]> {
  return await sql<TramiteGuardado[]>`
    select tramite_id as id, especie, em, texto, unidade_id as "unidadeId", destino_id as "destinoId", visibilidade,
           visibilidade_anexos as "visibilidadeAnexos", t.dados->'documento' as documento, r.procurador_nome as procurador
      from tramites t
      left join procuracoes r on r.entidade_id = t.entidade_id and r.procuracao_id = (t.dados->>'procuracao')::uuid
     where t.entidade_id = ${entidadeId} and t.protocolo_id = ${protocoloId}
     order by em desc, tramite_id desc`
}

export interface AnexoComTramite extends Anexo {
  /** That it came with; null for those of the opening, and of messages. */
  tramite: { especie: Tramite['especie']; visibilidadeAnexos: Visibilidade } | null
}

export async function anexo(sql: Sql, entidadeId: string, protocoloId: string, anexoId: string): Promise<AnexoComTramite | undefined> {
  const [achado] = await sql<AnexoComTramite[]>`
    select a.anexo_id as id, a.nome, a.tipo, a.tamanho, a.sha256,
           case when t.tramite_id is not null then json_build_object('especie', t.especie, 'visibilidadeAnexos', t.visibilidade_anexos) end as tramite
      from anexos a
      left join tramites t on t.entidade_id = a.entidade_id and t.protocolo_id = a.protocolo_id and t.tramite_id = a.tramite_id
     where a.entidade_id = ${entidadeId} and a.protocolo_id = ${protocoloId} and a.anexo_id = ${anexoId}
       and (a.tramite_id is null or t.tramite_id is not null)`
  return achado
}

export interface Troca {
  protocoloId: string
  de: Buffer
  para: Buffer
  quem: string
  auditoriaId: string
  agora: Date
}

/** False when the old code was replaced meanwhile. */
export async function trocarCodigo(sql: Sql, entidadeId: string, troca: Troca): Promise<boolean> {
  const { count } = await sql`
    with trocado as (
      update protocolos set codigo_hash = ${troca.para}, versao = versao + 1
       where entidade_id = ${entidadeId} and protocolo_id = ${troca.protocoloId} and codigo_hash = ${troca.de}
      returning protocolo_id)
    insert into auditoria (entidade_id, auditoria_id, em, quem, acao, protocolo_id)
    select ${entidadeId}, ${troca.auditoriaId}, ${troca.agora}, ${troca.quem}, 'protocolo.trocar_codigo', protocolo_id from trocado`
  return count === 1
}

export async function pedirLembrete(sql: Sql, entidadeId: string, documento: string): Promise<void> {
  await sql`
    select graphile_worker.add_job('enviar_lembrete',
             json_build_object('entidadeId', ${entidadeId}::text, 'documento', ${documento}::text), max_attempts := 25)`
}

import type { Anexo } from '../../contract/protocolos.js'
import type { Sql } from '../../platform/database.js'

/** What the function abrir_protocolo takes, names as there. Bytes in hexadecimal, instants in ISO 8601. */
export interface LinhaDeAbertura {
  entidade_id: string
  protocolo_id: string
  tramite_id: string
  auditoria_id: string
  quem: string
  /** `site` unless told. */
  canal?: string
  /** The official who opens it for somebody. */
  aberto_por?: string
  /** Where that came from. */
  endereco?: string
  aparelho?: string
  conta_id: string | null
  chave_hash: string
  impressao: string
  selado: string
  prova_hash: string | null
  prova_expira: string | null
  agora: string
  orgao_id: string
  ano: number
  inicio: number
  mascara: string
  sigla: string
  unidade_numero: number
  tipo_id: string
  tipo_versao: number
  unidade_id: string
  sigilo: string
  prioridade: string | null
  requerente: object
  respostas: object
  prazo: string
  codigo_hash: string
  anexos: readonly { id: string; sha256: string; documento: string }[]
  emails: readonly { id: string; especie: 'abertura' | 'nova-abertura'; para: string }[]
}

export type Desfecho =
  | { estado: 'novo'; numero: string }
  | { estado: 'repetido'; numero: string; selado: string }
  | { estado: 'outro_corpo' | 'em_curso' | 'prova_gasta' }

/** Everything in one round trip, and in one transaction: all or nothing. */
export async function abrir(hot: Sql, linha: LinhaDeAbertura): Promise<Desfecho> {
  const [resultado] = await hot<{ desfecho: Desfecho }[]>`select abrir_protocolo(${JSON.stringify(linha)}::text::jsonb) as desfecho`
  if (!resultado) throw new Error('abrir_protocolo gave no row')
  return resultado.desfecho
}

/** Notes by which procuracao it was opened, in the protocolo and in its first tramite. */
export async function anotarProcuracao(sql: Sql, entidadeId: string, protocoloId: string, procuracaoId: string): Promise<void> {
  await sql`update protocolos set procuracao_id = ${procuracaoId} where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}`
  await sql`
    update tramites set dados = dados || jsonb_build_object('procuracao', ${procuracaoId}::text)
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and especie = 'abertura'`
}

export interface Anterior {
  impressao: Buffer
  selado: Buffer
  numero: string
}

export async function buscarAnterior(sql: Sql, entidadeId: string, quem: string, chaveHash: Buffer): Promise<Anterior | undefined> {
  const [anterior] = await sql<Anterior[]>`
    select i.impressao, i.selado, p.numero
      from idempotencias i join protocolos p using (entidade_id, protocolo_id)
     where i.entidade_id = ${entidadeId} and i.quem = ${quem} and i.chave_hash = ${chaveHash}`
  return anterior
}

export interface EscolhasDeAviso {
  email: string | null
  /** The second one, which stands there once it is confirmed. */
  segundo: string | null
  abertura: boolean
  copia: boolean
}

/** What a conta chose to be told of, and where; not before the end of a transaction that deletes it. */
export async function escolhasDeAviso(sql: Sql, contaId: string): Promise<EscolhasDeAviso | undefined> {
  const [escolhas] = await sql<EscolhasDeAviso[]>`
    select email, email_alternativo as segundo, avisa_abertura as abertura, avisa_copia as copia from contas where conta_id = ${contaId}
       for key share`
  return escolhas
}

/** Those of `ids` that no protocolo holds yet. */
export async function buscarSoltos(sql: Sql, entidadeId: string, ids: readonly string[]): Promise<Anexo[]> {
  return await sql<Anexo[]>`
    select anexo_id as id, nome, tipo, tamanho, sha256
      from anexos
     where entidade_id = ${entidadeId} and anexo_id = any(${[...ids]}::uuid[]) and protocolo_id is null`
}

export async function apagarIdempotencias(sql: Sql, antesDe: Date): Promise<void> {
  await sql`delete from idempotencias where criada_em < ${antesDe}`
}

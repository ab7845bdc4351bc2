import type { Sql } from '../../platform/database.js'

/** A change in the queue of one unidade. */
export interface Evento {
  id: number
  /** Of the transaction that made it. */
  transacao: string
  unidadeId: string
  protocolo: string
  versao: number
}

/** The place in the series up to which a reader has missed nothing. */
export interface Lugar {
  /** Every transaction before this one is over, and what it changed was read. */
  marca: string
  /** When that was, in seconds since 1970, by the clock of the database. */
  instante: number
}

export interface Leitura extends Lugar {
  /** Oldest first: all that was visible from the place on which was read from. */
  eventos: Evento[]
}

/** Where the series stands now. */
export async function lugarAtual(sql: Sql): Promise<Lugar> {
  const [lugar] = await sql<Lugar[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as marca, extract(epoch from now())::bigint as instante`
  return exigir(lugar)
}

/** What changed in an entidade from a place on. What transactions then under way changed comes again. */
export async function lerDesde(sql: Sql, entidadeId: string, marca: string): Promise<Leitura> {
  return ler(sql, sql`entidade_id = ${entidadeId} and transacao >= ${marca}::xid8`)
}

/** The same, of some unidades and of some protocolos wherever they are, and `quantos` at most. */
export async function lerDosSeus(
  sql: Sql,
  { entidadeId, unidades, protocolos }: { entidadeId: string; unidades: readonly string[]; protocolos: readonly string[] },
  marca: string,
  quantos: number,
): Promise<Leitura> {
  return ler(
    sql,
    sql`entidade_id = ${entidadeId} and transacao >= ${marca}::xid8
        and (unidade_id = any (${[...unidades]}::uuid[]) or protocolo_id = any (${[...protocolos]}::uuid[]))
        order by transacao, evento_id limit ${quantos}`,
  )
}

async function ler(sql: Sql, condicao: ReturnType<typeof trecho>): Promise<Leitura> {
  const [leitura] = await sql<Leitura[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as marca, extract(epoch from now())::bigint as instante,
           coalesce((
             select jsonb_agg(jsonb_build_object('id', evento_id, 'transacao', transacao::text, 'unidadeId', unidade_id, 'protocolo', protocolo_id,
                      'versao', versao) order by evento_id)
               from (select * from eventos_das_filas where ${condicao}) e), '[]') as eventos`
  return exigir(leitura)
}

function trecho(sql: Sql) {
  return sql``
}

function exigir<T>(linha: T | undefined): T {
  if (linha === undefined) throw new Error('a select of values gave no row')
  return linha
}

export async function apagarVelhos(sql: Sql, antesDe: Date): Promise<void> {
  await sql`delete from eventos_das_filas where em < ${antesDe}`
}

/** The unidade that holds each of some protocolos. */
export async function ondeEstao(
  sql: Sql,
  entidadeId: string,
  ids: readonly string[],
): Promise<{ protocoloId: string; unidadeId: string }[]> {
  return await sql<{ protocoloId: string; unidadeId: string }[]>`
    select protocolo_id as "protocoloId", unidade_id as "unidadeId" from protocolos
     where entidade_id = ${entidadeId} and protocolo_id = any (${[...ids]}::uuid[])`
}

/** Tells the other nodes who looks at what. */
export async function anunciar(sql: Sql, recado: string): Promise<void> {
  await sql`select pg_notify('presencas', ${recado})`
}

import type { Sql } from '../../platform/database.js'
import type { Ato } from './auditoria.js'

interface Nota extends Pick<Ato, 'quem' | 'acao' | 'deOnde'> {
  id: string
  em: Date
  protocoloId?: string | null
  dados: object
}

export async function inserir(
  sql: Sql,
  entidadeId: string,
  { id, em, quem, acao, protocoloId = null, deOnde, dados }: Nota,
): Promise<void> {
  await sql`
    insert into auditoria (entidade_id, auditoria_id, em, quem, acao, protocolo_id, endereco, aparelho, dados)
    values (${entidadeId}, ${id}, ${em}, ${quem}, ${acao}, ${protocoloId}, ${deOnde?.endereco ?? null}, ${deOnde?.aparelho ?? null},
      ${sql.json({ ...dados })})`
}

export interface Fim {
  /** How many elos the entidade wrote down that there are; 0 before the first. */
  total: number
  /** The last one, in hexadecimal. */
  elo: string
  /** The last that is there. */
  ultima: number
}

/** Where the chain ends, as of one moment. */
export async function fimDaCorrente(sql: Sql, entidadeId: string): Promise<Fim> {
  const [fim] = await sql<Fim[]>`
    select coalesce(max(c.total), 0) as total, coalesce(max(encode(c.elo, 'hex')), '') as elo,
      (select coalesce(max(ordem), 0) from elos where entidade_id = ${entidadeId}) as ultima
      from correntes c where c.entidade_id = ${entidadeId}`
  return fim ?? { total: 0, elo: '', ultima: 0 }
}

export interface Elo {
  ordem: number
  id: string
  elo: Buffer
  /** What the elo was made of besides the one before it; null when the row is gone. */
  linha: string | null
}

/** Elos after one, in order. The row is written here as escrever_auditoria writes it, so that a changed function hides nothing. */
export async function elosDepois(sql: Sql, entidadeId: string, { ordem, ate, quantos }: { ordem: number; ate: number; quantos: number }) {
  return sql<Elo[]>`
    select e.ordem, e.auditoria_id as id, e.elo,
      case when a.auditoria_id is not null then
        jsonb_build_array(e.ordem, a.entidade_id, a.auditoria_id, (extract(epoch from a.em) * 1000000)::bigint, a.quem, a.acao, a.protocolo_id,
          a.dados, a.endereco, a.aparelho)::text end as linha
      from elos e left join auditoria a on a.entidade_id = e.entidade_id and a.auditoria_id = e.auditoria_id
     where e.entidade_id = ${entidadeId} and e.ordem > ${ordem} and e.ordem <= ${ate} order by e.ordem limit ${quantos}`
}

/** The elo at a place, in hexadecimal. */
export async function eloEm(sql: Sql, entidadeId: string, ordem: number): Promise<string | undefined> {
  const [linha] = await sql<{ elo: string }[]>`
    select encode(elo, 'hex') as elo from elos where entidade_id = ${entidadeId} and ordem = ${ordem}`
  return linha?.elo
}

/** Rows after one, by id, and whether each has an elo. */
export async function linhasDepois(sql: Sql, entidadeId: string, id: string, quantas: number) {
  return sql<{ id: string; encadeada: boolean }[]>`
    select a.auditoria_id as id, exists (
      select from elos e where e.entidade_id = a.entidade_id and e.auditoria_id = a.auditoria_id) as encadeada
      from auditoria a where a.entidade_id = ${entidadeId} and a.auditoria_id > ${id} order by a.auditoria_id limit ${quantas}`
}

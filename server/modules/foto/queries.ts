import type { Database, Sql } from '../../platform/database.js'

export interface Foto {
  id: string
  /** Media type. */
  tipo: string
  /** Bytes. */
  tamanho: number
}

/** Notes a photo whose bytes are about to be kept. */
export async function inserirSolta(sql: Sql, { id, tipo, tamanho }: Foto, agora: Date): Promise<void> {
  await sql`insert into fotos (foto_id, tipo, tamanho, criada_em) values (${id}, ${tipo}, ${tamanho}, ${agora})`
}

export async function daConta(sql: Sql, contaId: string): Promise<Foto | undefined> {
  const [foto] = await sql<Foto[]>`select foto_id as id, tipo, tamanho from fotos where conta_id = ${contaId}`
  return foto
}

export async function prender(sql: Sql, contaId: string, id: string): Promise<void> {
  await sql`update fotos set conta_id = ${contaId} where foto_id = ${id}`
}

/** @returns the ids of those that the conta had: one, or none. */
export async function soltar(sql: Sql, contaId: string): Promise<string[]> {
  const soltas = await sql<{ id: string }[]>`update fotos set conta_id = null where conta_id = ${contaId} returning foto_id as id`
  return soltas.map(({ id }) => id)
}

export async function soltasAntesDe(sql: Sql, antesDe: Date): Promise<string[]> {
  const soltas = await sql<{ id: string }[]>`
    select foto_id as id from fotos where conta_id is null and criada_em < ${antesDe} order by criada_em limit 500`
  return soltas.map(({ id }) => id)
}

/** Forgets a photo once `remover` has removed its bytes, unless a conta has taken it. */
export function apagarSolta(db: Database, id: string, remover: () => Promise<void>): Promise<void> {
  return db.transaction(async (sql) => {
    const [solta] = await sql`select from fotos where foto_id = ${id} and conta_id is null for update`
    if (!solta) return
    await remover()
    await sql`delete from fotos where foto_id = ${id}`
  })
}

import type { Sql } from '../../platform/database.js'
import type { Prova } from './desafio.js'

/** False when the proof was spent before. */
export async function gastarProva(sql: Sql, entidadeId: string, prova: Prova): Promise<boolean> {
  const { count } = await sql`
    insert into provas (entidade_id, prova_hash, expira_em)
    values (${entidadeId}, ${prova.hash}, ${prova.expira})
    on conflict do nothing`
  return count === 1
}

export async function apagarProvas(sql: Sql, agora: Date): Promise<void> {
  await sql`delete from provas where expira_em < ${agora}`
}

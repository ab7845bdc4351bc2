import type { Sql } from './database.js'
import type { Random } from './platform.js'

/** 32 random bytes that all nodes of one database share under `name`; made by whoever comes first. */
export async function sharedKey(sql: Sql, random: Random, name: string): Promise<Buffer> {
  await sql`insert into segredos (nome, valor) values (${name}, ${random.bytes(32)}) on conflict do nothing`
  const [row] = await sql<{ valor: Buffer }[]>`select valor from segredos where nome = ${name}`
  if (!row) throw new Error(`the shared key "${name}" is missing`)
  return row.valor
}

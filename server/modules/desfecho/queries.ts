import type { Nota } from '../../contract/desfecho.js'
import type { Sql } from '../../platform/database.js'

/** Has whoever read the protocolo read it again, and holds it until the transaction ends. */
export async function tocar(sql: Sql, entidadeId: string, protocoloId: string): Promise<void> {
  await sql`update protocolos set versao = versao + 1 where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}`
}

export interface LinhaDeAvaliacao {
  nota: Nota
  comentario: string | null
  em: Date
}

export async function inserirAvaliacao(
  sql: Sql,
  entidadeId: string,
  protocoloId: string,
  { nota, comentario, em }: LinhaDeAvaliacao,
): Promise<void> {
  await sql`
    insert into avaliacoes (entidade_id, protocolo_id, nota, comentario, em)
    values (${entidadeId}, ${protocoloId}, ${nota}, ${comentario}, ${em})`
}

export async function avaliacao(sql: Sql, entidadeId: string, protocoloId: string): Promise<LinhaDeAvaliacao | undefined> {
  const [linha] = await sql<LinhaDeAvaliacao[]>`
    select nota, comentario, em from avaliacoes where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}`
  return linha
}

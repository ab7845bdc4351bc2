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
  /** Name of who gave it in the requerente's name. */
  procurador: string | null
}

export async function inserirAvaliacao(
  sql: Sql,
  entidadeId: string,
  protocoloId: string,
  { nota, comentario, em, procuracaoId }: Omit<LinhaDeAvaliacao, 'procurador'> & { procuracaoId: string | null },
): Promise<void> {
  await sql`
    insert into avaliacoes (entidade_id, protocolo_id, nota, comentario, em, procuracao_id)
    values (${entidadeId}, ${protocoloId}, ${nota}, ${comentario}, ${em}, ${procuracaoId})`
}

export async function avaliacao(sql: Sql, entidadeId: string, protocoloId: string): Promise<LinhaDeAvaliacao | undefined> {
  const [linha] = await sql<LinhaDeAvaliacao[]>`
    select a.nota, a.comentario, a.em, r.procurador_nome as procurador
      from avaliacoes a
      left join procuracoes r on r.entidade_id = a.entidade_id and r.procuracao_id = a.procuracao_id
     where a.entidade_id = ${entidadeId} and a.protocolo_id = ${protocoloId}`
  return linha
}

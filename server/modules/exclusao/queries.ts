import type { Sql } from '../../platform/database.js'

/** Whether a conta works in an entidade, or has acted for one or in protocolos that aren't its own: who acted there is part of their history. */
export async function trabalha(sql: Sql, contaId: string): Promise<boolean> {
  const [linha] = await sql<{ trabalha: boolean }[]>`
    select exists (select from lotacoes where conta_id = ${contaId})
        or exists (select from tramites t join protocolos p using (entidade_id, protocolo_id)
                    where t.autor_id = ${contaId} and p.conta_id is distinct from ${contaId})
        or exists (select from mensagens where autor_id = ${contaId} and de = 'orgao')
        or exists (select from vistas where dada_por = ${contaId}) as trabalha`
  return linha?.trabalha ?? false
}

/** Leaves the protocolos as they were filed, of no conta. By entidade, as their index is. */
export async function soltarProtocolos(sql: Sql, contaId: string): Promise<void> {
  await sql`update tramites set autor_id = null where autor_id = ${contaId}`
  await sql`
    update protocolos set conta_id = null where entidade_id in (select entidade_id from entidades) and conta_id = ${contaId}`
}

/** Removes a conta and what hangs on it, but for sessions and the photo; counters and events go along. */
export async function apagar(sql: Sql, contaId: string): Promise<void> {
  await sql`delete from rascunhos where entidade_id in (select entidade_id from entidades) and conta_id = ${contaId}`
  await sql`delete from passkeys where conta_id = ${contaId}`
  await sql`delete from confirmacoes where conta_id = ${contaId}`
  await sql`delete from contas where conta_id = ${contaId}`
}

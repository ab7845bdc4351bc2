import type { Sql } from '../../platform/database.js'
import { doPainel } from '../sessoes/dono.js'
import type { Dono } from '../sessoes/sessoes.js'

export interface Evento {
  id: number
  protocolo: string
  situacao: string
  versao: number
}

/** The newest event there is; 0 when there is none. */
export async function ultimo(sql: Sql, { entidadeId, contaId }: Dono): Promise<number> {
  const [linha] = await sql<{ id: number | null }[]>`
    select max(evento_id) as id from eventos where entidade_id = ${entidadeId} and dono_id = ${contaId}`
  return linha?.id ?? 0
}

/** Whether an event is still kept: what came after it then is too. */
export async function existe(sql: Sql, { entidadeId, contaId }: Dono, id: number): Promise<boolean> {
  const [linha] = await sql`select from eventos where entidade_id = ${entidadeId} and dono_id = ${contaId} and evento_id = ${id}`
  return linha !== undefined
}

/** What came after `depois`, oldest first: each protocolo once, as it is now. */
export async function depoisDe(sql: Sql, dono: Dono, depois: number, limite: number): Promise<Evento[]> {
  const { entidadeId, contaId } = dono
  return await sql<Evento[]>`
    select e.id, p.protocolo_id as protocolo, p.situacao, p.versao
      from (select max(evento_id) as id, protocolo_id from eventos
             where entidade_id = ${entidadeId} and dono_id = ${contaId} and evento_id > ${depois}
             group by protocolo_id order by 1 limit ${limite}) e
      join protocolos p on p.entidade_id = ${entidadeId} and p.protocolo_id = e.protocolo_id and ${doPainel(sql, dono)}
     order by e.id`
}

export async function apagarVelhos(sql: Sql, antesDe: Date): Promise<void> {
  await sql`delete from eventos where em < ${antesDe}`
}

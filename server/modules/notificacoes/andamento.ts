import type { EspecieDeTramite } from '../../contract/especies.js'
import type { Sql } from '../../platform/database.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import * as queries from './queries.js'

/** A tramite that was just written. */
export interface Andamento {
  protocoloId: string
  tramiteId: string
  especie: EspecieDeTramite
  /** Whether the citizen is told of it at all. */
  visivel: boolean
  destinoId: string | null
  /** What kind of actor wrote it. */
  por: 'oficial' | 'requerente' | 'tarefa'
}

/** Owes whoever filed it an e-mail, in the transaction of `sql`; one that was not sent yet tells of several. */
export async function avisarAndamento(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  { protocoloId, visivel, por }: Andamento,
): Promise<void> {
  if (!visivel || por === 'requerente') return
  const para = await queries.caixaPorAvisar(sql, entidade.id, protocoloId)
  if (para === undefined) return
  await queries.dever(
    sql,
    entidade.id,
    { id: platform.random.id(), especie: 'andamento', para, dados: {}, protocoloId },
    platform.clock.now(),
  )
}

import type { Sql } from '../../platform/database.js'
import type { Platform } from '../../platform/platform.js'
import * as queries from './queries.js'

export interface Ato {
  /** The id of a conta, or what else acted: `cli`. */
  quem: string
  /** As in `conta.criar`. */
  acao: string
  /** The one it was done to, if it was to one. */
  protocoloId?: string
  /** What it was done to; never what somebody wrote of themselves. */
  dados?: object
}

/** Notes an act, in the transaction of `sql` that does it, if it is one that writes. */
export async function auditar({ random, clock }: Platform, sql: Sql, entidadeId: string, { dados = {}, ...ato }: Ato): Promise<void> {
  await queries.inserir(sql, entidadeId, { id: random.id(), em: clock.now(), dados, ...ato })
}

import type { Sql } from '../../platform/database.js'
import type { Platform } from '../../platform/platform.js'
import * as queries from './queries.js'

/** From where somebody acted. */
export interface DeOnde {
  /** As `addressOf` tells it. */
  endereco: string
  /** As in `Chrome no Android`. */
  aparelho: string
}

/** Who does what is done on behalf of an entidade, and what must hold, in the transaction that does it. */
export interface Autor extends Pick<Ato, 'quem' | 'deOnde'> {
  conferir?: (sql: Sql) => Promise<void>
}

export interface Ato {
  /** The id of a conta, or what else acted: `cli`. */
  quem: string
  /** As in `conta.criar`. */
  acao: string
  /** The one it was done to, if it was to one. */
  protocoloId?: string
  /** Of sign-ins and of what officials do; a requester's identity is protected (Lei 13.460 art. 10 §7). */
  deOnde?: DeOnde | undefined
  /** What it was done to, `antes` and `depois` of what changed; never what somebody wrote of themselves. */
  dados?: object
}

/** Notes an act, in the transaction of `sql` that does it, if it is one that writes. It is chained as the transaction commits. */
export async function auditar({ random, clock }: Platform, sql: Sql, entidadeId: string, { dados = {}, ...ato }: Ato): Promise<void> {
  await queries.inserir(sql, entidadeId, { id: random.id(), em: clock.now(), dados, ...ato })
}

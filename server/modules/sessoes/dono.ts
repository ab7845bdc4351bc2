import type { Sql } from '../../platform/database.js'
import type { Dono } from './sessoes.js'

/**
 * Which protocolos `p` of an entidade a panel shows: those of its conta. Who acts for another sees also those that were opened in that
 * one's name by the same procuracao and are of no conta. By another procuracao is not enough: whoever signed up with somebody else's
 * documento may have accepted this one.
 */
export function doPainel(sql: Sql, { contaId, por }: Dono) {
  return por
    ? sql`(p.conta_id = ${contaId}
        or p.conta_id is null and p.requerente_documento = ${por.outorgante.documento} and p.procuracao_id = ${por.procuracaoId})`
    : sql`p.conta_id = ${contaId}`
}

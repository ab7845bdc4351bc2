import type { Sql } from '../../platform/database.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Carta } from './carta.js'
import { cartasDeProcuracao, type EspecieDeProcuracao, escreverDeProcuracao } from './modelos/procuracoes.js'
import * as queries from './queries.js'

/** Owes a conta an e-mail about a procuracao in which it stands, with its job, in the transaction of `sql`. */
export async function avisarProcuracao(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  { especie, para }: { especie: EspecieDeProcuracao; para: string },
): Promise<void> {
  await queries.dever(sql, entidade.id, { id: platform.random.id(), especie, para, dados: {} }, platform.clock.now())
}

/** Writes one that is owed; nothing where it is about no procuracao. */
export function comporAvisoDeProcuracao(platform: Platform, entidade: EntidadeAberta, especie: string): Carta | undefined {
  const endereco = `${platform.config.address}/${entidade.codigo}#painel=procuracoes`
  return ehDeProcuracao(especie) ? escreverDeProcuracao(entidade, especie, endereco) : undefined
}

function ehDeProcuracao(especie: string): especie is EspecieDeProcuracao {
  return Object.hasOwn(cartasDeProcuracao, especie)
}

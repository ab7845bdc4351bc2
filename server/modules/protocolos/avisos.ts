import type { Requerente } from '../../domain/requerente.js'
import type { Platform } from '../../platform/platform.js'
import type { Dono } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

/**
 * The addresses to which the notice of an opening goes: the one that was given, and a second one of the conta's if it wants copies.
 * A conta that wants no notices silences its own addresses, never somebody else's. Who acts for another is told too, unless they want none.
 */
export async function caixasDoAviso(platform: Platform, requerente: Requerente, sessao: Dono | undefined): Promise<string[]> {
  const dada = 'email' in requerente ? requerente.email : undefined
  // Where the conta is being deleted it is waited for here, and not where every other opening would wait behind.
  const escolhas = sessao && (await platform.db.transaction((tx) => queries.escolhasDeAviso(tx, sessao.contaId)))
  const doProcurador = sessao?.por && (await queries.escolhasDeAviso(platform.db.sql, sessao.por.contaId))
  const caixas = escolher(dada, escolhas)
  const { abertura, email } = doProcurador ?? {}
  return abertura && email && !caixas.some((caixa) => caixa.toLowerCase() === email.toLowerCase()) ? [...caixas, email] : caixas
}

function escolher(dada: string | undefined, escolhas: queries.EscolhasDeAviso | undefined): string[] {
  if (dada === undefined) return []
  if (!escolhas) return [dada]
  const { email, segundo, abertura, copia } = escolhas
  const e = (outra: string | null) => outra?.toLowerCase() === dada.toLowerCase()
  if (!abertura) return e(email) || e(segundo) ? [] : [dada]
  return copia && segundo !== null && !e(segundo) ? [dada, segundo] : [dada]
}

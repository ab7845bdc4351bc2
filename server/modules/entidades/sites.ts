import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from './entidade-aberta.js'

/** Exact origins whose pages may use an entidade. */
export type Sites = (entidade: EntidadeAberta) => readonly string[]

/**
 * The sites of each entidade: its own, this server's, and the demo's host pages.
 * @param extraOrigins exact origins that may use every entidade.
 */
export function sitesDe({ config }: Platform, extraOrigins: readonly string[] = []): Sites {
  const sempre = [new URL(config.address).origin, ...extraOrigins]
  return ({ arquivo }) => [...sempre, ...arquivo.origens]
}

/** Whether an address is of a domain, or of one under it. */
export function estaSob(dominio: string, endereco: string): boolean {
  const { hostname } = new URL(endereco)
  return hostname === dominio || hostname.endsWith(`.${dominio}`)
}

import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from './entidade-aberta.js'

/** Whether the pages of an exact origin may use an entidade. */
export type Sites = (entidade: EntidadeAberta, origem: string) => boolean

/**
 * The sites of each entidade: its own, this server's, and the demo's host pages.
 * @param tambem whether an origin may use every entidade.
 */
export function sitesDe({ config }: Platform, tambem: (origem: string) => boolean = () => false): Sites {
  const deste = new URL(config.address).origin
  return ({ arquivo }, origem) => origem === deste || arquivo.origens.includes(origem) || tambem(origem)
}

/** Whether an address is of a domain, or of one under it. */
export function estaSob(dominio: string, endereco: string): boolean {
  const { hostname } = new URL(endereco)
  return hostname === dominio || hostname.endsWith(`.${dominio}`)
}

import type { Poder } from '../../server/contract/procuracoes.js'
import { naAba } from './navegador.js'

/** For whom who is signed in acts in this tab, by a procuracao. */
export interface Agindo {
  /** Of the procuracao. */
  id: string
  nome: string
  documento: string
  poderes: readonly Poder[]
}

/** Kept in the tab, so that another one, and whoever signs in next, acts for themselves. */
function chaveDe(entidade: string): string {
  return `protocolo-agindo ${entidade}`
}

/** @param conta of who is signed in: what another one kept here is nobody's */
export function lerAgindo(entidade: string, conta: string | undefined): Agindo | undefined {
  const guardado = naAba<Partial<Guardado> | null>((aba) => JSON.parse(aba.getItem(chaveDe(entidade)) ?? 'null'))
  return ehGuardado(guardado) && guardado.conta === conta ? guardado.agindo : undefined
}

const avisos = new EventTarget()

/** From now on the person acts for somebody, or for themselves. */
export function guardarAgindo(entidade: string, conta: string, agindo: Agindo | undefined): void {
  naAba((aba) => (agindo ? aba.setItem(chaveDe(entidade), JSON.stringify({ conta, agindo })) : aba.removeItem(chaveDe(entidade))))
  avisos.dispatchEvent(new Event('mudou'))
}

/** Hears of it when for whom one acts changes in this tab. @returns what stops it */
export function ouvirAgindo(aoMudar: () => void): () => void {
  avisos.addEventListener('mudou', aoMudar)
  return () => avisos.removeEventListener('mudou', aoMudar)
}

interface Guardado {
  conta: string
  agindo: Agindo
}

function ehGuardado(valor: Partial<Guardado> | undefined | null): valor is Guardado {
  return typeof valor?.agindo?.nome === 'string'
}

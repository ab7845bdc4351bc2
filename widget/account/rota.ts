import { nestaPagina } from '../base/vizinhos.js'
import type { TelaDaConta } from './conta.js'

/** Parts of a hash; those without a value are left out of it. */
export type Partes = Readonly<Record<string, string | undefined>>

/** Where a tag is, as the page's hash says: `#painel=processos&situacao=pendente`. */
export interface Rota<Tela extends string> {
  tela: Tela | TelaDaConta
  /** The rest of the hash. */
  partes: Readonly<Record<string, string>>
  /** What the link of an e-mail brought. */
  link: string
}

/** The hash of a view; empty parts are left out. */
export function hashDe(nome: string, tela: string, partes: Partes = {}): string {
  const cheias = Object.entries(partes).flatMap(([parte, valor]): [string, string][] => (valor ? [[parte, valor]] : []))
  return `#${new URLSearchParams([[nome, tela], ...cheias])}`
}

/** Goes to a hash as a new entry of the browser's history. Sandboxed pages refuse: then the view changes without. */
export function anotarRota(hash: string, como: 'pushState' | 'replaceState' = 'pushState'): void {
  if (hash === location.hash) return
  try {
    history[como](history.state, '', nestaPagina(hash))
  } catch (erro) {
    if (!(erro instanceof DOMException)) throw erro
  }
}

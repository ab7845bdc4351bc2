import { type TelaDaConta, telasDaConta } from '../../account/conta.js'

/** The views for who is signed in. */
export const telasDeDentro = ['inicio', 'processos', 'processo', 'pendencias', 'liberados', 'dados'] as const
export type TelaDeDentro = (typeof telasDeDentro)[number]
export type Tela = TelaDaConta | TelaDeDentro

/** Where the panel is, as the page's hash says: `#painel=processos&situacao=pendente`. */
export interface Rota {
  tela: Tela
  /** The rest of the hash. */
  partes: Readonly<Record<string, string>>
  /** What the link of an e-mail brought. */
  link: string
}

const telas: readonly Tela[] = [...telasDaConta, ...telasDeDentro]

/** The rota in the page's address; undefined when the hash is not the panel's. */
export function lerRota(hash: string): Rota | undefined {
  if (hash === '#entrar') return { tela: 'entrar', partes: {}, link: '' }
  const { painel, confirmar, senha, ...partes } = Object.fromEntries(new URLSearchParams(hash.slice(1)))
  if (confirmar) return { tela: 'link', partes: {}, link: confirmar }
  if (senha) return { tela: 'senha-nova', partes: {}, link: senha }
  const tela = telas.find((uma) => uma === painel)
  return tela && tela !== 'link' && tela !== 'senha-nova' ? { tela, partes, link: '' } : undefined
}

/** The hash of a view; empty parts are left out. */
export function hashDe(tela: Tela, partes: Readonly<Record<string, string | undefined>> = {}): string {
  const cheias = Object.entries(partes).flatMap(([nome, valor]): [string, string][] => (valor ? [[nome, valor]] : []))
  return `#${new URLSearchParams([['painel', tela], ...cheias])}`
}

/** Goes to a hash as a new entry of the browser's history. Sandboxed pages refuse: then the view changes without. */
export function anotarRota(hash: string, como: 'pushState' | 'replaceState' = 'pushState'): void {
  if (hash === location.hash) return
  try {
    history[como](history.state, '', hash)
  } catch (erro) {
    if (!(erro instanceof DOMException)) throw erro
  }
}

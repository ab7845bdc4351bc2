import { telasAbertasDaConta, telasDaConta } from '../../account/conta.js'
import type { Rota as RotaEm } from '../../account/rota.js'
import type { TelaDoPainel } from '../../base/eventos.js'

const abertas = ['inicio', 'processos', 'pendencias', 'liberados', 'procuracoes', 'dados'] as const
/** The views for who is signed in. */
const telasDeDentro = [...abertas, 'processo', 'responder'] as const
export type TelaDeDentro = (typeof telasDeDentro)[number]
export type Rota = RotaEm<TelaDeDentro>

/** Those that a page may ask for. */
export const telasParaAPagina: readonly TelaDoPainel[] = [...abertas, ...telasAbertasDaConta]

const telas: readonly Rota['tela'][] = [...telasDaConta, ...telasDeDentro]

/** The rota in the page's address; undefined when the hash is not the panel's. */
export function lerRota(hash: string): Rota | undefined {
  if (hash === '#entrar') return { tela: 'entrar', partes: {}, link: '' }
  const { painel, confirmar, senha, ...partes } = Object.fromEntries(new URLSearchParams(hash.slice(1)))
  if (confirmar) return { tela: 'link', partes: {}, link: confirmar }
  if (senha) return { tela: 'senha-nova', partes: {}, link: senha }
  const tela = telas.find((uma) => uma === painel)
  return tela && tela !== 'link' && tela !== 'senha-nova' ? { tela, partes, link: '' } : undefined
}

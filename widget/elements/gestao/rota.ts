import { telasAbertasDaConta, telasDaConta } from '../../account/conta.js'
import type { Rota as RotaEm } from '../../account/rota.js'
import type { TelaDaGestao } from '../../base/eventos.js'

const abertas = ['fila', 'balcao', 'indicadores', 'administracao'] as const
/** The views of the desk. */
export const telasDaMesa = [...abertas, 'processo'] as const
export type TelaDaMesa = (typeof telasDaMesa)[number]
export type Rota = RotaEm<TelaDaMesa>
export type Partes = Rota['partes']

/** Those that a page may ask for. */
export const telasParaAPagina: readonly TelaDaGestao[] = [...abertas, ...telasAbertasDaConta]

const telas: readonly Rota['tela'][] = [...telasDaConta, ...telasDaMesa]

/** The rota in the page's address; undefined when the hash is not the desk's. Links of e-mails lead to the panel, not here. */
export function lerRota(hash: string): Rota | undefined {
  const { gestao, ...partes } = Object.fromEntries(new URLSearchParams(hash.slice(1)))
  const tela = telas.find((uma) => uma === gestao)
  return tela && tela !== 'link' && tela !== 'senha-nova' ? { tela, partes, link: '' } : undefined
}

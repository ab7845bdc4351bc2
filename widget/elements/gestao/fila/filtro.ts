import type { Fila, FiltroDaFila } from '../../../client/gestao.js'
import { gestao as textos } from '../../../texts/gestao.pt-BR.js'
import type { Partes } from '../rota.js'

/** The queues, in the order in which they are offered. */
export const filas = Object.keys(textos.filas) as Fila[]

/** Parts of the hash that narrow a queue. */
export const partesDoFiltro = ['tipo', 'situacao', 'responsavel', 'de', 'ate', 'busca'] as const

/** The queue that a hash names; the unidade's when it names none. */
export function filaDe({ fila }: Partes): Fila {
  return filas.find((uma) => uma === fila) ?? 'unidade'
}

/** What the API is asked for. */
export function filtroDe(partes: Partes): FiltroDaFila {
  const nomes = ['unidade', ...partesDoFiltro] as const
  const cheias = nomes.flatMap((nome) => (partes[nome] ? [[nome, partes[nome]]] : []))
  return { fila: filaDe(partes), ...Object.fromEntries(cheias) }
}

/** Those in use, besides the queue and the unidade. */
export function emUso(partes: Partes): (typeof partesDoFiltro)[number][] {
  return partesDoFiltro.filter((nome) => partes[nome])
}

import type { Idioma } from './voz.js'

const dicionarios = {
  en: { cidadao: () => import('./en/cidadao.js'), gestao: () => import('./en/gestao.js') },
  es: { cidadao: () => import('./es/cidadao.js'), gestao: () => import('./es/gestao.js') },
}

let falaDaGestao = false

/**
 * A language and its words, of each part by name. What is none of ours is pt-BR, which has no other words; `es-AR` is `es`.
 * @param diz whose words: the desk says those of the citizens too
 */
export async function aprender(pedido: string, diz: 'cidadao' | 'gestao'): Promise<[Idioma, Readonly<Record<string, object>>]> {
  falaDaGestao ||= diz === 'gestao'
  const idioma = pedido.slice(0, 2).toLowerCase()
  if (idioma !== 'en' && idioma !== 'es') return ['pt-BR', {}]
  const { cidadao, gestao } = dicionarios[idioma]
  const partes = await Promise.all([cidadao(), ...(falaDaGestao ? [gestao()] : [])])
  return [idioma, Object.assign({}, ...partes.map(({ palavras }) => palavras))]
}

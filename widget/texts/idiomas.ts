import type { falar } from './voz.js'

const dicionarios = {
  en: { cidadao: () => import('./en/cidadao.js'), gestao: () => import('./en/gestao.js') },
  es: { cidadao: () => import('./es/cidadao.js'), gestao: () => import('./es/gestao.js') },
}

let falaDaGestao = false

/**
 * What `falar` takes of a language. What is none of ours is pt-BR, which has no other words; `es-AR` is `es`.
 * @param diz whose words: the desk says those of the citizens too
 */
export async function aprender(pedido: string, diz: 'cidadao' | 'gestao'): Promise<Parameters<typeof falar>> {
  falaDaGestao ||= diz === 'gestao'
  const idioma = pedido.slice(0, 2).toLowerCase()
  if (idioma !== 'en' && idioma !== 'es') return ['pt-BR', {}]
  const { cidadao, gestao } = dicionarios[idioma]
  const [{ palavras, frases }, daGestao] = await Promise.all([cidadao(), falaDaGestao ? gestao() : undefined])
  return [idioma, { ...palavras, ...daGestao?.palavras }, frases]
}

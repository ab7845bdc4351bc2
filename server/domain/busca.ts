import { semAcento } from './texto.js'

interface Procuravel {
  nome: string
  descricao: string
  palavras?: readonly string[]
}

const vazias = ' a ao aos as com da das de do dos e em eu meu minha na no o os ou para por pra quero que sobre um uma '

/**
 * The tipos that a person may mean, best first: those where every word is found or, when there are none, where some are.
 * A word weighs most in the name, then among the keywords, then in the description. Without words, all in their order.
 */
export function buscarTipos<T extends Procuravel>(tipos: readonly T[], texto: string): T[] {
  const procuradas = palavrasDe(texto.slice(0, 200)).filter((palavra) => !vazias.includes(` ${palavra} `))
  if (procuradas.length === 0) return [...tipos]
  const achados = tipos.map((tipo) => ({ tipo, pontos: procuradas.map((palavra) => pontuar(tipo, palavra)) }))
  const completos = achados.filter((achado) => achado.pontos.every(Boolean))
  const escolhidos = completos.length > 0 ? completos : achados.filter((achado) => achado.pontos.some(Boolean))
  return escolhidos.sort((a, b) => soma(b.pontos) - soma(a.pontos)).map((achado) => achado.tipo)
}

function pontuar(tipo: Procuravel, procurada: string): number {
  if (contem(tipo.nome, procurada)) return 9
  if ((tipo.palavras ?? []).some((palavra) => contem(palavra, procurada))) return 6
  return contem(tipo.descricao, procurada) ? 2 : 0
}

/** Beginnings match ("arvo", "árvore") and so do endings that Portuguese adds ("árvores", "podar"). */
function contem(texto: string, procurada: string): boolean {
  return palavrasDe(texto).some(
    (palavra) =>
      palavra.startsWith(procurada) ||
      (palavra.length >= 4 && palavra.length >= procurada.length - 3 && procurada.startsWith(palavra.replace(/[aeo]s?$/, ''))),
  )
}

function palavrasDe(texto: string): string[] {
  return semAcento(texto).match(/[\p{Letter}\p{Number}]+/gu) ?? []
}

function soma(numeros: readonly number[]): number {
  return numeros.reduce((total, numero) => total + numero, 0)
}

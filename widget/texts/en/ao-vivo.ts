import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const aoVivo: Traducao<Vozes['aoVivo']> = {
  soNaAba: 'This browser does not keep you signed in. If you reload or close the page, sign in again.',
  mudou: (numero, situacao) => `Request ${numero} changed to ${situacao}.`,
  novidade: (numero) => `There is news on request ${numero}.`,
  novo: (numero) => `New request in your list: ${numero}.`,
  varios: (quantos) => `${quantos} requests have news.`,
}

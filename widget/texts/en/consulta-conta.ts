import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const consultaConta: Traducao<Vozes['consultaConta']> = {
  entrou: (nome) => `You are signed in as ${nome}.`,
  seu: 'This request is yours.',
  noPainel: 'See it in My requests',
  verTudo: 'See everything, without a code',
  abrindo: 'Opening…',
}

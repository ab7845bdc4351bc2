import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const porta: Traducao<Vozes['porta']> = {
  nome: 'Your account',
  fechar: 'Close',
  entrou: (nome) => `You are signed in as ${nome}.`,
}

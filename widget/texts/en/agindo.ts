import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const agindo: Traducao<Vozes['agindo']> = {
  procuracoes: 'Powers of attorney',
  barra: 'You are acting for',
  voltar: 'Go back to being you',
  comecou: (nome) => `You are now acting for ${nome}.`,
  voltou: 'You are now acting for yourself.',
  terminou: (nome) => `The power of attorney of ${nome} is no longer valid, or does not allow this. You are now acting for yourself.`,
}

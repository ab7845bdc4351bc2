import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const convite: Traducao<Vozes['consultaConvite']> = {
  entrada: 'Sign in',
  resultado: 'Is it yours? Sign in to your account',
}

import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const convite: Traducao<Vozes['novoConvite']> = {
  texto: 'Already have an account? Sign in and skip filling in your details again.',
  entrar: 'Sign in',
}

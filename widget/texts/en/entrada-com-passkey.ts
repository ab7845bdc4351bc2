import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const entradaComPasskey: Traducao<Vozes['entradaComPasskey']> = {
  entrar: 'Sign in with a passkey',
  esperando: 'Waiting for the passkey…',
  ou: 'or',
  comSenha: 'Sign in with a password',
}

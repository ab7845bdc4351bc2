import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const passkeyNova: Traducao<Vozes['passkeyNova']> = {
  criar: 'Create a passkey',
  criando: 'Creating…',
  paraCriar: 'This is to create a passkey.',

  titulo: 'Sign in faster next time',
  texto: 'Create a passkey on this device and sign in with your fingerprint, face or screen lock, without typing the password.',
  agoraNao: 'Not now',
  feita: 'Passkey created. Next time, sign in with it.',
}

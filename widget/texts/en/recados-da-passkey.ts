import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const recadosDaPasskey: Traducao<Vozes['recadosDaPasskey']> = {
  desistiu: 'The passkey was not used. Try again whenever you like or continue in another way.',
  parada: '',
  repetida: 'This device already has a passkey for this account.',
  impossivel: 'This browser could not use a passkey here. Continue in another way.',
  recusada: 'This passkey is no longer valid for this account. Use another passkey or the password.',
  vencida: 'The time to use the passkey ran out. Try again.',
}

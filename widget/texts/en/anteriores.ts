import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const anteriores: Traducao<Vozes['anteriores']> = {
  titulo: (quantos) =>
    quantos === 1
      ? 'We found 1 request you made before you had an account'
      : `We found ${quantos} requests you made before you had an account`,
  ajuda: 'They were made with your document number and your email.',
  juntar: 'Add to my account',
  juntando: 'Adding…',
  juntou: 'Done: the requests are in your account.',
}

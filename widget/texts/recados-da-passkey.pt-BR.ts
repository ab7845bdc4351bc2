import type { MotivoDaPasskey } from '../client/passkey-nao-usada.js'
import { voz } from './voz.js'

/** Said when nothing came of a passkey, in plain Brazilian Portuguese: nobody did anything wrong. */
export const recadosDaPasskey = voz<Readonly<Record<MotivoDaPasskey | 'recusada' | 'vencida', string>>>('recadosDaPasskey', {
  desistiu: 'A chave de acesso não foi usada. Tente de novo quando quiser ou continue de outro jeito.',
  parada: '',
  repetida: 'Este aparelho já guarda uma chave de acesso desta conta.',
  impossivel: 'Este navegador não conseguiu usar uma chave de acesso aqui. Continue de outro jeito.',
  recusada: 'Esta chave de acesso não vale mais para esta conta. Use outra chave ou a senha.',
  vencida: 'O tempo para usar a chave de acesso acabou. Tente de novo.',
})

import type { EspecieDeContato } from '../../server/contract/contas.js'
import { voz } from './voz.js'

/** What is said of contacts that wait for their code, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const contatosAConfirmar = voz('contatosAConfirmar', {
  titulo: 'Falta só confirmar',
  especies: { email: 'E-mail novo', emailAlternativo: 'Segundo e-mail', telefone: 'Celular' } satisfies Record<EspecieDeContato, string>,
  ir: 'Escrever o código',
})

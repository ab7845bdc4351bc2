import { voz } from './voz.js'

/** What the dialog to sign in says around the views of a conta. Other languages follow the same keys. */
export const porta = voz('porta', {
  nome: 'Sua conta',
  fechar: 'Fechar',
  entrou: (nome: string) => `Você entrou como ${nome}.`,
})

import { voz } from './voz.js'

/** What `<protocolo-novo>` says to who may have a conta and is not signed in. Other languages follow the same keys. */
export const convite = voz('novoConvite', {
  texto: 'Já tem conta? Entre e não preencha os seus dados de novo.',
  entrar: 'Entrar',
})

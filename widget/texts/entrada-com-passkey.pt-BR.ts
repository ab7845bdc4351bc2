import { voz } from './voz.js'

/** What the form to sign in says of passkeys, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const entradaComPasskey = voz('entradaComPasskey', {
  entrar: 'Entrar com chave de acesso',
  esperando: 'Esperando a chave de acesso…',
  ou: 'ou',
  comSenha: 'Entrar com senha',
})

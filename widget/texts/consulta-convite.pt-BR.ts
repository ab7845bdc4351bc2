import { voz } from './voz.js'

/** What `<protocolo-consulta>` says to who is not signed in. Other languages follow the same keys. */
export const convite = voz('consultaConvite', {
  entrada: 'Entrar',
  resultado: 'É seu? Entre na sua conta',
})

import { voz } from './voz.js'

/** What `<protocolo-consulta>` says to who is signed in. Other languages follow the same keys. */
export const consultaConta = voz('consultaConta', {
  entrou: (nome: string) => `Você entrou como ${nome}.`,
  seu: 'Este protocolo é seu.',
  noPainel: 'Ver em Meus processos',
  verTudo: 'Ver tudo, sem código',
  abrindo: 'Abrindo…',
})

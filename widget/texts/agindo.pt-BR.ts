import { voz } from './voz.js'

/** What says for whom one acts. Other languages follow the same keys. */
export const agindo = voz('agindo', {
  procuracoes: 'Procurações',
  barra: 'Você está agindo por',
  voltar: 'Voltar a ser você',
  comecou: (nome: string) => `Agora você age por ${nome}.`,
  voltou: 'Agora você age por você.',
  terminou: (nome: string) => `A procuração de ${nome} não vale mais, ou não permite isto. Agora você age por você.`,
})

import { voz } from './voz.js'

/** What is said of personal data where they are asked for, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const ciencia = voz('ciencia', {
  titulo: 'Como cuidamos dos seus dados',
  resto: 'Ler o aviso inteiro',
  completa: 'Ver o aviso no site',
  encarregado: 'Dúvidas sobre os seus dados? Fale com a pessoa encarregada:',
  marcar: 'Li como meus dados são usados',
  falta: 'Marque que você leu como os dados são usados.',
})

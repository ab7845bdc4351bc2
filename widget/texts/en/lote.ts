import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

const casos = (quantos: number) => (quantos === 1 ? '1 case' : `${quantos} cases`)

export const lote: Traducao<Vozes['lote']> = {
  barra: 'What to do with the selected cases',
  selecionados: (quantos) => `${quantos} selected`,
  limite: 'You can select up to 100 at a time.',
  limpar: 'Clear selection',
  abrir: { receber: 'Receive', atribuir: 'Assign to…', encaminhar: 'Forward to…' },
  titulo: {
    receber: (quantos) => `Receive ${casos(quantos)}`,
    atribuir: (quantos) => `Assign ${casos(quantos)}`,
    encaminhar: (quantos) => `Forward ${casos(quantos)}`,
  },
  explica: {
    receber: 'The department now looks after them. The person who asked sees that the review has begun.',
    atribuir: 'The chosen person now answers for them.',
    encaminhar: 'They leave your department and go to the chosen one. This cannot be undone from here.',
  },
  quais: (quantos) => `See ${casos(quantos)}`,
  para: 'Assign to',
  escolha: 'Choose',
  ninguem: 'No one',
  destino: 'Receiving department',
  despacho: 'Decision note',
  despachoAjuda: 'The same text goes in all of them.',
  quemLe: 'Who can read the decision note',
  publico: 'The person who asked can read it too',
  privado: 'Only staff can read it',
  prazo: 'Return by',
  prazoAjuda: 'Day and time. Leave it empty if it does not need to come back.',
  opcional: '(optional)',
  cancelar: 'Cancel',
  fechar: 'Close',
  fazendo: 'Working…',
  erros: {
    titulo: 'Check before you continue',
    para: 'Choose who to assign to.',
    destino: 'Choose the receiving department.',
    texto: 'Write the decision note.',
  },
  feitos: {
    receber: (quantos) => `${casos(quantos)} received.`,
    atribuir: (quantos) => `${casos(quantos)} assigned.`,
    encaminhar: (quantos) => `${casos(quantos)} forwarded.`,
  },
  recusados: (quantos) => (quantos === 1 ? '1 case stayed as it was:' : `${quantos} cases stayed as they were:`),
}

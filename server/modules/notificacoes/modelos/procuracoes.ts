import type { EntidadeAberta } from '../../entidades/entidade-aberta.js'
import type { Carta } from '../carta.js'

/** What a conta is told of a procuracao, by what happened to it. */
export const cartasDeProcuracao = {
  'procuracao-pedida': {
    assunto: 'Alguém pediu para agir em seu nome',
    titulo: 'Um pedido para agir em seu nome',
    texto: 'Uma pessoa pediu para agir em seu nome aqui. Entre na conta para ver quem é e o que ela poderá fazer, e aceite ou recuse.',
  },
  'procuracao-aceita': {
    assunto: 'Uma procuração começou a valer',
    titulo: 'Uma procuração foi aceita',
    texto: 'Uma procuração em que você está foi aceita. Entre na conta para ver o que ela permite e até quando vale.',
  },
  'procuracao-recusada': {
    assunto: 'Uma procuração foi recusada',
    titulo: 'Uma procuração foi recusada',
    texto: 'Uma procuração em que você está foi recusada e não vale. Entre na conta para ver qual.',
  },
  'procuracao-encerrada': {
    assunto: 'Uma procuração terminou',
    titulo: 'Uma procuração foi encerrada',
    texto: 'Uma procuração em que você está foi encerrada e não vale mais. Entre na conta para ver qual.',
  },
} as const

export type EspecieDeProcuracao = keyof typeof cartasDeProcuracao

/** Nothing in these was typed by who asked, so that nobody writes to others through the entidade. */
export function escreverDeProcuracao({ arquivo }: EntidadeAberta, especie: EspecieDeProcuracao, endereco: string): Carta {
  const { assunto, titulo, texto } = cartasDeProcuracao[especie]
  return {
    assunto,
    resumo: titulo,
    titulo,
    partes: [
      { especie: 'paragrafo', texto },
      { especie: 'acao', rotulo: 'Ver as procurações', endereco },
      { especie: 'paragrafo', texto: 'Você pode encerrar uma procuração quando quiser, na sua conta.' },
    ],
    motivo: `Você recebeu esta mensagem porque tem uma conta com este e-mail em ${arquivo.nome}.`,
  }
}

import { emAberto, type Situacao, situacoes } from './situacao.js'

/** What may be done with a protocolo, in the order in which it is offered. */
export const acoes = ['comprovante', 'trocar_codigo', 'mensagem'] as const
export type Acao = (typeof acoes)[number]

/** As what somebody asks: `dono` is the conta whose panel shows the protocolo. */
export type QuemAge = 'dono'

interface Regra {
  quem: readonly QuemAge[]
  em: readonly Situacao[]
}

const regras: Readonly<Record<Acao, Regra>> = {
  comprovante: { quem: ['dono'], em: situacoes },
  trocar_codigo: { quem: ['dono'], em: situacoes },
  mensagem: { quem: ['dono'], em: situacoes.filter(emAberto) },
}

/** What `quem` may do with a protocolo where it stands. */
export function acoesDe(situacao: Situacao, quem: QuemAge): Acao[] {
  return acoes.filter((acao) => regras[acao].quem.includes(quem) && regras[acao].em.includes(situacao))
}

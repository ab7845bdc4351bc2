/** Where a protocolo stands. `resultado`, `sigilo` and extension are fields of their own, never folded in here. */
export const situacoes = ['nao_analisado', 'em_andamento', 'pendente', 'parado', 'encerrado', 'cancelado'] as const
export type Situacao = (typeof situacoes)[number]

export const resultados = ['deferido', 'deferido_em_parte', 'indeferido', 'sem_merito', 'atendido'] as const
export type Resultado = (typeof resultados)[number]

/** From each situacao, those it may change to. An opening issues the number and starts at `nao_analisado`. */
const transicoes: Readonly<Record<Situacao, readonly Situacao[]>> = {
  nao_analisado: ['em_andamento', 'cancelado'],
  em_andamento: ['em_andamento', 'pendente', 'parado', 'encerrado', 'cancelado'],
  pendente: ['em_andamento', 'encerrado', 'cancelado'],
  parado: ['em_andamento', 'cancelado'],
  encerrado: ['em_andamento'],
  cancelado: [],
}

export function podeMudar(de: Situacao, para: Situacao): boolean {
  return transicoes[de].includes(para)
}

/** Whether somebody still has to do something about it. */
export function emAberto(situacao: Situacao): boolean {
  return situacao !== 'encerrado' && situacao !== 'cancelado'
}

/** What a person may choose to be told of. */
export const assuntosDeAviso = ['andamento', 'pendencia', 'mensagem', 'prazo', 'conclusao'] as const
export type AssuntoDeAviso = (typeof assuntosDeAviso)[number]

interface Regra {
  /** People are told, those who want to hear of this. */
  pessoas?: AssuntoDeAviso
  /** The box of the unidade is told: of the one it goes to, or else of the one that holds it. */
  unidade?: true
  /** The official to whom it is assigned is told. */
  responsavel?: true
}

/**
 * Who is told of what. The especies of tramites, and what else happens to a protocolo. An opening is told by e-mails of its own; who of a
 * unidade answers for it, and that it was put away, is the unidade's own business.
 */
export const regrasDeAviso = {
  abertura: {},
  recebimento: { pessoas: 'andamento' },
  atribuicao: {},
  encaminhamento: { pessoas: 'andamento', unidade: true },
  despacho: { pessoas: 'andamento' },
  reclassificacao: { pessoas: 'andamento' },
  exigencia: { pessoas: 'pendencia' },
  dispensa: { pessoas: 'pendencia' },
  resposta: { unidade: true },
  parada: { pessoas: 'andamento' },
  retomada: { pessoas: 'andamento' },
  prorrogacao: { pessoas: 'andamento' },
  encerramento: { pessoas: 'conclusao' },
  cancelamento: { pessoas: 'conclusao', unidade: true },
  recurso: { pessoas: 'andamento', unidade: true },
  reabertura: { pessoas: 'andamento' },
  arquivamento: {},
  mensagem: { pessoas: 'mensagem' },
  mensagem_do_requerente: { unidade: true },
  vista: { pessoas: 'andamento' },
  pendencia_perto: { pessoas: 'prazo' },
  prazo_perto: { unidade: true, responsavel: true },
  retorno_vencido: { unidade: true, responsavel: true },
} as const satisfies Record<string, Regra>

export type Novidade = keyof typeof regrasDeAviso

export function regraDeAviso(novidade: Novidade): Regra {
  return regrasDeAviso[novidade]
}

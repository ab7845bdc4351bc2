import { emAberto, type Situacao, situacoes } from './situacao.js'

export const papeis = ['atendente', 'gestor', 'administrador'] as const
/** What somebody is in a unidade. */
export type Papel = (typeof papeis)[number]

/** As what somebody acts: `requerente` is whoever the protocolo is shown to as their own, a procurador with the power included. */
export const agentes = ['requerente', ...papeis] as const
export type Agente = (typeof agentes)[number]

/** What has to be so of a protocolo, besides its situacao, before something may be done. */
export interface Fatos {
  situacao: Situacao
  /** By the unidade that holds it. */
  recebido: boolean
  /** Its prazo was extended already. */
  prorrogado: boolean
  /** Some pendencia is open whose due date has passed. */
  pendenciaVencida: boolean
  /** Today is within the term for an appeal. */
  cabeRecurso: boolean
  arquivado: boolean
  /** The requerente has evaluated it. */
  avaliado: boolean
}

export interface Permissao {
  quem: readonly Agente[]
  /** Of officials: whether only those of the unidade that holds it, or those of any unidade of the entidade that may see it. */
  onde: 'unidade' | 'entidade'
  em: readonly Situacao[]
  /** Where it leads, when it leads somewhere. */
  para?: Situacao
  se?: (fatos: Fatos) => boolean
  /** What it is, and under which condition, in words for the documentation. */
  descricao: string
}

const daUnidade = ['atendente', 'gestor'] as const
const abertos = situacoes.filter(emAberto)
const terminados = situacoes.filter((situacao) => !emAberto(situacao))

/** Who may do what with a protocolo, and when. The API's checks, `acoes` and the documentation all come from here. */
export const permissoes = {
  receber: {
    quem: daUnidade,
    onde: 'unidade',
    em: ['nao_analisado', 'em_andamento'],
    para: 'em_andamento',
    se: ({ recebido }) => !recebido,
    descricao: 'Receber na unidade.',
  },
  atribuir: { quem: daUnidade, onde: 'unidade', em: abertos, descricao: 'Atribuir a alguém da unidade, ou a ninguém.' },
  encaminhar: {
    quem: daUnidade,
    onde: 'unidade',
    em: ['nao_analisado', 'em_andamento'],
    para: 'em_andamento',
    descricao: 'Encaminhar a outra unidade; o que ninguém recebeu ainda é recebido antes.',
  },
  despachar: { quem: daUnidade, onde: 'unidade', em: ['em_andamento', 'pendente', 'parado'], descricao: 'Escrever um despacho.' },
  exigir: { quem: daUnidade, onde: 'unidade', em: ['em_andamento'], para: 'pendente', descricao: 'Pedir algo a quem fez o pedido.' },
  dispensar: {
    quem: daUnidade,
    onde: 'unidade',
    em: ['pendente'],
    descricao: 'Dispensar o que foi pedido; a última dispensa retoma o andamento.',
  },
  parar: { quem: daUnidade, onde: 'unidade', em: ['em_andamento'], para: 'parado', descricao: 'Parar até um dia, com o motivo.' },
  retomar: { quem: daUnidade, onde: 'unidade', em: ['parado'], para: 'em_andamento', descricao: 'Retomar o que estava parado.' },
  prorrogar: {
    quem: ['gestor'],
    onde: 'unidade',
    em: abertos,
    se: ({ prorrogado }) => !prorrogado,
    descricao: 'Prorrogar o prazo, uma vez, com o motivo (Lei 13.460, art. 16).',
  },
  reclassificar: { quem: daUnidade, onde: 'unidade', em: abertos, descricao: 'Mudar o serviço ou o interessado.' },
  mudar_sigilo: { quem: ['gestor'], onde: 'unidade', em: abertos, descricao: 'Mudar o sigilo.' },
  concluir: {
    quem: ['gestor'],
    onde: 'unidade',
    em: ['em_andamento'],
    para: 'encerrado',
    se: ({ recebido }) => recebido,
    descricao: 'Concluir, com resultado e despacho fundamentado.',
  },
  encerrar_sem_resposta: {
    quem: daUnidade,
    onde: 'unidade',
    em: ['pendente'],
    para: 'encerrado',
    se: ({ pendenciaVencida }) => pendenciaVencida,
    descricao: 'Encerrar sem análise do mérito, depois que venceu o dia de responder.',
  },
  cancelar: { quem: ['administrador'], onde: 'entidade', em: abertos, para: 'cancelado', descricao: 'Cancelar, com o motivo.' },
  reabrir: { quem: ['gestor'], onde: 'unidade', em: ['encerrado'], para: 'em_andamento', descricao: 'Reabrir, com o motivo.' },
  arquivar: { quem: daUnidade, onde: 'unidade', em: terminados, se: ({ arquivado }) => !arquivado, descricao: 'Arquivar.' },
  escrever: { quem: daUnidade, onde: 'unidade', em: abertos, descricao: 'Escrever uma mensagem a quem fez o pedido.' },
  conceder_vista: {
    quem: ['gestor'],
    onde: 'unidade',
    em: situacoes,
    descricao: 'Liberar a consulta a outra pessoa até uma data, ou encerrar a liberação.',
  },

  comprovante: { quem: ['requerente', ...papeis], onde: 'entidade', em: situacoes, descricao: 'Baixar o comprovante.' },
  trocar_codigo: { quem: ['requerente'], onde: 'entidade', em: situacoes, descricao: 'Trocar o código de acesso.' },
  mensagem: { quem: ['requerente'], onde: 'entidade', em: abertos, descricao: 'Escrever uma mensagem à unidade.' },
  responder: {
    quem: ['requerente'],
    onde: 'entidade',
    em: ['pendente'],
    descricao: 'Responder ao que foi pedido; a última resposta retoma o andamento.',
  },
  desistir: { quem: ['requerente'], onde: 'entidade', em: abertos, para: 'cancelado', descricao: 'Desistir do pedido.' },
  recorrer: {
    quem: ['requerente'],
    onde: 'entidade',
    em: ['encerrado'],
    para: 'em_andamento',
    se: ({ cabeRecurso }) => cabeRecurso,
    descricao: 'Recorrer ou pedir a reabertura, no prazo do recurso.',
  },
  avaliar: {
    quem: ['requerente'],
    onde: 'entidade',
    em: ['encerrado'],
    se: ({ avaliado }) => !avaliado,
    descricao: 'Avaliar o atendimento (Lei 13.460, art. 23).',
  },
} as const satisfies Record<string, Permissao>

export type Acao = keyof typeof permissoes

/** In the order in which they are offered. */
export const acoes = Object.keys(permissoes) as [Acao, ...Acao[]]

/** As what somebody stands before a protocolo: as its requerente, or with a papel, in the unidade that holds it or in another. */
export type Posicao = { agente: 'requerente' } | { agente: Papel; naUnidade: boolean }

/** What somebody who stands so may do with a protocolo as it is. */
export function acoesDe(fatos: Fatos, posicoes: readonly Posicao[]): Acao[] {
  return acoes.filter((acao) => pode(acao, fatos, posicoes))
}

export function pode(acao: Acao, fatos: Fatos, posicoes: readonly Posicao[]): boolean {
  const permissao: Permissao = permissoes[acao]
  return (
    permissao.em.includes(fatos.situacao) &&
    (permissao.se?.(fatos) ?? true) &&
    posicoes.some((posicao) => permissao.quem.includes(posicao.agente) && alcanca(permissao, posicao))
  )
}

function alcanca({ onde }: Permissao, posicao: Posicao): boolean {
  return posicao.agente === 'requerente' || onde === 'entidade' || posicao.naUnidade
}

import { lerDocumento } from './documento.js'
import { type CampoComErro, mensagens } from './mensagens.js'
import type { Acao } from './permissoes.js'
import { type Dia, somarDias } from './prazo.js'
import { lerNome } from './requerente.js'

/**
 * What one may do in another's name: see their protocolos and what they get, open new ones, answer and write, and give up or appeal.
 * In the order in which they are offered.
 */
export const poderes = ['acompanhar', 'abrir', 'responder', 'recorrer_desistir'] as const
export type Poder = (typeof poderes)[number]

/** Of what a requerente may do with a protocolo, the power that it takes; null for what only they themselves do. */
const poderDaAcao = {
  comprovante: 'acompanhar',
  trocar_codigo: null,
  mensagem: 'responder',
  responder: 'responder',
  desistir: 'recorrer_desistir',
  recorrer: 'recorrer_desistir',
  avaliar: 'responder',
} as const satisfies Partial<Record<Acao, Poder | null>>

/** Of what may be done with a protocolo as its requerente, what somebody with these powers may. */
export function acoesComPoderes<A extends Acao>(acoes: readonly A[], concedidos: readonly Poder[]): A[] {
  const por: Partial<Record<Acao, Poder | null>> = poderDaAcao
  return acoes.filter((acao) => {
    const poder = por[acao]
    return poder != null && concedidos.includes(poder)
  })
}

/** Who answers, appeals or gives up has to see what about: those powers bring that of following along. */
export function completarPoderes(escolhidos: readonly Poder[]): Poder[] {
  const segue = escolhidos.some((poder) => poder === 'responder' || poder === 'recorrer_desistir')
  return poderes.filter((poder) => escolhidos.includes(poder) || (segue && poder === 'acompanhar'))
}

/** How it was decided on, and how it ended, if it did. */
export interface Andamento {
  /** By the conta of who is represented, or by an official; null until then. */
  decisao: 'aceita' | 'aprovada' | 'recusada' | null
  revogadaEm: Date | null
  /** First and last day. */
  de: Dia
  ate: Dia
}

export const estados = ['pedida', 'aceita', 'aprovada', 'recusada', 'revogada', 'vencida'] as const
export type Estado = (typeof estados)[number]

/** Where it stands on a day. What was refused or taken back stays so; what nobody decided on lapses with its last day. */
export function estadoDe({ decisao, revogadaEm, ate }: Andamento, hoje: Dia): Estado {
  if (decisao === 'recusada') return 'recusada'
  if (revogadaEm) return 'revogada'
  if (ate < hoje) return 'vencida'
  return decisao ?? 'pedida'
}

/** Whether one may act by it on a day: it was accepted or approved, has begun and has not ended. */
export function emVigor(procuracao: Andamento, hoje: Dia): boolean {
  const estado = estadoDe(procuracao, hoje)
  return (estado === 'aceita' || estado === 'aprovada') && procuracao.de <= hoje
}

/** As what somebody stands before a procuracao. `orgao` is a gestor or administrador. */
export type Parte = 'outorgante' | 'procurador' | 'orgao'
export const decisoes = ['aceitar', 'aprovar', 'recusar', 'revogar'] as const
export type Decisao = (typeof decisoes)[number]

interface Regra {
  quem: readonly Parte[]
  em: readonly Estado[]
  /** Only with the signed instrument. */
  comArquivo?: boolean
}

const regras: Record<Decisao, Regra> = {
  aceitar: { quem: ['outorgante'], em: ['pedida'] },
  aprovar: { quem: ['orgao'], em: ['pedida'], comArquivo: true },
  recusar: { quem: ['outorgante', 'orgao'], em: ['pedida'] },
  revogar: { quem: ['outorgante', 'procurador', 'orgao'], em: ['aceita', 'aprovada'] },
}

/** What somebody may do about a procuracao. Who asked for one takes it back until it is decided on. */
export function decisoesDe(parte: Parte, estado: Estado, temArquivo: boolean): Decisao[] {
  return decisoes.filter((decisao) => {
    const { quem, em, comArquivo } = regras[decisao]
    const desiste = decisao === 'revogar' && parte === 'procurador' && estado === 'pedida'
    return desiste || (quem.includes(parte) && em.includes(estado) && (temArquivo || !comArquivo))
  })
}

export interface PedidoInformado {
  documento: string
  nome: string
  poderes: readonly Poder[]
  de?: Dia
  ate: Dia
}

export interface PedidoLido {
  documento: string
  nome: string
  poderes: Poder[]
  de: Dia
  ate: Dia
}

/** Longest term, in days: five years. */
export const maiorPrazo = 1827

/** A request for a procuracao in the form it is kept in, or everything that is wrong with it. @param proprio documento of who asks. */
export function lerPedido(pedido: PedidoInformado, proprio: string, hoje: Dia): { valor: PedidoLido } | { erros: CampoComErro[] } {
  const documento = lerDocumento(pedido.documento)?.valor
  const nome = lerNome(pedido.nome)
  const de = pedido.de || hoje
  const erros: CampoComErro[] = [
    ...errosDoDocumento(pedido.documento, documento, proprio),
    ...('mensagem' in nome ? [{ caminho: 'nome', mensagem: nome.mensagem }] : []),
    ...(pedido.poderes.length === 0 ? [{ caminho: 'poderes', mensagem: 'Escolha o que você poderá fazer.' }] : []),
    ...errosDoPrazo({ de, ate: pedido.ate }, hoje),
  ]
  if (erros.length > 0 || documento === undefined || !('valor' in nome)) return { erros }
  return { valor: { documento, nome: nome.valor ?? '', poderes: completarPoderes(pedido.poderes), de, ate: pedido.ate } }
}

function errosDoDocumento(texto: string, documento: string | undefined, proprio: string): CampoComErro[] {
  const caminho = 'documento'
  if (texto.trim() === '') return [{ caminho, mensagem: 'Escreva o CPF ou o CNPJ.' }]
  if (documento === undefined) return [{ caminho, mensagem: mensagens.documento(texto) }]
  return documento === proprio ? [{ caminho, mensagem: 'Este é o seu próprio documento. Escreva o de quem você vai representar.' }] : []
}

function errosDoPrazo({ de, ate }: Pick<PedidoLido, 'de' | 'ate'>, hoje: Dia): CampoComErro[] {
  if (!ehDia(de)) return [{ caminho: 'de', mensagem: 'Confira a data de início.' }]
  if (!ehDia(ate)) return [{ caminho: 'ate', mensagem: 'Escolha até que dia vale.' }]
  if (ate < hoje) return [{ caminho: 'ate', mensagem: 'Este dia já passou. Escolha outro.' }]
  if (ate < de) return [{ caminho: 'ate', mensagem: 'O último dia vem antes do primeiro.' }]
  return ate > somarDias(de, maiorPrazo) ? [{ caminho: 'ate', mensagem: 'Escolha um prazo de até cinco anos.' }] : []
}

/** Whether it is a day that the calendar has. */
export function ehDia(texto: string): texto is Dia {
  const tempo = /^[12]\d{3}-\d\d-\d\d$/.test(texto) ? Date.parse(texto) : Number.NaN
  return !Number.isNaN(tempo) && new Date(tempo).toISOString().startsWith(texto)
}

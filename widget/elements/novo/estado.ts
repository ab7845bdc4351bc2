import type { CampoComErro } from '../../../server/contract/problema.js'
import type { Comprovante } from '../../../server/contract/protocolos.js'
import { documentosPedidos, type MotivoDePrioridade } from '../../../server/contract/regras.js'
import type { Campo, DocumentoPedido, Respostas, TipoCompleto } from '../../../server/contract/tipo.js'
import type { Digitado, Digitados } from '../../parts/campos/digitado.js'
import { respostasDigitadas, camposVisiveis as visiveis } from '../../parts/campos/respostas.js'

/** Where the person is. `apresentacao` shows the chosen tipo and counts as part of the first step; the receipt is no step. */
export const passos = ['tipo', 'apresentacao', 'formulario', 'requerente', 'documentos', 'revisao', 'comprovante'] as const
export type Passo = (typeof passos)[number]

export interface RequerenteDigitado {
  /** Undefined until asked; only a tipo that may be anonymous asks. */
  anonimo?: boolean
  nome: string
  documento: string
  email: string
  telefone: string
  matricula: string
  prioridade: MotivoDePrioridade | ''
  ciencia: boolean
}

export interface Estado {
  readonly passo: Passo
  readonly tipo?: TipoCompleto
  readonly respostas: Digitados
  readonly requerente: RequerenteDigitado
  /** Whether the device may keep what is personal; undefined until the person says. */
  readonly aparelho?: 'meu' | 'compartilhado'
  readonly erros: readonly CampoComErro[]
  /** The person came from the review to change something, and goes back to it. */
  readonly daRevisao: boolean
  readonly comprovante?: Comprovante
}

export type Acao =
  | { que: 'escolher'; tipo: TipoCompleto }
  | { que: 'ir'; passo: Passo; daRevisao?: boolean }
  | { que: 'responder'; codigo: string; valor: Digitado }
  | { que: 'identificar'; dados: Partial<RequerenteDigitado> }
  | { que: 'dizer-aparelho'; aparelho: 'meu' | 'compartilhado' }
  | { que: 'recusar'; erros: readonly CampoComErro[] }
  | { que: 'retomar'; respostas: Digitados; requerente: Partial<RequerenteDigitado>; aparelho?: 'meu'; passo: Passo }
  | { que: 'receber'; comprovante: Comprovante }
  | { que: 'recomecar' }

export const requerenteVazio: RequerenteDigitado = {
  nome: '',
  documento: '',
  email: '',
  telefone: '',
  matricula: '',
  prioridade: '',
  ciencia: false,
}

export const estadoInicial: Estado = { passo: 'tipo', respostas: {}, requerente: requerenteVazio, erros: [], daRevisao: false }

export function avancar(estado: Estado, acao: Acao): Estado {
  switch (acao.que) {
    case 'escolher':
      return escolher(estado, acao.tipo)
    case 'ir':
      return { ...estado, passo: passoPossivel(estado, acao.passo), erros: [], daRevisao: acao.daRevisao ?? false }
    case 'responder':
      return { ...estado, respostas: { ...estado.respostas, [acao.codigo]: acao.valor } }
    case 'identificar':
      return { ...estado, requerente: { ...estado.requerente, ...acao.dados } }
    case 'dizer-aparelho':
      return { ...estado, aparelho: acao.aparelho }
    case 'recusar':
      return { ...estado, erros: acao.erros }
    case 'retomar': {
      const { respostas, requerente, aparelho } = acao
      const retomado = { ...estado, respostas, requerente: { ...requerenteVazio, ...requerente }, ...(aparelho && { aparelho }) }
      return { ...retomado, passo: passoPossivel(retomado, acao.passo), erros: [], daRevisao: false }
    }
    case 'receber':
      return { ...estado, passo: 'comprovante', comprovante: acao.comprovante, erros: [], daRevisao: false }
    case 'recomecar':
      return estadoInicial
  }
}

/** The same tipo, perhaps in a newer version, keeps what was answered. */
function escolher(estado: Estado, tipo: TipoCompleto): Estado {
  const respostas = estado.tipo && estado.tipo.codigo !== tipo.codigo ? {} : estado.respostas
  return { ...estado, tipo, respostas, erros: [], daRevisao: false }
}

/** The steps that this filing has, in order. A form without fields and a tipo that asks no documents have none of their own. */
export function passosDe(estado: Estado): Passo[] {
  const { tipo } = estado
  const todos: Passo[] = ['tipo', 'formulario', 'requerente', 'documentos', 'revisao']
  return todos.filter((passo) => {
    if (passo === 'formulario') return !tipo || tipo.campos.length > 0
    if (passo === 'documentos') return !tipo || documentosDe(estado).length > 0
    return true
  })
}

/** Number of the step, from 1, and how many there are. */
export function lugarDoPasso(estado: Estado): { numero: number; total: number } {
  const todos = passosDe(estado)
  const passo = estado.passo === 'apresentacao' ? 'tipo' : estado.passo
  return { numero: todos.indexOf(passo) + 1, total: todos.length }
}

export function proximoPasso(estado: Estado): Passo {
  const todos = passosDe(estado)
  const passo = estado.passo === 'apresentacao' ? 'tipo' : estado.passo
  return todos[todos.indexOf(passo) + 1] ?? 'revisao'
}

export function passoAnterior(estado: Estado): Passo {
  const todos = passosDe(estado)
  const anterior = todos[todos.indexOf(estado.passo) - 1] ?? 'tipo'
  return anterior === 'tipo' && estado.passo !== 'apresentacao' ? 'apresentacao' : anterior
}

/** A step that is not there any more gives way to the nearest before it. */
function passoPossivel(estado: Estado, passo: Passo): Passo {
  if (!estado.tipo) return 'tipo'
  if (passo === 'tipo' || passo === 'apresentacao') return passo
  const todos = passosDe(estado)
  if (todos.includes(passo)) return passo
  const antes = passos.slice(0, passos.indexOf(passo)).filter((outro) => todos.includes(outro) && outro !== 'tipo')
  return antes.at(-1) ?? 'apresentacao'
}

/** The campos on screen: those whose condition holds by what is answered on screen. */
export function camposVisiveis({ tipo, respostas }: Estado): Campo[] {
  return visiveis(tipo?.campos ?? [], respostas)
}

/** Answers as they would be sent. Those to questions that went away are kept, but not sent. */
export function respostasDe({ tipo, respostas }: Estado): Respostas {
  return respostasDigitadas(tipo?.campos ?? [], respostas)
}

/** The documents asked of this person, by what they answered. */
export function documentosDe(estado: Estado): readonly DocumentoPedido[] {
  return estado.tipo ? documentosPedidos(estado.tipo, respostasDe(estado)) : []
}

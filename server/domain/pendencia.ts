import { type CampoComErro, mensagens } from './mensagens.js'
import { type Dia, somarDias } from './prazo.js'
import { contarCaracteres, textoLimpo } from './texto.js'

export const especiesDePendencia = ['informacao', 'documento', 'correcao', 'ciencia'] as const
/** What may be asked of whoever made a request. */
export type EspecieDePendencia = (typeof especiesDePendencia)[number]

/** What was found wrong with an answer or a file. */
export const motivosDeCorrecao = ['incorreto', 'incompleto', 'desatualizado'] as const
export type MotivoDeCorrecao = (typeof motivosDeCorrecao)[number]

/** What a pendencia is about: an answer, by the codigo of its campo, or a file, by its id. */
export type AlvoDaPendencia = { campo: string; motivo: MotivoDeCorrecao } | { anexo: string; motivo: MotivoDeCorrecao }

/** What an answer holds: each part is demanded, allowed, or not there. */
export interface PartesDaResposta {
  texto: 'exigido' | 'opcional' | 'ausente'
  /** How many. */
  arquivos: { minimo: number; maximo: number }
  /** The answer of a form's question, given anew. */
  valor: boolean
  /** "Tomei ciência". */
  ciencia: boolean
}

interface Especie {
  /** Whether it is about something that was sent. */
  alvo: boolean
  partes: (alvo: AlvoDaPendencia | null) => PartesDaResposta
}

const muitos = { minimo: 0, maximo: 10 }
const nenhum = { minimo: 0, maximo: 0 }

/** Everything that sets the kinds apart: whoever adds one adds its record here. */
const especies: Readonly<Record<EspecieDePendencia, Especie>> = {
  informacao: { alvo: false, partes: () => ({ texto: 'exigido', arquivos: muitos, valor: false, ciencia: false }) },
  documento: { alvo: false, partes: () => ({ texto: 'opcional', arquivos: { minimo: 1, maximo: 10 }, valor: false, ciencia: false }) },
  correcao: {
    alvo: true,
    partes: (alvo) =>
      alvo && 'anexo' in alvo
        ? { texto: 'opcional', arquivos: { minimo: 1, maximo: 1 }, valor: false, ciencia: false }
        : { texto: 'opcional', arquivos: nenhum, valor: true, ciencia: false },
  },
  ciencia: { alvo: false, partes: () => ({ texto: 'ausente', arquivos: nenhum, valor: false, ciencia: true }) },
}

export function partesDaResposta(especie: EspecieDePendencia, alvo: AlvoDaPendencia | null): PartesDaResposta {
  return especies[especie].partes(alvo)
}

/** Characters of what is asked, and of an answer. */
export const maiorTextoDaPendencia = 4000
/** Days from today within which something may be asked for. */
const maisDias = 365

export interface NovaPendencia {
  especie: EspecieDePendencia
  texto: string
  /** Last day to answer. */
  prazo: Dia
  alvo?: AlvoDaPendencia
}

/** What a pendencia may be about, and the day in the entidade's time zone. */
export interface MeioDaPendencia {
  hoje: Dia
  /** Codigos of the questions that were answered. */
  respondidos: readonly string[]
  /** Ids of the files that the requerente sent. */
  enviados: readonly string[]
}

/** Reads what an official asks for: as it is kept, or everything that is wrong with it, under its fields' names. */
export function lerPendencia(nova: NovaPendencia, meio: MeioDaPendencia): { valor: NovaPendencia } | { erros: CampoComErro[] } {
  const texto = lerTexto(nova.texto)
  const mensagem = {
    texto: 'mensagem' in texto ? texto.mensagem : texto.valor === '' ? 'Escreva o que você precisa.' : undefined,
    prazo: erroDoPrazo(nova.prazo, meio.hoje),
    alvo: erroDoAlvo(nova, meio),
  }
  const erros = Object.entries(mensagem).flatMap(([caminho, dita]) => (dita ? [{ caminho, mensagem: dita }] : []))
  if (erros.length > 0 || 'mensagem' in texto) return { erros }
  const { especie, prazo, alvo } = nova
  return { valor: { especie, texto: texto.valor, prazo, ...(alvo && { alvo }) } }
}

function erroDoPrazo(prazo: string, hoje: Dia): string | undefined {
  const instante = /^\d{4}-\d\d-\d\d$/.test(prazo) ? Date.parse(prazo) : Number.NaN
  if (Number.isNaN(instante) || !new Date(instante).toISOString().startsWith(prazo)) return mensagens.data
  if (prazo < hoje) return 'Este dia já passou. Escolha hoje ou um dia que vem.'
  return prazo > somarDias(hoje, maisDias) ? 'Escolha um dia dentro de um ano.' : undefined
}

function erroDoAlvo({ especie, alvo }: NovaPendencia, { respondidos, enviados }: MeioDaPendencia): string | undefined {
  if (!alvo) return especies[especie].alvo ? 'Escolha a resposta ou o arquivo a corrigir.' : undefined
  if (!especies[especie].alvo) return 'Só uma correção trata de uma resposta ou de um arquivo.'
  const existe = 'campo' in alvo ? respondidos.includes(alvo.campo) : enviados.includes(alvo.anexo.toLowerCase())
  return existe ? undefined : 'Isto não foi enviado neste processo. Escolha outra resposta ou outro arquivo.'
}

/** A text of several lines, cleaned. */
export function lerTexto(texto: string): { valor: string } | { mensagem: string } {
  const limpo = textoLimpo(texto, { linhas: true })
  if (limpo === undefined) return { mensagem: mensagens.caractere }
  const sobram = contarCaracteres(limpo) - maiorTextoDaPendencia
  return sobram > 0 ? { mensagem: mensagens.longo(maiorTextoDaPendencia, sobram) } : { valor: limpo }
}

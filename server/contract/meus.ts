import * as v from 'valibot'
import { especiesDePendencia } from '../domain/pendencia.js'
import { acoes } from '../domain/permissoes.js'
import { type Situacao, situacoes } from '../domain/situacao.js'
import { consultaNivel1, consultaNivel2 } from './consulta.js'

const total = v.pipe(v.number(), v.integer())
const porSituacao = Object.fromEntries(situacoes.map((situacao) => [situacao, total])) as Record<Situacao, typeof total>

export const anterioresSchema = v.object({
  /** Opened without a conta, with its documento and its confirmed e-mail: those that were taken in. */
  total,
})
export type Anteriores = v.InferOutput<typeof anterioresSchema>

export const resumoSchema = v.object({
  /** What `porSituacao` adds up to. */
  total,
  porSituacao: v.object(porSituacao),
  /** Protocolos opened without a conta that wait to be taken in. */
  anteriores: total,
  /** Everything that waits for the person. */
  pendencias: total,
  /** Messages of unidades that the person has not read. */
  mensagens: total,
})
export type Resumo = v.InferOutput<typeof resumoSchema>

function filtro(description: string, exemplo?: string) {
  return v.exactOptional(v.pipe(v.string(), v.metadata({ description, ...(exemplo && { examples: [exemplo] }) })))
}

/** Read by `modules/meus`, which tells what is wrong beside each. */
export const filtroDosMeus = v.object({
  situacao: filtro('Situação', 'pendente'),
  tipo: filtro('Código do serviço', 'buraco'),
  orgao: filtro('Sigla do órgão', 'PMVS'),
  de: filtro('Primeiro dia da abertura, no fuso do órgão', '2026-11-01'),
  ate: filtro('Último dia da abertura, no fuso do órgão', '2026-11-30'),
  busca: filtro('Palavras do nome do serviço, ou um número', 'arvore'),
  depois: filtro('`proximo` da página anterior'),
  limite: filtro('De 1 a 50; sem isto, 20', '20'),
})
export type FiltroDosMeus = v.InferOutput<typeof filtroDosMeus>

const { numero, tipo, orgao, unidade, situacao, resultado, abertoEm, atualizadoEm, prazo, diasRestantes } = consultaNivel1.entries

const linha = { id: v.string(), numero, tipo, orgao, unidade, situacao, resultado, abertoEm, atualizadoEm, prazo, diasRestantes }

export const paginaDosMeus = v.object({
  /** Newest first. */
  protocolos: v.array(v.object(linha)),
  /** Asks for the next page, as `depois`; null on the last. */
  proximo: v.nullable(v.string()),
})
export type PaginaDosMeus = v.InferOutput<typeof paginaDosMeus>

/** Read by the module, which tells what is wrong with it. */
export const lugarNaLista = v.object({ depois: filtro('`proximo` da página anterior') })
export type LugarNaLista = v.InferOutput<typeof lugarNaLista>

/** Of others, which the conta was let see, newest first. */
export const paginaDeLiberados = v.object({
  protocolos: v.array(v.object({ ...linha, vistaAte: v.string() })),
  proximo: v.nullable(v.string()),
})
export type PaginaDeLiberados = v.InferOutput<typeof paginaDeLiberados>

/** What waits for the person, and in which of their protocolos. */
const pendenciaSchema = v.object({
  id: v.string(),
  especie: v.picklist(especiesDePendencia),
  protocolo: v.object({ id: v.string(), numero, tipo, unidade }),
  texto: v.string(),
  /** ISO 8601, UTC. */
  pedidaEm: v.string(),
  /** Last day to answer, `AAAA-MM-DD`. */
  prazo: v.string(),
  /** Negative once past; it may still be answered. */
  diasRestantes: v.number(),
})
export type Pendencia = v.InferOutput<typeof pendenciaSchema>

export const paginaDePendencias = v.object({
  /** The soonest first. */
  pendencias: v.array(pendenciaSchema),
  proximo: v.nullable(v.string()),
})
export type PaginaDePendencias = v.InferOutput<typeof paginaDePendencias>

export const procuraDoPainel = v.object({
  numero: v.pipe(
    v.string(),
    v.maxLength(100),
    v.metadata({ description: 'Número, completo ou só a sequência', examples: ['PMVS 2026/500100'] }),
  ),
})

/** A number that was looked for: `id` of what the conta may open, else what the number alone shows. */
export const achadoDoPainel = v.object({ id: v.nullable(v.string()), consulta: v.nullable(consultaNivel1) })
export type AchadoDoPainel = v.InferOutput<typeof achadoDoPainel>

/** What a conta sees of a protocolo that is its own, or that it was let see. */
export const protocoloDaConta = v.object({
  ...consultaNivel2.entries,
  id: v.string(),
  acoes: v.array(v.picklist(acoes)),
  /** Until when it may be read (ISO 8601, UTC), by who is let see what is another's. */
  vistaAte: v.nullable(v.string()),
  /** The vista opens `anexos` alone, and what the number tells by itself. */
  soDocumentos: v.exactOptional(v.boolean()),
})
export type ProtocoloDaConta = v.InferOutput<typeof protocoloDaConta>

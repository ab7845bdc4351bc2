import * as v from 'valibot'
import { acoes } from '../domain/acoes.js'
import { type Situacao, situacoes } from '../domain/situacao.js'
import { consultaNivel1, consultaNivel2 } from './consulta.js'

const total = v.pipe(v.number(), v.integer())
const porSituacao = Object.fromEntries(situacoes.map((situacao) => [situacao, total])) as Record<Situacao, typeof total>

export const anterioresSchema = v.object({
  /** Opened without a conta, with its documento and its confirmed e-mail. */
  total,
})
export type Anteriores = v.InferOutput<typeof anterioresSchema>

export const resumoSchema = v.object({
  /** What `porSituacao` adds up to. */
  total,
  porSituacao: v.object(porSituacao),
  /** Protocolos opened without a conta that wait to be taken in. */
  anteriores: total,
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

export const paginaDosMeus = v.object({
  /** Newest first. */
  protocolos: v.array(
    v.object({ id: v.string(), numero, tipo, orgao, unidade, situacao, resultado, abertoEm, atualizadoEm, prazo, diasRestantes }),
  ),
  /** Asks for the next page, as `depois`; null on the last. */
  proximo: v.nullable(v.string()),
})
export type PaginaDosMeus = v.InferOutput<typeof paginaDosMeus>

/** What the conta whose it is sees of a protocolo. */
export const protocoloDaConta = v.object({ ...consultaNivel2.entries, id: v.string(), acoes: v.array(v.picklist(acoes)) })
export type ProtocoloDaConta = v.InferOutput<typeof protocoloDaConta>

import * as v from 'valibot'
import { anexoEnviado, anexoSchema } from './protocolos.js'

export const mensagemSchema = v.object({
  id: v.string(),
  de: v.picklist(['cidadao', 'orgao']),
  /** ISO 8601, UTC. */
  em: v.string(),
  /** For which an official wrote; null when the citizen did. */
  unidade: v.nullable(v.string()),
  texto: v.string(),
  anexos: v.array(anexoSchema),
  /** When the other side first read it; null until then. */
  lidaEm: v.nullable(v.string()),
  /** Who wrote it in the requerente's name, by procuracao. */
  porProcuracao: v.exactOptional(v.string()),
})
export type Mensagem = v.InferOutput<typeof mensagemSchema>

/** How long it may be, and what it may hold, is told beside the field: `lerMensagem`. */
export const pedidoDeMensagem = v.strictObject({
  texto: v.string(),
  /** What PUT …/anexos answered. */
  anexos: v.exactOptional(v.pipe(v.array(anexoEnviado), v.maxLength(30))),
})
export type PedidoDeMensagem = v.InferOutput<typeof pedidoDeMensagem>

/** The last message that the reader has seen: it and those before it are read. */
export const pedidoDeLeitura = v.strictObject({ ate: v.pipe(v.string(), v.uuid()) })

/** How many were marked now. */
export const leituraSchema = v.object({ lidas: v.number() })

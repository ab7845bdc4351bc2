import * as v from 'valibot'

export const mensagemSchema = v.object({
  id: v.string(),
  de: v.picklist(['cidadao', 'orgao']),
  /** ISO 8601, UTC. */
  em: v.string(),
  /** For which an official wrote; null when the citizen did. */
  unidade: v.nullable(v.string()),
  texto: v.string(),
})
export type Mensagem = v.InferOutput<typeof mensagemSchema>

/** How long it may be, and what it may hold, is told beside the field: `lerMensagem`. */
export const pedidoDeMensagem = v.strictObject({ texto: v.string() })
export type PedidoDeMensagem = v.InferOutput<typeof pedidoDeMensagem>

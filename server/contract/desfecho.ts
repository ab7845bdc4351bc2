import * as v from 'valibot'
import { acoes } from '../domain/permissoes.js'
import { situacoes } from '../domain/situacao.js'

/** Bounds only; what it must hold is told beside the field. */
const texto = v.pipe(v.string(), v.maxLength(20_000))

/** From 1, very bad, to 5, very good. */
export const notas = [1, 2, 3, 4, 5] as const
export type Nota = (typeof notas)[number]

/** What the requerente thought of the service (Lei 13.460 art. 23). */
export const pedidoDeAvaliacao = v.strictObject({ nota: v.picklist(notas), comentario: v.exactOptional(texto) })
export type PedidoDeAvaliacao = v.InferOutput<typeof pedidoDeAvaliacao>

/** Why they don't agree, with what shows it (Lei 9.784 art. 56). */
export const pedidoDeRecurso = v.strictObject({
  texto,
  /** What PUT …/anexos answered. */
  anexos: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ id: v.pipe(v.string(), v.uuid()), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })),
      v.maxLength(10),
    ),
  ),
})
export type PedidoDeRecurso = v.InferOutput<typeof pedidoDeRecurso>

/** That they don't want it any more, and why, if they care to say (Lei 9.784 art. 51). */
export const pedidoDeDesistencia = v.strictObject({ texto: v.exactOptional(texto) })
export type PedidoDeDesistencia = v.InferOutput<typeof pedidoDeDesistencia>

/** What an official reads of an evaluation. */
export const avaliacaoSchema = v.object({
  nota: v.picklist(notas),
  comentario: v.nullable(v.string()),
  /** ISO 8601, UTC. */
  em: v.string(),
  /** Who gave it in the requerente's name, by procuracao. */
  porProcuracao: v.exactOptional(v.string()),
})
export type Avaliacao = v.InferOutput<typeof avaliacaoSchema>

/** How a protocolo stands after what its requerente did, and what they may do now. */
export const atoDoRequerente = v.object({ situacao: v.picklist(situacoes), acoes: v.array(v.picklist(acoes)) })
export type AtoDoRequerente = v.InferOutput<typeof atoDoRequerente>

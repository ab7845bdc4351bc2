import * as v from 'valibot'
import { especiesDePendencia, motivosDeCorrecao } from '../domain/pendencia.js'
import { situacoes } from '../domain/situacao.js'
import type { Campo } from '../domain/tipo.js'
import { anexoEnviado, anexoSchema } from './protocolos.js'
import { campoSchema } from './tipo.js'

const motivo = v.picklist(motivosDeCorrecao)

/** What a correcao is about, as it stands now. */
const correcaoParaLer = v.union([
  v.object({
    motivo,
    /** The question, asked again. */
    campo: campoSchema as v.GenericSchema<Campo>,
    /** The answer that stands, ready to read; null when there is none any more. */
    valor: v.nullable(v.string()),
  }),
  v.object({
    motivo,
    anexo: anexoSchema,
    /** Which document it was sent as; null when it was sent as none. */
    documento: v.nullable(v.string()),
  }),
])
export type CorrecaoParaLer = v.InferOutput<typeof correcaoParaLer>

/** Something asked of the requerente that waits for an answer. */
export const pendenciaParaLer = v.object({
  id: v.string(),
  especie: v.picklist(especiesDePendencia),
  texto: v.string(),
  /** ISO 8601, UTC. */
  pedidaEm: v.string(),
  /** Last day to answer, `AAAA-MM-DD`. */
  prazo: v.string(),
  /** Negative once past; it may still be answered. */
  diasRestantes: v.number(),
  /** Of a correcao. */
  correcao: v.nullable(correcaoParaLer),
})
export type PendenciaParaLer = v.InferOutput<typeof pendenciaParaLer>

/** Which of these it takes is told by `domain/pendencia`, beside each. */
export const respostaDePendencia = v.strictObject({
  texto: v.exactOptional(v.pipe(v.string(), v.maxLength(20_000))),
  /** Of a correcao of an answer: as in `respostas` of an opening. */
  valor: v.exactOptional(v.unknown()),
  /** "Tomei ciência". */
  ciencia: v.exactOptional(v.boolean()),
  /** What PUT …/anexos answered. */
  anexos: v.exactOptional(v.pipe(v.array(anexoEnviado), v.maxLength(30))),
})
export type RespostaDePendencia = v.InferOutput<typeof respostaDePendencia>

export const respostaRecebida = v.object({
  pendencia: v.string(),
  /** ISO 8601, UTC. */
  em: v.string(),
  /** It came after its last day; it counts all the same. */
  atrasada: v.boolean(),
  /** How many still wait in the protocolo. */
  restam: v.number(),
  situacao: v.picklist(situacoes),
})
export type RespostaRecebida = v.InferOutput<typeof respostaRecebida>

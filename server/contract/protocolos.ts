import * as v from 'valibot'
import { motivosDePrioridade } from '../domain/prioridade.js'
import { codigo } from './tipo.js'

/** Bounds only; what a name, document or e-mail must look like is said by `domain/requerente`, beside the right field. */
const texto = v.pipe(v.string(), v.maxLength(500))

const requerenteSchema = v.union([
  v.strictObject({ anonimo: v.literal(true) }),
  v.strictObject({
    nome: texto,
    /** CPF or CNPJ, with or without punctuation. */
    documento: texto,
    email: v.exactOptional(texto),
    telefone: v.exactOptional(texto),
    matricula: v.exactOptional(texto),
  }),
])

/** What PUT …/anexos answered; `sha256` shows that the sender is who uploaded it. */
export const anexoEnviado = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})
export type AnexoEnviado = v.InferOutput<typeof anexoEnviado>

export const pedidoDeAbertura = v.strictObject({
  tipo: codigo,
  /** The version of the tipo whose form was filled in. */
  versao: v.exactOptional(v.pipe(v.number(), v.integer())),
  respostas: v.record(v.string(), v.unknown()),
  requerente: requerenteSchema,
  prioridade: v.exactOptional(v.picklist(motivosDePrioridade)),
  anexos: v.pipe(v.array(v.strictObject({ ...anexoEnviado.entries, documento: codigo })), v.maxLength(100)),
  /** Version of the privacy notice that was read (Lei 13.709 art. 23: acknowledged, not consented to). */
  ciencia: texto,
})
export type PedidoDeAbertura = v.InferOutput<typeof pedidoDeAbertura>

export const anexoSchema = v.object({
  id: v.string(),
  nome: v.string(),
  /** Media type found in the bytes. */
  tipo: v.string(),
  /** Bytes. */
  tamanho: v.number(),
  sha256: v.string(),
})
export type Anexo = v.InferOutput<typeof anexoSchema>

/** A QR code as one SVG path in a square of `lado` units, quiet zone included. */
export const qrSchema = v.object({ lado: v.number(), caminho: v.string() })
export type Qr = v.InferOutput<typeof qrSchema>

export const comprovanteSchema = v.object({
  id: v.string(),
  numero: v.string(),
  /** Shown once; only its hash is kept. */
  codigoAcesso: v.string(),
  /** ISO 8601, UTC. */
  abertoEm: v.string(),
  /** Last day to answer, `AAAA-MM-DD`. */
  prazo: v.string(),
  tipo: v.object({ codigo, nome: v.string() }),
  orgao: v.object({ sigla: v.string(), nome: v.string() }),
  unidade: v.object({ codigo, nome: v.string() }),
  prioridade: v.exactOptional(v.picklist(motivosDePrioridade)),
  /** What was answered, ready to read. */
  respostas: v.array(v.object({ rotulo: v.string(), valor: v.string() })),
  anexos: v.array(v.object({ ...anexoSchema.entries, documento: v.string() })),
  /** Page where this protocolo is followed, its number included, its code never. */
  consulta: v.string(),
  /** Where the notice goes, masked: `h•••@exemplo.br`. */
  email: v.exactOptional(v.string()),
})
export type Comprovante = v.InferOutput<typeof comprovanteSchema>

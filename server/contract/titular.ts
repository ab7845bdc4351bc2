import * as v from 'valibot'

/** Which notices a person wants. Those about the safety of the conta always go. */
export const avisosDaConta = v.object({
  /** The e-mail with the comprovante of each protocolo opened while signed in. */
  abertura: v.boolean(),
  /** A copy of it to the second e-mail, once that one is confirmed. */
  copia: v.boolean(),
})
export type AvisosDaConta = v.InferOutput<typeof avisosDaConta>

export const mudancaDosAvisos = v.strictObject({
  abertura: v.exactOptional(v.boolean()),
  copia: v.exactOptional(v.boolean()),
})
export type MudancaDosAvisos = v.InferOutput<typeof mudancaDosAvisos>

export const contaExcluida = v.object({
  mensagem: v.string(),
  /** What the law has the entidade keep, and why: sentences to be shown. */
  ficam: v.array(v.string()),
})
export type ContaExcluida = v.InferOutput<typeof contaExcluida>

/** Of a photo, told by its bytes. */
export const tiposDaFoto = ['image/jpeg', 'image/png', 'image/webp'] as const
/** Bytes. */
export const maiorFoto = 2 * 1024 * 1024

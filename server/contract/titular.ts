import * as v from 'valibot'
import { assuntosDeAviso } from '../domain/aviso.js'

/** What a person may choose: the opening, what comes after it, and whether copies go to their second e-mail. */
export const escolhasDeAviso = ['abertura', ...assuntosDeAviso, 'copia'] as const
export type EscolhaDeAviso = (typeof escolhasDeAviso)[number]

/**
 * Which e-mails a person wants: the comprovante of each protocolo opened while signed in; each movement and update; what is asked of them;
 * messages; a deadline of theirs that is near; the end; and copies to the second e-mail, once that one is confirmed.
 * Those about the safety of the conta always go.
 */
export const avisosDaConta = v.object(escolhas(v.boolean()))
export type AvisosDaConta = v.InferOutput<typeof avisosDaConta>

export const mudancaDosAvisos = v.strictObject(escolhas(v.exactOptional(v.boolean())))
export type MudancaDosAvisos = v.InferOutput<typeof mudancaDosAvisos>

function escolhas<S>(schema: S) {
  return Object.fromEntries(escolhasDeAviso.map((qual) => [qual, schema])) as Record<EscolhaDeAviso, S>
}

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

import * as v from 'valibot'

/** Of a file, as an `integrity` attribute says it. */
const hash = v.pipe(v.string(), v.regex(/^sha384-[A-Za-z0-9+/]{64}$/))

/** The files of one version of the script, by their address beside it, and what each has to be. */
export const integridade = v.object({
  versao: v.pipe(v.string(), v.maxLength(40), v.regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/)),
  arquivos: v.record(v.string(), hash),
})
export type Integridade = v.InferOutput<typeof integridade>

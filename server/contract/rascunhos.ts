import * as v from 'valibot'
import { codigo } from './tipo.js'

const passo = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))

/** Where the person stopped: step `numero` of `total`. */
export const lugarDoRascunho = v.object({ numero: passo, total: passo })

/** What is sent to keep a draft. */
export const rascunhoGuardado = v.strictObject({
  /** Codigo of the tipo. */
  tipo: codigo,
  /** As the widget wrote it; 64 kB at most as JSON. Its `lugar`, when it has one, shows in the list. */
  dados: v.record(v.string(), v.unknown()),
  /** `atualizadoEm` of what is written over: it is refused when another device has written since. Without it, whatever is there gives way. */
  lido: v.exactOptional(v.pipe(v.string(), v.isoTimestamp(), v.regex(/^[12]/))),
})
export type RascunhoGuardado = v.InferOutput<typeof rascunhoGuardado>

export const rascunhoResumo = v.object({
  id: v.string(),
  tipo: v.object({ codigo, nome: v.string() }),
  /** ISO 8601, UTC. */
  atualizadoEm: v.string(),
  /** When it is forgotten, unless it is written to again. */
  expiraEm: v.string(),
  lugar: v.exactOptional(lugarDoRascunho),
})
export type RascunhoResumo = v.InferOutput<typeof rascunhoResumo>

export const rascunhoCompleto = v.object({ ...rascunhoResumo.entries, dados: v.record(v.string(), v.unknown()) })
export type RascunhoCompleto = v.InferOutput<typeof rascunhoCompleto>

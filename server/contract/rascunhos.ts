import * as v from 'valibot'
import { codigo } from './tipo.js'

/** What is sent to keep a draft. */
export const rascunhoGuardado = v.strictObject({
  /** Codigo of the tipo. */
  tipo: codigo,
  /** As the widget wrote it; 64 kB at most as JSON. */
  dados: v.record(v.string(), v.unknown()),
})
export type RascunhoGuardado = v.InferOutput<typeof rascunhoGuardado>

export const rascunhoResumo = v.object({
  id: v.string(),
  tipo: v.object({ codigo, nome: v.string() }),
  /** ISO 8601, UTC. */
  atualizadoEm: v.string(),
  /** When it is forgotten, unless it is written to again. */
  expiraEm: v.string(),
})
export type RascunhoResumo = v.InferOutput<typeof rascunhoResumo>

export const rascunhoCompleto = v.object({ ...rascunhoResumo.entries, dados: v.record(v.string(), v.unknown()) })
export type RascunhoCompleto = v.InferOutput<typeof rascunhoCompleto>

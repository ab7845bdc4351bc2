import type { Limits } from '../limits.js'
import { ProblemError } from './problem.js'

const hour = 3600

/** @param detail instead of the catalogue's sentence; for people, in pt-BR. */
export function tooMany(seconds = hour, detail?: string): ProblemError {
  return new ProblemError('muitas_tentativas', { ...(detail && { detail }), headers: { 'Retry-After': String(seconds) } })
}

/** Counts one more of `key`. Before a transaction, which may run more than once. @throws muitas_tentativas past `most` of them in `seconds`. */
export function countOne(
  { limits }: { limits: Limits },
  key: string,
  { most, seconds = hour, detail }: { most: number; seconds?: number; detail?: string },
): void {
  if (limits.hit(key, seconds) > most) throw tooMany(seconds, detail)
}

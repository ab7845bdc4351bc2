import type { Context } from 'hono'
import { ProblemError } from './problem.js'

/** The Idempotency-Key of a request: 16 to 255 visible ASCII characters, else chave_ausente. */
export function idempotencyKey(c: Context): string {
  const key = c.req.header('Idempotency-Key') ?? ''
  if (!/^[\x21-\x7e]{16,255}$/.test(key)) throw new ProblemError('chave_ausente')
  return key
}

import type { Context, MiddlewareHandler } from 'hono'
import { setHeader } from './bindings.js'
import { ProblemError } from './problem.js'

const methods = 'GET, POST, PUT, PATCH, DELETE'
const requestHeaders = [
  'Authorization',
  'Content-Type',
  'DPoP',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Last-Event-ID',
  'Protocolo-Confirmacao',
  'Protocolo-Procuracao',
  'Protocolo-Prova',
].join(', ')
const exposed = 'ETag, Retry-After, Content-Disposition, DPoP-Nonce'
/** Seconds. */
const preflightAge = '600'

/**
 * Answers pages of other sites (CORS), naming the exact origin. A page that `allowed` refuses gets origem_recusada and the handler never runs.
 * A request without Origin passes. The server's own pages send theirs with POST: `allowed` must know its address too.
 */
export function cors(allowed: (origin: string, c: Context) => boolean | Promise<boolean>): MiddlewareHandler {
  return (c, next) => {
    setHeader(c, 'Vary', 'Origin')
    const origin = c.req.header('Origin')
    if (origin === undefined) return next()
    const verdict = allowed(origin, c)
    return typeof verdict === 'boolean' ? answer(c, next, origin, verdict) : verdict.then((yes) => answer(c, next, origin, yes))
  }
}

async function answer(c: Context, next: () => Promise<void>, origin: string, allowed: boolean): Promise<Response | undefined> {
  if (!allowed) {
    // Readable everywhere: it tells nothing, and the page that was refused can say why nothing shows.
    setHeader(c, 'Access-Control-Allow-Origin', '*')
    throw new ProblemError('origem_recusada')
  }
  setHeader(c, 'Access-Control-Allow-Origin', origin)
  if (c.req.method === 'OPTIONS' && c.req.header('Access-Control-Request-Method') !== undefined) return preflight(c)
  setHeader(c, 'Access-Control-Expose-Headers', exposed)
  await next()
  return undefined
}

function preflight(c: Context): Response {
  return c.body(null, 204, {
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': requestHeaders,
    'Access-Control-Max-Age': preflightAge,
  })
}

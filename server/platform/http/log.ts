import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics.js'
import type { Random } from '../platform.js'
import { setHeader } from './bindings.js'
import { ProblemError, problemOf } from './problem.js'

interface Options {
  log: Logger
  metrics: Metrics
  random: Random
}

/**
 * One line a request: method, route (its pattern, never the address, which may hold numbers and names), status, milliseconds and an id
 * that a 5xx reply repeats in X-Request-Id. What was thrown unforeseen is logged whole under the same id.
 */
export function requestLog({ log, metrics, random }: Options): MiddlewareHandler {
  const observe = durations(metrics.requests)
  const prefix = random.bytes(4).toString('hex')
  let count = 0
  return async (c, next) => {
    const start = performance.now()
    const id = `${prefix}-${(++count).toString(36)}`
    await next()
    const ms = performance.now() - start
    const status = c.res.status
    const route = routeOf(c)
    observe(c.req.method, route, status, ms)
    if (status >= 500) {
      setHeader(c, 'X-Request-Id', id)
      if (c.error && !(c.error instanceof ProblemError)) log.error({ id, err: c.error }, problemOf(c.error).codigo)
    }
    log.info({ id, method: c.req.method, route, status, ms: Math.round(ms * 10) / 10 }, 'request')
  }
}

/** The pattern of the handler that answered; the last that matched, since middleware stands before it. */
function routeOf(c: Context): string {
  return matchedRoutes(c).findLast((route) => route.method !== 'ALL')?.path ?? '-'
}

/** Keeps each label set's child, so that observing does not look it up by its labels. */
function durations(histogram: Metrics['requests']) {
  const children = new Map<string, { observe(seconds: number): void }>()
  return (method: string, route: string, status: number, ms: number) => {
    const key = `${method} ${route} ${status}`
    let child = children.get(key)
    if (!child) {
      child = histogram.labels(method, route, String(status))
      children.set(key, child)
    }
    child.observe(ms / 1000)
  }
}

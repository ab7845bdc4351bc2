import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

declare module 'hono' {
  interface ContextVariableMap {
    /** How many proxies before this server are trusted to say where a request comes from. */
    proxies: number
  }
}

/** Node's own request and response; absent when the app is called without a server. */
export function bindings(c: Context): Partial<HttpBindings> {
  return c.env ?? {}
}

/**
 * Sets a header on whatever is answered, errors included.
 * It goes on Node's own response, where a header of the same name set by the handler wins and no Headers object is made.
 */
export function setHeader(c: Context, name: string, value: string): void {
  const { outgoing } = bindings(c)
  if (outgoing) outgoing.setHeader(name, value)
  else c.res.headers.set(name, value)
}

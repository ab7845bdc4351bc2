import type { MiddlewareHandler } from 'hono'
import { setHeader } from './bindings.js'

/**
 * Content-Security-Policy of a page served by this server that holds the tags: scripts and styles of its own only, no inline ones,
 * and no text turned into HTML. A theme's logo may come from any https address.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Sets on every reply the headers that keep it from being run, framed, sniffed or traced; a page then sets its own Content-Security-Policy. */
export function securityHeaders(address: string): MiddlewareHandler {
  const pairs: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    // Pages of other sites load the script and read the API (as CORS allows them).
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    ...(address.startsWith('https:') ? ([['Strict-Transport-Security', 'max-age=31536000']] satisfies [string, string][]) : []),
  ]
  return (c, next) => {
    for (const [name, value] of pairs) setHeader(c, name, value)
    return next()
  }
}

/** Of a reply that nobody may keep. */
export const noStore = { 'Cache-Control': 'no-store' } as const

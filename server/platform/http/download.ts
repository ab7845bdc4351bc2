import type { Readable } from 'node:stream'
import type { Context } from 'hono'
import { setHeader } from './bindings.js'

/** Of a file that somebody else sent: it never runs in this origin, wherever it is shown. */
const filePolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

interface Download {
  /** As the person's device will call it. */
  name: string
  /** Media type. */
  type: string
  /** Bytes, when known. */
  size?: number
}

/** Answers with a file to be saved rather than shown; nosniff stands on every reply. */
export function download(c: Context, bytes: Readable, { name, type, size }: Download): Response {
  setHeader(c, 'Content-Security-Policy', filePolicy)
  const headers = {
    'Content-Type': type,
    'Content-Disposition': attachment(name),
    ...(size !== undefined && { 'Content-Length': String(size) }),
    'Cache-Control': 'private, no-store',
  }
  if (c.req.method !== 'HEAD') return c.body(webStream(bytes), 200, headers)
  // Hono answers HEAD as GET and leaves the body unread: nobody would ever close the file.
  bytes.destroy()
  return c.body(null, 200, headers)
}

/** RFC 6266: the name for old readers in ASCII, and whole (RFC 5987). */
function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`
}

/** The same bytes as a web stream, read as fast as they are taken; the source is closed when the reader goes away. */
function webStream(bytes: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = bytes[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(out) {
      const { done, value } = await chunks.next()
      if (done) out.close()
      else out.enqueue(value)
    },
    cancel() {
      bytes.destroy()
    },
  })
}

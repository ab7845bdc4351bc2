import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { ProblemError } from './problem.js'

type Encoding = 'br' | 'gzip' | 'identity'

/** A file that never changes while the server runs. */
export interface Asset {
  type: string
  /** Of the plain bytes; each encoding adds its name, since a strong tag names exact bytes (RFC 9110 §8.8.3). */
  tag: string
  bytes: Record<Encoding, Uint8Array<ArrayBuffer>>
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
}

/** Reads a file with the compressed ones beside it, `.br` and `.gz`; where there are none it is compressed now. */
export function readAsset(path: string): Asset {
  const sibling = (suffix: string) => (existsSync(path + suffix) ? readFileSync(path + suffix) : undefined)
  return asset(path, readFileSync(path), { br: sibling('.br'), gzip: sibling('.gz') })
}

/** A file at hand under a name; in what encodings it does not come it is compressed now. */
export function asset(
  name: string,
  plain: Uint8Array,
  { br, gzip }: { br?: Uint8Array | undefined; gzip?: Uint8Array | undefined },
): Asset {
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    tag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    bytes: {
      identity: new Uint8Array(plain),
      br: new Uint8Array(br ?? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
      gzip: new Uint8Array(gzip ?? gzipSync(plain)),
    },
  }
}

/** Answers with a file in the smallest encoding that the reader takes, or 304. @throws nao_encontrado without a file. */
export function serveAsset(c: Context, asset: Asset | undefined, cacheControl: string, headers: Record<string, string> = {}): Response {
  if (!asset) throw new ProblemError('nao_encontrado')
  const encoding = bestEncoding(c.req.header('Accept-Encoding'))
  const etag = `"${asset.tag}-${encoding}"`
  const common = { ETag: etag, 'Cache-Control': cacheControl, Vary: 'Accept-Encoding', ...headers }
  if (isKnown(c.req.header('If-None-Match'), etag)) return c.body(null, 304, common)
  return c.body(asset.bytes[encoding], 200, {
    ...common,
    'Content-Type': asset.type,
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
  })
}

/** RFC 9110 §12.5.3, among the encodings kept; of those that are taken, the smallest, whatever their weights. */
function bestEncoding(accepted: string | undefined): Encoding {
  const takes = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))] as const
    }),
  )
  const taken = (name: Encoding) => takes.get(name) ?? takes.get('*') ?? false
  return taken('br') ? 'br' : taken('gzip') ? 'gzip' : 'identity'
}

/** RFC 9110 §13.1.2: any of the listed tags, compared weakly. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((given) => given.trim() === '*' || given.trim().replace(/^W\//, '') === etag)
}

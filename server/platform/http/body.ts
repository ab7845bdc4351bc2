import type { Context, Env, MiddlewareHandler } from 'hono'
import { uniqueSymbol, validator } from 'hono-openapi'
import * as v from 'valibot'
import { type ByteSource, chunksOf } from '../spool.js'
import { bindings } from './bindings.js'
import { refuseHostile } from './hostile.js'
import { camposDe, mensagemDe } from './issues.js'
import { ProblemError } from './problem.js'

/** Bytes of a JSON body. */
const largest = 256 * 1024
/** Milliseconds for such a body to come: at 256 KiB, a very slow phone's pace. */
const patience = 60_000
const jsonType = /^application\/([\w.-]+\+)?json\s*(;|$)/i
const decoder = new TextDecoder('utf-8', { fatal: true })

type Reads<Target extends 'json' | 'query', S extends v.GenericSchema> = {
  in: { [key in Target]: v.InferInput<S> }
  out: { [key in Target]: v.InferOutput<S> }
}

/**
 * Reads and checks a JSON body; the handler takes it from `c.req.valid('json')`, and the API description learns of `schema`.
 * At most 256 KiB, counted as they come. Refusals: corpo_grande, json_malformado, corpo_invalido, campos_invalidos (a character that can't be kept).
 */
export function body<S extends v.GenericSchema>(schema: S): MiddlewareHandler<Env, string, Reads<'json', S>> {
  const read: MiddlewareHandler<Env, string, Reads<'json', S>> = async (c, next) => {
    c.req.addValidatedData('json', checked(schema, await readJson(c)))
    await next()
  }
  return Object.assign(read, { [uniqueSymbol]: described('json', schema) })
}

/** Reads and checks the query string (the first value of each name) into `c.req.valid('query')`. */
export function query<S extends v.GenericSchema>(schema: S): MiddlewareHandler<Env, string, Reads<'query', S>> {
  const read: MiddlewareHandler<Env, string, Reads<'query', S>> = (c, next) => {
    c.req.addValidatedData('query', checked(schema, c.req.query()))
    return next()
  }
  return Object.assign(read, { [uniqueSymbol]: described('query', schema) })
}

/** Reads a JSON body that something else checks. @throws corpo_grande past `most` bytes; json_malformado; campos_invalidos (a character that can't be kept). */
export async function readJson(c: Context, { most = largest } = {}): Promise<unknown> {
  if (!jsonType.test(c.req.header('Content-Type') ?? '')) {
    throw new ProblemError('json_malformado', { detail: 'Envie o pedido como JSON, com Content-Type: application/json.' })
  }
  const value = parse(await readAll(c, { most }))
  refuseHostile(value)
  return value
}

/** The request's raw bytes, unread. */
export function bytesOf(c: Context): ByteSource {
  return bindings(c).incoming ?? c.req.raw.body ?? new Blob([]).stream()
}

/** Bytes that the sender says it sends, if it does. */
export function announcedSize(c: Context): number | undefined {
  const text = c.req.header('Content-Length')
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** What hono-openapi keeps on its own validators. */
function described<S extends v.GenericSchema>(target: 'json' | 'query', schema: S): unknown {
  return Reflect.get(validator(target, schema), uniqueSymbol)
}

function checked<S extends v.GenericSchema>(schema: S, value: unknown): object {
  refuseHostile(value)
  const result = v.safeParse(schema, value, { message: mensagemDe })
  if (!result.success) throw new ProblemError('corpo_invalido', { campos: camposDe(result.issues) })
  return Object(result.output)
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    throw new ProblemError('json_malformado')
  }
}

/**
 * The whole body, held in memory: a short one. A sender that has not ended within `within` ms is hung up on, since it holds a request's place.
 * @throws corpo_grande past `most` bytes, and UploadAborted when it was cut.
 */
export async function readAll(c: Context, { most = largest, within = patience } = {}): Promise<Buffer> {
  if (Number(c.req.header('Content-Length')) > most) throw new ProblemError('corpo_grande')
  const hangUp = setTimeout(() => bindings(c).incoming?.destroy(), within)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of chunksOf(bytesOf(c))) {
      size += chunk.byteLength
      if (size > most) throw new ProblemError('corpo_grande')
      chunks.push(chunk)
    }
  } finally {
    clearTimeout(hangUp)
  }
  return Buffer.concat(chunks)
}

import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import { uuidv7 } from 'uuidv7'
import type { Config } from './config.js'

/** The sender went on past the limit. */
export class UploadTooLarge extends Error {
  override name = 'UploadTooLarge'
}
/** The sender went away before the end. */
export class UploadAborted extends Error {
  override name = 'UploadAborted'
}
/** No room left on the disk. */
export class NoSpace extends Error {
  override name = 'NoSpace'
}

export interface Spooled {
  /** Absolute path of the temporary file. */
  path: string
  /** Bytes. */
  size: number
  /** Hexadecimal. */
  sha256: string
  /** Removes the temporary file; harmless when it has moved on. */
  discard(): Promise<void>
}

export type ByteSource = Readable | ReadableStream<Uint8Array> | globalThis.ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

/** Opens a new file; tests give one on a disk that is full. */
type OpenFile = (
  path: string,
  flags: 'wx',
  mode: number,
) => Promise<Pick<FileHandle, 'close'> & { writeFile(chunk: Uint8Array): Promise<void> }>

/** Where unfinished files wait. */
export async function spoolFolder({ dataDir }: Config): Promise<string> {
  const folder = join(dataDir, 'recebendo')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/**
 * Writes a stream to a new file in `dir`, hashing on the way and holding one chunk at a time.
 * Past `limit` bytes it stops at once; the rest of the source is left unread, so that the reply can still be sent.
 * @throws UploadTooLarge, UploadAborted, NoSpace. Nothing is left on disk then.
 */
export async function spool(source: ByteSource, options: { dir: string; limit: number; open?: OpenFile }): Promise<Spooled> {
  const path = join(options.dir, `${uuidv7()}.parte`)
  // A sender that goes away before reading begins is heard of when it does.
  if (source instanceof Readable) source.on('error', () => undefined)
  const discard = () => rm(path, { force: true })
  const file = await (options.open ?? open)(path, 'wx', 0o600).catch(asNoSpace)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of chunksOf(source)) {
      size += chunk.byteLength
      if (size > options.limit) throw new UploadTooLarge(`more than ${options.limit} bytes`)
      hash.update(chunk)
      await file.writeFile(chunk).catch(asNoSpace)
    }
    await file.close().catch(asNoSpace)
  } catch (error) {
    await file.close().catch(() => undefined)
    await discard()
    throw error
  }
  return { path, size, sha256: hash.digest('hex'), discard }
}

export async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  const iterator = withoutClosing(source)
  for (;;) {
    const step = await iterator.next().catch((cause: unknown) => {
      throw new UploadAborted('the upload was cut', { cause })
    })
    if (step.done) return
    yield step.value
  }
}

/** An iterator whose early end leaves the source open: closing it would close the connection under the reply. */
function withoutClosing(source: ByteSource): AsyncIterator<Uint8Array> {
  if (source instanceof Readable) return source.iterator({ destroyOnReturn: false })
  if (source instanceof ReadableStream) return source.values({ preventCancel: true })
  if ('getReader' in source) {
    const reader = source.getReader()
    return {
      next: async () => {
        const { done, value } = await reader.read()
        return done || value === undefined ? { done: true, value: undefined } : { done: false, value }
      },
    }
  }
  return source[Symbol.asyncIterator]()
}

function asNoSpace(cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') throw new NoSpace('no space left', { cause })
  throw cause
}

import { pipeline, type Readable, Transform } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export interface ZipEntry {
  /** Path inside, with `/`. */
  name: string
  bytes: Readable
  /** False for what is pressed already: photos, PDFs. */
  compress: boolean
}

interface Options {
  /** Of every entry. */
  at: Date
  /** Milliseconds for which the reader may stand still. */
  patience?: number
}

/**
 * A ZIP of `entries`, written as fast as it is read: little more than one entry's chunk is held, and the next entry is asked for when the
 * one before has been taken in. When the reader goes away or stands still, what is being read is closed and `entries` is ended. An entry
 * that fails fails the whole.
 */
export function zipOf(entries: AsyncIterable<ZipEntry>, { at, patience = 5 * 60_000 }: Options): Readable {
  const zip = new ZipFile()
  const gone = new AbortController()
  const idle = setTimeout(() => out.destroy(new Error('the reader of a ZIP stood still')), patience)
  idle.unref()
  const out = new Transform({
    transform(chunk, _, done) {
      idle.refresh()
      done(null, chunk)
    },
  })
  const fail = (error: Error) => out.destroy(error)
  out.once('close', () => {
    clearTimeout(idle)
    gone.abort()
  })
  zip.once('error', fail)
  pipeline(zip.outputStream, out, () => undefined)
  fill(zip, entries, { at, gone: gone.signal }).catch(fail)
  return out
}

async function fill(zip: ZipFile, entries: AsyncIterable<ZipEntry>, { at, gone }: { at: Date; gone: AbortSignal }): Promise<void> {
  for await (const { name, bytes, compress } of entries) {
    try {
      gone.throwIfAborted()
      zip.addReadStream(bytes, name, { mtime: at, compress })
      await finished(bytes, { signal: gone })
    } finally {
      bytes.destroy()
    }
  }
  zip.end()
}

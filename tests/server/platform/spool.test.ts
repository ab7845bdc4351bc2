import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { after, describe, it } from 'node:test'
import fc from 'fast-check'
import { NoSpace, spool, UploadAborted, UploadTooLarge } from '../../../server/platform/spool.js'

const dir = mkdtempSync(join(tmpdir(), 'spool-'))
after(() => rmSync(dir, { recursive: true }))
const limit = 1024 * 1024

describe('a spooled stream', () => {
  it('is whole on disk, counted and hashed, however it comes in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 5000 }), { maxLength: 20 }), fc.boolean(), async (pieces, web) => {
        const whole = Buffer.concat(pieces)
        const source = web ? new Blob(pieces.map((piece) => new Uint8Array(piece))).stream() : Readable.from(pieces, { objectMode: false })
        const spooled = await spool(source, { dir, limit })
        assert.equal(spooled.size, whole.length)
        assert.equal(spooled.sha256, createHash('sha256').update(whole).digest('hex'))
        assert.deepEqual(await readFile(spooled.path), whole)
        await spooled.discard()
      }),
      { numRuns: 30 },
    )
    assert.deepEqual(readdirSync(dir), [])
  })

  it('is read by nobody else', async () => {
    const spooled = await spool(Readable.from([Buffer.from('a')]), { dir, limit })
    assert.equal((await stat(spooled.path)).mode & 0o777, 0o600)
    await spooled.discard()
  })

  it('may be discarded twice', async () => {
    const spooled = await spool(Readable.from([Buffer.from('a')]), { dir, limit })
    await spooled.discard()
    await spooled.discard()
  })

  it('of exactly the limit is taken', async () => {
    const spooled = await spool(Readable.from([Buffer.alloc(10)]), { dir, limit: 10 })
    assert.equal(spooled.size, 10)
    await spooled.discard()
  })
})

describe('a stream that can’t be kept', () => {
  it('past the limit stops at once, leaves no file and the source open', async () => {
    let made = 0
    const endless = new Readable({
      highWaterMark: 1024,
      read() {
        made += 1024
        this.push(Buffer.alloc(1024))
      },
    })
    await assert.rejects(spool(endless, { dir, limit: 10_000 }), UploadTooLarge)
    assert.ok(made < 20_000)
    assert.equal(endless.destroyed, false)
    assert.deepEqual(readdirSync(dir), [])
  })

  it('past the limit leaves a web stream open too', async () => {
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024)),
      cancel() {
        cancelled = true
      },
    })
    await assert.rejects(spool(endless, { dir, limit: 10_000 }), UploadTooLarge)
    assert.equal(cancelled, false)
  })

  it('cut by its sender is UploadAborted and leaves no file', async () => {
    const source = new PassThrough()
    source.write('metade')
    const spooling = spool(source, { dir, limit })
    source.destroy(new Error('aborted'))
    await assert.rejects(spooling, UploadAborted)
    const silent = new PassThrough()
    const spoolingSilent = spool(silent, { dir, limit })
    silent.destroy()
    await assert.rejects(spoolingSilent, UploadAborted)
    assert.deepEqual(readdirSync(dir), [])
  })

  it('on a full disk is NoSpace and leaves no file', async () => {
    const source = Readable.from(
      (function* () {
        yield Buffer.from('a')
      })(),
    )
    await assert.rejects(spool(source, { dir, limit, open: async () => fullDisk }), NoSpace)
    assert.deepEqual(readdirSync(dir), [])
  })
})

const fullDisk = {
  writeFile: () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
  close: () => Promise.resolve(),
}

describe('two hundred streams at once', () => {
  it('are held a chunk each', async () => {
    const chunk = Buffer.alloc(16 * 1024, 7)
    const before = process.memoryUsage().rss
    let peak = before
    const upload = () =>
      Readable.from(
        (function* () {
          for (let i = 0; i < 64; i++) {
            peak = Math.max(peak, process.memoryUsage.rss())
            yield chunk
          }
        })(),
        { highWaterMark: 1 },
      )
    const all = await Promise.all(Array.from({ length: 200 }, () => spool(upload(), { dir, limit: 2 * limit })))
    assert.ok(all.every((spooled) => spooled.size === limit))
    await Promise.all(all.map((spooled) => spooled.discard()))
    assert.ok(peak - before < 100 * 1024 * 1024, `grew by ${Math.round((peak - before) / 1024 / 1024)} MB`)
  })
})

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { type ZipEntry, zipOf } from '../../../server/platform/zip.js'
import { unzip } from '../helpers/unzip.js'

const at = new Date('2026-11-21T12:00:00Z')
const mebibyte = randomBytes(1024 * 1024)

function entry(name: string, bytes: Readable, compress = false): ZipEntry {
  return { name, bytes, compress }
}

/** As many entries of a MiB as are asked for, and how many were; whether the series was ended. */
function series(most: number) {
  const seen = { asked: 0, ended: false, open: new Set<Readable>() }
  async function* entries() {
    try {
      while (seen.asked < most) {
        const bytes = Readable.from([mebibyte.subarray(0, 512 * 1024), mebibyte.subarray(512 * 1024)])
        seen.open.add(bytes)
        bytes.once('close', () => seen.open.delete(bytes))
        yield entry(`${++seen.asked}.bin`, bytes)
      }
    } finally {
      seen.ended = true
    }
  }
  return { seen, entries: entries() }
}

describe('a ZIP', () => {
  it('holds what it is given, pressed or not, with accents in names, and nothing when it is given nothing', async () => {
    async function* entries() {
      yield entry('leia-me.txt', Readable.from([Buffer.from('ação')]), true)
      yield entry('pasta/açaí.bin', Readable.from([mebibyte]))
      yield entry('vazio', Readable.from([]))
    }
    const files = await unzip(await buffer(zipOf(entries(), { at })))
    assert.deepEqual([...files.keys()], ['leia-me.txt', 'pasta/açaí.bin', 'vazio'])
    assert.equal(files.get('leia-me.txt')?.toString(), 'ação')
    assert.ok(files.get('pasta/açaí.bin')?.equals(mebibyte))
    assert.equal(files.get('vazio')?.length, 0)
    assert.equal((await unzip(await buffer(zipOf(Readable.from([]), { at })))).size, 0)
  })

  it('asks for entries as it is read', async () => {
    const { seen, entries } = series(40)
    const zip = zipOf(entries, { at })
    await once(zip, 'readable')
    zip.read(1)
    for (let n = 0; n < 500; n++) await turn()
    assert.ok(seen.asked <= 2, `${seen.asked} asked for by who read a byte`)
    assert.equal((await unzip(Buffer.concat([Buffer.from('P'), await buffer(zip)]))).size, 40)
    assert.deepEqual([seen.asked, seen.ended, seen.open.size], [40, true, 0])
  })

  it('ends everything when its reader goes away', async () => {
    const { seen, entries } = series(40)
    const zip = zipOf(entries, { at })
    await once(zip, 'readable')
    zip.destroy()
    while (!seen.ended || seen.open.size > 0) await turn()
    assert.ok(seen.asked <= 2)
  })

  it('gives up on a reader that stands still', async () => {
    const { seen, entries } = series(40)
    const zip = zipOf(entries, { at, patience: 1 })
    const [error] = await once(zip, 'error')
    assert.match(String(error), /stood still/)
    while (!seen.ended || seen.open.size > 0) await turn()
  })

  it('fails whole with an entry that fails, with the series, and with a name that would leave its folder', async () => {
    const failing = () =>
      new Readable({
        read() {
          this.destroy(new Error('the disk is gone'))
        },
      })
    async function* broken() {
      yield entry('a', Readable.from([mebibyte]))
      throw new Error('the database is gone')
    }
    for (const [entries, why] of [
      [[entry('a', failing())], /the disk is gone/],
      [broken(), /the database is gone/],
      [[entry('../a', Readable.from([]))], /invalid relative path/],
    ] as const) {
      await assert.rejects(buffer(zipOf(Readable.from(entries), { at })), why)
    }
  })
})

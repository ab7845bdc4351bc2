import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import S3rver from 's3rver'
import { spool } from '../../../server/platform/spool.js'
import { openStorage, type Storage } from '../../../server/platform/storage.js'
import { Unavailable } from '../../../server/platform/unavailable.js'

const root = mkdtempSync(join(tmpdir(), 'storage-'))
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
after(() => rmSync(root, { recursive: true, force: true }))

const server = new S3rver({ port: 0, silent: true, directory: join(root, 's3'), configureBuckets: [{ name: 'anexos', configs: [] }] })
let s3: Storage
before(async () => {
  const { port } = await server.run()
  s3 = openStorage(`s3://anexos/protocolo?endpoint=http://127.0.0.1:${port}&region=sa-east-1`, credentials)
})
after(() => server.close())

const folder = openStorage(join(root, 'pasta'))

for (const [name, storage] of [
  ['a folder', () => folder],
  ['S3', () => s3],
] as const) {
  describe(`storage in ${name}`, () => {
    it('gives back what it took', async () => {
      const bytes = Buffer.alloc(300_000, 'prefeitura')
      const key = await keep(storage(), bytes)
      assert.deepEqual(await read(storage(), key), bytes)
    })

    it('takes the same content twice, and at once', async () => {
      const bytes = Buffer.from('o mesmo')
      const keys = await Promise.all([keep(storage(), bytes), keep(storage(), bytes), keep(storage(), bytes)])
      assert.equal(new Set(keys).size, 1)
      await keep(storage(), bytes)
      assert.deepEqual(await read(storage(), keys[0]), bytes)
    })

    it('leaves no temporary file once discarded', async () => {
      await keep(storage(), Buffer.from('um arquivo'))
      assert.deepEqual(
        readdirSync(root).filter((entry) => entry.endsWith('.parte')),
        [],
      )
    })

    it('has nothing under an unknown key', async () => {
      assert.equal(await storage().open(`ent/${'0'.repeat(64)}`), undefined)
    })

    it('forgets what is removed, and removing twice is fine', async () => {
      const key = await keep(storage(), Buffer.from('passageiro'))
      await storage().remove(key)
      await storage().remove(key)
      assert.equal(await storage().open(key), undefined)
    })

    it('refuses a key that leads elsewhere', async () => {
      for (const key of ['../fora', 'a/../../b', '/etc/passwd', 'a//b', 'a?x=1', '']) {
        await assert.rejects(async () => storage().open(key), /unacceptable/, key)
      }
    })
  })
}

describe('S3 that is away or in trouble', () => {
  it('is Unavailable when nothing listens', async () => {
    const away = openStorage('s3://anexos?endpoint=http://127.0.0.1:1', credentials)
    await assert.rejects(away.open('a/b'), Unavailable)
    await assert.rejects(keep(away, Buffer.from('x')), Unavailable)
  })

  it('is Unavailable when it answers 503', async (t) => {
    const broken = createServer((request, response) => {
      request.resume()
      response.writeHead(request.method === 'HEAD' ? 404 : 503).end()
    })
    await new Promise<void>((resolve) => broken.listen(0, resolve))
    t.after(() => broken.close())
    const address = broken.address()
    assert.ok(address && typeof address === 'object')
    await assert.rejects(
      keep(openStorage(`s3://anexos?endpoint=http://127.0.0.1:${address.port}`, credentials), Buffer.alloc(500_000)),
      Unavailable,
    )
  })

  it('says that the keys are wrong without saying them', async () => {
    const location = `s3://outro-balde?endpoint=http://127.0.0.1:1`
    assert.throws(() => openStorage(location), /AWS_ACCESS_KEY_ID/)
  })
})

async function keep(storage: Storage, bytes: Buffer): Promise<string> {
  const file = await spool(Readable.from([bytes], { objectMode: false }), { dir: root, limit: 1e6 })
  const key = `0190aaaa-0000-7000-8000-000000000000/${createHash('sha256').update(bytes).digest('hex')}`
  try {
    await storage.put(key, { ...file, type: 'application/pdf' })
  } finally {
    await file.discard()
  }
  return key
}

async function read(storage: Storage, key: string): Promise<Buffer> {
  const stream = await storage.open(key)
  assert.ok(stream)
  return buffer(stream)
}

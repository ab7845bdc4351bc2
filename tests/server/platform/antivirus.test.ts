import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it, type TestContext } from 'node:test'
import { createAntivirus } from '../../../server/platform/antivirus.js'
import { Unavailable } from '../../../server/platform/unavailable.js'

const dir = mkdtempSync(join(tmpdir(), 'clamd-'))
after(() => rmSync(dir, { recursive: true }))
const file = join(dir, 'arquivo')
const content = Buffer.alloc(300_000, 'EICAR')
writeFileSync(file, content)

/** Speaks INSTREAM; `judge` gets the bytes that came. */
function fakeClamd(judge: (bytes: Buffer) => string): Server {
  return createServer((socket) => {
    let pending = Buffer.alloc(0)
    const bytes: Buffer[] = []
    let begun = false
    socket.on('data', (data) => {
      pending = Buffer.concat([pending, data])
      if (!begun && pending.length >= 10) {
        assert.equal(pending.subarray(0, 10).toString(), 'zINSTREAM\0')
        pending = pending.subarray(10)
        begun = true
      }
      while (begun && pending.length >= 4) {
        const length = pending.readUInt32BE(0)
        if (length === 0) return socket.end(judge(Buffer.concat(bytes)))
        if (pending.length < 4 + length) return
        bytes.push(pending.subarray(4, 4 + length))
        pending = pending.subarray(4 + length)
      }
    })
    socket.on('error', () => socket.destroy())
  })
}

async function listen(t: TestContext, server: Server, at: string | number = 0): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(at, resolve))
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  assert.ok(address)
  return typeof address === 'string' ? address : `127.0.0.1:${address.port}`
}

it('a clean file is clean, and clamd saw every byte', async (t) => {
  let seen: Buffer = Buffer.alloc(0)
  const clamd = fakeClamd((bytes) => {
    seen = bytes
    return 'stream: OK\0'
  })
  assert.equal(await createAntivirus(await listen(t, clamd)).scan(file), 'clean')
  assert.deepEqual(seen, content)
})

it('an infected file is infected, over a Unix socket too', async (t) => {
  const clamd = fakeClamd(() => 'stream: Eicar-Test-Signature FOUND\0')
  assert.equal(await createAntivirus(await listen(t, clamd, join(dir, 'clamd.sock'))).scan(file), 'infected')
})

it('scans many files at once', async (t) => {
  const antivirus = createAntivirus(
    await listen(
      t,
      fakeClamd(() => 'stream: OK\0'),
    ),
  )
  const verdicts = await Promise.all(Array.from({ length: 20 }, () => antivirus.scan(file)))
  assert.deepEqual(new Set(verdicts), new Set(['clean']))
})

const troubles: [string, () => Server][] = [
  ['an answer that is no verdict', () => fakeClamd(() => 'INSTREAM size limit exceeded. ERROR\0')],
  ['a name that only looks like a verdict', () => fakeClamd(() => 'stream: OK FOUND? ERROR\0')],
  ['hanging up without an answer', () => fakeClamd(() => '')],
  ['an answer cut short', () => fakeClamd(() => 'stream: O')],
  ['hanging up at once', () => createServer((socket) => socket.destroy())],
  ['silence', () => createServer((socket) => socket.resume())],
]
for (const [name, make] of troubles) {
  it(`${name} is Unavailable, never clean`, async (t) => {
    await assert.rejects(createAntivirus(await listen(t, make()), { timeout: 200 }).scan(file), Unavailable)
  })
}

it('an answer before the end of a file counts', async (t) => {
  const hasty = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', () => socket.write('stream: Eicar FOUND\0'))
  })
  assert.equal(await createAntivirus(await listen(t, hasty)).scan(file), 'infected')
})

it('clamd that is away is Unavailable', async () => {
  await assert.rejects(createAntivirus('127.0.0.1:1').scan(file), Unavailable)
  await assert.rejects(createAntivirus(join(dir, 'nada.sock')).scan(file), Unavailable)
})

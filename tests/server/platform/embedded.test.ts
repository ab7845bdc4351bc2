import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import { connectTo } from '../../../server/platform/client.js'
import { isUnavailable, openDatabase } from '../../../server/platform/database.js'
import { startEmbedded } from '../../../server/platform/embedded-postgres.js'
import { runningServer } from '../../../server/platform/embedded-running.js'
import { createLog } from '../../../server/platform/log.js'
import { systemRandom } from '../../../server/platform/random.js'

interface Owner {
  child: ChildProcess
  url: string
  output: string
}

describe('embedded database', () => {
  let dataDir: string
  const children: ChildProcess[] = []

  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'protocolo-embutido-'))
  })
  afterEach(async () => {
    for (const child of children.splice(0)) await end(child, 'SIGTERM')
  })
  after(() => rmSync(dataDir, { recursive: true, force: true }))

  /** A process that owns the database of `folder`. */
  async function own(folder = dataDir): Promise<Owner> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/server/helpers/embedded-process.ts', folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    let output = ''
    child.stderr.on('data', (data) => (output += data))
    for await (const data of child.stdout) {
      output += data
      const url = /^ready (.+)$/m.exec(output)?.[1]
      if (url) return { child, url, output }
    }
    throw new Error(output)
  }

  async function query(url: string, text: string) {
    const sql = connectTo(url, { max: 1 })
    try {
      return [...(await sql.unsafe(text))]
    } finally {
      await sql.end()
    }
  }

  it('starts from nothing, keeps what it was given, and starts again', async () => {
    const first = await own()
    await query(first.url, "create table coisas as select 'guardada' as nome")
    await end(first.child, 'SIGTERM')
    assert.equal(runningServer(join(dataDir, 'postgres')), undefined)
    const second = await own()
    assert.deepEqual(await query(second.url, 'select nome from coisas'), [{ nome: 'guardada' }])
  })

  it('is reached through a Unix socket alone, with a password that only its owner can read', {
    skip: process.platform === 'win32',
  }, async () => {
    const { url } = await own()
    assert.match(url, /@%2F/)
    assert.deepEqual(await query(url, 'show listen_addresses'), [{ listen_addresses: '' }])
    await assert.rejects(query(url.replace(/:[0-9a-f]{48}@/, ':errada@'), 'select 1'), /password authentication failed/)
    assert.equal(statSync(join(dataDir, 'postgres-senha')).mode & 0o777, 0o600)
    assert.equal(statSync(join(dataDir, 'postgres')).mode & 0o777, 0o700)
  })

  it('keeps committed work safe: fsync and synchronous commit are on', async () => {
    const { url } = await own()
    const rows = await query(url, "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')")
    assert.ok(rows.every((row) => row.setting === 'on'))
  })

  it('takes over the server that a killed process left running', async () => {
    const killed = await own()
    await query(killed.url, "insert into coisas values ('antes da queda')")
    await end(killed.child, 'SIGKILL')
    const orphan = runningServer(join(dataDir, 'postgres'))
    assert.ok(orphan)
    const next = await own()
    assert.equal(runningServer(join(dataDir, 'postgres'))?.pid, orphan.pid)
    assert.equal((await query(next.url, "select from coisas where nome = 'antes da queda'")).length, 1)
    await end(next.child, 'SIGTERM')
    assert.equal(runningServer(join(dataDir, 'postgres')), undefined)
  })

  it('recovers when process and server were both killed', async () => {
    const killed = await own()
    await query(killed.url, "insert into coisas values ('antes do apagão')")
    await end(killed.child, 'SIGKILL')
    process.kill(runningServer(join(dataDir, 'postgres'))?.pid ?? 0, 'SIGKILL')
    const next = await own()
    assert.equal((await query(next.url, "select from coisas where nome = 'antes do apagão'")).length, 1)
  })

  it('is not fooled by a stale postmaster.pid whose number belongs to another program', async () => {
    await end((await own()).child, 'SIGTERM')
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n\n`)
    await own()
  })

  it('tells a second process on the same folder, in one line, and leaves the first alone', async () => {
    const { url } = await own()
    await assert.rejects(own(), /^Error: EmbeddedError: Outro processo do Protocolo já usa esta pasta de dados[^\n]*\n$/)
    assert.deepEqual(await query(url, 'select 1 as one'), [{ one: 1 }])
  })

  it('lets one of two processes win that start at once on a new folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'protocolo-embutido-'))
    const outcomes = await Promise.allSettled([own(folder), own(folder)])
    assert.deepEqual(outcomes.map((outcome) => outcome.status).sort(), ['fulfilled', 'rejected'])
    for (const child of children.splice(0)) await end(child, 'SIGTERM')
    rmSync(folder, { recursive: true })
  })

  it('works below a path too long for a Unix socket, with spaces and quotes in it', async () => {
    const folder = join(dataDir, `pasta d'água ${'longa'.repeat(20)}`)
    mkdirSync(folder)
    const { child, url } = await own(folder)
    assert.deepEqual(await query(url, 'select 1 as one'), [{ one: 1 }])
    await end(child, 'SIGTERM')
  })

  const asRoot = process.getuid?.() === 0
  if (asRoot)
    it('works in a folder that only root can enter, saying where the data went', async () => {
      const closed = mkdtempSync(join(tmpdir(), 'protocolo-fechada-'))
      const folder = join(closed, 'dados')
      mkdirSync(folder)
      writeFileSync(join(folder, 'outra-coisa'), '')
      chmodSync(closed, 0o700)
      const { child, url, output } = await own(folder)
      assert.deepEqual(await query(url, 'select 1 as one'), [{ one: 1 }])
      await end(child, 'SIGTERM')
      const line = output.split('\n').find((text) => text.includes('O banco de dados fica em'))
      const away: { folder: string } = JSON.parse(line ?? '{}')
      assert.ok(existsSync(join(away.folder, 'postgres', 'PG_VERSION')))
      rmSync(away.folder, { recursive: true })
      rmSync(closed, { recursive: true })
    })

  it('makes queries fail at once while it is away, and work again when it is back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'protocolo-embutido-'))
    const log = createLog('silent')
    const first = await startEmbedded({ dataDir: folder, log })
    const db = await openDatabase({ url: first.url, random: systemRandom })
    const all = () => [db.sql`select 1`, db.hot`select 1`, db.transaction((sql) => sql`select 1`)]
    await first.stop()
    const started = Date.now()
    const during = await Promise.allSettled(Array.from({ length: 50 }, all).flat())
    assert.ok(during.every((outcome) => outcome.status === 'rejected' && isUnavailable(outcome.reason)))
    assert.ok(Date.now() - started < 8_000)
    const again = await startEmbedded({ dataDir: folder, log })
    const back = await Promise.allSettled(Array.from({ length: 50 }, all).flat())
    assert.ok(back.slice(-60).every((outcome) => outcome.status === 'fulfilled'))
    await db.close()
    await again.stop()
    rmSync(folder, { recursive: true })
  })

  it('never writes its password to the log', async () => {
    const { output } = await own()
    const password = readFileSync(join(dataDir, 'postgres-senha'), 'utf8')
    assert.ok(!output.replace(/^ready .*$/m, '').includes(password))
  })
})

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

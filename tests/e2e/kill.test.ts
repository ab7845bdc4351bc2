import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { freePort, type RunningServer, startServer } from '../support/server.js'

const kills = 10
const clients = 8

/** What one client was told: the number for each Idempotency-Key. */
const acknowledged = new Map<string, string>()
const delivered: string[] = []

describe('a server killed under load', () => {
  let database: TestDatabase
  let smtp: SMTPServer
  let env: Record<string, string>
  let server: RunningServer

  before(async () => {
    database = await createTestDatabase()
    const { server: sink, url } = await receiveMail(async ({ subject }) => void delivered.push(subject ?? ''))
    smtp = sink
    env = {
      DATABASE_URL: database.url,
      SMTP_URL: url,
      PROTOCOLO_PROVA: '0',
      PROTOCOLO_LIMITES: '0',
      PORT: String(await freePort()),
    }
    await cli(env, 'entidade', 'importar', 'demo/entidades/vila-serena.json')
  })
  after(async () => {
    await server?.stop()
    await new Promise<void>((resolve) => smtp.close(resolve))
    await database.drop()
  })

  it(`keeps every acknowledged protocolo once, without gaps, and sends every e-mail, after ${kills} kills`, {
    timeout: 240_000,
  }, async () => {
    for (let round = 1; round <= kills; round++) {
      server = await startServer(['dist/server/main.js'], env)
      const target = acknowledged.size + 25 + round
      const work = Array.from({ length: clients }, () => openUntilCut(server.address))
      await until(() => acknowledged.size >= target)
      await server.kill()
      await Promise.all(work)
    }
    server = await startServer(['dist/server/main.js'], env)

    for (const [key, numero] of acknowledged) {
      const again = await open(server.address, key)
      assert.equal(again.status, 201)
      assert.equal((await again.json()).numero, numero, 'a repeated request tells the same number')
    }

    const rows = await database.sql<{ numero: string; sequencia: number }[]>`select numero, sequencia from protocolos order by sequencia`
    const numbers = rows.map((row) => row.numero)
    for (const numero of acknowledged.values()) assert.equal(numbers.filter((n) => n === numero).length, 1, numero)
    assert.deepEqual(
      rows.map((row) => row.sequencia),
      rows.map((_, i) => 500100 + i),
      'numbers are gapless',
    )

    await until(async () => (await database.sql`select from emails where enviado_em is null limit 1`).length === 0)
    for (const numero of numbers)
      assert.ok(
        delivered.some((subject) => subject.includes(numero)),
        `an e-mail of ${numero}`,
      )
  })
})

describe('a server killed between the commit and the mail', () => {
  it('leaves the mail to the next one, which sends each once', { timeout: 120_000 }, async () => {
    const database = await createTestDatabase()
    const sent: string[] = []
    let waiting = 0
    let take: () => void = () => undefined
    const mayTake = new Promise<void>((resolve) => (take = resolve))
    const { server: sink, url } = await receiveMail(
      async ({ subject, to }) => void sent.push(`${to?.[0]?.address} ${subject}`),
      async () => {
        waiting++
        await mayTake
      },
    )
    const env = { DATABASE_URL: database.url, SMTP_URL: url, PROTOCOLO_PROVA: '0', PROTOCOLO_LIMITES: '0' }
    await cli(env, 'entidade', 'importar', 'demo/entidades/vila-serena.json')
    const first = await startServer(['dist/server/main.js'], env)
    const opened = await open(first.address, randomUUID())
    assert.equal(opened.status, 201)
    const { numero }: { numero: string } = await opened.json()
    await until(() => waiting > 0)
    await first.kill()
    const owed = await database.sql<{ para: string }[]>`select para from emails where enviado_em is null order by para`
    assert.deepEqual([owed.length, sent], [2, []], 'the citizen’s and the unidade’s are owed, and none has left')
    take()
    const second = await startServer(['dist/server/main.js'], env)
    after(async () => {
      await second.stop()
      await new Promise<void>((resolve) => sink.close(resolve))
      await database.drop()
    })
    await until(async () => (await database.sql`select from emails where enviado_em is null`).length === 0)
    await until(async () => (await database.sql`select from graphile_worker.jobs where task_identifier = 'enviar_email'`).length === 0)
    assert.deepEqual(
      sent.map((mail) => mail.split(' ')[0]).sort(),
      owed.map(({ para }) => para),
    )
    assert.ok(
      sent.every((mail) => mail.includes(numero)),
      sent.join('; '),
    )
  })
})

/** A mail server that takes what comes, once `before` lets it. */
async function receiveMail(
  take: (mail: Email) => Promise<void>,
  before: () => Promise<void> = async () => undefined,
): Promise<{ server: SMTPServer; url: string }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_from, _session, done) => void before().then(() => done()),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        await take(await PostalMime.parse(Buffer.concat(chunks)))
        done()
      })
    },
  })
  server.on('error', (error) => {
    // A killed server leaves its mail connections cut.
    if (!('code' in error && error.code === 'ECONNRESET')) throw error
  })
  const port = await freePort()
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return { server, url: `smtp://127.0.0.1:${port}` }
}

/** Opens protocolos one after another until the server goes away. */
async function openUntilCut(address: string): Promise<void> {
  for (;;) {
    const key = randomUUID()
    try {
      const response = await open(address, key)
      assert.equal(response.status, 201)
      const { numero }: { numero: string } = await response.json()
      acknowledged.set(key, numero)
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error
      return
    }
  }
}

function open(address: string, key: string): Promise<Response> {
  return fetch(`${address}/v1/entidades/vila-serena/protocolos`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({
      tipo: 'certidao-negativa',
      respostas: { finalidade: 'Financiamento' },
      requerente: { nome: 'Pessoa Exemplo', documento: '529.982.247-25', email: 'pessoa@exemplo.br' },
      anexos: [],
      ciencia: '2026-01',
    }),
  })
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('waited a minute in vain')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import PostalMime from 'postal-mime'
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
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', async () => {
          const mail = await PostalMime.parse(Buffer.concat(chunks))
          delivered.push(mail.subject ?? '')
          done()
        })
      },
    })
    smtp.on('error', (error) => {
      // A killed server leaves its mail connections cut.
      if (!('code' in error && error.code === 'ECONNRESET')) throw error
    })
    const smtpPort = await freePort()
    smtp.listen(smtpPort, '127.0.0.1')
    await once(smtp.server, 'listening')
    env = {
      DATABASE_URL: database.url,
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
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

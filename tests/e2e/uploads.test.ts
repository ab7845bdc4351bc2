import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { after, before, describe, it } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { type RunningServer, startServer } from '../support/server.js'

const uploads = 200
const size = 20 * 1024 * 1024
const limitMb = 400

describe('200 people sending 20 MB at once', () => {
  let database: TestDatabase
  let server: RunningServer

  before(async () => {
    database = await createTestDatabase()
    const env = { DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' }
    await cli(env, 'entidade', 'importar', 'demo/entidades/vila-serena.json')
    server = await startServer(['dist/server/main.js'], env)
  })
  after(async () => {
    await server?.stop()
    await database.drop()
  })

  it(`are all served, with the server under ${limitMb} MB`, { timeout: 300_000 }, async () => {
    let peak = 0
    const watch = setInterval(() => (peak = Math.max(peak, residentMb(server.pid))), 200)
    const answers = await Promise.all(Array.from({ length: uploads }, () => upload(server.address)))
    clearInterval(watch)
    peak = Math.max(peak, residentMb(server.pid))

    assert.deepEqual(
      answers.filter((answer) => answer.status !== 201),
      [],
    )
    console.log(`peak resident memory: ${Math.round(peak)} MB`)
    assert.ok(peak > 20, 'memory was read')
    assert.ok(peak < limitMb, `${peak} MB`)
  })
})

async function upload(address: string): Promise<{ status: number; body: string }> {
  const sending = request(`${address}/v1/entidades/vila-serena/anexos?nome=planta.pdf`, {
    method: 'PUT',
    headers: { 'content-type': 'application/pdf', 'content-length': size },
  })
  const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
    sending.on('error', reject)
    sending.on('response', async (response) => {
      let body = ''
      for await (const chunk of response) body += chunk
      resolve({ status: response.statusCode ?? 0, body: response.statusCode === 201 ? '' : body })
    })
  })
  await pipeline(pdf(), sending)
  return answer
}

/** A file of `size` bytes that begins as a PDF and is like no other. */
function* pdf() {
  const head = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(64 * 1024 - 9)])
  yield head
  const filler = Buffer.alloc(64 * 1024, 'a')
  for (let sent = head.length; sent < size; sent += filler.length) yield filler.subarray(0, Math.min(filler.length, size - sent))
}

function residentMb(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
}

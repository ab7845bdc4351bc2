import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, it } from 'node:test'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import * as v from 'valibot'
import { problemaSchema } from '../../../../server/contract/problema.js'
import { bytesOf } from '../../../../server/platform/http/body.js'
import { onError } from '../../../../server/platform/http/problem.js'
import { spool, UploadAborted } from '../../../../server/platform/spool.js'

const dir = mkdtempSync(join(tmpdir(), 'upload-'))
const limit = 1_000_000
const failures: Error[] = []
const app = new Hono()
let told: () => void = () => undefined
app.onError((error, c) => {
  failures.push(error)
  told()
  return onError(error, c)
})
app.put('/', async (c) => {
  const spooled = await spool(bytesOf(c), { dir, limit })
  await spooled.discard()
  return c.json({ size: spooled.size })
})

let server: ServerType
before(async () => {
  server = serve({ fetch: app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
})
after(() => {
  server.close()
  // A connection that was cut half-way is not idle: left to itself, it would keep the process alive.
  if ('closeAllConnections' in server) server.closeAllConnections()
  rmSync(dir, { recursive: true })
})

function put(headers: Record<string, number>): { sending: ClientRequest; reply: Promise<IncomingMessage> } {
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const sending = request({ port: address.port, method: 'PUT', headers })
  const reply = new Promise<IncomingMessage>((resolve, reject) => sending.once('response', resolve).once('error', reject))
  return { sending, reply }
}

it('an upload is received whole, of known length or not', async () => {
  for (const headers of [{ 'content-length': 500_000 }, {}]) {
    const { sending, reply } = put(headers)
    sending.end(Buffer.alloc(500_000))
    assert.equal(await text(await reply), '{"size":500000}')
  }
})

it('an empty upload is received as empty', async () => {
  const { sending, reply } = put({ 'content-length': 0 })
  sending.end()
  assert.equal(await text(await reply), '{"size":0}')
})

it('an upload past the limit hears arquivo_grande before it ends', async () => {
  const { sending, reply } = put({ 'content-length': 500_000_000 })
  sending.write(Buffer.alloc(limit + 1))
  const message = await reply
  assert.equal(message.statusCode, 413)
  assert.equal(v.parse(problemaSchema, JSON.parse(await text(message))).codigo, 'arquivo_grande')
  sending.destroy()
})

it('an upload cut in the middle leaves nothing behind', async () => {
  failures.length = 0
  const failed = new Promise<void>((resolve) => {
    told = resolve
  })
  const { sending, reply } = put({ 'content-length': 900_000 })
  reply.catch(() => undefined)
  sending.write(Buffer.alloc(100_000), () => sending.destroy())
  await failed
  assert.ok(failures[0] instanceof UploadAborted)
  assert.deepEqual(readdirSync(dir), [])
})

it('a request without a body is an empty upload', async () => {
  assert.deepEqual(await (await app.request('/', { method: 'PUT' })).json(), { size: 0 })
})

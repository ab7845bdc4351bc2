import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { after, before, beforeEach, describe, it } from 'node:test'
import { createSms } from '../../../server/platform/sms.js'
import { Unavailable } from '../../../server/platform/unavailable.js'

const received: { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders; body: unknown }[] = []
let status = 200
const server = createServer((request, response) => {
  text(request).then((body) => {
    received.push({ method: request.method, url: request.url, headers: request.headers, body: JSON.parse(body) })
    response.writeHead(status, { Location: '/outro' }).end('{}')
  })
})
let host = ''

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  host = `127.0.0.1:${address.port}`
})
after(() => server.close())
beforeEach(() => {
  received.length = 0
  status = 200
})

const message = { para: '+5519912345678', texto: '012345 é o seu código.' }

describe('a text', () => {
  it('is posted to the gateway as JSON', async () => {
    assert.equal(await createSms(`http://${host}/enviar?conta=1`).send(message), 'sent')
    const [one] = received
    assert.deepEqual(
      [one?.method, one?.url, one?.headers['content-type'], one?.body],
      ['POST', '/enviar?conta=1', 'application/json', message],
    )
    assert.equal(one?.headers.authorization, undefined)
  })

  it('carries the user and password of the address', async () => {
    await createSms(`http://prefeitura:s%40nha@${host}/`).send(message)
    assert.equal(received[0]?.headers.authorization, `Basic ${Buffer.from('prefeitura:s@nha').toString('base64')}`)
  })

  it('that the gateway refuses for good is told apart from one to be tried again', async () => {
    for (status of [400, 404, 422]) assert.equal(await createSms(`http://${host}/`).send(message), 'refused')
    for (status of [302, 401, 403, 429, 500, 503]) await assert.rejects(createSms(`http://${host}/`).send(message), Unavailable)
  })

  it('is in no message of an error, nor are the number and the password of the address', async () => {
    const away = createSms('http://usuario:segredo@127.0.0.1:1/')
    await assert.rejects(away.send(message), (error: Error) => {
      assert.ok(error instanceof Unavailable)
      assert.doesNotMatch(`${error.stack} ${String(error.cause)}`, /segredo|012345|5519912345678/)
      return true
    })
  })
})

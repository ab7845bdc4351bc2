import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import * as v from 'valibot'
import { type Problema, problemaSchema } from '../../../../server/contract/problema.js'
import { body, query, readAll } from '../../../../server/platform/http/body.js'
import { onError } from '../../../../server/platform/http/problem.js'

const schema = v.strictObject({
  nome: v.pipe(v.string(), v.maxLength(5)),
  idade: v.exactOptional(v.pipe(v.number(), v.integer())),
  cor: v.exactOptional(v.picklist(['azul', 'verde'])),
  casas: v.exactOptional(v.array(v.strictObject({ rua: v.pipe(v.string(), v.regex(/^[a-z]+$/, 'use letras minúsculas')) }))),
  respostas: v.exactOptional(v.record(v.string(), v.unknown())),
})

const app = new Hono()
app.onError(onError)
app.post('/', body(schema), (c) => c.json({ ola: c.req.valid('json').nome }))
app.get('/', query(v.object({ numero: v.pipe(v.string(), v.maxLength(9)) })), (c) => c.json(c.req.valid('query')))

const json = { 'Content-Type': 'application/json' }
const post = (text: BodyInit, headers: Record<string, string> = json) => app.request('/', { method: 'POST', body: text, headers })

async function problem(response: Response | Promise<Response>): Promise<Problema> {
  return v.parse(problemaSchema, await (await response).json())
}

describe('a JSON body', () => {
  it('reaches the handler checked and typed', async () => {
    assert.deepEqual(await (await post('{"nome":"José"}', { 'Content-Type': 'application/json; charset=utf-8' })).json(), { ola: 'José' })
  })

  it('keeps emoji and other whole characters', async () => {
    assert.deepEqual(await (await post('{"nome":"🌳\\uD83D\\uDE00"}')).json(), { ola: '🌳😀' })
  })

  for (const [name, text] of [
    ['broken', '{"nome":'],
    ['empty', ''],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['cut inside a character', new Uint8Array([0x22, 0xc3])],
  ] as const) {
    it(`${name} is json_malformado`, async () => assert.equal((await problem(post(text))).codigo, 'json_malformado'))
  }

  it('of another kind is json_malformado, so no plain form of another site can send it', async () => {
    assert.equal((await problem(post('{"nome":"a"}', { 'Content-Type': 'text/plain' }))).codigo, 'json_malformado')
  })

  it('that does not fit names each field, in Portuguese, and repeats nothing of what was sent', async () => {
    const response = await post(
      '{"nome":"segredo longo","idade":1.5,"cor":"<script>","casas":[{"rua":"A1"}],"extra":"segredo","respostas":[]}',
    )
    const text = await response.text()
    const { codigo, campos } = v.parse(problemaSchema, JSON.parse(text))
    assert.equal(response.status, 400)
    assert.equal(codigo, 'corpo_invalido')
    assert.deepEqual(campos, [
      { caminho: 'nome', mensagem: 'Use no máximo 5 caracteres.' },
      { caminho: 'idade', mensagem: 'Use um número inteiro.' },
      { caminho: 'cor', mensagem: 'Escolha uma das opções.' },
      { caminho: 'casas.0.rua', mensagem: 'use letras minúsculas' },
      { caminho: 'extra', mensagem: 'Este campo não é esperado aqui.' },
    ])
    assert.doesNotMatch(text, /segredo|script/)
  })

  it('with a field missing says so', async () => {
    assert.deepEqual((await problem(post('{}'))).campos, [{ caminho: 'nome', mensagem: 'Falta preencher este campo.' }])
  })

  for (const [name, text] of Object.entries({ list: '[]', text: '"a"', number: '1', null: 'null' })) {
    it(`that is a ${name} instead of an object is corpo_invalido`, async () =>
      assert.equal((await problem(post(text))).codigo, 'corpo_invalido'))
  }

  for (const [name, text] of Object.entries({ NUL: '\\u0000', 'half a surrogate pair': '\\ud800', 'the other half': 'a\\udc00b' })) {
    it(`with ${name} is refused beside its field`, async () => {
      const { status, campos } = await problem(post(`{"nome":"a","respostas":{"relato":"${text}"}}`))
      assert.equal(status, 422)
      assert.deepEqual(
        campos?.map((campo) => campo.caminho),
        ['respostas.relato'],
      )
    })
  }

  it('can’t reach a prototype', async () => {
    assert.equal((await problem(post('{"nome":"a","respostas":{"__proto__":{"admin":true}}}'))).codigo, 'corpo_invalido')
    assert.equal('admin' in {}, false)
  })

  it('can’t nest without end', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    assert.equal((await problem(post(`{"nome":"a","respostas":{"x":${deep}}}`))).codigo, 'corpo_invalido')
  })

  it('never shows names that were made up', async () => {
    const response = await post('{"nome":"a","<script>alert(1)</script>":1}')
    assert.doesNotMatch(await response.text(), /script/)
  })

  it('past 256 KiB is corpo_grande by what it declares', async () => {
    assert.equal((await problem(post('{}', { ...json, 'Content-Length': '9999999' }))).codigo, 'corpo_grande')
  })

  it('past 256 KiB is corpo_grande by what comes, without reading the rest', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++
        controller.enqueue(new Uint8Array(64 * 1024).fill(32))
      },
    })
    const init = { method: 'POST', body: endless, headers: json, duplex: 'half' }
    const response = await app.request('/', init)
    assert.equal(response.status, 413)
    assert.ok(sent < 10)
  })

  it('is written into the API description', async () => {
    const { paths } = await generateSpecs(app)
    const { requestBody } = v.parse(v.object({ requestBody: v.object({ content: v.record(v.string(), v.unknown()) }) }), paths['/']?.post)
    assert.match(JSON.stringify(requestBody.content['application/json']), /"nome"/)
    assert.match(JSON.stringify(paths['/']?.get?.parameters), /"numero"/)
  })
})

describe('a query string', () => {
  it('reaches the handler checked', async () => {
    assert.deepEqual(await (await app.request('/?numero=12&numero=13')).json(), { numero: '12' })
  })
  it('with NUL is refused', async () => {
    assert.equal((await app.request('/?numero=%00')).status, 422)
  })
  it('that lacks a name says which', async () => {
    assert.deepEqual((await problem(app.request('/'))).campos, [{ caminho: 'numero', mensagem: 'Falta preencher este campo.' }])
  })
})

describe('over a socket', () => {
  it('a body sent in pieces is read whole, and one past the limit gets its answer before its end', async (t) => {
    const server = serve({ fetch: app.fetch, port: 0 })
    t.after(() => server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    assert.ok(address && typeof address === 'object')
    const send = (pieces: string[], end: boolean) =>
      new Promise<number | undefined>((resolve, reject) => {
        const sending = request({ port: address.port, method: 'POST', headers: json }, (reply) => {
          reply.resume()
          reply.once('end', () => {
            sending.destroy()
            resolve(reply.statusCode)
          })
        })
        sending.once('error', reject)
        for (const piece of pieces) sending.write(piece)
        if (end) sending.end()
      })
    assert.equal(await send(['{"no', 'me":', '"Zé"}'], true), 200)
    assert.equal(await send([`{"nome":"${'a'.repeat(300_000)}`], false), 413)
  })

  it('a sender that never ends is hung up on', async (t) => {
    const slow = new Hono().post('/', async (c) => c.json((await readAll(c, { within: 20 })).length))
    const server = serve({ fetch: slow.fetch, port: 0 })
    t.after(() => server.close())
    await once(server, 'listening')
    const address = server.address()
    assert.ok(address && typeof address === 'object')
    const socket = connect(address.port)
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{')
    await once(socket.resume(), 'close')
  })
})

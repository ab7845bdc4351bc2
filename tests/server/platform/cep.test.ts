import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type CepService, createCepService } from '../../../server/platform/cep.js'
import { Unavailable } from '../../../server/platform/unavailable.js'

const day = 24 * 60 * 60_000
const se = {
  cep: '01001-000',
  logradouro: 'Praça da Sé',
  complemento: '',
  bairro: 'Sé',
  localidade: 'São Paulo',
  uf: 'SP',
  ibge: '3550308',
}
const replies: Record<string, { status?: number; body: string }> = {
  '/ws/01001000/json/': { body: JSON.stringify(se) },
  '/ws/99999999/json/': { body: '{"erro": "true"}' },
  '/ws/99999998/json/': { body: '{"erro": true}' },
  '/ws/50000000/json/': { status: 500, body: 'x' },
  '/ws/50000001/json/': { body: '<html>' },
  '/ws/50000002/json/': { body: '{"logradouro": 1}' },
}
let asked: string[] = []
let broken = false
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  const { status = 200, body } = (!broken && replies[request.url ?? '']) || { status: 500, body: '' }
  response.writeHead(status).end(body)
})
let base = ''
let now = Date.parse('2026-11-21T12:00:00Z')
let service: CepService

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  base = `http://127.0.0.1:${address.port}/ws`
})
after(() => server.close())
beforeEach(() => {
  asked = []
  broken = false
  service = createCepService(base, { now: () => new Date(now) })
})

describe('an address by its CEP', () => {
  it('is found', async () => {
    assert.deepEqual(await service.find('01001000'), {
      cep: '01001000',
      logradouro: 'Praça da Sé',
      bairro: 'Sé',
      municipio: 'São Paulo',
      uf: 'SP',
      ibge: '3550308',
    })
  })

  it('is asked for once, by many at once and later', async () => {
    await Promise.all([service.find('01001000'), service.find('01001000')])
    broken = true
    now += 29 * day
    assert.ok(await service.find('01001000'))
    assert.equal(asked.length, 1)
  })

  it('is asked for again after thirty days, and an unknown one after one', async () => {
    await service.find('01001000')
    await service.find('99999999')
    now += 2 * day
    await service.find('01001000')
    await service.find('99999999')
    now += 31 * day
    await service.find('01001000')
    assert.deepEqual(asked, ['/ws/01001000/json/', '/ws/99999999/json/', '/ws/99999999/json/', '/ws/01001000/json/'])
  })

  it('is undefined where none exists, in both ways the service says so', async () => {
    assert.equal(await service.find('99999999'), undefined)
    assert.equal(await service.find('99999998'), undefined)
  })

  it('is undefined, asking nobody, for what is no CEP', async () => {
    for (const text of ['', '123', '01001-000', '../../x', '0100100a']) assert.equal(await service.find(text), undefined)
    assert.deepEqual(asked, [])
  })

  for (const cep of ['50000000', '50000001', '50000002']) {
    it(`is Unavailable when the service errs (${replies[`/ws/${cep}/json/`]?.body}), and asked for again`, async () => {
      await assert.rejects(service.find(cep), Unavailable)
      await assert.rejects(service.find(cep), Unavailable)
      assert.equal(asked.length, 2)
    })
  }

  it('is Unavailable when nothing listens', async () => {
    await assert.rejects(createCepService('http://127.0.0.1:1/ws', { now: () => new Date(now) }).find('01001000'), Unavailable)
  })
})

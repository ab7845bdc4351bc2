import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as v from 'valibot'
import { createApp } from '../../server/app.js'
import { importarEntidade } from '../../server/modules/entidades/entidades.js'
import { testPlatform } from './helpers/platform.js'
import { arquivoDeExemplo } from './modules/entidades/arquivo-de-exemplo.js'

const platform = await testPlatform({ config: { limits: false } })
await importarEntidade(platform, arquivoDeExemplo())
const app = createApp(platform, { extraOrigins: (origem) => origem === 'http://demo.exemplo:8787' })

const resposta = v.object({ description: v.string(), content: v.optional(v.record(v.string(), v.looseObject({}))) })
const operacao = v.looseObject({
  summary: v.pipe(v.string(), v.minLength(5)),
  tags: v.pipe(v.array(v.string()), v.length(1)),
  parameters: v.optional(v.array(v.looseObject({ name: v.string(), in: v.string(), description: v.optional(v.string()) }))),
  responses: v.record(v.string(), resposta),
})
const documento = v.object({
  openapi: v.string(),
  paths: v.record(v.string(), v.record(v.string(), operacao)),
})

async function descricao() {
  const recebido = await app.request('/v1/openapi.json')
  assert.equal(recebido.status, 200)
  return v.parse(documento, await recebido.json())
}

/** Every route of the app that a handler answers, as the description writes it. */
function rotas() {
  const escritas = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`)
  return [...new Set(escritas)]
}

describe('the API description', () => {
  it('is OpenAPI 3.1 and has every route, and no other', async () => {
    const { openapi, paths } = await descricao()
    assert.match(openapi, /^3\.1\./)
    const descritas = Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`))
    assert.deepEqual(descritas.sort(), rotas().sort())
  })

  it('gives each JSON answer an example, and each route its errors with theirs', async () => {
    for (const [path, item] of Object.entries((await descricao()).paths)) {
      for (const [method, { responses, parameters = [] }] of Object.entries(item)) {
        const nome = `${method} ${path}`
        const certas = Object.entries(responses).filter(([status]) => status < '400')
        const erros = Object.entries(responses).filter(([status]) => status >= '400')
        assert.ok(certas.length > 0 && erros.length > 0, `${nome}: answers and errors`)
        const json = certas.map(([, { content = {} }]) => content['application/json']).filter((media) => media !== undefined)
        assert.ok(json.length === 0 || json.some((media) => 'example' in media), `${nome}: an example`)
        for (const [status, { content }] of erros) assert.ok(content?.['application/problem+json']?.examples, `${nome} ${status}: examples`)
        for (const { name, description } of parameters) assert.ok(description, `${nome}: parameter ${name} says what it is`)
      }
    }
  })

  it('gives each JSON request an example', async () => {
    const corpo = v.object({ requestBody: v.object({ content: v.record(v.string(), v.looseObject({})) }) })
    for (const [path, item] of Object.entries((await descricao()).paths)) {
      for (const [method, descrita] of Object.entries(item)) {
        const lido = v.safeParse(corpo, descrita)
        const json = lido.success ? lido.output.requestBody.content['application/json'] : undefined
        assert.ok(!json || 'example' in json, `${method} ${path}: an example of the request`)
      }
    }
  })
})

describe('pages of other sites', () => {
  const url = '/v1/entidades/exemplo'
  const pedir = (origem: string, pedido: RequestInit = {}) =>
    app.request(url, { ...pedido, headers: { Origin: origem, ...pedido.headers } })

  it('of the entidade, and of the demo, may read the API', async () => {
    for (const origem of ['https://www.exemplo.br', 'http://demo.exemplo:8787', platform.config.address]) {
      const recebido = await pedir(origem)
      assert.equal(recebido.status, 200)
      assert.equal(recebido.headers.get('Access-Control-Allow-Origin'), origem)
      assert.match(recebido.headers.get('Vary') ?? '', /Origin/)
    }
  })

  it('that are nobody known, or only look alike, may not, and read that they may not', async () => {
    for (const origem of ['https://exemplo.br', 'http://www.exemplo.br', 'https://www.exemplo.br.mal.example', 'null']) {
      const recebido = await pedir(origem)
      assert.equal(recebido.headers.get('Access-Control-Allow-Origin'), '*')
      assert.equal(recebido.status, 403)
      assert.equal(v.parse(v.looseObject({ codigo: v.string() }), await recebido.json()).codigo, 'origem_recusada')
    }
  })

  it('ask first before they send something', async () => {
    const metodo = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type,idempotency-key' }
    const recebido = await pedir('https://www.exemplo.br', { method: 'OPTIONS', headers: metodo })
    assert.equal(recebido.status, 204)
    assert.match(recebido.headers.get('Access-Control-Allow-Headers') ?? '', /Idempotency-Key/)
    assert.equal((await pedir('https://mal.example', { method: 'OPTIONS', headers: metodo })).status, 403)
  })

  it('may send every header that the description names', async () => {
    const { paths } = await descricao()
    const metodo = { 'Access-Control-Request-Method': 'GET' }
    const recebido = await pedir('https://www.exemplo.br', { method: 'OPTIONS', headers: metodo })
    const aceitos = (recebido.headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase().split(', ')
    const descritos = Object.values(paths)
      .flatMap((metodos) => Object.values(metodos))
      .flatMap(({ parameters = [] }) => parameters)
      .flatMap(({ in: lugar, name }) => (lugar === 'header' ? name.toLowerCase() : []))
    assert.ok(descritos.includes('protocolo-procuracao'))
    assert.deepEqual(
      [...new Set(descritos)].filter((nome) => !aceitos.includes(nome)),
      [],
    )
  })

  it('read why an entidade is unknown', async () => {
    const recebido = await app.request('/v1/entidades/nenhuma', { headers: { Origin: 'https://onde.example' } })
    assert.equal(recebido.status, 404)
    assert.equal(recebido.headers.get('Access-Control-Allow-Origin'), '*')
    assert.equal(v.parse(v.looseObject({ codigo: v.string() }), await recebido.json()).codigo, 'entidade_desconhecida')
  })
})

describe('what is not there', () => {
  it('is a problem in pt-BR, with the methods that are', async () => {
    const nada = await app.request('/v1/nada')
    assert.equal(nada.status, 404)
    assert.equal(nada.headers.get('Content-Type'), 'application/problem+json; charset=utf-8')
    const metodo = await app.request('/health/live', { method: 'DELETE' })
    assert.equal(metodo.status, 405)
    assert.match(metodo.headers.get('Allow') ?? '', /GET/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { pino } from 'pino'
import * as v from 'valibot'
import { problemaSchema } from '../../../../server/contract/problema.js'
import { trustProxies } from '../../../../server/platform/http/address.js'
import { cors } from '../../../../server/platform/http/cors.js'
import { pagePolicy, securityHeaders } from '../../../../server/platform/http/headers.js'
import { idempotencyKey } from '../../../../server/platform/http/idempotency.js'
import { inflight } from '../../../../server/platform/http/inflight.js'
import { requestLog } from '../../../../server/platform/http/log.js'
import { onError } from '../../../../server/platform/http/problem.js'
import { createMetrics } from '../../../../server/platform/metrics.js'

const random = { bytes: (size: number) => Buffer.alloc(size, 1), id: () => 'id' }

function appWith(...middleware: MiddlewareHandler[]) {
  const app = new Hono()
  app.onError(onError)
  for (const one of middleware) app.use('*', one)
  app.get('/v1/:entidade/consulta', (c) => c.json({ ok: true }))
  app.get('/pagina', (c) => c.html('<p>oi', 200, { 'Content-Security-Policy': pagePolicy }))
  app.get('/bruto', () => new Response('bruto'))
  app.get('/erro', () => {
    throw new Error('senha=segredo')
  })
  app.post('/chave', (c) => c.text(idempotencyKey(c)))
  return app
}

describe('security headers', () => {
  const app = appWith(securityHeaders('https://protocolo.exemplo.gov.br'))

  it('stand on every reply, errors and raw ones included', async () => {
    for (const path of ['/v1/a/consulta', '/erro', '/bruto', '/nada']) {
      const { headers } = await app.request(path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, path)
      assert.match(headers.get('strict-transport-security') ?? '', /max-age/, path)
    }
  })

  it('stand there over a socket too, once each, and a page’s own policy wins', async (t) => {
    const server = serve({ fetch: app.fetch, port: 0 })
    t.after(() => server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    assert.ok(address && typeof address === 'object')
    for (const path of ['/v1/a/consulta', '/erro', '/bruto', '/nada']) {
      const { headers }: Response = await fetch(`http://localhost:${address.port}${path}`)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
      assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'", path)
    }
    const page = await fetch(`http://localhost:${address.port}/pagina`)
    assert.equal(page.headers.get('content-security-policy'), pagePolicy)
  })

  it('promise https only where it is https', async () => {
    const { headers } = await appWith(securityHeaders('http://localhost:8787')).request('/bruto')
    assert.equal(headers.get('strict-transport-security'), null)
  })
})

describe('CORS', () => {
  const app = appWith(cors((origin, c) => origin === 'https://www.exemplo.sp.gov.br' && c.req.path.startsWith('/v1/vila/')))
  const from = (origin: string, init: RequestInit = {}, path = '/v1/vila/consulta') =>
    app.request(path, { ...init, headers: { Origin: origin, ...init.headers } })

  it('names the exact origin and lets pages read the headers they need', async () => {
    const { headers } = await from('https://www.exemplo.sp.gov.br')
    assert.equal(headers.get('access-control-allow-origin'), 'https://www.exemplo.sp.gov.br')
    assert.equal(headers.get('access-control-expose-headers'), 'ETag, Retry-After, Content-Disposition, DPoP-Nonce')
    assert.equal(headers.get('access-control-allow-credentials'), null)
    assert.equal(headers.get('vary'), 'Origin')
  })

  it('lets errors be read', async () => {
    const { status, headers } = await from('https://www.exemplo.sp.gov.br', {}, '/v1/vila/nada')
    assert.equal(status, 404)
    assert.equal(headers.get('access-control-allow-origin'), 'https://www.exemplo.sp.gov.br')
  })

  it('answers the preflight, good for ten minutes', async () => {
    const response = await from('https://www.exemplo.sp.gov.br', {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'idempotency-key' },
    })
    assert.equal(response.status, 204)
    assert.equal(response.headers.get('access-control-max-age'), '600')
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /PUT/)
    for (const name of ['Content-Type', 'DPoP', 'Idempotency-Key', 'Protocolo-Confirmacao', 'Protocolo-Prova', 'If-None-Match']) {
      assert.match(response.headers.get('access-control-allow-headers') ?? '', new RegExp(name))
    }
  })

  for (const origin of ['https://exemplo.sp.gov.br', 'https://www.exemplo.sp.gov.br.mau.com', 'http://www.exemplo.sp.gov.br', 'null']) {
    it(`refuses ${origin} before the handler, and lets it read why`, async () => {
      const response = await from(origin)
      assert.equal(response.status, 403)
      assert.equal(v.parse(problemaSchema, await response.json()).codigo, 'origem_recusada')
      assert.equal(response.headers.get('access-control-allow-origin'), '*')
    })
  }

  it('lets a request without Origin pass, and says that replies differ by it', async () => {
    const response = await app.request('/v1/outra/consulta')
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('vary'), 'Origin')
  })

  it('waits for an answer that takes time', async () => {
    const slow = appWith(cors(async () => false))
    assert.equal((await slow.request('/bruto', { headers: { Origin: 'https://a.b' } })).status, 403)
  })
})

describe('the request log', () => {
  const lines: string[] = []
  const metrics = createMetrics()
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  const app = appWith(requestLog({ log, metrics, random }))

  it('writes one line with the route’s pattern, and nothing that names a person', async () => {
    lines.length = 0
    await app.request('/v1/vila-serena/consulta?numero=PMVS%202026/500100&documento=52998224725', { headers: { 'User-Agent': 'Fulano/1' } })
    assert.equal(lines.length, 1)
    const line = v.parse(
      v.object({
        method: v.literal('GET'),
        route: v.literal('/v1/:entidade/consulta'),
        status: v.literal(200),
        ms: v.number(),
        id: v.string(),
      }),
      JSON.parse(lines[0] ?? ''),
    )
    assert.ok(line.ms >= 0)
    assert.doesNotMatch(lines.join(), /500100|529982|vila-serena|Fulano/)
  })

  it('gives every request another id', async () => {
    lines.length = 0
    await app.request('/bruto')
    await app.request('/bruto')
    const ids = lines.map((line) => v.parse(v.object({ id: v.string() }), JSON.parse(line)).id)
    assert.equal(new Set(ids).size, 2)
  })

  it('logs what was thrown under the id that the reply repeats', async () => {
    lines.length = 0
    const response = await app.request('/erro')
    const id = response.headers.get('x-request-id')
    assert.equal(response.status, 500)
    assert.equal(lines.length, 2)
    for (const line of lines) assert.equal(v.parse(v.object({ id: v.string() }), JSON.parse(line)).id, id)
    assert.match(lines[0] ?? '', /"stack"/)
  })

  it('counts by route', async () => {
    assert.match(
      await metrics.registry.metrics(),
      /http_request_duration_seconds_count\{method="GET",route="\/v1\/:entidade\/consulta",status="200"\} 1/,
    )
  })

  it('gives addresses that don’t exist one name, so they can’t fill memory', async () => {
    await app.request('/inventado/1')
    await app.request('/inventado/2')
    assert.match(await metrics.registry.metrics(), /route="-",status="404"\} 2/)
  })
})

describe('requests in flight', () => {
  function heldApp(sharing = { most: 2, mostOfOne: 2 }) {
    const waiting: (() => void)[] = []
    const app = new Hono()
    app.onError(onError)
    app.use('*', trustProxies(1))
    app.use('*', inflight({ ...sharing, except: (c) => c.req.path === '/livre' }))
    app.get('/espera', async (c) => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return c.text('pronto')
    })
    app.get('/livre', (c) => c.text('livre'))
    const release = () => {
      for (const go of waiting.splice(0)) go()
    }
    return { app, release }
  }

  it('past the cap are refused with Retry-After, and accepted again once others end', async () => {
    const { app, release } = heldApp()
    const held = [app.request('/espera'), app.request('/espera')]
    const refused = await app.request('/espera')
    assert.equal(refused.status, 503)
    assert.ok(Number(refused.headers.get('retry-after')) > 0)
    assert.equal((await app.request('/livre')).status, 200, 'an excepted route is not counted')
    release()
    assert.deepEqual(
      (await Promise.all(held)).map((response) => response.status),
      [200, 200],
    )
    const again = app.request('/espera')
    release()
    assert.equal((await again).status, 200)
  })

  it('of one address leave places to the others', async () => {
    const { app, release } = heldApp({ most: 10, mostOfOne: 2 })
    const from = (address: string) => app.request('/espera', { headers: { 'X-Forwarded-For': address } })
    const held = [from('192.0.2.1'), from('192.0.2.1'), from('192.0.2.2')]
    assert.equal((await from('192.0.2.1')).status, 503)
    release()
    assert.deepEqual(
      (await Promise.all(held)).map((response) => response.status),
      [200, 200, 200],
    )
    const again = from('192.0.2.1')
    release()
    assert.equal((await again).status, 200)
  })
})

describe('Idempotency-Key', () => {
  const app = appWith()
  const send = (key?: string) => app.request('/chave', { method: 'POST', headers: key === undefined ? {} : { 'Idempotency-Key': key } })

  it('is taken as it is', async () => {
    assert.equal(await (await send('5f1c7d0e-0000-4000-8000-000000000000')).text(), '5f1c7d0e-0000-4000-8000-000000000000')
  })
  for (const [name, key] of [
    ['missing', undefined],
    ['short', 'abc'],
    ['long', 'a'.repeat(256)],
    ['with spaces', 'a chave com espacos dentro'],
    ['not ASCII', 'chave-de-açaí-e-mais'],
  ] as const) {
    it(`${name} is chave_ausente`, async () => {
      const response = await send(key)
      assert.equal(response.status, 400)
      assert.equal(v.parse(problemaSchema, await response.json()).codigo, 'chave_ausente')
    })
  }
})

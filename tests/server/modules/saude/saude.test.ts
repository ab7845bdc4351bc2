import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from '../../../../server/app.js'
import { testPlatform } from '../../helpers/platform.js'

const platform = await testPlatform()
const stopping = new AbortController()
const app = createApp(platform, { stopping: stopping.signal })

describe('health', () => {
  it('lives and is ready', async () => {
    assert.equal((await app.request('/health/live')).status, 200)
    assert.equal((await app.request('/health/ready')).status, 200)
  })

  it('is no longer ready on its way out, while it still lives', async () => {
    stopping.abort()
    const pronta = await app.request('/health/ready')
    assert.equal(pronta.status, 503)
    assert.ok(pronta.headers.get('Retry-After'))
    assert.equal((await app.request('/health/live')).status, 200)
  })

  it('measures requests by route, never by address', async () => {
    await app.request('/v1/entidades/alguma/tipos/um')
    const medidas = await (await app.request('/metrics')).text()
    assert.match(medidas, /http_request_duration_seconds_count\{[^}]*route="\/v1\/entidades\/:entidade\/tipos\/:codigo"/)
    assert.doesNotMatch(medidas, /alguma/)
  })
})

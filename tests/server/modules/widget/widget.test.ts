import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { rotasDoWidget } from '../../../../server/modules/widget/routes.js'
import { criarVersoes } from '../../../../server/modules/widget/versoes.js'
import { onError } from '../../../../server/platform/http/problem.js'
import { testPlatform } from '../../helpers/platform.js'
import { construir } from './apoio.js'

const platform = await testPlatform()
const fonte = 'export const a = 1\n'.repeat(50)
const construcao = construir('1.0.0', { 'protocolo.js': fonte, 'protocolo/consulta-ABC.js': fonte })

const app = rotasDoWidget(platform, criarVersoes(platform, construcao))
app.onError(onError)
const pedir = (caminho: string, headers: Record<string, string> = {}) => app.request(caminho, { headers })

describe('the widget, as served', () => {
  it('is for pages of any site', async () => {
    const { headers } = await pedir('/protocolo.js')
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*')
    assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'cross-origin')
    assert.equal(headers.get('Content-Type'), 'text/javascript; charset=utf-8')
  })

  it('comes in the smallest encoding that the browser takes', async () => {
    const br = await pedir('/protocolo.js', { 'Accept-Encoding': 'gzip, deflate, br, zstd' })
    assert.equal(br.headers.get('Content-Encoding'), 'br')
    assert.equal(brotliDecompressSync(await br.arrayBuffer()).toString(), fonte)
    const gzip = await pedir('/protocolo.js', { 'Accept-Encoding': 'gzip, br;q=0' })
    assert.equal(gzip.headers.get('Content-Encoding'), 'gzip')
    assert.equal(gunzipSync(await gzip.arrayBuffer()).toString(), fonte)
    const plano = await pedir('/protocolo.js', { 'Accept-Encoding': 'identity' })
    assert.equal(plano.headers.get('Content-Encoding'), null)
    assert.equal(await plano.text(), fonte)
    for (const { headers } of [br, gzip, plano]) assert.equal(headers.get('Vary'), 'Accept-Encoding')
    assert.equal(new Set([br, gzip, plano].map(({ headers }) => headers.get('ETag'))).size, 3)
  })

  it('is not sent again to who has it', async () => {
    const etag = (await pedir('/protocolo.js')).headers.get('ETag') ?? ''
    const outra = await pedir('/protocolo.js', { 'If-None-Match': `"outra", W/${etag}` })
    assert.equal(outra.status, 304)
    assert.equal(outra.headers.get('ETag'), etag)
    assert.equal((await pedir('/protocolo.js', { 'If-None-Match': '"outra"' })).status, 200)
  })

  it('is kept for minutes, its parts for ever', async () => {
    assert.match((await pedir('/protocolo.js')).headers.get('Cache-Control') ?? '', /max-age=300/)
    assert.match((await pedir('/protocolo/consulta-ABC.js')).headers.get('Cache-Control') ?? '', /immutable/)
  })

  it('has nothing but what was built for it', async () => {
    for (const caminho of ['/protocolo/nada.js', '/protocolo/..%2fmeta.json', '/protocolo/consulta-ABC.js.br']) {
      assert.equal((await pedir(caminho)).status, 404, caminho)
    }
  })
})

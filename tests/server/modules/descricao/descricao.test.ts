import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as v from 'valibot'
import { createApp } from '../../../../server/app.js'
import { descricoes } from '../../../../server/modules/descricao/descricoes.js'
import { testPlatform } from '../../helpers/platform.js'
import { overSocket } from '../../helpers/socket.js'

const platform = await testPlatform()
const app = createApp(platform)
const base = await overSocket(app)

/** Paths of every field in a JSON Schema, as descricoes.ts names them. */
function campos(no: unknown, caminho: readonly string[] = []): string[] {
  if (Array.isArray(no)) return no.flatMap((parte) => campos(parte, caminho))
  if (typeof no !== 'object' || no === null) return []
  return Object.entries(no).flatMap(([chave, valor]) => {
    if (chave === 'properties')
      return Object.entries(Object(valor)).flatMap(([nome, filho]) => [[...caminho, nome].join('.'), ...campos(filho, [...caminho, nome])])
    return ['items', 'anyOf', 'oneOf', 'allOf'].includes(chave) ? campos(valor, caminho) : []
  })
}

describe('the JSON Schema of an entidade', () => {
  it('has a sentence for each field, and no sentence without its field', async () => {
    const esquema: unknown = await (await app.request('/v1/esquemas/entidade.json')).json()
    assert.deepEqual([...new Set(campos(esquema))].sort(), Object.keys(descricoes).sort())
    assert.match(JSON.stringify(esquema), /"pattern"/)
  })
})

describe('the page of the description', () => {
  it('takes everything from this server, under a policy that allows nothing else', async () => {
    const pagina = await fetch(`${base}/docs`)
    assert.equal(pagina.status, 200)
    assert.match(pagina.headers.get('Content-Security-Policy') ?? '', /default-src 'none'; script-src 'self'; style-src 'self'/)
    const html = await pagina.text()
    const enderecos = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].flatMap(([, endereco]) => endereco ?? [])
    assert.ok(enderecos.every((endereco) => /^(\/|data:,)/.test(endereco)))
    assert.doesNotMatch(html, /<style|style=|<script>/)
    for (const endereco of enderecos.filter((dado) => dado.startsWith('/docs/'))) {
      const parte = await app.request(endereco)
      assert.equal(parte.status, 200, endereco)
      assert.match(parte.headers.get('Content-Type') ?? '', /javascript|css/)
    }
  })

  it('gives out no other file of the library it uses', async () => {
    const recebido = await app.request('/docs/package.json')
    assert.equal(recebido.status, 404)
    v.parse(v.looseObject({ codigo: v.literal('nao_encontrado') }), await recebido.json())
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { TrieRouter } from 'hono/router/trie-router'
import { PrefixRouter } from '../../../../server/platform/http/router.js'

const routes = [
  ['ALL', '/*'],
  ['GET', '/protocolo.js'],
  ['GET', '/docs'],
  ['GET', '/docs/:arquivo'],
  ['ALL', '/v1/entidades/:entidade/*'],
  ['GET', '/v1/entidades/:entidade'],
  ['GET', '/v1/entidades/:entidade/tipos/:codigo'],
  ['POST', '/v1/entidades/:entidade/consulta/anexos/:id'],
  ['GET', '/v1/openapi.json'],
  ['GET', '/:entidade{[a-z0-9-]+}'],
  ['POST', '/:entidade{[a-z0-9-]+}/consulta'],
] as const

const general = new TrieRouter<string>()
const ours = new PrefixRouter<string>('/v1/')
for (const [method, path] of routes) {
  general.add(method, path, `${method} ${path}`)
  ours.add(method, path, `${method} ${path}`)
}

describe('the router', () => {
  for (const [method, path] of [
    ['GET', '/v1/entidades/vila-serena'],
    ['GET', '/v1/entidades/vila-serena/tipos/buraco'],
    ['POST', '/v1/entidades/vila-serena/consulta/anexos/1'],
    ['DELETE', '/v1/entidades/vila-serena'],
    ['GET', '/v1/openapi.json'],
    ['GET', '/v1/nada'],
    ['GET', '/v1'],
    ['GET', '/v1/'],
    ['GET', '/docs'],
    ['GET', '/docs/swagger.css'],
    ['GET', '/vila-serena'],
    ['POST', '/vila-serena/consulta'],
    ['GET', '/'],
  ] as const) {
    it(`finds for ${method} ${path} what Hono's general router finds, in the same order`, () => {
      assert.deepEqual(found(ours, method, path), found(general, method, path))
    })
  }

  it('finds something', () => {
    assert.deepEqual(found(ours, 'GET', '/v1/entidades/vila-serena/tipos/buraco'), [
      ['ALL /*', {}],
      ['ALL /v1/entidades/:entidade/*', { entidade: 'vila-serena' }],
      ['GET /v1/entidades/:entidade/tipos/:codigo', { entidade: 'vila-serena', codigo: 'buraco' }],
    ])
  })
})

/** Handlers with their parameters: routers give these as values or as places in a shared list. */
function found(router: Pick<PrefixRouter<string>, 'match'>, method: string, path: string) {
  const [handlers, stash] = router.match(method, path)
  return handlers.map(([handler, params]) => [
    handler,
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? stash?.[value] : value])),
  ])
}

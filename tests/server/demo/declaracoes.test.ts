import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { criterios } from '../../../demo/acessibilidade/criterios.js'
import { rotaDaAcessibilidade } from '../../../demo/acessibilidade/pagina.js'
import { rotasDosTemas } from '../../../demo/temas.js'
import { pares, temas, tokens } from '../../../demo/tokens.js'

describe('pages of the demo about the tags', () => {
  it('show every token and every pair of colours, with a place for its value in each theme', async () => {
    const html = await (await rotasDosTemas().request('/demo/temas')).text()
    for (const { nome } of tokens) assert.ok(html.includes(`<code>${nome}</code>`), nome)
    assert.equal(html.match(/ data-(cor|medida)=/g)?.length, tokens.length * temas.length)
    assert.equal(html.match(/ data-frente=/g)?.length, pares.length * temas.length)
  })

  it('state every criterion, with its tests, under a policy in which nothing runs', async () => {
    const response = await rotaDaAcessibilidade().request('/demo/acessibilidade')
    assert.doesNotMatch(response.headers.get('Content-Security-Policy') ?? '', /script-src|unsafe/)
    const html = await response.text()
    for (const { numero, nome } of criterios) assert.ok(html.includes(`${numero} ${nome}`), numero)
    assert.equal(html.match(/<summary>Testes/g)?.length, criterios.filter(({ provas }) => provas.length > 0).length)
  })
})

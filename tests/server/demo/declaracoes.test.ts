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

  it('state every criterion, with its tests, and nothing runs in them', async () => {
    const response = await rotaDaAcessibilidade().request('/demo/acessibilidade')
    assert.match(
      response.headers.get('Content-Security-Policy') ?? '',
      /^default-src 'none'; script-src 'self'; style-src 'self';(?!.*unsafe)/,
    )
    const html = await response.text()
    assert.doesNotMatch(html, /<script|<style|\s(style|on\w+)=|javascript:/i)
    for (const { numero, nome } of criterios) assert.ok(html.includes(`${numero} ${nome}`), numero)
    assert.equal(html.match(/<summary>Testes/g)?.length, criterios.filter(({ provas }) => provas.length > 0).length)
  })
})

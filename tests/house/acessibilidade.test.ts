import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { criterios } from '../../demo/acessibilidade/criterios.js'
import { naMesa } from '../../demo/acessibilidade/teclado.js'
import { atalhos } from '../../widget/texts/atalhos.pt-BR.js'

/** Of WCAG 2.2, levels A and AA. 4.1.1 is none any more. */
const wcag = `1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13
  2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8
  3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3`.split(/\s+/)

const text = new Map<string, string>()

function source(file: string): string {
  const known = text.get(file) ?? readFileSync(`tests/${file}`, 'utf8')
  text.set(file, known)
  return known
}

describe('the accessibility statement', () => {
  it('says something of each criterion of WCAG 2.2 AA, once', () => {
    assert.deepEqual(
      criterios.map(({ numero }) => numero),
      wcag,
    )
  })

  it('names only tests that there are', () => {
    const unknown = criterios.flatMap(({ numero, provas }) =>
      provas
        .filter(([file, title]) => !['`', "'"].some((quote) => source(file).includes(`it(${quote}${title}`)))
        .map(([file, title]) => `${numero}: ${file} has no test "${title}"`),
    )
    assert.deepEqual(unknown, [])
  })

  it('claims nothing as tested that no test shows', () => {
    assert.deepEqual(
      criterios.filter(({ situacao, provas }) => /testes|parte/.test(situacao) && provas.length === 0),
      [],
    )
  })

  it('lists the shortcuts that the desk has', () => {
    assert.deepEqual(naMesa, atalhos.lista)
  })
})

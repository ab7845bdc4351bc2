import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { contarCaracteres, semAcento, textoLimpo } from '../../../server/domain/texto.js'

const qualquer = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1 }),
    fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)),
  ),
})

describe('textoLimpo', () => {
  const limpos: [string, string | undefined][] = [
    ['  Imóvel comprado em partes iguais. ', 'Imóvel comprado em partes iguais.'],
    ['a\u0301rvore', 'árvore'],
    ['abc\u202edef\u2069', 'abcdef'],
    ['um\tdois\r\ntrês', 'um dois três'],
    ['👩‍👩‍👧 família', '👩‍👩‍👧 família'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a\0b', undefined],
    ['a\u001bb', undefined],
    ['a\u0085b', undefined],
    ['a\ud800b', undefined],
    ['\udc00', undefined],
    ['   ', ''],
  ]
  for (const [texto, limpo] of limpos) {
    it(`${limpo === undefined ? 'refuses' : 'cleans'} ${JSON.stringify(texto)}`, () => assert.equal(textoLimpo(texto), limpo))
  }
  it('keeps lines where they belong', () => assert.equal(textoLimpo('um\r\ndois\u2028três', { linhas: true }), 'um\ndois\ntrês'))
  it('never gives NUL, controls, lone surrogates or bidirectional marks, and is done at once', () => {
    fc.assert(
      fc.property(qualquer, fc.boolean(), (texto, linhas) => {
        const limpo = textoLimpo(texto, { linhas })
        if (limpo === undefined) return
        assert.equal(Buffer.from(limpo).toString(), limpo)
        assert.doesNotMatch(limpo, /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/)
        assert.doesNotMatch(linhas ? limpo.replace(/[\t\n]/g, '') : limpo, /\p{Control}/u)
        assert.equal(textoLimpo(limpo, { linhas }), limpo)
      }),
      { numRuns: 1000 },
    )
  })
})

it('contarCaracteres counts code points', () => assert.equal(contarCaracteres('aé👍'), 3))
it('semAcento compares what people type', () => assert.equal(semAcento('Remoção de ÁRVORE'), 'remocao de arvore'))

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { abrirSelo, impressaoDe, selar } from '../../../../server/modules/protocolos/selo.js'

describe('the seal on a reply', () => {
  it('opens with the same key, whatever was sealed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }), (chave, texto) => {
        assert.equal(abrirSelo(chave, selar(chave, texto, randomBytes(12))), texto)
      }),
    )
  })

  it('does not open with another key, nor once touched', () => {
    const selado = selar('uma chave de repetição', 'K7QF2M9TXB4H', randomBytes(12))
    assert.throws(() => abrirSelo('outra chave de repetição', selado))
    const mexido = Buffer.from(selado)
    mexido[mexido.length - 1] = (mexido.at(-1) ?? 0) ^ 1
    assert.throws(() => abrirSelo('uma chave de repetição', mexido))
    assert.ok(!selado.includes('K7QF'))
  })
})

describe('the fingerprint of a request', () => {
  it('does not depend on the order of the keys', () => {
    assert.deepEqual(impressaoDe({ a: 1, b: { c: [1, 2], d: 'x' } }), impressaoDe({ b: { d: 'x', c: [1, 2] }, a: 1 }))
  })

  it('differs for any other content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const iguais = JSON.stringify(a) === JSON.stringify(b)
        if (iguais) assert.deepEqual(impressaoDe(a), impressaoDe(b))
      }),
    )
    assert.notDeepEqual(impressaoDe({ a: [1, 2] }), impressaoDe({ a: [2, 1] }))
    assert.notDeepEqual(impressaoDe({ a: '1' }), impressaoDe({ a: 1 }))
  })
})

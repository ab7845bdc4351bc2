import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { formatarCodigo, gerarCodigo, lerCodigo } from '../../../server/domain/codigo-de-acesso.js'

describe('the access code', () => {
  it('reads back however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (bytes) => {
        const codigo = gerarCodigo(bytes)
        assert.match(codigo, /^[0-9A-HJKMNP-TV-Z]{12}$/)
        assert.equal(lerCodigo(codigo), codigo)
        assert.equal(lerCodigo(formatarCodigo(codigo)), codigo)
        assert.equal(lerCodigo(` ${formatarCodigo(codigo).toLowerCase().replaceAll('-', ' – ')} `), codigo)
        assert.equal(lerCodigo(codigo.replaceAll('0', 'o').replace('1', 'l').replace('1', 'I')), codigo)
      }),
    )
  })
  it('takes 60 bits, every one of which counts', () => {
    const codigos = Array.from({ length: 60 }, (_, bit) => {
      const bytes = new Uint8Array(8)
      bytes[bit >> 3] = 0x80 >> (bit & 7)
      return gerarCodigo(bytes)
    })
    assert.equal(new Set([...codigos, gerarCodigo(new Uint8Array(8))]).size, 61)
    assert.throws(() => gerarCodigo(new Uint8Array(7)), RangeError)
  })
  it('is printed in three groups', () => assert.equal(formatarCodigo('K7QF2M9TXB4H'), 'K7QF-2M9T-XB4H'))
  for (const texto of ['', 'K7QF-2M9T-XB4', 'K7QF-2M9T-XB4HH', 'K7QF-2M9T-XB4U', 'K7QF-2M9T-XB4\0', 'K'.repeat(1000)]) {
    it(`is not ${JSON.stringify(texto.slice(0, 20))}`, () => assert.equal(lerCodigo(texto), undefined))
  }
})

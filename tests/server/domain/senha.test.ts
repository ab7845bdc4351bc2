import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { palavrasDoTitular, regrasQuebradas } from '../../../server/domain/senha.js'

const titular = { nome: 'Helena de Ávila Exemplo', usuario: 'lena.av', email: 'helena.av@exemplo.br', documento: '11144477735' }

describe('what a password is held to', () => {
  for (const [senha, quebradas] of [
    ['cavalo bateria', []],
    ['1234567', ['tamanho']],
    ['😀😀😀😀😀😀😀😀', []],
    ['x'.repeat(200), []],
    ['x'.repeat(201), ['tamanho']],
    ['minha HELENA!', ['pessoal']],
    ['avila dos bosques', ['pessoal']],
    ['sou lena.av aqui', ['pessoal']],
    ['111.444.777-35', ['pessoal']],
    ['Exempl', ['tamanho']],
    ['ex helena', ['pessoal']],
  ] as const) {
    it(`${senha.length > 30 ? `${senha.length} characters` : senha}: ${quebradas.join(', ') || 'good'}`, () => {
      assert.deepEqual(regrasQuebradas(senha, titular), quebradas)
    })
  }

  it('never lets a word of its owner through, however it is wrapped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...palavrasDoTitular(titular)), fc.string(), fc.string(), (palavra, antes, depois) => {
        assert.ok(regrasQuebradas(antes + palavra.toUpperCase() + depois, titular).includes('pessoal'))
      }),
    )
  })

  it('leaves short words alone', () => {
    assert.deepEqual(palavrasDoTitular({ nome: 'Ana de Sá', email: 'a@b.br' }), [])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { menorContagem, proteger } from '../../../server/domain/celulas.js'

const contagens = fc.array(fc.oneof(fc.nat(6), fc.nat(1000)), { maxLength: 12 })

describe('counts that are published', () => {
  for (const [antes, depois] of [
    [[], []],
    [
      [0, 0],
      [0, 0],
    ],
    [[4], [null]],
    [
      [5, 0],
      [5, 0],
    ],
    [
      [1, 9, 7],
      [null, 9, null],
    ],
    [
      [1, 1, 9],
      [null, null, null],
    ],
    [
      [4, 4, 9],
      [null, null, 9],
    ],
    [
      [3, 0, 0],
      [null, 0, 0],
    ],
  ] as const) {
    it(`of ${JSON.stringify(antes)} are ${JSON.stringify(depois)}`, () => assert.deepEqual(proteger(antes), depois))
  }

  it('are as they were, or hidden, each in its place', () => {
    fc.assert(
      fc.property(contagens, (antes) => {
        const depois = proteger(antes)
        assert.equal(depois.length, antes.length)
        for (const [i, n] of depois.entries()) assert.ok(n === null || n === antes[i])
      }),
    )
  })

  it('never let a small one be known, alone or as what is missing from the total', () => {
    fc.assert(
      fc.property(contagens, (antes) => {
        const depois = proteger(antes)
        assert.ok(depois.every((n) => n === null || n === 0 || n >= menorContagem))
        const escondidas = antes.filter((_, i) => depois[i] === null)
        const falta = escondidas.reduce((soma, n) => soma + n, 0)
        const total = antes.reduce((soma, n) => soma + n, 0)
        // Where even the total is small it is hidden by itself.
        assert.ok(escondidas.length === 0 || total < menorContagem || (falta >= menorContagem && escondidas.length > 1) || falta === total)
      }),
    )
  })
})

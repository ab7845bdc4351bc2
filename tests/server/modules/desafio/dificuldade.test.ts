import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { crescimento } from '../../../../server/modules/desafio/dificuldade.js'

describe('how much harder a proof of work gets', () => {
  const tabela: [endereco: number, entidade: number, vezes: number][] = [
    [0, 0, 1],
    [5, 0, 1],
    [6, 0, 2],
    [10, 0, 2],
    [11, 0, 4],
    [16, 0, 8],
    [0, 100, 1],
    [0, 101, 2],
    [0, 200, 2],
    [0, 201, 4],
    [0, 800, 8],
    [6, 101, 4],
    [11, 201, 16],
    [31, 0, 64],
    [1_000_000, 1_000_000, 64],
  ]
  for (const [endereco, entidade, vezes] of tabela) {
    it(`${endereco} tries of the address and ${entidade} of the entidade: ${vezes}×`, () =>
      assert.equal(crescimento(endereco, entidade), vezes))
  }
})

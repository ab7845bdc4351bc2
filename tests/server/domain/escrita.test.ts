import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { escreverTamanho } from '../../../server/domain/escrita.js'

const MiB = 1024 ** 2

describe('escreverTamanho', () => {
  for (const [bytes, escrito] of [
    [0, '0 bytes'],
    [1, '1 byte'],
    [812, '812 bytes'],
    [1536, '1,5 KB'],
    [1024 * 1000, '1 MB'],
    [1_258_291, '1,2 MB'],
    [20 * MiB, '20 MB'],
    [3 * 1024 * MiB, '3 GB'],
  ] as const) {
    it(`${bytes} is ${escrito}`, () => assert.equal(escreverTamanho(bytes), escrito))
  }
})

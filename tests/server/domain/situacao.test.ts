import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { emAberto, podeMudar, situacoes } from '../../../server/domain/situacao.js'

/** Rows change to columns marked x, in the order of `situacoes`. */
const tabela = {
  nao_analisado: '.x...x',
  em_andamento: '.xxxxx',
  pendente: '.x..xx',
  parado: '.x...x',
  encerrado: '.x....',
  cancelado: '......',
}

describe('the states of a protocolo', () => {
  for (const de of situacoes) {
    for (const [i, para] of situacoes.entries()) {
      const pode = tabela[de][i] === 'x'
      it(`${de} ${pode ? 'changes' : 'never changes'} to ${para}`, () => assert.equal(podeMudar(de, para), pode))
    }
  }
  it('can be cancelled exactly while open', () => {
    for (const de of situacoes) assert.equal(podeMudar(de, 'cancelado'), emAberto(de), de)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lerMensagem } from '../../../server/domain/conversa.js'
import { maiorMensagem } from '../../../server/domain/tamanho-da-mensagem.js'

describe('lerMensagem', () => {
  it('keeps the lines, and nothing around them or hidden in them', () => {
    assert.deepEqual(lerMensagem('  Bom dia.\r\nTudo\u202e certo?\n '), { valor: 'Bom dia.\nTudo certo?' })
  })

  it('refuses what says nothing, what is too long, and what cannot be kept', () => {
    for (const ruim of ['', ' \n ', '\u200f', 'a'.repeat(maiorMensagem + 1), 'a\0', '\ud800'])
      assert.ok('mensagem' in lerMensagem(ruim), ruim)
  })

  it('counts characters as people do', () => {
    assert.ok('valor' in lerMensagem('😀'.repeat(maiorMensagem)))
  })
})

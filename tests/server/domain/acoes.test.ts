import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { acoesDe } from '../../../server/domain/acoes.js'
import { emAberto, situacoes } from '../../../server/domain/situacao.js'

describe('acoesDe', () => {
  it('lets the owner have the comprovante and a new code wherever the protocolo stands, and write until it ends', () => {
    for (const situacao of situacoes) {
      const esperadas = emAberto(situacao) ? ['comprovante', 'trocar_codigo', 'mensagem'] : ['comprovante', 'trocar_codigo']
      assert.deepEqual(acoesDe(situacao, 'dono'), esperadas, situacao)
    }
  })
})

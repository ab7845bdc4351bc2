import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { acoesDe } from '../../../server/domain/acoes.js'
import { situacoes } from '../../../server/domain/situacao.js'

describe('acoesDe', () => {
  it('lets the owner have the comprovante and a new code wherever the protocolo stands', () => {
    for (const situacao of situacoes) assert.deepEqual(acoesDe(situacao, 'dono'), ['comprovante', 'trocar_codigo'], situacao)
  })
})

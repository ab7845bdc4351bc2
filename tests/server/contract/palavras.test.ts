import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { especiesDeTramite } from '../../../server/contract/consulta.js'
import {
  escreverDataHora,
  escreverDiasRestantes,
  escreverTramite,
  nomesDeSituacao,
  palavras,
  proximoPasso,
} from '../../../server/contract/palavras.js'
import { escreverValidade } from '../../../server/contract/validade.js'
import { resultados, situacoes } from '../../../server/domain/situacao.js'

describe('words', () => {
  it('say what happens next for every situacao and resultado, in at most two sentences', () => {
    for (const situacao of situacoes) {
      for (const resultado of [null, ...resultados]) {
        for (const dias of [21, 0, -3]) assert.match(proximoPasso(situacao, dias, resultado), /^\p{Lu}[^.]+\.( \p{Lu}[^.]+\.)?$/u)
      }
    }
    assert.match(proximoPasso('em_andamento', -1), /prazo de resposta já passou/)
    assert.match(proximoPasso('encerrado', 3, 'indeferido'), /não foi aceito/)
  })
  it('name every situacao and tramite', () => {
    assert.deepEqual(
      situacoes.map((situacao) => nomesDeSituacao[situacao]),
      ['Não analisado', 'Em andamento', 'Pendente', 'Parado', 'Concluído', 'Cancelado'],
    )
    for (const especie of especiesDeTramite) assert.ok(palavras.tramite[especie])
    assert.equal(escreverTramite({ especie: 'encaminhamento', destino: 'Tributos Imobiliários' }), 'Encaminhado para Tributos Imobiliários')
    assert.equal(escreverTramite({ especie: 'abertura', destino: null }), 'Protocolo aberto')
  })
  it('tell instants in the time zone of the entidade', () => {
    assert.equal(escreverDataHora('2026-11-12T17:32:10.000Z', 'America/Sao_Paulo'), '12/11/2026, 14h32')
    assert.equal(escreverDataHora('2026-11-12T03:05:00Z', 'America/Sao_Paulo'), '12/11/2026, 0h05')
    assert.equal(escreverDataHora('2027-01-01T02:59:00Z', 'America/Sao_Paulo'), '31/12/2026, 23h59')
  })
  it('tell until when a document is good, the last day included', () => {
    assert.equal(escreverValidade(null, '2026-11-21'), 'Sem data para vencer')
    assert.equal(escreverValidade('2026-11-21', '2026-11-21'), 'Vale até 21/11/2026')
    assert.equal(escreverValidade('2026-11-20', '2026-11-21'), 'Valeu até 20/11/2026')
  })
  for (const [dias, escrito] of [
    [21, 'faltam 21 dias'],
    [2, 'faltam 2 dias'],
    [1, 'amanhã'],
    [0, 'hoje'],
    [-1, 'venceu ontem'],
    [-3, 'venceu há 3 dias'],
  ] as const) {
    it(`${dias} days left are “${escrito}”`, () => assert.equal(escreverDiasRestantes(dias), escrito))
  }
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { acoes } from '../../../server/domain/permissoes.js'
import { somarDias } from '../../../server/domain/prazo.js'
import {
  type Andamento,
  acoesComPoderes,
  completarPoderes,
  decisoes,
  decisoesDe,
  emVigor,
  estadoDe,
  estados,
  lerPedido,
  type Parte,
  poderes,
} from '../../../server/domain/procuracao.js'

const hoje = '2026-11-21'
const base: Andamento = { decisao: null, revogadaEm: null, de: '2026-11-01', ate: '2026-12-01' }
const dia = fc.integer({ min: -400, max: 400 }).map((dias) => somarDias(hoje, dias))
const algumas = fc.record<Andamento>({
  decisao: fc.constantFrom(null, 'aceita', 'aprovada', 'recusada'),
  revogadaEm: fc.constantFrom(null, new Date('2026-11-10T12:00:00Z')),
  de: dia,
  ate: dia,
})

describe('where a procuracao stands', () => {
  for (const [mudanca, estado, vigora] of [
    [{}, 'pedida', false],
    [{ decisao: 'aceita' }, 'aceita', true],
    [{ decisao: 'aprovada' }, 'aprovada', true],
    [{ decisao: 'aceita', de: hoje, ate: hoje }, 'aceita', true],
    [{ decisao: 'aceita', de: '2026-11-22' }, 'aceita', false],
    [{ decisao: 'aceita', ate: '2026-11-20' }, 'vencida', false],
    [{ ate: '2026-11-20' }, 'vencida', false],
    [{ decisao: 'recusada', ate: '2026-11-20' }, 'recusada', false],
    [{ decisao: 'aprovada', revogadaEm: new Date(0) }, 'revogada', false],
    [{ revogadaEm: new Date(0) }, 'revogada', false],
  ] as const) {
    it(`is ${estado} and ${vigora ? '' : 'not '}in force with ${JSON.stringify(mudanca)}`, () => {
      const procuracao = { ...base, ...mudanca }
      assert.deepEqual([estadoDe(procuracao, hoje), emVigor(procuracao, hoje)], [estado, vigora])
    })
  }

  it('is in force on no day outside its term, and never once refused or ended', () => {
    fc.assert(
      fc.property(algumas, dia, (procuracao, um) => {
        if (!emVigor(procuracao, um)) return
        assert.ok(procuracao.de <= um && um <= procuracao.ate && procuracao.revogadaEm === null)
        assert.ok(procuracao.decisao === 'aceita' || procuracao.decisao === 'aprovada')
      }),
    )
  })
})

describe('who decides on a procuracao', () => {
  for (const [parte, estado, temArquivo, esperadas] of [
    ['outorgante', 'pedida', false, ['aceitar', 'recusar']],
    ['procurador', 'pedida', true, ['revogar']],
    ['orgao', 'pedida', true, ['aprovar', 'recusar']],
    ['orgao', 'pedida', false, ['recusar']],
    ['outorgante', 'aceita', false, ['revogar']],
    ['procurador', 'aprovada', true, ['revogar']],
    ['orgao', 'aceita', false, ['revogar']],
  ] as const) {
    it(`${parte}, of one that is ${estado} ${temArquivo ? 'with' : 'without'} a file: ${esperadas.join(', ')}`, () => {
      assert.deepEqual(decisoesDe(parte, estado, temArquivo), esperadas)
    })
  }

  it('nobody does anything about one that is over, and who asked for one never accepts it', () => {
    for (const parte of ['outorgante', 'procurador', 'orgao'] satisfies Parte[]) {
      for (const estado of ['recusada', 'revogada', 'vencida'] as const) assert.deepEqual(decisoesDe(parte, estado, true), [])
    }
    for (const estado of estados) assert.ok(!decisoesDe('procurador', estado, true).some((um) => um !== 'revogar' && decisoes.includes(um)))
  })
})

describe('the powers of a procuracao', () => {
  it('that answer or appeal bring that of following along, and none takes one away', () => {
    fc.assert(
      fc.property(fc.subarray([...poderes]), (escolhidos) => {
        const completos = completarPoderes(escolhidos)
        assert.ok(escolhidos.every((poder) => completos.includes(poder)))
        assert.deepEqual(completarPoderes(completos), completos)
        const segue = completos.includes('responder') || completos.includes('recorrer_desistir')
        assert.ok(!segue || completos.includes('acompanhar'))
      }),
    )
  })

  it('never let anybody do what only officials or the person themselves do', () => {
    assert.deepEqual(acoesComPoderes(acoes, poderes), ['comprovante', 'mensagem', 'responder', 'desistir', 'recorrer', 'avaliar'])
    assert.deepEqual(acoesComPoderes(acoes, ['acompanhar']), ['comprovante'])
    assert.deepEqual(acoesComPoderes(acoes, ['abrir']), [])
  })
})

describe('a request for a procuracao', () => {
  const pedido = { documento: '12.ABC.345/01DE-35', nome: ' Empresa  Exemplo ', poderes: ['abrir'] as const, ate: '2027-01-01' }

  it('is kept without punctuation, from today unless told', () => {
    assert.deepEqual(lerPedido(pedido, '11144477735', hoje), {
      valor: { documento: '12ABC34501DE35', nome: 'Empresa Exemplo', poderes: ['abrir'], de: hoje, ate: '2027-01-01' },
    })
  })

  it('is for somebody else', () => {
    const lido = lerPedido({ ...pedido, documento: '111.444.777-35' }, '11144477735', hoje)
    assert.ok('erros' in lido)
    assert.deepEqual(
      lido.erros.map(({ caminho }) => caminho),
      ['documento'],
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type AlvoDaPendencia,
  type EspecieDePendencia,
  especiesDePendencia,
  lerPendencia,
  maiorTextoDaPendencia,
  type NovaPendencia,
  partesDaResposta,
} from '../../../server/domain/pendencia.js'
import { somarDias } from '../../../server/domain/prazo.js'

const hoje = '2026-11-21'
const meio = { hoje, respondidos: ['risco'], enviados: ['019aa5b1-0000-7000-8000-000000000001'] }
const nova: NovaPendencia = { especie: 'informacao', texto: 'Diga o número da casa.', prazo: '2026-12-01' }
const daResposta: AlvoDaPendencia = { campo: 'risco', motivo: 'incorreto' }
const doArquivo: AlvoDaPendencia = { anexo: '019AA5B1-0000-7000-8000-000000000001', motivo: 'incompleto' }

function errados(mudancas: Partial<NovaPendencia>): string[] {
  const lida = lerPendencia({ ...nova, ...mudancas }, meio)
  return 'erros' in lida ? lida.erros.map(({ caminho }) => caminho) : []
}

describe('what may be asked of a requerente', () => {
  for (const [oque, mudancas, caminhos] of [
    ['as it is', {}, []],
    ['for today', { prazo: hoje }, []],
    ['for yesterday', { prazo: '2026-11-20' }, ['prazo']],
    ['for a day a year from now', { prazo: '2027-11-21' }, []],
    ['for a day after that', { prazo: '2027-11-22' }, ['prazo']],
    ['for a day that there is not', { prazo: '2027-02-29' }, ['prazo']],
    ['for what is no day', { prazo: 'amanhã' }, ['prazo']],
    ['without words', { texto: ' \n' }, ['texto']],
    ['in as many words as there may be', { texto: 'a'.repeat(maiorTextoDaPendencia) }, []],
    ['in one more', { texto: 'a'.repeat(maiorTextoDaPendencia + 1) }, ['texto']],
    ['with a character that cannot be kept', { texto: 'a\u0000' }, ['texto']],
    ['to be corrected, without saying what', { especie: 'correcao' }, ['alvo']],
    ['to be corrected, an answer that was given', { especie: 'correcao', alvo: daResposta }, []],
    ['to be corrected, one that was not', { especie: 'correcao', alvo: { ...daResposta, campo: 'relato' } }, ['alvo']],
    ['to be corrected, a file that was sent', { especie: 'correcao', alvo: doArquivo }, []],
    ['to be corrected, one that was not sent', { especie: 'correcao', alvo: { ...doArquivo, anexo: 'outro' } }, ['alvo']],
    ['of another kind, about an answer', { alvo: daResposta }, ['alvo']],
    ['with everything wrong', { texto: '', prazo: '', especie: 'correcao' }, ['texto', 'prazo', 'alvo']],
  ] as [string, Partial<NovaPendencia>, string[]][]) {
    it(`${oque}: ${caminhos.length === 0 ? 'is taken' : `is told at ${caminhos.join(', ')}`}`, () => {
      assert.deepEqual(errados(mudancas), caminhos)
    })
  }

  it('is due on any day from today to a year from now, and on no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (dias) => {
        assert.equal(errados({ prazo: somarDias(hoje, dias) }).length === 0, dias >= 0 && dias <= 365)
      }),
    )
  })

  it('is kept trimmed, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), (texto) => {
        const lida = lerPendencia({ ...nova, texto }, meio)
        if ('erros' in lida) return
        assert.deepEqual(lerPendencia(lida.valor, meio), lida)
      }),
    )
  })
})

describe('what an answer holds', () => {
  for (const [especie, alvo, texto, minimo, maximo, valor, ciencia] of [
    ['informacao', null, 'exigido', 0, 10, false, false],
    ['documento', null, 'opcional', 1, 10, false, false],
    ['correcao', daResposta, 'opcional', 0, 0, true, false],
    ['correcao', doArquivo, 'opcional', 1, 1, false, false],
    ['ciencia', null, 'ausente', 0, 0, false, true],
  ] as [EspecieDePendencia, AlvoDaPendencia | null, string, number, number, boolean, boolean][]) {
    it(`is told by its kind: ${especie}${alvo ? ` of ${'campo' in alvo ? 'an answer' : 'a file'}` : ''}`, () => {
      assert.deepEqual(partesDaResposta(especie, alvo), { texto, arquivos: { minimo, maximo }, valor, ciencia })
    })
  }

  it('always demands something', () => {
    for (const especie of especiesDePendencia) {
      for (const alvo of [daResposta, doArquivo]) {
        const { texto, arquivos, valor, ciencia } = partesDaResposta(especie, alvo)
        assert.ok(texto === 'exigido' || arquivos.minimo > 0 || valor || ciencia, especie)
      }
    }
  })
})

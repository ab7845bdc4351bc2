import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { maiorTextoDaPendencia } from '../../../server/domain/pendencia.js'
import { lerRespostaDaPendencia, type PendenciaARespeito, type RespostaDada } from '../../../server/domain/resposta-de-pendencia.js'
import type { Campo } from '../../../server/domain/tipo.js'

const meio = {
  hoje: '2026-11-21',
  limites: { tamanho: 1000, total: 1500 },
  documento: { codigo: 'fotos', nome: 'Fotos', formatos: ['jpg' as const, 'png' as const] },
}
const foto = { tamanho: 800, tipo: 'image/png' }
const data: Campo = { codigo: 'dia', rotulo: 'Dia', especie: 'data', maximo: 'hoje' }
const endereco: Campo = { codigo: 'onde', rotulo: 'Onde', especie: 'endereco' }
const simples = (especie: PendenciaARespeito['especie']): PendenciaARespeito => ({ especie, alvo: null, campo: null })
const corrige = (campo: Campo): PendenciaARespeito => ({ especie: 'correcao', alvo: { campo: campo.codigo, motivo: 'incorreto' }, campo })
const corrigeArquivo: PendenciaARespeito = { especie: 'correcao', alvo: { anexo: 'a1', motivo: 'incompleto' }, campo: null }

function ler(pendencia: PendenciaARespeito, dada: Partial<RespostaDada>) {
  const lida = lerRespostaDaPendencia(pendencia, { anexos: [], ...dada }, meio)
  return 'resposta' in lida ? lida.resposta : lida.erros.map(({ caminho }) => caminho)
}

describe('an answer to what was asked', () => {
  for (const [oque, pendencia, dada, esperado] of [
    ['information: words', simples('informacao'), { texto: ' Número 40. ' }, { texto: 'Número 40.' }],
    ['information: words and a file', simples('informacao'), { texto: 'Segue.', anexos: [foto] }, { texto: 'Segue.' }],
    ['information: a file alone', simples('informacao'), { anexos: [foto] }, ['texto']],
    ['information: too many words', simples('informacao'), { texto: 'a'.repeat(maiorTextoDaPendencia + 1) }, ['texto']],
    ['information: what cannot be kept', simples('informacao'), { texto: '\u0000' }, ['texto']],
    ['a document: a file', simples('documento'), { anexos: [foto] }, { texto: null }],
    ['a document: words alone', simples('documento'), { texto: 'Não tenho.' }, ['anexos']],
    ['a document: of another kind', simples('documento'), { anexos: [{ ...foto, tipo: 'application/pdf' }] }, ['anexos']],
    ['a document: too big', simples('documento'), { anexos: [{ ...foto, tamanho: 1001 }] }, ['anexos']],
    ['a document: too big together', simples('documento'), { anexos: [foto, foto] }, ['anexos']],
    ['a document: too many', simples('documento'), { anexos: Array.from({ length: 11 }, () => ({ ...foto, tamanho: 1 })) }, ['anexos']],
    ['an answer anew: as at the opening', corrige(data), { valor: '2026-11-20' }, { texto: null, valor: '2026-11-20' }],
    ['an answer anew: against its rule', corrige(data), { valor: '2026-11-22' }, ['valor']],
    ['an answer anew: empty', corrige(data), { texto: 'Não sei.' }, ['valor']],
    [
      'an answer anew: false is an answer',
      corrige({ codigo: 'x', rotulo: 'X', especie: 'sim-nao' }),
      { valor: false },
      { texto: null, valor: false },
    ],
    [
      'an answer anew: a part of it is missing',
      corrige(endereco),
      { valor: { bairro: 'Centro', municipio: 'Serena', uf: 'SP' } },
      ['valor.logradouro'],
    ],
    ['an answer anew: with a file', corrige(data), { valor: '2026-11-20', anexos: [foto] }, ['anexos']],
    ['a file anew: one', corrigeArquivo, { anexos: [foto] }, { texto: null }],
    [
      'a file anew: two',
      corrigeArquivo,
      {
        anexos: [
          { ...foto, tamanho: 1 },
          { ...foto, tamanho: 1 },
        ],
      },
      ['anexos'],
    ],
    ['a file anew: none', corrigeArquivo, {}, ['anexos']],
    ['that one has read: said', simples('ciencia'), { ciencia: true }, { texto: null }],
    ['that one has read: words besides are not kept', simples('ciencia'), { ciencia: true, texto: 'Ok.' }, { texto: null }],
    ['that one has read: not said', simples('ciencia'), {}, ['ciencia']],
  ] as [string, PendenciaARespeito, Partial<RespostaDada>, unknown][]) {
    it(`${oque}: ${Array.isArray(esperado) ? `is told at ${esperado}` : 'is taken'}`, () => {
      assert.deepEqual(ler(pendencia, dada), esperado)
    })
  }
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Correcao, corrigirRespostas, substitutos } from '../../../server/domain/correcao.js'

const daResposta = (campo: string, valor: string): Correcao => ({ alvo: { campo, motivo: 'incorreto' }, valor, anexoId: null })
const doArquivo = (anexo: string, anexoId: string): Correcao => ({ alvo: { anexo, motivo: 'incorreto' }, valor: null, anexoId })

describe('answers that were corrected', () => {
  it('stand as corrected last, and what they were before is kept, the latest first', () => {
    const { atuais, antes } = corrigirRespostas({ a: '1', b: '2' }, [daResposta('a', '3'), daResposta('a', '4'), doArquivo('x', 'y')])
    assert.deepEqual([atuais, [...antes]], [{ a: '4', b: '2' }, [['a', ['3', '1']]]])
  })

  it('lose nothing that was ever said', () => {
    const correcoes = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.string()))
    fc.assert(
      fc.property(correcoes, (pares) => {
        const inicial = { a: 'início', b: 'início' }
        const { atuais, antes } = corrigirRespostas(
          inicial,
          pares.map(([campo, valor]) => daResposta(campo, valor)),
        )
        for (const campo of ['a', 'b'] as const) {
          const ditos = ['início', ...pares.filter(([qual]) => qual === campo).map(([, valor]) => valor)]
          assert.deepEqual([atuais[campo], ...(antes.get(campo) ?? [])], ditos.reverse())
        }
        assert.deepEqual(inicial, { a: 'início', b: 'início' })
      }),
    )
  })
})

describe('files that were corrected', () => {
  it('lead to the one that stands in their place, over however many corrections', () => {
    const finais = substitutos([doArquivo('a', 'b'), doArquivo('x', 'y'), doArquivo('b', 'c'), doArquivo('c', 'd')])
    assert.deepEqual(Object.fromEntries(finais), { a: 'd', b: 'd', c: 'd', x: 'y' })
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { chamarPorNomes, concordarPorNomes, type Nomes } from '../../../server/domain/nomes.js'

const solicitacao = { singular: 'solicitação', plural: 'solicitações', genero: 'f' } as const
const requerimento = { singular: 'requerimento', plural: 'requerimentos', genero: 'm' } as const
const todas: Nomes = { protocolo: solicitacao, processo: solicitacao, pedido: solicitacao }

describe('the words of an entidade', () => {
  for (const [escrito, dito] of [
    ['Recebemos o seu pedido', 'Recebemos a sua solicitação'],
    ['Consultar protocolo', 'Consultar solicitação'],
    ['Meus processos', 'Minhas solicitações'],
    ['Nenhum processo com estes filtros.', 'Nenhuma solicitação com estes filtros.'],
    ['Todos os processos', 'Todas as solicitações'],
    ['Enviar ao processo', 'Enviar à solicitação'],
    ['O pedido não foi aceito.', 'A solicitação não foi aceita.'],
    ['Parte do pedido foi aceita.', 'Parte da solicitação foi aceita.'],
    ['Quando um pedido é concluído ou cancelado.', 'Quando uma solicitação é concluída ou cancelada.'],
    ['3 processos recebidos.', '3 solicitações recebidas.'],
    ['foram abertos 12 pedidos', 'foram abertas 12 solicitações'],
    ['O processo inteiro', 'A solicitação inteira'],
    ['Este protocolo é seu.', 'Esta solicitação é sua.'],
    ['Os arquivos sem pedido ficam guardados por um dia.', 'Os arquivos sem solicitação ficam guardados por um dia.'],
    ['Últimos processos', 'Últimas solicitações'],
  ] as const) {
    it(`says "${escrito}" as "${dito}"`, () => {
      assert.equal(chamarPorNomes(todas, escrito), dito)
    })
  }

  for (const texto of [
    'Nada foi pedido.',
    'Dispensou o que tinha pedido',
    'Pedido dispensado',
    'Enviar o pedido',
    'processo-123 e despedidos',
    'avise: protocolo@vilaserena.example',
    'o seu usuário, pedido.silva, e maria.pedido',
    'https://vilaserena.example/protocolo/abrir?pedido=1',
  ]) {
    it(`leaves "${texto}"`, () => {
      assert.equal(chamarPorNomes(todas, texto), texto)
    })
  }

  it('change only what the entidade names, and no article for a masculine one', () => {
    const nomes = { pedido: requerimento }
    assert.equal(chamarPorNomes(nomes, 'O seu pedido virou um processo.'), 'O seu requerimento virou um processo.')
    assert.equal(chamarPorNomes({}, 'O seu pedido virou um processo.'), 'O seu pedido virou um processo.')
  })

  it('leave names that people gave', () => {
    assert.equal(
      chamarPorNomes(todas, 'O seu pedido de Pedido de poda (árvore) chegou.', ['Pedido de poda (árvore)']),
      'A sua solicitação de Pedido de poda (árvore) chegou.',
    )
  })

  it('agree with where it stands, said by itself', () => {
    assert.equal(concordarPorNomes(todas, 'Não analisados'), 'Não analisadas')
    assert.equal(concordarPorNomes(todas, 'Concluído em'), 'Concluída em')
    assert.equal(concordarPorNomes(todas, 'Cancelado. Não anda mais.'), 'Cancelada. Não anda mais.')
    assert.equal(concordarPorNomes(todas, 'Vencidos'), 'Vencidas')
    assert.equal(concordarPorNomes(todas, 'Meus'), 'Minhas')
    assert.equal(concordarPorNomes(todas, 'Meus dados'), 'Meus dados')
    assert.equal(concordarPorNomes(todas, 'Pendente'), 'Pendente')
    assert.equal(concordarPorNomes({ processo: requerimento }, 'Concluído'), 'Concluído')
  })

  it('keep whatever has none of them, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (texto) => {
        fc.pre(!/protocolo|processo|pedido/i.test(texto))
        assert.equal(chamarPorNomes(todas, texto), texto)
      }),
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aceitos, conferirDocumentos, documentosPedidos, escreverFormatos, formatoDoTipo } from '../../../server/domain/documentos.js'
import type { DocumentoPedido } from '../../../server/domain/tipo.js'

const MiB = 1024 ** 2
const limites = { tamanho: 20 * MiB, total: 30 * MiB }
const contrato: DocumentoPedido = { codigo: 'contrato', nome: 'Contrato', obrigatorio: true, formatos: ['pdf'] }
const laudo: DocumentoPedido = { codigo: 'laudo', nome: 'Laudo', obrigatorio: true, quando: { campo: 'motivo', em: ['pcd'] } }
const fotos: DocumentoPedido = { codigo: 'fotos', nome: 'Fotos', quantos: 5, tamanho: 5 * MiB, formatos: ['jpg', 'png', 'heic'] }
const tipo = { documentos: [contrato, laudo, fotos] }

describe('documentosPedidos', () => {
  it('asks for a document only when the answers call for it', () => {
    assert.deepEqual(documentosPedidos(tipo, { motivo: 'aposentado' }), [contrato, fotos])
    assert.deepEqual(documentosPedidos(tipo, { motivo: 'pcd' }), [contrato, laudo, fotos])
  })
})

describe('conferirDocumentos', () => {
  const pedidos = [contrato, fotos]
  const pdf = { documento: 'contrato', tamanho: 100, tipo: 'application/pdf' }
  const foto = { documento: 'fotos', tamanho: 100, tipo: 'image/jpeg' }
  const casos: [string, { documento: string; tamanho: number; tipo?: string }[], [string, RegExp][]][] = [
    ['accepts what was asked', [pdf, foto, foto], []],
    ['misses a required one', [foto], [['anexos.contrato', /^Envie este documento\.$/]]],
    ['refuses two where one is asked', [pdf, pdf], [['anexos.contrato', /um arquivo só/]]],
    ['refuses six where five are', [pdf, ...Array<typeof foto>(6).fill(foto)], [['anexos.fotos', /até 5 arquivos/]]],
    ['refuses an empty file', [{ ...pdf, tamanho: 0 }], [['anexos.contrato', /vazio/]]],
    ['refuses a big file, by the document’s own limit', [pdf, { ...foto, tamanho: 5 * MiB + 1 }], [['anexos.fotos', /passa de 5 MB/]]],
    ['refuses a big file, by the entidade’s limit', [{ ...pdf, tamanho: 20 * MiB + 1 }], [['anexos.contrato', /passa de 20 MB/]]],
    ['refuses another kind', [pdf, { ...foto, tipo: 'application/pdf' }], [['anexos.fotos', /não é JPG, PNG ou HEIC/]]],
    ['refuses an unknown kind', [{ ...pdf, tipo: 'application/zip' }], [['anexos.contrato', /não é PDF/]]],
    ['refuses a document nobody asked', [pdf, { documento: 'laudo', tamanho: 1 }], [['anexos', /não é pedido/]]],
    [
      'refuses too much in total',
      [{ ...pdf, tamanho: 20 * MiB }, ...[1, 2, 3].map(() => ({ ...foto, tamanho: 5 * MiB }))],
      [['anexos', /30 MB/]],
    ],
  ]
  for (const [nome, enviados, esperados] of casos) {
    it(nome, () => {
      const erros = conferirDocumentos(pedidos, enviados, limites)
      assert.deepEqual(
        erros.map((erro) => erro.caminho),
        esperados.map(([caminho]) => caminho),
      )
      for (const [i, [, mensagem]] of esperados.entries()) assert.match(erros[i]?.mensagem ?? '', mensagem)
    })
  }
})

describe('formats', () => {
  it('are known by media type', () => {
    assert.equal(formatoDoTipo('image/jpeg'), 'jpg')
    assert.equal(formatoDoTipo('audio/x-m4a'), 'm4a')
    assert.equal(formatoDoTipo('application/zip'), undefined)
    assert.equal(formatoDoTipo('toString'), undefined)
  })
  it('are named to people and to the file picker', () => {
    assert.equal(escreverFormatos(laudo), 'PDF, JPG ou PNG')
    assert.equal(escreverFormatos(contrato), 'PDF')
    assert.equal(aceitos(contrato), '.pdf,application/pdf')
    assert.match(aceitos(fotos), /^\.jpg,\.jpeg,image\/jpeg,\.png/)
  })
})

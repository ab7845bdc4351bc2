import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { buscarTipos } from '../../../server/domain/busca.js'

const tipos = [
  { nome: 'Emissão de ITBI', descricao: 'Guia do imposto sobre a transmissão de imóveis.', palavras: ['compra', 'venda'] },
  { nome: 'Isenção de IPTU', descricao: 'Para aposentados e pessoas com deficiência.', palavras: ['imposto'] },
  { nome: 'Poda ou remoção de árvore', descricao: 'Poda, remoção ou avaliação em área pública.', palavras: ['galho'] },
  { nome: 'Tapa-buraco', descricao: 'Conserto do asfalto de uma rua.', palavras: ['pavimento', 'cratera'] },
  { nome: 'Outros', descricao: 'O que não está na lista.' },
]
const nomes = (texto: string) => buscarTipos(tipos, texto).map((tipo) => tipo.nome)

describe('buscarTipos', () => {
  const buscas: [string, string[]][] = [
    ['', tipos.map((tipo) => tipo.nome)],
    ['arvore', ['Poda ou remoção de árvore']],
    ['PODAR ÁRVORES', ['Poda ou remoção de árvore']],
    ['quero podar a minha arvore', ['Poda ou remoção de árvore']],
    ['buracos', ['Tapa-buraco']],
    ['tapa buraco na rua', ['Tapa-buraco']],
    ['imposto', ['Isenção de IPTU', 'Emissão de ITBI']],
    ['iptu', ['Isenção de IPTU']],
    ['cratera no asfalto', ['Tapa-buraco']],
    ['galho caído', ['Poda ou remoção de árvore']],
    ['xyz', []],
  ]
  for (const [texto, achados] of buscas)
    it(`"${texto}" finds ${achados.join(', ') || 'nothing'}`, () => assert.deepEqual(nomes(texto), achados))
  it('never fails and never invents, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (texto) => buscarTipos(tipos, texto).every((tipo) => tipos.includes(tipo))))
  })
})

import { expect } from '@open-wc/testing'
import {
  type Acao,
  avancar,
  camposVisiveis,
  type Estado,
  estadoInicial,
  lugarDoPasso,
  passoAnterior,
  passosDe,
  proximoPasso,
  respostasDe,
} from '../../../widget/elements/novo/estado.js'
import { passoDoCaminho } from '../../../widget/elements/novo/pedido.js'
import { denuncia, itbi } from './apoio.js'

function depoisDe(...acoes: Acao[]): Estado {
  return acoes.reduce(avancar, estadoInicial)
}

const escolhido = depoisDe({ que: 'escolher', tipo: itbi })

describe('the steps of a filing', () => {
  it('are five, and the presentation is part of the first', () => {
    expect(passosDe(escolhido)).to.deep.equal(['tipo', 'formulario', 'requerente', 'documentos', 'revisao'])
    expect(lugarDoPasso({ ...escolhido, passo: 'apresentacao' })).to.deep.equal({ numero: 1, total: 5 })
    expect(lugarDoPasso({ ...escolhido, passo: 'documentos' })).to.deep.equal({ numero: 4, total: 5 })
  })

  it('are fewer where no documents are asked or nothing is to be filled in', () => {
    expect(passosDe(depoisDe({ que: 'escolher', tipo: denuncia }))).to.deep.equal(['tipo', 'formulario', 'requerente', 'revisao'])
    expect(passosDe(depoisDe({ que: 'escolher', tipo: { ...denuncia, campos: [] } }))).to.deep.equal(['tipo', 'requerente', 'revisao'])
  })

  it('follow the answers that a document depends on', () => {
    const tipo = { ...itbi, documentos: [{ codigo: 'laudo', nome: 'Laudo', quando: { campo: 'financiado', em: [true] } }] }
    const sem = depoisDe({ que: 'escolher', tipo })
    expect(passosDe(sem)).not.to.include('documentos')
    expect(passosDe(avancar(sem, { que: 'responder', codigo: 'financiado', valor: true }))).to.include('documentos')
  })

  it('lead forth and back', () => {
    const em = (passo: Estado['passo']): Estado => ({ ...escolhido, passo })
    expect((['tipo', 'apresentacao', 'formulario', 'documentos'] as const).map((passo) => proximoPasso(em(passo)))).to.deep.equal([
      'formulario',
      'formulario',
      'requerente',
      'revisao',
    ])
    expect(passoAnterior(em('revisao'))).to.equal('documentos')
    expect(passoAnterior(em('formulario'))).to.equal('apresentacao')
    expect(passoAnterior(em('apresentacao'))).to.equal('tipo')
  })

  it('cannot be one that the filing does not have', () => {
    const sem = depoisDe({ que: 'escolher', tipo: denuncia }, { que: 'ir', passo: 'documentos' })
    expect(sem.passo).to.equal('requerente')
    expect(depoisDe({ que: 'ir', passo: 'revisao' }).passo).to.equal('tipo')
  })
})

describe('what was answered', () => {
  const financiado = avancar(escolhido, { que: 'responder', codigo: 'financiado', valor: true })
  const comValor = avancar(financiado, { que: 'responder', codigo: 'valor', valor: 'R$ 1.000,00' })

  it('makes the questions that hang on it appear', () => {
    expect(camposVisiveis(escolhido).map(({ codigo }) => codigo)).to.deep.equal(['inscricao', 'financiado', 'obs'])
    expect(camposVisiveis(financiado).map(({ codigo }) => codigo)).to.include('valor')
  })

  it('is kept while its question is away, and not sent', () => {
    const sem = avancar(comValor, { que: 'responder', codigo: 'financiado', valor: false })
    expect(respostasDe(sem)).to.deep.equal({ financiado: false })
    const outraVez = avancar(sem, { que: 'responder', codigo: 'financiado', valor: true })
    expect(respostasDe(outraVez)).to.deep.equal({ financiado: true, valor: 100_000 })
  })

  it('outlives a new version of the tipo, and not another tipo', () => {
    const novaVersao = avancar(comValor, { que: 'escolher', tipo: { ...itbi, versao: 4 } })
    expect(novaVersao.respostas).to.deep.equal(comValor.respostas)
    expect(avancar(comValor, { que: 'escolher', tipo: denuncia }).respostas).to.deep.equal({})
  })
})

it('an error of the server belongs to the step where it is corrected', () => {
  const caminhos = ['respostas.local.endereco.cep', 'requerente.nome', 'prioridade', 'ciencia', 'anexos.contrato', 'anexos', 'tipo']
  expect(caminhos.map(passoDoCaminho)).to.deep.equal([
    'formulario',
    'requerente',
    'requerente',
    'requerente',
    'documentos',
    'documentos',
    'revisao',
  ])
})

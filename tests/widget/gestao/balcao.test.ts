import { expect, waitUntil } from '@open-wc/testing'
import type { Comprovante } from '../../../server/contract/protocolos.js'
import type { TipoCompleto } from '../../../server/contract/tipo.js'
import { devolverApi, json, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { abrirProcesso, botao, comTexto, type Rotas, texto } from './processo-apoio.js'

const tipo: TipoCompleto = {
  codigo: 'itbi',
  nome: 'Emissão de ITBI',
  descricao: 'Guia do imposto de transmissão.',
  grupo: 'Imóveis',
  palavras: [],
  orgao: { sigla: 'PMVS', nome: 'Prefeitura' },
  unidade: { codigo: 'tributos', nome: 'Tributos' },
  prazo: { dias: 30, contagem: 'corridos' },
  versao: 3,
  quemPode: 'qualquer-pessoa',
  anonimo: false,
  prioridade: true,
  sigilo: 'publico',
  campos: [
    { codigo: 'inscricao', especie: 'texto', rotulo: 'Inscrição imobiliária', obrigatorio: true },
    { codigo: 'financiado', especie: 'sim-nao', rotulo: 'Parte do valor é financiada?', obrigatorio: true },
    { codigo: 'banco', especie: 'texto', rotulo: 'Banco', obrigatorio: true, quando: { campo: 'financiado', em: [true] } },
  ],
  documentos: [],
}

const comprovante: Comprovante = {
  id: 'p9',
  numero: 'PMVS 2026/500200',
  codigoAcesso: 'K7QF-2M9T-XB4H',
  abertoEm: '2026-11-21T12:00:00Z',
  prazo: '2026-12-21',
  tipo: { codigo: 'itbi', nome: 'Emissão de ITBI' },
  orgao: { sigla: 'PMVS', nome: 'Prefeitura' },
  unidade: { codigo: 'tributos', nome: 'Tributos' },
  respostas: [{ rotulo: 'Inscrição imobiliária', valor: '01.02.003.0412' }],
  anexos: [],
  consulta: 'https://vilaserena.example/consulta#numero=PMVS%202026/500200',
}

const rotas: Rotas = {
  'GET /tipos': () => json({ tipos: [tipo] }),
  'GET /tipos/itbi': () => json(tipo),
  'GET /qr': () => json({ lado: 1, caminho: '' }),
  'POST /gestao/protocolos': () => json(comprovante, 201),
}

async function noBalcao(extras: Rotas = {}) {
  const cena = await abrirProcesso({ ...rotas, ...extras })
  botao(cena.tag, 'Abrir para alguém').click()
  await achar(cena.tag, 'select[name=tipo] option[value=itbi]')
  return cena
}

const campo = (tag: HTMLElement, fim: string) => achar<HTMLInputElement>(tag, `[id$="-${fim}"]`)

async function por(tag: HTMLElement, fim: string, valor: string): Promise<void> {
  await campo(tag, fim)
  escrever(tag, `[id$="-${fim}"]`, valor)
}

async function preencher(tag: HTMLElement): Promise<void> {
  ;(await achar<HTMLInputElement>(tag, '[id$=-canal] input[value=telefone]')).click()
  escrever(tag, 'select[name=tipo]', 'itbi')
  await por(tag, 'requerente-nome', 'Pessoa Exemplo da Silva')
  await por(tag, 'requerente-documento', '111.444.777-35')
  await por(tag, 'requerente-email', 'pessoa@exemplo.br')
  await por(tag, 'respostas-inscricao', '01.02.003.0412')
  const fieldset = await campo(tag, 'respostas-financiado')
  fieldset.querySelectorAll<HTMLInputElement>('input')[1]?.click()
}

const enviar = (tag: HTMLElement) => tag.querySelector('form')?.requestSubmit()

describe('<protocolo-gestao>, opening for somebody', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('says what is missing, opens it, and shows the receipt with number and access code', async () => {
    const { tag, pedidos } = await noBalcao()
    expect(await violacoes(tag)).to.deep.equal([])
    enviar(tag)
    const faltas = () => [...tag.querySelectorAll<HTMLAnchorElement>('.erros a')]
    await achar(tag, '.erros')
    expect(faltas().map((falta) => texto(falta).split(/[:?]/)[0])).to.deep.equal([
      'Como a pessoa chegou',
      'Qual é o serviço',
      'Nome completo ou razão social',
      'CPF ou CNPJ',
    ])
    for (const falta of faltas()) {
      falta.click()
      const campo = tag.querySelector<HTMLElement>(falta.hash)
      expect(campo?.contains(document.activeElement), falta.hash).to.equal(true)
    }
    escrever(tag, 'select[name=tipo]', 'itbi')
    await campo(tag, 'respostas-inscricao')
    enviar(tag)
    await achar(tag, '.erros')
    expect(texto(tag)).to.contain('CPF ou CNPJ: escreva')
    expect(await violacoes(tag)).to.deep.equal([])
    await preencher(tag)
    await waitUntil(() => !tag.querySelector('.erros'), 'what was put right is still told')
    enviar(tag)
    await comTexto(tag, 'K7QF-2M9T-XB4H')
    expect(texto(tag)).to.contain('PMVS')
    expect(texto(tag)).to.contain('Diga o número e o código de acesso a Pessoa Exemplo da Silva.')
    expect(texto(tag)).to.contain('A pessoa será avisada em pessoa@exemplo.br.')
    const [guarde] = [...tag.querySelectorAll<HTMLElement>('.so-impressao')].filter((um) => texto(um).startsWith('Guarde este código'))
    expect(guarde?.checkVisibility(), 'on paper alone it speaks to who asked').to.equal(false)
    expect(await violacoes(tag)).to.deep.equal([])
    const enviados = pedidos.filter(({ metodo, caminho }) => metodo === 'POST' && caminho === '/gestao/protocolos')
    expect(enviados.map(({ corpo }) => corpo)).to.deep.equal([
      {
        canal: 'telefone',
        tipo: 'itbi',
        versao: 3,
        respostas: { inscricao: '01.02.003.0412', financiado: false },
        requerente: { nome: 'Pessoa Exemplo da Silva', documento: '111.444.777-35', email: 'pessoa@exemplo.br' },
        anexos: [],
      },
    ])
    expect(enviados[0]?.cabecalhos.get('Idempotency-Key')).to.match(/^[\x21-\x7e]{16,255}$/)
    botao(tag, 'Abrir outro pedido').click()
    await achar(tag, 'select[name=tipo]')
    expect((await campo(tag, 'requerente-nome')).value).to.equal('')
  })

  it('asks only what the answers so far make necessary', async () => {
    const { tag } = await noBalcao()
    escrever(tag, 'select[name=tipo]', 'itbi')
    const fieldset = await campo(tag, 'respostas-financiado')
    expect(tag.querySelector('[id$=-respostas-banco]')).to.equal(null)
    fieldset.querySelectorAll<HTMLInputElement>('input')[0]?.click()
    await campo(tag, 'respostas-banco')
  })

  it('keeps everything when sending fails and over a reload, and sends again with the same key', async () => {
    const falha: Rotas = { 'POST /gestao/protocolos': () => problema('erro_interno', 500, { title: 'Algo deu errado' }) }
    const { tag, pedidos } = await noBalcao(falha)
    await preencher(tag)
    enviar(tag)
    await comTexto(tag, 'Algo deu errado')
    limpar()
    const depois = await noBalcao()
    expect((await campo(depois.tag, 'requerente-nome')).value).to.equal('Pessoa Exemplo da Silva')
    await campo(depois.tag, 'respostas-inscricao')
    enviar(depois.tag)
    await comTexto(depois.tag, 'K7QF-2M9T-XB4H')
    const chaveDe = (lista: typeof pedidos) =>
      lista.find(({ metodo, caminho }) => metodo === 'POST' && caminho === '/gestao/protocolos')?.cabecalhos.get('Idempotency-Key')
    expect(chaveDe(depois.pedidos)).to.equal(chaveDe(pedidos))
  })
})

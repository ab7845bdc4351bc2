import { expect, waitUntil } from '@open-wc/testing'
import type { Indicadores } from '../../../server/contract/indicadores.js'
import { devolverApi, json, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { abrirFila, botao, comTexto, pedidosDe, posto, type Rotas, texto } from './apoio.js'

const semNada = { abertos: 0, concluidos: 0, noPrazo: null, diasMediana: null, avaliacaoMedia: null }
const meses = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`)

const numeros: Indicadores = {
  de: '2026-01-01',
  ate: '2026-12-31',
  em: '2026-11-21T12:00:00.000Z',
  total: { abertos: 1240, concluidos: 1102, noPrazo: 91.3, diasMediana: 9, avaliacaoMedia: 4.3 },
  porTipo: [
    { codigo: 'itbi', nome: 'Emissão de ITBI', abertos: 240, concluidos: 202, noPrazo: 88, diasMediana: 12, avaliacaoMedia: 4 },
    { codigo: 'poda', nome: 'Poda de árvore', abertos: 1000, concluidos: 900, noPrazo: 92, diasMediana: 8, avaliacaoMedia: null },
  ],
  porUnidade: [
    { codigo: 'obras', nome: 'Obras e Vias Públicas', abertos: 1240, concluidos: 1102, noPrazo: 91.3, diasMediana: 9, avaliacaoMedia: 4.3 },
  ],
  porMes: meses.map((mes, n) => ({ mes, ...semNada, abertos: n * 10, concluidos: n })),
}

const rotas: Rotas = { 'GET /gestao/indicadores': () => json(numeros) }

async function nosIndicadores(extras: Rotas = {}, largura = 1200) {
  const cena = await abrirFila({ ...rotas, ...extras }, '', largura)
  botao(cena.tag, 'Indicadores').click()
  await waitUntil(() => texto(cena.tag.querySelector('.titulo')) === 'Indicadores', 'no indicators')
  return cena
}

describe('<protocolo-gestao>, indicators', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  for (const largura of [1200, 360]) {
    it(`says in words and tables all that the charts show, at ${largura} px`, async () => {
      const { tag } = await nosIndicadores({}, largura)
      await comTexto(tag, 'foram abertos 1.240 pedidos e 1.102 chegaram ao fim, 91,3% no prazo. Metade levou até 9 dias.')
      expect(texto(tag)).to.contain('Abertos: o maior número é de dezembro de 2026, 110; o menor, de janeiro de 2026, 0.')
      expect(texto(tag)).to.contain('Abertos: o maior número é de Poda de árvore, 1.000; o menor, de Emissão de ITBI, 240.')
      for (const tabela of tag.querySelectorAll<HTMLDetailsElement>('.em-tabela')) tabela.open = true
      expect(await violacoes(tag)).to.deep.equal([])
      expect(tag.scrollWidth).to.be.at.most(largura)
      const [, poda] = [...tag.querySelectorAll('.lado-a-lado-graficos tbody tr')].map((linha) =>
        [...linha.children].map((celula) => celula.textContent?.trim()),
      )
      expect(poda).to.deep.equal(['Poda de árvore', '1.000', '900', '92%', '8 dias', '—sem número'])
      expect([...tag.querySelectorAll('svg')].every((desenho) => desenho.closest('[aria-hidden=true]'))).to.equal(true)
    })
  }

  it('draws the measure that is chosen, the largest first, its share of the largest as its length', async () => {
    const { tag } = await nosIndicadores()
    await comTexto(tag, '1.240')
    const barras = () =>
      [...tag.querySelectorAll('.barras')]
        .slice(0, 1)
        .flatMap((lista) =>
          [...lista.querySelectorAll('li')].map((li) => [
            texto(li.querySelector('span')),
            li.querySelector('.barra')?.getAttribute('width'),
          ]),
        )
    expect(barras()).to.deep.equal([
      ['Poda de árvore', '100'],
      ['Emissão de ITBI', '24'],
    ])
    escrever(tag, '[id$=-medida]', 'diasMediana')
    await comTexto(tag, 'Dias até concluir (mediana): o maior número é de Emissão de ITBI, 12 dias')
    expect(barras().map(([nome]) => nome)).to.deep.equal(['Emissão de ITBI', 'Poda de árvore'])
    escrever(tag, '[id$=-medida]', 'avaliacaoMedia')
    await comTexto(tag, 'Avaliação média: Emissão de ITBI, 4,0.')
    expect(barras()).to.deep.equal([['Emissão de ITBI', '80']])
  })

  it('asks for the period and the part that are chosen, and keeps them in the address', async () => {
    const { tag, pedidos } = await nosIndicadores()
    await comTexto(tag, '1.240')
    escrever(tag, '[name=de]', '2026-03-01')
    escrever(tag, '[name=tipo]', 'poda')
    botao(tag, 'Mostrar').click()
    await waitUntil(() => pedidosDe(pedidos, '/gestao/indicadores').length === 2, 'not asked again')
    const pedido = pedidosDe(pedidos, '/gestao/indicadores').at(-1)
    expect(pedido?.caminho.split('?')[1]).to.equal('de=2026-03-01&tipo=poda')
    expect(location.hash).to.equal('#gestao=indicadores&de=2026-03-01&tipo=poda')
  })

  it('tells what is wrong with the period beside it', async () => {
    const recusa = () => problema('campos_invalidos', 422, { campos: [{ caminho: 'de', mensagem: 'O período é longo demais.' }] })
    const { tag } = await nosIndicadores({ 'GET /gestao/indicadores': recusa })
    await achar(tag, '.erros')
    expect(texto(tag.querySelector('[id$=indicadores-de-erro]'))).to.equal('O período é longo demais.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says that there is nothing, and that it could not be asked', async () => {
    let fora = true
    const vazio = { ...numeros, total: semNada, porTipo: [], porUnidade: [], porMes: [] }
    const { tag } = await nosIndicadores({ 'GET /gestao/indicadores': () => (fora ? problema('erro_interno', 500) : json(vazio)) })
    await achar(tag, '.aviso-erro')
    expect(await violacoes(tag)).to.deep.equal([])
    fora = false
    botao(tag, 'Tentar de novo').click()
    await comTexto(tag, 'nada foi aberto nem concluído')
    await comTexto(tag, 'Nada neste período')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('is offered to who answers for a unidade, and to nobody else', async () => {
    const atendente = { ...posto, lotacoes: posto.lotacoes.map((lotacao) => ({ ...lotacao, papel: 'atendente' })) }
    const { tag } = await abrirFila({ ...rotas, 'GET /gestao/posto': () => json(atendente) })
    expect(texto(tag.querySelector('.topo-da-mesa'))).to.not.contain('Indicadores')
  })
})

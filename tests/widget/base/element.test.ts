import { expect, waitUntil } from '@open-wc/testing'
import { html, type TemplateResult } from 'lit'
import { fundoClaro, fundoEscuro, legivel } from '../../../server/domain/cor.js'
import { ProtocoloElement } from '../../../widget/base/element.js'
import { apiEm } from '../../../widget/base/endereco.js'
import { cartao, devolverApi, fingirApi, json, novaEntidade, nunca, problema } from '../apoio/api.js'
import { pintada } from '../apoio/cores.js'
import { achar, limpar, por, violacoes } from '../apoio/pagina.js'

class Exemplo extends ProtocoloElement {
  protected override renderizar(): TemplateResult {
    return html`<h2 class="titulo" tabindex="-1">Título</h2>
      <div class="campo"><label class="rotulo" for="x">Nome</label><input class="entrada" id="x" /></div>
      <ul><li>um</li></ul>
      <a href="#x">ligação</a>
      <button class="botao" type="button">Enviar</button>`
  }
}
customElements.define('protocolo-exemplo', Exemplo)

function exemplo(atributos = '', onde?: Element | ShadowRoot): Exemplo {
  const caixa = por(
    `<protocolo-exemplo entidade="${novaEntidade()}" ${atributos}><a href="/x">Sem JavaScript</a></protocolo-exemplo>`,
    onde,
  )
  const tag = caixa.querySelector('protocolo-exemplo')
  if (!(tag instanceof Exemplo)) throw new Error('not defined')
  return tag
}

const hostil = `
  * { letter-spacing: 3px; text-transform: uppercase; box-sizing: content-box }
  body#pagina input, #conteudo input[type=text], input { border: 5px solid red; height: 90px; background: pink; float: right }
  h2 { font-size: 80px; color: red; border-bottom: 1px dotted } button { background: lime; border-radius: 0; width: 100% }
  li::before { content: "»" } a::after { content: " [externo]" } ul { list-style: square; padding: 50px } label { display: none }
  html { font-size: 62.5% }`

/** Computed style of the parts, to compare with and without the page's own CSS. */
function retrato(tag: HTMLElement): Record<string, string> {
  const partes = ['.quadro', 'h2', 'input', 'label', 'ul', 'li', 'a', 'button']
  const propriedades = [
    'fontSize',
    'color',
    'display',
    'letterSpacing',
    'textTransform',
    'borderTopWidth',
    'height',
    'backgroundColor',
    'float',
    'boxSizing',
    'listStyleType',
    'paddingLeft',
  ] as const
  return Object.fromEntries(
    partes.flatMap((parte) => {
      const alvo = tag.querySelector(parte)
      if (!alvo) throw new Error(parte)
      const estilo = getComputedStyle(alvo)
      const antes = [getComputedStyle(alvo, '::before').content, getComputedStyle(alvo, '::after').content]
      return [...propriedades.map((nome) => [`${parte} ${nome}`, estilo[nome]] as const), [`${parte} pseudo`, antes.join()] as const]
    }),
  )
}

describe('ProtocoloElement', () => {
  beforeEach(() => {
    fingirApi({ 'GET ': () => json(cartao) })
  })
  afterEach(() => {
    limpar()
    devolverApi()
  })

  it('draws everything in one light-DOM container and hides what stood for people without JavaScript', async () => {
    const tag = exemplo()
    await achar(tag, '.botao')
    expect([...(tag.shadowRoot?.children ?? [])].map((parte) => parte.getAttribute('name'))).to.deep.equal([
      'cabecalho',
      'protocolo',
      'ajuda',
      'rodape',
    ])
    expect(tag.querySelectorAll(':scope > .protocolo[slot=protocolo]')).to.have.length(1)
    expect(tag.querySelector('a[href="/x"]')?.getClientRects()).to.have.length(0)
  })

  it('looks the same under a hostile stylesheet', async () => {
    const tag = exemplo()
    await achar(tag, '.botao')
    const antes = retrato(tag)
    const folha = document.createElement('style')
    folha.textContent = hostil
    document.head.append(folha)
    const depois = retrato(tag)
    folha.remove()
    expect(depois).to.deep.equal(antes)
  })

  it('lets an !important of the page win, as a contrast bar needs', async () => {
    const tag = exemplo()
    await achar(tag, '.botao')
    const folha = document.createElement('style')
    folha.textContent = '* { background: #000 !important; color: #ff0 !important }'
    document.head.append(folha)
    const { backgroundColor, color } = getComputedStyle(await achar(tag, 'h2'))
    folha.remove()
    expect([backgroundColor, color]).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 0)'])
  })

  it('grows with the reader and with the token, never below 16 px', async () => {
    const tag = exemplo()
    await achar(tag, '.botao')
    const tamanho = () => getComputedStyle(tag.recipiente).fontSize
    expect(tamanho()).to.equal('16px')
    document.documentElement.style.fontSize = '24px'
    expect(tamanho()).to.equal('24px')
    document.documentElement.style.fontSize = ''
    tag.style.setProperty('--protocolo-tamanho', '20px')
    expect(tamanho()).to.equal('20px')
  })

  it('works inside a shadow root, and where it is moved to', async () => {
    const casa = por('<div></div>')
    const sombra = casa.attachShadow({ mode: 'open' })
    const tag = exemplo('', sombra)
    const botao = await achar(tag, '.botao')
    expect(getComputedStyle(botao).minHeight).to.equal('44px')
    document.body.append(tag)
    expect(getComputedStyle(botao).minHeight).to.equal('44px')
    expect(tag.querySelectorAll('.protocolo')).to.have.length(1)
    tag.remove()
  })

  it('adopts its stylesheet once however often it comes and goes', async () => {
    const tag = exemplo()
    await achar(tag, '.botao')
    const folhas = document.adoptedStyleSheets.length
    const pai = tag.parentElement
    for (let vez = 0; vez < 3; vez += 1) {
      tag.remove()
      pai?.append(tag)
    }
    await achar(exemplo(), '.botao')
    expect(document.adoptedStyleSheets).to.have.length(folhas)
  })

  it('does not carry the drawing of the tag that it was cloned from', async () => {
    const tag = exemplo()
    await achar(tag, '.botao')
    const copia = tag.cloneNode(true)
    if (!(copia instanceof Exemplo)) throw new Error('no clone')
    tag.after(copia)
    await achar(copia, '.botao')
    expect(copia.querySelectorAll('.protocolo')).to.have.length(1)
  })

  it('loads the card again when the entidade changes, and drops what came late', async () => {
    const pedidos = fingirApi({ 'GET ': () => json(cartao) })
    const tag = exemplo()
    tag.entidade = novaEntidade()
    await achar(tag, '.botao')
    tag.entidade = novaEntidade()
    await tag.updateComplete
    await achar(tag, '.botao')
    expect(pedidos.length).to.be.greaterThan(1)
  })

  it('shows a skeleton that says it is loading', async () => {
    fingirApi({ 'GET ': nunca })
    const tag = exemplo()
    await achar(tag, '.esqueleto')
    expect(tag.querySelector('[aria-busy=true]')?.textContent).to.contain('Carregando')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says that the service does not answer, and tries again when asked', async () => {
    let vivo = false
    fingirApi({ 'GET ': () => (vivo ? json(cartao) : Promise.reject(new TypeError('Failed to fetch'))) })
    const tag = exemplo()
    const tentar = await achar(tag, '[role=alert] .botao')
    expect(tag.textContent).to.contain('O serviço não respondeu')
    expect(await violacoes(tag)).to.deep.equal([])
    vivo = true
    tentar.click()
    await achar(tag, '.entrada')
  })

  it('comes back by itself when the network does', async () => {
    let vivo = false
    fingirApi({ 'GET ': () => (vivo ? json(cartao) : Promise.reject(new TypeError('Failed to fetch'))) })
    const tag = exemplo()
    await achar(tag, '[role=alert]')
    vivo = true
    window.dispatchEvent(new Event('online'))
    await achar(tag, '.entrada')
  })

  it('tells people of an entidade that is not there in words for people', async () => {
    fingirApi({ 'GET ': () => problema('entidade_desconhecida', 404) })
    const tag = exemplo()
    await achar(tag, '[role=alert]')
    expect(tag.textContent).to.contain('Avise quem cuida do site')
    expect(tag.querySelector('.botao')).to.equal(null)
  })

  it('tells who keeps the site, in the console, what to put right', async () => {
    const ditos: unknown[] = []
    const real = console.warn
    console.warn = (dito: unknown) => void ditos.push(dito)
    try {
      fingirApi({ 'GET ': () => problema('origem_recusada', 403) })
      await achar(exemplo(), '[role=alert]')
      fingirApi({ 'GET ': () => problema('entidade_desconhecida', 404) })
      const { entidade } = exemplo()
      await waitUntil(() => ditos.length === 2, 'said nothing')
      expect(ditos).to.deep.equal([
        `<protocolo-exemplo>: falta "${location.origin}" em "origens" no arquivo da entidade [protocolo P03]`,
        `<protocolo-exemplo>: não há entidade="${entidade}" [protocolo P02]`,
      ])
    } finally {
      console.warn = real
    }
  })

  it('says so when neither it nor the page knows where the server is, and works once it does', async () => {
    const ditos: unknown[] = []
    const real = console.warn
    console.warn = (dito: unknown) => void ditos.push(dito)
    apiEm('')
    try {
      const pedidos = fingirApi({ 'GET ': () => json(cartao) })
      const tag = exemplo()
      await achar(tag, '[role=alert]')
      expect(ditos).to.deep.equal(['<protocolo-exemplo>: falta api="https://…" [protocolo P08]'])
      expect(pedidos).to.deep.equal([])
      tag.api = 'https://protocolo.exemplo.gov.br'
      await achar(tag, 'h2')
      expect(pedidos.map(({ caminho }) => caminho)).to.deep.equal([''])
      expect(tag.cliente.raiz).to.match(/^https:\/\/protocolo\.exemplo\.gov\.br\/v1\//)
    } finally {
      console.warn = real
      apiEm(location.origin)
    }
  })

  for (const api of ['protocolo.exemplo.gov.br', 'nada', 'localhost:8080', 'https://'])
    it(`says so of api="${api}", which is no address, and leaves the page's other tags alone`, async () => {
      const ditos: unknown[] = []
      const real = console.warn
      console.warn = (dito: unknown) => void ditos.push(dito)
      try {
        const pedidos = fingirApi({ 'GET ': () => json(cartao) })
        const errada = exemplo(`api="${api}"`)
        const certa = exemplo()
        expect((await achar(errada, '[role=alert]')).textContent).to.contain(errada.comuns.naoConfiguradoTitulo)
        await achar(certa, 'h2')
        await waitUntil(() => ditos.length === 1, 'said nothing')
        expect(ditos).to.deep.equal([`<protocolo-exemplo>: falta api="https://…" [protocolo P08]`])
        expect(pedidos).to.have.length(1)
        errada.api = certa.api
        await achar(errada, 'h2')
        errada.api = api
        await achar(errada, '[role=alert]')
      } finally {
        console.warn = real
      }
    })

  it('dresses as the page says, else as the entidade chose', async () => {
    fingirApi({
      'GET ': () => json({ ...cartao, tema: { base: 'escuro', cores: { noClaro: 'rgb(11 92 173)', noEscuro: 'rgb(88 171 255)' } } }),
    })
    const tag = exemplo()
    await achar(tag, '.botao')
    expect(tag.recipiente.className).to.equal('protocolo escuro')
    tag.tema = 'govbr'
    await tag.updateComplete
    expect(tag.recipiente.className).to.equal('protocolo govbr')
    expect(pintada(tag.recipiente, '--p-acao')).to.deep.equal([19, 81, 180])
    tag.style.setProperty('--protocolo-cor-acao', 'rgb(90, 0, 90)')
    expect(pintada(tag.recipiente, '--p-acao')).to.deep.equal([90, 0, 90])
  })

  for (const tema of ['claro', 'escuro', 'govbr'] as const) {
    for (const corAcao of ['#ffcc00', '#003300', '#0b5cad']) {
      it(`is readable in ${tema} with the entidade's colour ${corAcao}`, async () => {
        const cores = { noClaro: legivel(corAcao, fundoClaro), noEscuro: legivel(corAcao, fundoEscuro) }
        fingirApi({ 'GET ': () => json({ ...cartao, tema: { base: tema, cores } }) })
        const tag = exemplo()
        await achar(tag, '.botao')
        expect(await violacoes(tag)).to.deep.equal([])
      })
    }
  }

  it('has its announcements read, also when they repeat', async () => {
    const tag = exemplo()
    await achar(tag, '.botao')
    const ditos: string[] = []
    const status = await achar(tag, '[role=status]')
    new MutationObserver(() => ditos.push(status.textContent ?? '')).observe(status, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    await tag.anunciar('Feito')
    await tag.updateComplete
    await tag.anunciar('Feito')
    await waitUntil(() => ditos.filter((dito) => dito === 'Feito').length === 2, 'said once')
  })

  it('does not scroll sideways at 280 px, nor collapse in a row', async () => {
    const caixa = por('<div class="linha-da-pagina"></div>')
    const linha = caixa.firstElementChild
    if (!(linha instanceof HTMLElement)) throw new Error('no row')
    linha.style.display = 'flex'
    linha.style.width = '280px'
    const tag = exemplo('', linha)
    await achar(tag, '.botao')
    expect(tag.getBoundingClientRect().width).to.be.within(240, 280)
    expect(linha.scrollWidth).to.equal(280)
  })
})

import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi, json, nunca, problema } from '../apoio/api.js'
import { achar, limpar, por, violacoes } from '../apoio/pagina.js'
import {
  abrir,
  apertar,
  ateOPasso,
  botao,
  type Cena,
  comprovante,
  denuncia,
  enviarFormulario,
  itbi,
  preencherFormulario,
  preencherRequerente,
  type Rotas,
  tituloDe,
} from './apoio.js'

const semDocumentos = { ...itbi, documentos: [] }
const VAZIA = 'Nenhum assunto está aberto para pedidos no momento.'

/** A list that comes or fails, as the test says. */
class Lista {
  responder: () => Response | Promise<Response> = this.cai

  cai(): Response {
    throw new TypeError('network')
  }

  vem(tipos: object[] = [itbi, denuncia]): void {
    this.responder = () => json({ tipos })
  }

  get rotas(): Rotas {
    return { 'GET /tipos': () => this.responder() }
  }
}

async function ateARevisao(rotas: Rotas, atributos = ''): Promise<Cena> {
  const cena = await abrir({ tipos: [semDocumentos, denuncia], atributos, rotas })
  if (!atributos) await apertar(cena.tag, 'Emissão de ITBI')
  await apertar(cena.tag, 'Começar')
  await ateOPasso(cena.tag, 'Sobre o pedido')
  await preencherFormulario(cena.tag)
  await preencherRequerente(cena.tag)
  await ateOPasso(cena.tag, 'Confira e envie')
  return cena
}

/** After the receipt, with a list that does not come. */
async function semOutroPedido(lista: Lista): Promise<Cena['tag']> {
  lista.vem()
  const { tag } = await ateARevisao({ ...lista.rotas, 'POST /protocolos': () => json(comprovante, 201) })
  await enviarFormulario(tag)
  await achar(tag, '.grande')
  lista.responder = lista.cai
  await apertar(tag, 'Abrir outro pedido')
  await achar(tag, '[role=alert]')
  return tag
}

/** How often an alert comes into the tag from now on. */
function contarAlertas(tag: HTMLElement): () => number {
  let quantos = 0
  const olho = new MutationObserver((mudancas) => {
    const nos = mudancas.flatMap(({ addedNodes }) => [...addedNodes])
    quantos += nos.filter((no) => no instanceof Element && no.matches('[role=alert]')).length
  })
  olho.observe(tag, { childList: true, subtree: true })
  return () => quantos
}

describe('what does not come to <protocolo-novo>', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '')
  })

  it('is told below the notice whose button asked for it, which asks again', async () => {
    const lista = new Lista()
    const { tag } = await ateARevisao({ ...lista.rotas, 'POST /protocolos': () => problema('tipo_fechado', 409) }, 'tipo="itbi"')
    await enviarFormulario(tag)
    await waitUntil(() => tag.textContent?.includes('Suas respostas continuam aqui.'))
    botao(tag, 'Ver outros assuntos').focus()
    await apertar(tag, 'Ver outros assuntos')
    await achar(tag, '.aviso-do-passo + [role=alert]')
    expect(tituloDe(tag)).to.equal('Confira e envie')
    expect(document.activeElement).to.equal(botao(tag, 'Ver outros assuntos'))
    expect(await violacoes(tag)).to.deep.equal([])
    lista.vem()
    await apertar(tag, 'Ver outros assuntos')
    await ateOPasso(tag, 'O que você precisa?')
    expect(tag.querySelector('[role=alert]')).to.equal(null)
  })

  it('is announced again each time that it is asked for in vain', async () => {
    const { tag } = await abrir({ atributos: 'tipo="itbi"', rotas: new Lista().rotas })
    const alertas = contarAlertas(tag)
    await apertar(tag, 'Escolher outro assunto')
    await waitUntil(() => alertas() === 1)
    await apertar(tag, 'Escolher outro assunto')
    await waitUntil(() => alertas() === 2, 'the second failure is not announced')
  })

  it('goes from the screen once it is asked for again, and nothing is said of the list until it comes', async () => {
    const lista = new Lista()
    const tag = await semOutroPedido(lista)
    expect(tag.textContent).not.to.contain(VAZIA)
    lista.responder = nunca
    await apertar(tag, 'Tentar de novo')
    await waitUntil(() => !tag.querySelector('[role=alert]'), 'the failure stays')
    expect(tag.textContent).not.to.contain(VAZIA)
    expect(await achar(tag, '.esqueleto')).to.be.instanceOf(HTMLElement)
  })

  it('gives way to the list that came, or to word that there is nothing in it', async () => {
    const lista = new Lista()
    const tag = await semOutroPedido(lista)
    lista.vem([])
    await apertar(tag, 'Tentar de novo')
    await waitUntil(() => tag.textContent?.includes(VAZIA))
    expect(tag.querySelector('[role=alert], .esqueleto')).to.equal(null)
    await waitUntil(() => document.activeElement?.matches('.titulo'), 'the heading has no focus')
  })

  it('comes by itself when the connection is back', async () => {
    const lista = new Lista()
    const tag = await semOutroPedido(lista)
    lista.vem()
    botao(tag, 'Tentar de novo').focus()
    dispatchEvent(new Event('online'))
    await achar(tag, '.cartaozinho')
    await waitUntil(() => document.activeElement?.matches('.titulo'), 'the heading has no focus')
  })

  it('waits for who is elsewhere on the page when the connection is back', async () => {
    const lista = new Lista()
    const tag = await semOutroPedido(lista)
    lista.vem()
    const campo = await achar<HTMLInputElement>(por('<input aria-label="Busca do site">'), 'input')
    campo.focus()
    dispatchEvent(new Event('online'))
    await tag.updateComplete
    expect(document.activeElement).to.equal(campo)
    await apertar(tag, 'Tentar de novo')
    await achar(tag, '.cartaozinho')
  })

  it('is told, with a way to ask again, when the page asks for another list', async () => {
    const lista = new Lista()
    lista.vem()
    const { tag } = await abrir({ rotas: lista.rotas })
    lista.responder = lista.cai
    tag.orgao = 'CAMARA'
    await achar(tag, '[role=alert]')
    expect(tag.textContent).not.to.contain(VAZIA)
    lista.vem()
    await apertar(tag, 'Tentar de novo')
    await ateOPasso(tag, 'Denúncia')
  })
})

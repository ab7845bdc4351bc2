import { expect, waitUntil } from '@open-wc/testing'
import { ProtocoloConsulta } from '../../../widget/elements/consulta/protocolo-consulta.js'
import * as en from '../../../widget/texts/en/cidadao.js'
import * as es from '../../../widget/texts/es/cidadao.js'
import { cartao, devolverApi, fingirApi, json, novaEntidade } from '../apoio/api.js'
import { achar, escrever, limpar, por, violacoes } from '../apoio/pagina.js'

customElements.define('protocolo-consulta', ProtocoloConsulta)

/** The consulta of the page, once it can be used. */
async function abrir(atributos: string) {
  fingirApi({ 'GET ': () => json(cartao) })
  const tag = por(`<protocolo-consulta entidade="${novaEntidade()}" ${atributos}></protocolo-consulta>`).querySelector('protocolo-consulta')
  if (!tag) throw new Error('no tag')
  await achar(tag, 'form')
  return tag
}

const titulo = (tag: HTMLElement) => tag.querySelector('.titulo')?.textContent?.trim()

describe('the language of the tags', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    document.documentElement.lang = ''
  })

  it('is Portuguese unless told', async () => {
    const tag = await abrir('')
    expect(titulo(tag)).to.equal('Consultar protocolo')
    expect(tag.recipiente.lang).to.equal('pt-BR')
  })

  it('is the one that a tag asks for, for every tag of the page, and changes with the attribute', async () => {
    const antes = await abrir('')
    const tag = await abrir('idioma="es"')
    expect(titulo(tag)).to.equal(es.palavras.consulta.titulo)
    expect(tag.recipiente.lang).to.equal('es')
    await waitUntil(() => titulo(antes) === es.palavras.consulta.titulo)
    expect(await violacoes(tag)).to.deep.equal([])
    tag.setAttribute('idioma', 'en')
    await waitUntil(() => titulo(tag) === en.palavras.consulta.titulo)
    expect(antes.recipiente.lang).to.equal('en')
    tag.setAttribute('idioma', 'pt-BR')
    await waitUntil(() => titulo(tag) === 'Consultar protocolo')
  })

  it('stays what another tag asked for when one that asks for none comes, and is Portuguese for what we do not speak', async () => {
    const tag = await abrir('idioma="es-AR"')
    expect(tag.recipiente.lang).to.equal('es')
    expect(titulo(await abrir(''))).to.equal(es.palavras.consulta.titulo)
    expect(titulo(tag)).to.equal(es.palavras.consulta.titulo)
    tag.setAttribute('idioma', 'fr')
    await waitUntil(() => titulo(tag) === 'Consultar protocolo')
    expect(tag.recipiente.lang).to.equal('pt-BR')
  })

  it('says the page’s own words over it, and nothing that is no text', async () => {
    const tag = await abrir('')
    tag.textos = { consulta: { titulo: 'Acompanhe a sua solicitação', erros: { ano: 'Qual ano?' } } }
    await waitUntil(() => titulo(tag) === 'Acompanhe a sua solicitação')
    expect(tag.textContent).to.contain('Veja em que pé está o seu pedido.')
    Object.assign(tag, { textos: { consulta: { titulo: 7, outra: 'x' }, nenhuma: { a: 'b' }, __proto__: { poluido: true } } })
    await waitUntil(() => titulo(tag) === 'Consultar protocolo')
    expect('poluido' in {}).to.equal(false)
  })

  for (const [lang, dito] of [
    ['es-AR', es.palavras.consulta.titulo],
    ['en', en.palavras.consulta.titulo],
    ['pt', 'Consultar protocolo'],
    ['fr', 'Consultar protocolo'],
  ] as const) {
    it(`is that of a page in ${lang}, unless a tag says another`, async () => {
      document.documentElement.lang = lang
      const tag = await abrir('')
      expect(titulo(tag)).to.equal(dito)
      tag.setAttribute('idioma', 'pt-BR')
      await waitUntil(() => titulo(tag) === 'Consultar protocolo' && tag.recipiente.lang === 'pt-BR')
      tag.removeAttribute('idioma')
      await waitUntil(() => titulo(tag) === dito)
    })
  }

  it('is that of what stands around the tag, through shadow roots, and is read again when the tag comes back', async () => {
    document.documentElement.lang = 'en'
    fingirApi({ 'GET ': () => json(cartao) })
    const caixa = por('<div lang="es"><div class="host"></div></div>')
    const raiz = caixa.querySelector('.host')?.attachShadow({ mode: 'open' })
    if (!raiz) throw new Error('no root')
    raiz.innerHTML = `<protocolo-consulta entidade="${novaEntidade()}"></protocolo-consulta>`
    const tag = raiz.querySelector('protocolo-consulta')
    if (!tag) throw new Error('no tag')
    await achar(tag, 'form')
    expect(titulo(tag)).to.equal(es.palavras.consulta.titulo)
    caixa.append(tag)
    await waitUntil(() => titulo(tag) === en.palavras.consulta.titulo)
    document.documentElement.lang = 'pt-BR'
    tag.remove()
    caixa.append(tag)
    await waitUntil(() => titulo(tag) === 'Consultar protocolo')
  })

  it('is told to the API with each call', async () => {
    document.documentElement.lang = 'es'
    const pedidos = fingirApi({ 'GET ': () => json(cartao) })
    const tag = por(`<protocolo-consulta entidade="${novaEntidade()}"></protocolo-consulta>`).querySelector('protocolo-consulta')
    if (!tag) throw new Error('no tag')
    await achar(tag, 'form')
    escrever(tag, '[name=numero]', 'PMVS 2026/1')
    tag.querySelector('form')?.requestSubmit()
    await waitUntil(() => pedidos.some(({ caminho }) => caminho.startsWith('/consulta')))
    expect(pedidos.at(-1)?.cabecalhos.get('Accept-Language')).to.equal('es')
  })

  it('calls things as the entidade does, in Portuguese alone, and as before once the tag is gone', async () => {
    const solicitacao = { singular: 'solicitação', plural: 'solicitações', genero: 'f' } as const
    const abrirCom = async (nomes: typeof cartao.nomes, atributos = '') => {
      fingirApi({ 'GET ': () => json({ ...cartao, ...(nomes && { nomes }) }) })
      const tag = por(`<protocolo-consulta entidade="${novaEntidade()}" ${atributos}></protocolo-consulta>`).querySelector(
        'protocolo-consulta',
      )
      if (!tag) throw new Error('no tag')
      await achar(tag, 'form')
      return tag
    }
    const tag = await abrirCom({ protocolo: solicitacao, pedido: solicitacao })
    expect(titulo(tag)).to.equal('Consultar solicitação')
    expect(tag.textContent).to.contain('Veja em que pé está a sua solicitação.')
    tag.setAttribute('idioma', 'es')
    await waitUntil(() => titulo(tag) === es.palavras.consulta.titulo)
    tag.remove()
    expect(titulo(await abrirCom(undefined, 'idioma="pt-BR"'))).to.equal('Consultar protocolo')
  })
})

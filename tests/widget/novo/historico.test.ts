import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi, novaEntidade } from '../apoio/api.js'
import { limpar } from '../apoio/pagina.js'
import { abrir, ateOFormulario, ateOPasso, campoDe, preencherFormulario, tituloDe } from './apoio.js'

describe('the browser’s Back and Forward in <protocolo-novo>', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '')
  })

  it('walk the steps without loss, and the address stays', async () => {
    const endereco = location.href
    const { tag } = await abrir()
    await ateOFormulario(tag)
    await preencherFormulario(tag)
    history.back()
    await ateOPasso(tag, 'Sobre o pedido')
    expect(campoDe(tag, 'Inscrição').value).to.equal('12.34')
    history.back()
    await ateOPasso(tag, 'Emissão de ITBI')
    history.back()
    await ateOPasso(tag, 'O que você precisa?')
    history.forward()
    await ateOPasso(tag, 'Emissão de ITBI')
    expect(location.href).to.equal(endereco)
  })

  it('leave the page’s own entries and state alone', async () => {
    history.replaceState({ daPagina: 1 }, '')
    const { tag } = await abrir()
    await ateOFormulario(tag)
    expect(history.state).to.have.property('daPagina', 1)
    history.pushState({ rota: 'outra' }, '', '#outra')
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
    expect(tituloDe(tag)).to.equal('Sobre o pedido')
    history.back()
    await waitUntil(() => location.hash === '')
    expect(tituloDe(tag)).to.equal('Sobre o pedido')
  })

  it('move only the tag whose step it was', async () => {
    const entidade = novaEntidade()
    const um = await abrir({ entidade })
    const dois = await abrir({ entidade })
    await ateOFormulario(dois.tag)
    await ateOFormulario(um.tag)
    history.back()
    await ateOPasso(um.tag, 'Emissão de ITBI')
    expect(tituloDe(dois.tag)).to.equal('Sobre o pedido')
  })
})

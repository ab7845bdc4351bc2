import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi, novaEntidade } from '../apoio/api.js'
import { limpar, violacoes } from '../apoio/pagina.js'
import { abrir, apertar, ateOFormulario, ateOPasso, campoDe, enviarFormulario, itbi, marcar, preencher, quieto, tituloDe } from './apoio.js'

function guardado(entidade: string): string {
  return localStorage.getItem(`protocolo:rascunho:${entidade}:itbi`) ?? ''
}

describe('the draft of <protocolo-novo>', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '')
  })

  async function comecar(entidade: string) {
    const { tag } = await abrir({ entidade })
    await ateOFormulario(tag)
    await preencher(tag, 'Inscrição', '1234')
    await marcar(tag, 'Não')
    return tag
  }

  /** As a visit on another day, in another tab. */
  async function visitar(entidade: string) {
    limpar()
    history.replaceState(null, '')
    return abrir({ entidade, atributos: 'tipo="itbi"' })
  }

  it('is offered on return, with when it was kept', async () => {
    const entidade = novaEntidade()
    await comecar(entidade)
    const { tag } = await visitar(entidade)
    expect(tag.textContent).to.match(/Continuar de onde parou\?.*hoje, \d+h\d\d/s)
    expect(await violacoes(tag)).to.deep.equal([])
    await apertar(tag, 'Continuar de onde parei')
    await ateOPasso(tag, 'Sobre o pedido')
    expect(campoDe(tag, 'Inscrição').value).to.equal('12.34')
    expect(campoDe(tag, 'Não').checked).to.equal(true)
  })

  it('gives way when the person starts over', async () => {
    const entidade = novaEntidade()
    await comecar(entidade)
    const { tag } = await visitar(entidade)
    await apertar(tag, 'Começar de novo')
    await ateOPasso(tag, 'Sobre o pedido')
    expect(campoDe(tag, 'Inscrição').value).to.equal('')
    await waitUntil(() => !guardado(entidade).includes('12.34'))
  })

  it('goes on by itself after a reload, at the step that was on screen', async () => {
    const entidade = novaEntidade()
    const antes = await comecar(entidade)
    await enviarFormulario(antes)
    await ateOPasso(antes, 'Quem está pedindo')
    const estado: unknown = history.state
    limpar()
    const { tag } = await abrir({ entidade })
    const chave = Object.keys(Object(estado)).find((nome) => nome.startsWith('protocolo-novo:'))
    history.replaceState({ [`protocolo-novo:${tag.prefixo}`]: Reflect.get(Object(estado), chave ?? '') }, '')
    tag.setAttribute('orgao', '')
    tag.setAttribute('api', location.origin)
    await ateOPasso(tag, 'Quem está pedindo')
  })

  it('keeps nothing of who is asking until the person says that the device is theirs', async () => {
    const entidade = novaEntidade()
    const tag = await comecar(entidade)
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Quem está pedindo')
    await preencher(tag, 'Nome completo', 'Pessoa Exemplo')
    await waitUntil(() => guardado(entidade).includes('"passo":"requerente"'))
    dispatchEvent(new Event('pagehide'))
    expect(guardado(entidade)).not.to.contain('Pessoa')
    await marcar(tag, 'Só eu')
    expect(guardado(entidade)).to.contain('Pessoa Exemplo')
    await marcar(tag, 'Outras pessoas')
    expect(guardado(entidade)).to.equal('')
    expect(tag.textContent).not.to.contain('Rascunho guardado')
    await preencher(tag, 'Nome completo', 'Outra Pessoa')
    dispatchEvent(new Event('pagehide'))
    expect(guardado(entidade)).to.equal('')
  })

  it('is erased when asked, and what is on screen stays', async () => {
    const entidade = novaEntidade()
    const tag = await comecar(entidade)
    await waitUntil(() => tag.textContent?.includes('Rascunho guardado neste aparelho'))
    await apertar(tag, 'Apagar rascunho')
    await quieto(tag)
    expect(guardado(entidade)).to.equal('')
    expect(campoDe(tag, 'Inscrição').value).to.equal('12.34')
    expect(tag.textContent).to.contain('Rascunho apagado deste aparelho.')
    await preencher(tag, 'Inscrição', '4321')
    dispatchEvent(new Event('pagehide'))
    expect(guardado(entidade)).to.equal('')
  })

  it('that another tab sent is told, and nothing typed is lost', async () => {
    const entidade = novaEntidade()
    const tag = await comecar(entidade)
    await waitUntil(() => guardado(entidade) !== '')
    dispatchEvent(new StorageEvent('storage', { key: `protocolo:rascunho:${entidade}:itbi`, newValue: '{"fim":"enviado"}' }))
    await waitUntil(() => tag.textContent?.includes('Este pedido já foi enviado em outra aba.'))
    expect(campoDe(tag, 'Inscrição').value).to.equal('12.34')
    expect(tituloDe(tag)).to.equal('Sobre o pedido')
  })

  it('of a form that changed gives back what still fits', async () => {
    const entidade = novaEntidade()
    await comecar(entidade)
    limpar()
    history.replaceState(null, '')
    const campos = itbi.campos.filter(({ codigo }) => codigo !== 'financiado' && codigo !== 'valor')
    const { tag } = await abrir({ entidade, tipos: [{ ...itbi, campos }] })
    await apertar(tag, 'Continuar de onde parei')
    await ateOPasso(tag, 'Sobre o pedido')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Quem está pedindo')
  })
})

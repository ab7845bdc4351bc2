import { expect, waitUntil } from '@open-wc/testing'
import type { ErroDoProtocolo } from '../../../widget/base/para-a-pagina.js'
import { ProtocoloConsulta } from '../../../widget/elements/consulta/protocolo-consulta.js'
import { devolverApi } from '../apoio/api.js'
import { limpar } from '../apoio/pagina.js'
import { abrir, abrirDentro, entrar } from './apoio.js'

customElements.define('protocolo-consulta', ProtocoloConsulta)

const titulo = (tag: HTMLElement) => tag.querySelector('.titulo')?.textContent?.trim()
const recusaDe = (chamada: Promise<unknown>) => chamada.then(Promise.reject.bind(Promise), (erro: ErroDoProtocolo) => erro.codigo)

describe('<protocolo-painel>, for the page', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('shows the view that it is asked for, with an entry of the history', async () => {
    const { tag } = await abrirDentro()
    await tag.abrir('pendencias')
    await waitUntil(() => titulo(tag) === 'Minhas pendências')
    expect(location.hash).to.equal('#painel=pendencias')
  })

  it('shows who is not signed in the way in first, then where they were going', async () => {
    const { tag } = await abrir()
    await tag.abrir('pendencias')
    expect(titulo(tag)).to.equal('Entrar')
    await entrar(tag)
    await waitUntil(() => titulo(tag) === 'Minhas pendências')
  })

  it('refuses a view that it does not have, and stays where it is', async () => {
    const { tag } = await abrirDentro()
    await waitUntil(() => titulo(tag)?.startsWith('Olá'))
    for (const tela of ['"cofre"', '"processo"']) expect(await recusaDe(tag.abrir(JSON.parse(tela)))).to.equal('tela_desconhecida')
    const { message } = await tag.abrir(JSON.parse('"cofre"')).then(Promise.reject.bind(Promise), (erro: ErroDoProtocolo) => erro)
    expect(message).to.contain('inicio, processos, pendencias, liberados, procuracoes, dados, entrar, cadastro, recuperar.')
    expect(titulo(tag)).to.contain('Olá')
  })

  it('signs out, and says so as the button does', async () => {
    const { tag, pedidos } = await abrirDentro()
    await tag.sair()
    await waitUntil(() => titulo(tag) === 'Entrar')
    expect(tag.querySelector('.dito')?.textContent).to.contain('Você saiu')
    expect(pedidos.some(({ metodo }) => metodo === 'DELETE')).to.equal(true)
    await tag.sair()
  })

  it('says the same where another tag of the page is asked to', async () => {
    const { tag, entidade } = await abrirDentro()
    const consulta = Object.assign(document.createElement('protocolo-consulta'), { entidade })
    tag.after(consulta)
    await consulta.sair()
    await waitUntil(() => titulo(tag) === 'Entrar')
    expect(tag.querySelector('.dito')?.textContent).to.contain('Você saiu')
  })

  it('tells of each view by its name alone, and of who signs in and out by nothing of theirs', async () => {
    const ouvidos: [string, unknown][] = []
    for (const nome of ['protocolo-tela', 'protocolo-sessao'])
      addEventListener(nome, (evento) => ouvidos.push([nome, (evento as CustomEvent).detail]))
    const { tag, entidade } = await abrirDentro()
    await waitUntil(() => titulo(tag)?.startsWith('Olá'))
    tag.querySelector<HTMLAnchorElement>('.processos a')?.click()
    await waitUntil(() => ouvidos.length === 4)
    await tag.sair()
    await waitUntil(() => ouvidos.length === 6)
    const entrou = ['protocolo-sessao', { entidade, aberta: true }]
    const saiu = ['protocolo-sessao', { entidade, aberta: false }]
    const tela = (nome: string) => ['protocolo-tela', { entidade, tela: nome }]
    expect(ouvidos).to.deep.equal([tela('entrar'), entrou, tela('inicio'), tela('processo'), saiu, tela('entrar')])
  })
})

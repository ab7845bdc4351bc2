import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi, json } from '../apoio/api.js'
import { limpar, por, violacoes } from '../apoio/pagina.js'
import { abrirDentro, botao } from './apoio.js'

const ontem = new Date(Date.now() - 86_400_000).toISOString()
const poda = {
  id: 'r1',
  tipo: { codigo: 'arvore', nome: 'Poda de árvore' },
  atualizadoEm: ontem,
  expiraEm: ontem,
  lugar: { numero: 2, total: 5 },
}
const itbi = { id: 'r2', tipo: { codigo: 'itbi', nome: 'Emissão de ITBI' }, atualizadoEm: ontem, expiraEm: ontem }

describe('<protocolo-painel>, requests that were begun', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  const ver = async () => {
    let lista = [poda, itbi]
    const cena = await abrirDentro({
      'GET /meus/rascunhos': () => json({ rascunhos: lista }),
      'DELETE /meus/rascunhos/r1': () => {
        lista = [itbi]
        return new Response(null, { status: 204 })
      },
    })
    await waitUntil(() => cena.tag.textContent?.includes('Concluir pedido'))
    return cena
  }

  it('are listed with when and where they stopped', async () => {
    const { tag } = await ver()
    const [primeiro, segundo] = [...tag.querySelectorAll('.arquivo')].map(({ textContent }) => textContent?.replace(/\s+/g, ' '))
    expect(primeiro).to.match(/Poda de árvore guardado ontem, \d+h\d\d, passo 2 de 5/)
    expect(segundo).to.not.include('passo')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('go on in the tag of the same page, else on the page that the API serves', async () => {
    const { tag, entidade } = await ver()
    const ligacao = () => tag.querySelector<HTMLAnchorElement>('.arquivo a')?.getAttribute('href')
    expect(ligacao()).to.equal(`${location.origin}/${entidade}#rascunho=r1`)
    por(`<protocolo-novo entidade="outra"></protocolo-novo><protocolo-novo entidade="${entidade}"></protocolo-novo>`)
    for (const novo of document.querySelectorAll('protocolo-novo')) Object.assign(novo, { entidade: novo.getAttribute('entidade') })
    tag.requestUpdate()
    await waitUntil(() => ligacao() === '#rascunho=r1')
  })

  it('are erased once that is confirmed', async () => {
    const { tag, pedidos } = await ver()
    botao(tag, 'Apagar').click()
    await waitUntil(() => document.activeElement?.textContent?.trim() === 'Sim, apagar')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Não').click()
    await waitUntil(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Apagar: Poda de árvore'))
    expect(pedidos.some(({ metodo }) => metodo === 'DELETE')).to.equal(false)
    botao(tag, 'Apagar').click()
    await waitUntil(() => tag.textContent?.includes('Sim, apagar'))
    botao(tag, 'Sim, apagar').click()
    await waitUntil(() => tag.querySelectorAll('.arquivo').length === 1)
    expect(tag.textContent).to.include('Emissão de ITBI')
    await waitUntil(() => tag.querySelector('[role=status]')?.textContent === 'Rascunho apagado.')
  })
})

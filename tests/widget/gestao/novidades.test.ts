import { expect, waitUntil } from '@open-wc/testing'
import type { PaginaDaFila } from '../../../server/contract/gestao.js'
import { devolverApi, json } from '../apoio/api.js'
import { limpar, violacoes } from '../apoio/pagina.js'
import { Serie } from '../apoio/serie.js'
import { abrirFila, botao, item, itens, linha, marcar, pagina, texto } from './apoio.js'

const [primeiro = item, ...outros] = itens

async function abrirAoVivo(primeira = pagina) {
  const serie = new Serie()
  const agora = { pagina: primeira }
  const cena = await abrirFila({ 'GET /gestao/eventos': serie.rota(), 'GET /gestao/fila': () => json(agora.pagina) })
  await waitUntil(() => serie.aberta)
  const chegar = (fresca: PaginaDaFila, id: string, numero = 8) => {
    agora.pagina = fresca
    serie.dizer('mudou', numero, { protocolo: id, situacao: 'pendente', versao: 4 })
  }
  const mudar = (protocolos: PaginaDaFila['protocolos'], id: string) => chegar({ protocolos, proximo: null }, id)
  return { ...cena, chegar, mudar }
}

describe('what happens to a queue while it is on screen', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('shows in the row that changed, where it stands, and leaves the focus and the ticks alone', async () => {
    const { tag, mudar } = await abrirAoVivo()
    const ligacao = linha(tag, 'p1')?.querySelector('a')
    ligacao?.focus()
    marcar(tag, 'p2')
    mudar([...outros, { ...primeiro, situacao: 'pendente' }], 'p1')
    await waitUntil(() => texto(linha(tag, 'p1')).includes('Pendente'), undefined, { timeout: 4000 })
    expect([...tag.querySelectorAll<HTMLElement>('.linha-da-fila')].map(({ dataset }) => dataset.id)).to.deep.equal([
      'p1',
      'p2',
      'p3',
      'p4',
    ])
    expect(document.activeElement).to.equal(ligacao)
    expect(texto(tag)).to.include('Na seleção: 1')
    await waitUntil(() => texto(tag.querySelector('[role=status]')) === `${primeiro.numero}: Pendente.`)
  })

  it('is told of what came, which waits until it is asked for', async () => {
    const { tag, mudar } = await abrirAoVivo()
    mudar([{ ...item, id: 'n1', numero: 'PMVS 2026/500901' }, { ...item, id: 'n2', numero: 'PMVS 2026/500902' }, ...itens], 'n1')
    await waitUntil(() => texto(tag.querySelector('.novidades')).startsWith('Na fila: 2 a mais.'), undefined, { timeout: 4000 })
    expect(linha(tag, 'n1')).to.equal(null)
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Mostrar').click()
    await waitUntil(() => linha(tag, 'n1'))
    expect(texto(tag.querySelector('.novidades'))).to.equal('')
  })

  it('takes for news only what came among the rows on screen, not those of the next page', async () => {
    const { tag, chegar } = await abrirAoVivo({ ...pagina, proximo: 'depois' })
    const novo = { ...item, id: 'n1', numero: 'PMVS 2026/500901' }
    const seguintes = ['s1', 's2'].map((id) => ({ ...item, id, numero: `PMVS 2026/${id}` }))
    chegar({ protocolos: [{ ...primeiro, situacao: 'pendente' }, ...outros, ...seguintes], proximo: 'mais' }, 'p1')
    await waitUntil(() => texto(linha(tag, 'p1')).includes('Pendente'), undefined, { timeout: 4000 })
    expect(texto(tag.querySelector('.novidades'))).to.equal('')
    chegar({ protocolos: [novo, ...itens, ...seguintes], proximo: 'mais' }, 'n1', 9)
    await waitUntil(() => texto(tag.querySelector('.novidades')).startsWith('Na fila: 1 a mais.'), undefined, { timeout: 4000 })
  })

  it('says which row has left, without taking it from under the hand, and it can be ticked no more', async () => {
    const { tag, mudar } = await abrirAoVivo()
    marcar(tag, 'p1')
    mudar(outros, 'p1')
    await waitUntil(() => texto(linha(tag, 'p1')).includes('Saiu desta fila'), undefined, { timeout: 4000 })
    expect(linha(tag, 'p1')?.querySelector('input')).to.equal(null)
    expect(tag.querySelector('.barra-do-lote')).to.equal(null)
    expect(await violacoes(tag)).to.deep.equal([])
  })
})

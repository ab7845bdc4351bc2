import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi, json, novaEntidade } from '../apoio/api.js'
import { escrever, limpar, violacoes } from '../apoio/pagina.js'
import { Serie } from '../apoio/serie.js'
import { abrirDentro, linha, pagina, protocolo, resumo } from './apoio.js'

const contador = (tag: HTMLElement, nome: string) =>
  [...tag.querySelectorAll('.contador')].find(({ textContent }) => textContent?.includes(nome))?.querySelector('b')?.textContent
const dito = (tag: HTMLElement) => tag.querySelector('[role=status]')?.textContent ?? ''

let devolverRelogios: (() => void) | undefined

/** Clocks that are set for this time ring only when the test has them ring. */
function segurarRelogios(ms: number) {
  const { setTimeout } = window
  const presos: (() => void)[] = []
  window.setTimeout = ((tocar: () => void, espera = 0) =>
    espera === ms ? presos.push(tocar) : setTimeout(tocar, espera)) as typeof window.setTimeout
  devolverRelogios = () => {
    window.setTimeout = setTimeout
  }
  return {
    /** @returns whether one was set */
    tocar(): boolean {
      const preso = presos.shift()
      preso?.()
      return preso !== undefined
    },
  }
}

describe('<protocolo-painel>, live', () => {
  afterEach(() => {
    devolverRelogios?.()
    limpar()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('shows a change where it stands, tells it once, and moves neither focus nor what is being typed', async () => {
    const serie = new Serie()
    let agora = { resumo, pagina }
    const { tag } = await abrirDentro({
      'GET /meus/eventos': serie.rota(),
      'GET /meus/resumo': () => json(agora.resumo),
      'GET /meus/protocolos': () => json(agora.pagina),
    })
    await waitUntil(() => serie.aberta && tag.querySelector('.processos a'))
    escrever(tag, '[name=protocolo]', '5001')
    const foco = tag.querySelector<HTMLElement>('.processos a')
    foco?.focus()
    agora = {
      resumo: { ...resumo, total: 40, porSituacao: { ...resumo.porSituacao, pendente: 6, encerrado: 7 } },
      pagina: {
        protocolos: [
          { id: 'p2', ...linha, numero: 'PMVS 2026/500115', situacao: 'nao_analisado' },
          { id: 'p1', ...linha, situacao: 'encerrado', resultado: 'deferido' },
        ],
        proximo: null,
      },
    }
    serie.dizer('mudou', 8, { protocolo: 'p1', situacao: 'encerrado', versao: 4 })
    await waitUntil(() => contador(tag, 'Pendentes') === '6')
    expect(contador(tag, 'Concluídos')).to.equal('7')
    await waitUntil(() => tag.querySelectorAll('.processos .processo').length === 2)
    expect(document.activeElement, 'the row that had it').to.equal(foco)
    expect(foco?.textContent).to.equal(linha.numero)
    expect(tag.querySelector<HTMLInputElement>('[name=protocolo]')?.value).to.equal('5001')
    await waitUntil(() => dito(tag) === `O processo ${linha.numero} mudou para Concluído.`, undefined, { timeout: 3000 })
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('tells several changes in one sentence', async () => {
    const serie = new Serie()
    const { tag } = await abrirDentro({ 'GET /meus/eventos': serie.rota() })
    await waitUntil(() => serie.aberta)
    for (const [vez, id] of ['p1', 'p2', 'p3'].entries()) serie.dizer('mudou', 8 + vez, { protocolo: id, situacao: 'pendente', versao: 2 })
    await waitUntil(() => dito(tag) === '3 processos têm novidades.', undefined, { timeout: 3000 })
  })

  it('keeps an open process as it is on the server', async () => {
    const serie = new Serie()
    let agora = protocolo
    const { tag } = await abrirDentro(
      { 'GET /meus/eventos': serie.rota(), 'GET /protocolos/p1': () => json(agora) },
      '#painel=processo&id=p1',
    )
    await waitUntil(() => serie.aberta && tag.textContent?.includes('Pendente'))
    agora = { ...protocolo, situacao: 'encerrado', resultado: 'deferido', encerradoEm: '2026-11-21T12:10:00Z' }
    serie.dizer('mudou', 8, { protocolo: 'p1', situacao: 'encerrado', versao: 4 })
    await waitUntil(() => tag.querySelector('.selo')?.textContent?.includes('Concluído'))
  })

  it('asks for what changed, though it is said before the time to ask has come', async () => {
    const serie = new Serie()
    let agora = protocolo
    const relogios = segurarRelogios(300)
    const { tag, pedidos } = await abrirDentro(
      { 'GET /meus/eventos': serie.rota(), 'GET /protocolos/p1': () => json(agora) },
      '#painel=processo&id=p1',
    )
    await waitUntil(() => tag.textContent?.includes('Pendente'))
    pedidos.length = 0
    await waitUntil(() => relogios.tocar(), 'what may have changed unheard')
    await waitUntil(() => pedidos.some(({ caminho }) => caminho.includes('/protocolos/p1')), 'is asked for')
    agora = { ...protocolo, situacao: 'encerrado', resultado: 'deferido', encerradoEm: '2026-11-21T12:10:00Z' }
    serie.dizer('mudou', 8, { protocolo: 'p1', situacao: 'encerrado', versao: 4 })
    await waitUntil(() => dito(tag) === `O processo ${protocolo.numero} mudou para Concluído.`, undefined, { timeout: 3000 })
    relogios.tocar()
    await waitUntil(() => tag.querySelector('.selo')?.textContent?.includes('Concluído'))
  })

  it('tells what is new to who has just sent a message, and not the message', async () => {
    const serie = new Serie()
    const enviada = { id: 'm9', de: 'cidadao', em: linha.atualizadoEm, unidade: null, texto: 'Já enviei.', anexos: [], lidaEm: null }
    const { tag } = await abrirDentro(
      {
        'GET /meus/eventos': serie.rota(),
        'POST /protocolos/p1/mensagens': () => json(enviada, 201),
        'GET /protocolos/p2': () => json({ ...protocolo, id: 'p2', numero: 'PMVS 2026/2' }),
      },
      '#painel=processo&id=p1&aba=mensagens',
    )
    await waitUntil(() => serie.aberta && tag.querySelector('textarea'))
    escrever(tag, '[name=mensagem]', 'Já enviei.')
    tag.querySelector<HTMLFormElement>('form')?.requestSubmit()
    await waitUntil(() => dito(tag) === 'Mensagem enviada.')
    serie.dizer('mudou', 8, { protocolo: 'p1', situacao: protocolo.situacao, versao: 4 })
    serie.dizer('mudou', 9, { protocolo: 'p2', situacao: 'encerrado', versao: 2 })
    await waitUntil(() => dito(tag) !== 'Mensagem enviada.', undefined, { timeout: 3000 })
    await waitUntil(() => dito(tag) !== '')
    expect(dito(tag)).to.equal('O processo PMVS 2026/2 mudou para Concluído.')
  })

  it('keeps every row of a list that was grown', async () => {
    const serie = new Serie()
    const linhas = Array.from({ length: 30 }, (_, vez) => ({ ...linha, id: `p${vez}`, numero: `PMVS 2026/${vez}` }))
    const { tag, pedidos } = await abrirDentro(
      {
        'GET /meus/eventos': serie.rota(),
        'GET /meus/protocolos': ({ caminho }) => {
          const busca = new URL(caminho, location.href).searchParams
          const de = Number(busca.get('depois') ?? 0)
          const ate = de + Number(busca.get('limite'))
          return json({ protocolos: linhas.slice(de, ate), proximo: ate < linhas.length ? String(ate) : null })
        },
      },
      '#painel=processos',
    )
    const quantas = () => tag.querySelectorAll('.processos .processo').length
    await waitUntil(() => serie.aberta && quantas() === 20)
    ;[...tag.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Mostrar mais'))?.click()
    await waitUntil(() => quantas() === 30)
    pedidos.length = 0
    serie.dizer('mudou', 8, { protocolo: 'p1', situacao: 'pendente', versao: 4 })
    await waitUntil(() => pedidos.some(({ caminho }) => caminho.includes('limite=30')))
    expect(quantas()).to.equal(30)
  })

  it('stops hearing of an entidade that the tag shows no more', async () => {
    const serie = new Serie()
    const { tag } = await abrirDentro({ 'GET /meus/eventos': serie.rota() })
    await waitUntil(() => serie.aberta)
    tag.setAttribute('entidade', novaEntidade())
    await waitUntil(() => !serie.aberta, 'the series goes on')
  })
})

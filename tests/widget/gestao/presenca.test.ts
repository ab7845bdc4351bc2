import { expect, waitUntil } from '@open-wc/testing'
import type { ProtocoloDaGestao } from '../../../server/contract/gestao.js'
import { devolverApi, json, nunca, semConteudo } from '../apoio/api.js'
import { achar, limpar, violacoes } from '../apoio/pagina.js'
import { Serie } from '../apoio/serie.js'
import { abrirFila, botao, comTexto, item, linha, pedidosDe, texto } from './apoio.js'

const protocolo: ProtocoloDaGestao = {
  ...item,
  orgao: { sigla: 'PMVS', nome: 'Prefeitura' },
  resultado: null,
  canal: 'site',
  recebidoEm: null,
  prorrogado: false,
  paradoAte: null,
  encerradoEm: null,
  arquivadoEm: null,
  requerente: null,
  respostas: [],
  anexos: [],
  tramites: [],
  pendencias: [],
  mensagens: [],
  modelos: [],
  acoes: [],
}

const presenca = '/gestao/protocolos/p1/presenca'

/** @param antes what the series tells while the queue is on screen */
async function abrirProcesso(antes = '') {
  const serie = new Serie()
  const cena = await abrirFila({
    'GET /gestao/eventos': serie.rota(),
    'GET /gestao/protocolos/p1': () => json(protocolo),
    [`PUT ${presenca}`]: () => json({ presentes: [{ nome: 'Atendente Exemplo', editando: false }] }),
    [`DELETE ${presenca}`]: () => semConteudo(),
    'GET /vistas': nunca,
  })
  await waitUntil(() => serie.aberta)
  if (antes) {
    serie.pedaco(antes)
    await achar(cena.tag, '.com-alguem')
  }
  linha(cena.tag, 'p1')?.querySelector('a')?.click()
  return { ...cena, serie }
}

describe('who else has a protocolo open', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('is shown from the start, and as they come and go', async () => {
    const { tag, serie } = await abrirProcesso()
    await waitUntil(() => texto(tag.querySelector('.presentes')).includes('Atendente Exemplo'))
    serie.pedaco('event: presenca\ndata: {"protocolo":"p1","presentes":[{"nome":"Gestora Outra","editando":true}]}\n\n')
    await waitUntil(() => texto(tag.querySelector('.presentes')).includes('Gestora Outra'))
    serie.pedaco('event: presenca\ndata: {"protocolo":"p1","presentes":[]}\n\n')
    await waitUntil(() => !tag.querySelector('.presentes'))
  })

  it('comes into a region that was there before, empty', async () => {
    const vistos: string[] = []
    const olheiro = new MutationObserver(() => {
      const regiao = document.querySelector('.quem-mais')
      if (regiao && vistos.length === 0) vistos.push(texto(regiao as HTMLElement))
    })
    olheiro.observe(document.body, { subtree: true, childList: true })
    const { tag } = await abrirProcesso(
      'event: presencas\ndata: {"protocolos":[{"protocolo":"p1","presentes":[{"nome":"Ana","editando":false}]}]}\n\n',
    )
    await waitUntil(() => texto(tag.querySelector('.quem-mais[role=status]')).includes('está com este processo aberto'))
    olheiro.disconnect()
    expect(vistos).to.deep.equal([''])
  })

  it('is shown in the rows of the queue, as they come and go, without being read out', async () => {
    const serie = new Serie()
    const { tag } = await abrirFila({ 'GET /gestao/eventos': serie.rota() })
    await waitUntil(() => serie.aberta)
    const dizer = (especie: string, dados: object) => serie.pedaco(`event: ${especie}\ndata: ${JSON.stringify(dados)}\n\n`)
    const com = (...nomes: string[]) => nomes.map((nome) => ({ nome, editando: false }))
    const dito = (id: string) => texto(linha(tag, id)?.querySelector<HTMLElement>('.com-alguem') ?? null)
    dizer('presencas', { protocolos: [{ protocolo: 'p1', presentes: com('Ana') }] })
    await waitUntil(() => dito('p1') === 'Aberto agora por Ana')
    dizer('presenca', { protocolo: 'p2', presentes: com('Ana', 'Bia') })
    await waitUntil(() => dito('p2') === 'Aberto agora por Ana e Bia')
    dizer('presenca', { protocolo: 'p2', presentes: com('Ana', 'Bia', 'Caio') })
    await waitUntil(() => dito('p2') === 'Aberto agora por Ana e mais 2 pessoas')
    expect(linha(tag, 'p2')?.closest('[role=status], [aria-live]')).to.equal(null)
    expect(await violacoes(tag)).to.deep.equal([])
    dizer('presencas', { protocolos: [] })
    await waitUntil(() => dito('p1') === '' && dito('p2') === '')
  })

  it('is told of the person only while they look', async () => {
    const { tag, pedidos } = await abrirProcesso()
    const ditos = (dito: string) => pedidosDe(pedidos, presenca).filter(({ metodo }) => metodo === dito)
    await waitUntil(() => ditos('PUT').length > 0)
    expect(ditos('PUT')[0]?.corpo).to.deep.equal({ editando: false })
    const antes = ditos('DELETE').length
    await comTexto(tag, 'Voltar para a fila')
    botao(tag, 'Voltar para a fila').click()
    await waitUntil(() => ditos('DELETE').length > antes)
  })
})

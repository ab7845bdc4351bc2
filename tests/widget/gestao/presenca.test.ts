import { expect, waitUntil } from '@open-wc/testing'
import type { ProtocoloDaGestao } from '../../../server/contract/gestao.js'
import { devolverApi, json, nunca, semConteudo } from '../apoio/api.js'
import { limpar } from '../apoio/pagina.js'
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

async function abrirProcesso() {
  const serie = new Serie()
  const cena = await abrirFila({
    'GET /gestao/eventos': serie.rota(),
    'GET /gestao/protocolos/p1': () => json(protocolo),
    [`PUT ${presenca}`]: () => json({ presentes: [{ nome: 'Atendente Exemplo', editando: false }] }),
    [`DELETE ${presenca}`]: () => semConteudo(),
    'GET /vistas': nunca,
  })
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

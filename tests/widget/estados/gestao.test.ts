import { waitUntil } from '@open-wc/testing'
import type { Indicadores } from '../../../server/contract/indicadores.js'
import { json, nunca, problema } from '../apoio/api.js'
import { achar, escrever } from '../apoio/pagina.js'
import { Serie } from '../apoio/serie.js'
import { na, noServico } from '../gestao/administracao-apoio.js'
import {
  abrir,
  abrirFila,
  botao,
  type Cena,
  comTexto,
  entrar,
  item,
  itens,
  linha,
  marcar,
  pagina,
  posto,
  type Rotas,
} from '../gestao/apoio.js'
import { abrirProcesso, comecar, comProcesso, enviar, processo } from '../gestao/processo-apoio.js'
import { itbi } from '../novo/apoio.js'
import { type Estado, examinar } from './exame.js'

const semNada = { abertos: 0, concluidos: 0, noPrazo: null, diasMediana: null, avaliacaoMedia: null }
const numeros: Indicadores = {
  de: '2026-01-01',
  ate: '2026-12-31',
  em: '2026-11-21T12:00:00.000Z',
  total: { abertos: 1240, concluidos: 1102, noPrazo: 91.3, diasMediana: 9, avaliacaoMedia: 4.3 },
  porTipo: [
    { codigo: 'itbi', nome: 'Emissão de ITBI', abertos: 240, concluidos: 202, noPrazo: 88, diasMediana: 12, avaliacaoMedia: 4 },
    { codigo: 'poda', nome: 'Poda de árvore', abertos: 1000, concluidos: 900, noPrazo: 92, diasMediana: 8, avaliacaoMedia: null },
  ],
  porUnidade: [
    { codigo: 'obras', nome: 'Obras e Vias Públicas', abertos: 1240, concluidos: 1102, noPrazo: 91.3, diasMediana: 9, avaliacaoMedia: 4.3 },
  ],
  porMes: Array.from({ length: 12 }, (_, n) => ({
    mes: `2026-${String(n + 1).padStart(2, '0')}`,
    ...semNada,
    abertos: n * 10,
    concluidos: n,
  })),
}

async function fazendo(acao: string, aba = '') {
  const cena = await abrirProcesso({}, aba)
  await comecar(cena.tag, acao)
  enviar(cena.tag)
  await achar(cena.tag, '.ato .erros, .ato [aria-invalid=true], .ato .confirmacao')
  return cena
}

async function noLote(acao?: string) {
  const cena = await abrirFila()
  marcar(cena.tag, 'p1')
  marcar(cena.tag, 'p3', true)
  const barra = await achar(cena.tag, '.barra-do-lote')
  if (!acao) return cena
  botao(barra, acao).click()
  await achar(cena.tag, 'dialog[open]')
  return cena
}

async function comNovidades() {
  const serie = new Serie()
  const agora = { pagina }
  const cena = await abrirFila({ 'GET /gestao/eventos': serie.rota(), 'GET /gestao/fila': () => json(agora.pagina) })
  await waitUntil(() => serie.aberta)
  agora.pagina = { protocolos: [{ ...item, id: 'p9', numero: 'PMVS 2026/500300' }, ...itens], proximo: null }
  serie.dizer('mudou', 8, { protocolo: 'p9', situacao: 'nao_analisado', versao: 1 })
  await waitUntil(() => cena.tag.querySelector('.chegaram'), undefined, { timeout: 4000 })
  return cena
}

async function noBalcao(comErro: boolean) {
  const cena = await abrirProcesso({ 'GET /tipos': () => json({ tipos: [itbi] }), 'GET /tipos/itbi': () => json(itbi) })
  botao(cena.tag, 'Abrir para alguém').click()
  await achar(cena.tag, 'select[name=tipo] option[value=itbi]')
  if (!comErro) return cena
  escrever(cena.tag, 'select[name=tipo]', 'itbi')
  await achar(cena.tag, '[id$="-respostas-inscricao"]')
  cena.tag.querySelector('form')?.requestSubmit()
  await achar(cena.tag, '.erros')
  return cena
}

async function nosIndicadores() {
  const cena = await abrirFila({ 'GET /gestao/indicadores': () => json(numeros) })
  botao(cena.tag, 'Indicadores').click()
  await comTexto(cena.tag, '1.240')
  for (const tabela of cena.tag.querySelectorAll<HTMLDetailsElement>('.em-tabela')) tabela.open = true
  return cena
}

async function comAtalhos() {
  const cena = await abrirFila()
  botao(cena.tag, 'Atalhos do teclado').click()
  await achar(cena.tag, 'dialog[open]')
  return cena
}

async function construindo(abre: string[], pronto: string) {
  const cena = await noServico()
  for (const nome of abre) {
    const alvo = cena.tag.querySelector<HTMLElement>(`[aria-label="${nome}"]`) ?? botao(cena.tag, nome)
    alvo.click()
  }
  await achar(cena.tag, pronto)
  return cena
}

async function conferindo() {
  const cena = await noServico()
  const nome = await achar(cena.tag, '[id$="tipo-nome"]')
  escrever(cena.tag, `#${nome.id}`, 'Poda ou remoção')
  cena.tag.querySelector('form')?.requestSubmit()
  await achar(cena.tag, '.conferencia')
  return cena
}

async function novo(parte: string, qual: string) {
  const cena = await na(parte)
  botao(cena.tag, qual).click()
  await achar(cena.tag, '.ficha, form')
  return cena
}

async function entrando(extras: Rotas, pronto: string): Promise<Cena> {
  const cena = await abrir(extras)
  await entrar(cena.tag).catch(() => undefined)
  await achar(cena.tag, pronto)
  return cena
}

const estados: Estado[] = [
  { nome: 'entrar', abrir: () => abrir() },
  { nome: 'sem lotação', abrir: () => entrando({ 'GET /gestao/posto': () => json({ ...posto, lotacoes: [] }) }, '.titulo') },
  { nome: 'fila', abrir: () => abrirFila() },
  {
    nome: 'fila, com filtros',
    async abrir() {
      const cena = await abrirFila({}, '#gestao=fila&situacao=pendente&tipo=itbi')
      const filtros = await achar<HTMLDetailsElement>(cena.tag, '.filtros details')
      filtros.open = true
      return cena
    },
  },
  { nome: 'fila vazia', abrir: () => entrando({ 'GET /gestao/fila': () => json({ protocolos: [], proximo: null }) }, '.vazio') },
  { nome: 'fila carregando', abrir: () => entrando({ 'GET /gestao/fila': nunca }, '.linhas-por-vir') },
  { nome: 'fila sem servidor', abrir: () => entrando({ 'GET /gestao/fila': () => problema('erro_interno', 500) }, '.aviso-erro') },
  { nome: 'fila, com novidades', abrir: comNovidades },
  { nome: 'vários selecionados', abrir: () => noLote() },
  { nome: 'vários, receber', abrir: () => noLote('Receber') },
  { nome: 'vários, atribuir', abrir: () => noLote('Atribuir a…') },
  { nome: 'atalhos do teclado', abrir: comAtalhos },
  { nome: 'processo, pedido', abrir: () => abrirProcesso() },
  { nome: 'processo, andamento', abrir: () => abrirProcesso({}, 'andamento') },
  { nome: 'processo, pendências', abrir: () => abrirProcesso({}, 'pendencias') },
  { nome: 'processo, mensagens', abrir: () => abrirProcesso({}, 'mensagens') },
  { nome: 'processo, vistas', abrir: () => abrirProcesso({}, 'vistas') },
  ...(['encaminhar', 'despachar', 'exigir', 'parar', 'prorrogar', 'reclassificar', 'mudar_sigilo', 'concluir', 'atribuir'] as const).map(
    (acao) => ({ nome: `ato, ${acao.replace('_', ' ')}`, abrir: () => fazendo(acao) }),
  ),
  { nome: 'ato, conceder vista', abrir: () => fazendo('conceder_vista', 'vistas') },
  { nome: 'ato, escrever', abrir: () => fazendo('escrever', 'mensagens') },
  { nome: 'ato, receber', abrir: () => abrirProcesso(comProcesso({ recebido: false, acoes: ['receber', ...processo.acoes] })) },
  { nome: 'balcão', abrir: () => noBalcao(false) },
  { nome: 'balcão, com erro', abrir: () => noBalcao(true) },
  { nome: 'indicadores', abrir: nosIndicadores },
  ...[
    'Serviços',
    'Pessoas',
    'Entidade',
    'Órgãos',
    'Unidades',
    'Calendário',
    'Modelos de despacho',
    'Chaves de API',
    'Fora do ar',
    'Auditoria',
    'Arquivo',
  ].map((parte) => ({ nome: `administração, ${parte.toLowerCase()}`, abrir: () => na(parte) })),
  { nome: 'administração, novo órgão', abrir: () => novo('Órgãos', 'Novo órgão') },
  { nome: 'construtor', abrir: () => noServico() },
  { nome: 'construtor, pergunta aberta', abrir: () => construindo(['Mudar Há risco de queda?'], '[id$="risco-opcoes"]') },
  {
    nome: 'construtor, documento e modelo abertos',
    abrir: () => construindo(['Mudar Foto da árvore', 'Novo modelo'], '[id$="foto-tamanho"]'),
  },
  { nome: 'construtor, conferência', abrir: conferindo },
  {
    nome: 'fila, foco em uma linha',
    abrir: async () => {
      const cena = await abrirFila()
      linha(cena.tag, 'p2')?.querySelector('a')?.focus()
      return cena
    },
  },
]

describe('states of <protocolo-gestao>', () => {
  examinar(estados, ['widget/elements/gestao/'])
})

import { waitUntil } from '@open-wc/testing'
import type { Posto, ProtocoloDaGestao } from '../../../server/contract/gestao.js'
import { ProtocoloGestao } from '../../../widget/elements/gestao/protocolo-gestao.js'
import { cartao, fingirApi, json, novaEntidade, nunca, type Pedido, semConteudo } from '../apoio/api.js'
import { achar, escrever, por } from '../apoio/pagina.js'

if (!customElements.get('protocolo-gestao')) customElements.define('protocolo-gestao', ProtocoloGestao)

export type Rotas = Parameters<typeof fingirApi>[0]

export interface Cena {
  tag: ProtocoloGestao
  pedidos: Pedido[]
}

const tributos = { codigo: 'tributos', nome: 'Tributos Imobiliários', orgao: 'PMVS' }
const juridico = { codigo: 'juridico', nome: 'Procuradoria', orgao: 'PMVS' }
const agua = { codigo: 'agua', nome: 'Ligações de Água', orgao: 'SAEVS' }
export const unidades = { tributos, juridico, agua }

export const gestora = { id: '019aa5b0-0000-7000-8000-000000000001', nome: 'Gestora Exemplo' }
export const atendente = { id: '019aa5b0-0000-7000-8000-000000000002', nome: 'Bruno Exemplo' }

export const posto: Posto = {
  ...gestora,
  lotacoes: [{ unidade: tributos, papel: 'gestor' }],
  unidades: [tributos, juridico, agua],
  tipos: [
    { codigo: 'itbi', nome: 'Emissão de ITBI' },
    { codigo: 'iptu', nome: 'Isenção de IPTU' },
  ],
}

export const arquivo = { id: '019aa5b0-0000-7000-8000-00000000000a', nome: 'contrato.pdf', tipo: 'application/pdf', tamanho: 1_234_567 }
const sha256 = '0'.repeat(64)

/** In the gestora's unidade, received, with a history that has all there is to tell apart. */
export const processo: ProtocoloDaGestao = {
  id: 'p1',
  numero: 'PMVS 2026/500114',
  tipo: { codigo: 'itbi', nome: 'Emissão de ITBI' },
  orgao: { sigla: 'PMVS', nome: 'Prefeitura Municipal de Vila Serena' },
  interessado: 'Pessoa Exemplo da Silva',
  situacao: 'em_andamento',
  resultado: null,
  sigilo: 'restrito',
  prioridade: 'idoso_60',
  unidade: tributos,
  responsavel: atendente,
  recebido: true,
  prazo: '2026-12-12',
  diasRestantes: 21,
  retornoEm: '2026-12-01T17:00:00Z',
  abertoEm: '2026-11-12T17:32:00Z',
  atualizadoEm: '2026-11-21T12:10:00Z',
  recebidoEm: '2026-11-13T11:00:00Z',
  mensagensNovas: 1,
  versao: 7,
  canal: 'site',
  prorrogado: false,
  paradoAte: null,
  encerradoEm: null,
  arquivadoEm: null,
  requerente: {
    nome: 'Pessoa Exemplo da Silva',
    documento: '11144477735',
    email: 'pessoa@exemplo.br',
    telefone: '+5519995550101',
    matricula: null,
  },
  respostas: [
    { campo: 'inscricao', rotulo: 'Inscrição imobiliária', valor: '01.02.003.0412' },
    { campo: 'valor', rotulo: 'Valor da transação', valor: 'R$ 180.000,00' },
  ],
  anexos: [{ ...arquivo, sha256, documento: 'Contrato de compra e venda' }],
  tramites: [
    {
      id: 't4',
      especie: 'despacho',
      em: '2026-11-20T13:00:00Z',
      autor: 'Bruno Exemplo',
      unidade: 'Procuradoria',
      destino: null,
      texto: 'O contrato tem rasura na página 3. Conferir com o cartório antes de responder.',
      visibilidade: 'privado',
      visibilidadeAnexos: 'privado',
      anexos: [{ ...arquivo, id: 'a4', nome: 'parecer-interno.pdf', sha256 }],
      prazo: null,
      dados: {},
    },
    {
      id: 't3',
      especie: 'encaminhamento',
      em: '2026-11-19T13:00:00Z',
      autor: 'Gestora Exemplo',
      unidade: 'Tributos Imobiliários',
      destino: 'Procuradoria',
      texto: 'Para parecer sobre a transmissão.',
      visibilidade: 'publico',
      visibilidadeAnexos: 'publico',
      anexos: [],
      prazo: '2026-11-24T20:00:00Z',
      dados: {},
    },
    {
      id: 't1',
      especie: 'abertura',
      em: '2026-11-12T17:32:00Z',
      autor: null,
      unidade: null,
      destino: null,
      texto: null,
      visibilidade: 'publico',
      visibilidadeAnexos: 'publico',
      anexos: [],
      prazo: null,
      dados: {},
    },
  ],
  pendencias: [
    {
      id: 'd1',
      especie: 'correcao',
      texto: 'A matrícula enviada é de 2019. Envie uma dos últimos 30 dias.',
      alvo: { anexo: arquivo.id, motivo: 'desatualizado' },
      prazo: '2026-12-04',
      criadaEm: '2026-11-14T12:00:00Z',
      estado: 'respondida',
      vencida: false,
    },
  ],
  mensagens: [
    {
      id: 'm1',
      de: 'cidadao',
      em: '2026-11-19T12:00:00Z',
      unidade: null,
      texto: 'A guia fica pronta antes do dia 15?',
      anexos: [{ ...arquivo, id: 'a9', nome: 'foto.jpg', sha256 }],
      lidaEm: null,
    },
    {
      id: 'm2',
      de: 'orgao',
      em: '2026-11-20T13:30:00Z',
      unidade: 'Tributos Imobiliários',
      texto: 'Fica, com a matrícula atualizada.',
      anexos: [],
      lidaEm: '2026-11-20T14:00:00Z',
    },
  ],
  modelos: [{ codigo: 'deferimento', nome: 'Deferimento simples', texto: 'Analisado o pedido, defiro a emissão da guia.' }],
  acoes: [
    'atribuir',
    'encaminhar',
    'despachar',
    'exigir',
    'parar',
    'prorrogar',
    'reclassificar',
    'mudar_sigilo',
    'concluir',
    'escrever',
    'conceder_vista',
    'comprovante',
  ],
}

const contagens = { unidade: 1, minha: 0, vencidos: 0, semana: 0, prioridade: 1, pendentes: 0, parados: 0, encerrados: 0 }

export const rotas: Rotas = {
  'GET ': () => json(cartao),
  'POST /v1/sessoes': () =>
    json(
      {
        token: crypto.randomUUID(),
        sessao: 's1',
        conta: gestora.id,
        nome: gestora.nome,
        expiraEm: new Date(Date.now() + 3_600_000).toISOString(),
      },
      201,
      { 'DPoP-Nonce': 'n1' },
    ),
  'DELETE /v1/sessoes/s1': () => semConteudo(),
  'GET /gestao/posto': () => json(posto),
  'GET /gestao/fila': () => json({ protocolos: [], proximo: null }),
  'GET /gestao/fila/contagens': () => json(contagens),
  'GET /gestao/eventos': nunca,
  'GET /gestao/protocolos/p1': () => json(processo),
  'GET /gestao/unidades/tributos/pessoas': () =>
    json({
      pessoas: [
        { ...gestora, papel: 'gestor' },
        { ...atendente, papel: 'atendente' },
      ],
    }),
  'GET /gestao/protocolos/p1/vistas': () => json({ vistas: [] }),
  'PUT /gestao/protocolos/p1/presenca': () => json({ presentes: [] }),
  'DELETE /gestao/protocolos/p1/presenca': () => semConteudo(),
}

/** The desk in the page with one processo on screen, by who is signed in. */
export async function abrirProcesso(extras: Rotas = {}, aba = '', entidade = novaEntidade()): Promise<Cena> {
  history.replaceState(null, '', `${location.pathname}${location.search}#gestao=processo&id=p1${aba && `&aba=${aba}`}`)
  const pedidos = fingirApi({ ...rotas, ...extras })
  const tag = por(`<protocolo-gestao entidade="${entidade}"></protocolo-gestao>`).querySelector('protocolo-gestao')
  if (!tag) throw new Error('no tag')
  const formulario = await achar<HTMLFormElement>(tag, 'form')
  escrever(tag, '[name=login]', '111.444.777-35')
  escrever(tag, '[name=senhaAtual]', 'cavalo bateria grampo')
  formulario.requestSubmit()
  await achar(tag, '.processo-da-mesa')
  return { tag, pedidos }
}

/** The same with the processo as somebody else finds it. */
export function comProcesso(mudanca: Partial<ProtocoloDaGestao>, extras: Rotas = {}): Rotas {
  return { 'GET /gestao/protocolos/p1': () => json({ ...processo, ...mudanca }), ...extras }
}

/** A server that takes any act, and what it then answers. */
export function aceita(mudanca: Partial<ProtocoloDaGestao> = {}): Rotas {
  return { 'POST /gestao/protocolos/p1/tramites': () => json({ ...processo, versao: 8, ...mudanca }, 201) }
}

export function botao(tag: HTMLElement, texto: string): HTMLElement {
  const achado = [...tag.querySelectorAll<HTMLElement>('button, a')].find(
    ({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() === texto,
  )
  if (!achado) throw new Error(`no ${texto}`)
  return achado
}

/** Opens the form of an act. */
export async function comecar(tag: HTMLElement, acao: string): Promise<HTMLElement> {
  const aberto = [...tag.querySelectorAll<HTMLElement>(`[data-acao=${acao}]`)]
  const [primeiro] = aberto
  if (!primeiro) throw new Error(`no ${acao}`)
  primeiro.click()
  return achar(tag, '.ato')
}

export function marcar(tag: HTMLElement, campo: string, valor: string): void {
  const radio = tag.querySelector<HTMLInputElement>(`.ato [id$="-ato-${campo.replaceAll('.', '-')}"] input[value="${valor}"]`)
  if (!radio) throw new Error(`no ${campo} ${valor}`)
  radio.click()
}

export function enviar(tag: HTMLElement): void {
  tag.querySelector<HTMLFormElement>('.ato form')?.requestSubmit()
}

/** What was sent as acts, in order. */
export function atos(pedidos: readonly Pedido[]): unknown[] {
  return pedidos.filter(({ metodo, caminho }) => metodo === 'POST' && caminho.endsWith('/tramites')).map(({ corpo }) => corpo)
}

export const texto = (tag: HTMLElement) => tag.textContent?.replace(/\s+/g, ' ') ?? ''
export const comTexto = (tag: HTMLElement, parte: string) => waitUntil(() => texto(tag).includes(parte), `no "${parte}"`)
export const anuncio = (tag: HTMLElement) => tag.querySelector('[role=status]')?.textContent

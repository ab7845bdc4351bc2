import type { ConsultaNivel1, ConsultaNivel2 } from '../../../server/contract/consulta.js'
import type { Cartao } from '../../../server/contract/entidade.js'
import type { Problema } from '../../../server/contract/problema.js'

export interface Pedido {
  metodo: string
  /** After `/v1/entidades/{entidade}`, with the query. */
  caminho: string
  corpo: unknown
  cabecalhos: Headers
  cache: RequestCache | undefined
  sinal: AbortSignal | undefined
}

type Resposta = Response | Promise<Response>
type Rota = (pedido: Pedido) => Resposta

const real = window.fetch
let codigos = 0

/**
 * Answers the API's calls with `rotas`, keyed `GET /consulta`, or `GET /protocolos/*` for any id, and keeps what was asked, save the
 * nonce, which comes before what is signed.
 */
export function fingirApi(rotas: Record<string, Rota>): Pedido[] {
  const pedidos: Pedido[] = []
  window.fetch = async (url, opcoes = {}) => {
    const { pathname, search } = new URL(String(url))
    const caminho = pathname.replace(/^\/v1\/entidades\/[^/]+/, '')
    const metodo = opcoes.method ?? 'GET'
    if (caminho === '/v1/sessoes/nonce' && !rotas['GET /v1/sessoes/nonce']) return semConteudo({ 'DPoP-Nonce': 'n0' })
    const corpo: unknown = typeof opcoes.body === 'string' ? JSON.parse(opcoes.body) : undefined
    const { cache, signal } = opcoes
    const sinal = signal ?? undefined
    const pedido = { metodo, caminho: caminho + search, corpo, cabecalhos: new Headers(opcoes.headers), cache, sinal }
    pedidos.push(pedido)
    const rota = rotas[`${metodo} ${caminho}`] ?? rotas[`${metodo} ${caminho.replace(/[^/]+$/, '*')}`]
    if (!rota) throw new TypeError(`no route for ${metodo} ${caminho}`)
    return Promise.race([rota(pedido), ...(sinal ? [cortada(sinal)] : [])])
  }
  return pedidos
}

/** As the browser ends a call that its signal cuts. */
function cortada(sinal: AbortSignal): Promise<never> {
  return new Promise((_, falhou) => sinal.addEventListener('abort', () => falhou(sinal.reason)))
}

export function devolverApi(): void {
  window.fetch = real
}

/** Each test gets an entidade of its own, for cards are kept by address. */
export function novaEntidade(): string {
  codigos += 1
  return `entidade-${codigos}`
}

export function json(corpo: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(corpo), { status, headers: { 'Content-Type': 'application/json', ...headers } })
}

export function problema(codigo: string, status: number, extra: Partial<Problema> = {}, headers: Record<string, string> = {}): Response {
  const corpo: Problema = {
    type: `https://protocolo.dev/problemas/${codigo}`,
    title: 'Título',
    status,
    detail: 'Detalhe.',
    codigo,
    ...extra,
  }
  return json(corpo, status, { 'Content-Type': 'application/problem+json; charset=utf-8', ...headers })
}

export function semConteudo(headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 204, headers })
}

/** A call that stays on its way. */
export function nunca(): Promise<Response> {
  return new Promise(() => undefined)
}

export const cartao: Cartao = {
  codigo: 'vila-serena',
  nome: 'Prefeitura Municipal de Vila Serena',
  municipio: { nome: 'Vila Serena', uf: 'SP' },
  fuso: 'America/Sao_Paulo',
  contato: { telefone: '(19) 3555-0100', email: 'protocolo@vilaserena.example', whatsapp: '(19) 99555-0100', horario: 'das 8h às 17h' },
  encarregado: { nome: 'Encarregada Exemplo', email: 'dados@vilaserena.example' },
  avisoDePrivacidade: { versao: '1', texto: 'Usamos seus dados para responder ao pedido.' },
  orgaos: [
    { sigla: 'PMVS', nome: 'Prefeitura Municipal de Vila Serena', exemplo: 'PMVS 2026/500100' },
    { sigla: 'SAEVS', nome: 'Serviço Autônomo de Água e Esgoto', exemplo: 'SAEVS 2026/1' },
  ],
  paginas: { consulta: 'https://vilaserena.example/consulta', novo: 'https://vilaserena.example/novo' },
  tema: {},
  anexos: { tamanho: 20_971_520, total: 104_857_600 },
  cadastro: { exige: [] },
  cep: true,
  sms: false,
  rpId: 'vilaserena.example',
}

export const nivel1: ConsultaNivel1 = {
  nivel: 1,
  numero: 'PMVS 2026/500114',
  orgao: { sigla: 'PMVS', nome: 'Prefeitura Municipal de Vila Serena' },
  tipo: 'Emissão de ITBI',
  codigoDoTipo: 'itbi',
  unidade: 'Tributos Imobiliários',
  situacao: 'em_andamento',
  resultado: null,
  abertoEm: '2026-11-12T17:32:00Z',
  atualizadoEm: '2026-11-21T12:10:00Z',
  encerradoEm: null,
  prazo: '2026-12-12',
  diasRestantes: 21,
}

const anexo = { id: 'a1', nome: 'contrato.pdf', tipo: 'application/pdf', tamanho: 1_234_567, sha256: '0'.repeat(64) }

export const nivel2: ConsultaNivel2 = {
  ...nivel1,
  nivel: 2,
  situacao: 'pendente',
  requerente: 'Pessoa Exemplo',
  respostas: [{ rotulo: 'Inscrição imobiliária', valor: '01.02.003.0412' }],
  anexos: [{ ...anexo, documento: 'Contrato de compra e venda' }],
  tramites: [
    {
      id: '3',
      especie: 'exigencia',
      em: '2026-11-21T12:10:00Z',
      unidade: 'Tributos',
      destino: null,
      texto: 'Envie a matrícula.',
      anexos: [],
    },
    {
      id: '2',
      especie: 'despacho',
      em: '2026-11-13T11:05:00Z',
      unidade: 'Tributos',
      destino: null,
      texto: 'Guia.',
      anexos: [{ ...anexo, id: 'a2' }],
    },
    { id: '1', especie: 'abertura', em: '2026-11-12T17:32:00Z', unidade: null, destino: null, texto: null, anexos: [] },
  ],
  pendencias: [
    {
      id: 'd1',
      especie: 'documento',
      texto: 'Envie a matrícula.',
      pedidaEm: '2026-11-21T12:10:00Z',
      prazo: '2026-12-01',
      diasRestantes: 10,
      correcao: null,
    },
  ],
  mensagens: [
    {
      id: 'm1',
      de: 'cidadao',
      em: '2026-11-19T12:00:00Z',
      unidade: null,
      texto: 'A guia fica pronta antes do dia 15?',
      anexos: [],
      lidaEm: '2026-11-20T13:00:00Z',
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
}

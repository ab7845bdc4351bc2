import { waitUntil } from '@open-wc/testing'
import type { ContagensDasFilas, ItemDaFila, PaginaDaFila, Posto } from '../../../server/contract/gestao.js'
import { ProtocoloGestao } from '../../../widget/elements/gestao/protocolo-gestao.js'
import { cartao, fingirApi, json, novaEntidade, nunca, type Pedido } from '../apoio/api.js'
import { achar, escrever, por } from '../apoio/pagina.js'

customElements.define('protocolo-gestao', ProtocoloGestao)

export type Rotas = Parameters<typeof fingirApi>[0]

export interface Cena {
  tag: ProtocoloGestao
  pedidos: Pedido[]
}

const tributos = { codigo: 'tributos', nome: 'Tributos Imobiliários', orgao: 'PMVS' }
const obras = { codigo: 'obras', nome: 'Obras e Vias Públicas', orgao: 'PMVS' }
const redes = { codigo: 'redes', nome: 'Manutenção de Redes', orgao: 'SAEVS' }

export const posto: Posto = {
  id: 'u1',
  nome: 'Gestora Exemplo Moreira',
  lotacoes: [
    { unidade: tributos, papel: 'gestor' },
    { unidade: obras, papel: 'gestor' },
  ],
  unidades: [tributos, obras, redes],
  tipos: [
    { codigo: 'itbi', nome: 'Emissão de ITBI' },
    { codigo: 'poda', nome: 'Poda de árvore' },
  ],
}

export const item: ItemDaFila = {
  id: 'p1',
  numero: 'PMVS 2026/500114',
  tipo: { codigo: 'itbi', nome: 'Emissão de ITBI' },
  interessado: 'Empresa Exemplo Ltda.',
  situacao: 'em_andamento',
  sigilo: 'publico',
  prioridade: null,
  unidade: tributos,
  responsavel: { id: 'u1', nome: posto.nome },
  recebido: true,
  prazo: '2026-12-12',
  diasRestantes: 21,
  retornoEm: null,
  abertoEm: '2026-11-12T17:32:00Z',
  atualizadoEm: '2026-11-21T12:10:00Z',
  mensagensNovas: 0,
  versao: 3,
}

/** One of each sort, long names among them. */
export const itens: ItemDaFila[] = [
  { ...item, prioridade: 'idoso_80', diasRestantes: -1, prazo: '2026-11-20' },
  {
    ...item,
    id: 'p2',
    numero: 'PMVS 2026/500098',
    tipo: { codigo: 'obra', nome: 'Licença para construção de edificação residencial unifamiliar em área de interesse ambiental' },
    interessado: 'Associação dos Moradores do Loteamento Jardim das Acácias e da Região Metropolitana Norte',
    responsavel: { id: 'u2', nome: 'Atendente Exemplo de Souza Albuquerque' },
    unidade: obras,
    mensagensNovas: 2,
    diasRestantes: 2,
    retornoEm: '2026-11-23T17:00:00Z',
  },
  { ...item, id: 'p3', numero: 'PMVS 2026/500120', situacao: 'nao_analisado', recebido: false, responsavel: null },
  { ...item, id: 'p4', numero: 'PMVS 2026/500121', situacao: 'parado', sigilo: 'restrito', interessado: null },
]

export const pagina: PaginaDaFila = { protocolos: itens, proximo: null }

export const contagens: ContagensDasFilas = {
  unidade: 48,
  minha: 12,
  vencidos: 3,
  semana: 9,
  prioridade: 4,
  pendentes: 17,
  parados: 2,
  encerrados: 1000,
}

export const rotas: Rotas = {
  'GET ': () => json(cartao),
  'POST /v1/sessoes': () =>
    json(
      {
        token: crypto.randomUUID(),
        sessao: 's1',
        conta: 'c1',
        nome: posto.nome,
        expiraEm: new Date(Date.now() + 3_600_000).toISOString(),
      },
      201,
      { 'DPoP-Nonce': 'n1' },
    ),
  'DELETE /v1/sessoes/s1': () => new Response(null, { status: 204 }),
  'GET /gestao/posto': () => json(posto),
  'GET /gestao/fila': () => json(pagina),
  'GET /gestao/fila/contagens': () => json(contagens),
  'GET /gestao/unidades/tributos/pessoas': () => json({ pessoas: [{ id: 'u1', nome: posto.nome, papel: 'gestor' }] }),
  'GET /gestao/unidades/obras/pessoas': () => json({ pessoas: [{ id: 'u2', nome: 'Atendente Exemplo de Souza', papel: 'atendente' }] }),
  'GET /gestao/eventos': nunca,
}

/** A desk in the page, of the given width in pixels, once it is drawn. */
export async function abrir(extras: Rotas = {}, hash = '', largura = 1200): Promise<Cena> {
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`)
  const pedidos = fingirApi({ ...rotas, ...extras })
  const caixa = por(`<protocolo-gestao entidade="${novaEntidade()}"></protocolo-gestao>`)
  caixa.style.inlineSize = `${largura}px`
  const tag = caixa.querySelector('protocolo-gestao')
  if (!tag) throw new Error('no tag')
  await achar(tag, '.quadro:not([aria-busy])')
  return { tag, pedidos }
}

export async function entrar(tag: HTMLElement): Promise<void> {
  const formulario = await achar<HTMLFormElement>(tag, 'form')
  escrever(tag, '[name=login]', '200.300.400-94')
  escrever(tag, '[name=senhaAtual]', 'cavalo bateria grampo')
  formulario.requestSubmit()
  await achar(tag, '.topo-da-mesa')
}

/** Signed in, with the list of the queue on screen. */
export async function abrirFila(extras: Rotas = {}, hash = '', largura = 1200): Promise<Cena> {
  const cena = await abrir(extras, hash, largura)
  await entrar(cena.tag)
  await achar(cena.tag, '.linha-da-fila')
  return cena
}

export function botao(onde: ParentNode, texto: string): HTMLElement {
  const achado = [...onde.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) => textContent?.trim() === texto)
  if (!achado) throw new Error(`no ${texto}`)
  return achado
}

export const linha = (tag: HTMLElement, id: string) => tag.querySelector<HTMLElement>(`[data-id=${id}]`)
export const marcar = (tag: HTMLElement, id: string, shiftKey = false) =>
  linha(tag, id)
    ?.querySelector('input')
    ?.dispatchEvent(new MouseEvent('click', { shiftKey, bubbles: true, cancelable: true }))
export const texto = (onde: HTMLElement | null) => onde?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
export const comTexto = (tag: HTMLElement, parte: string) => waitUntil(() => texto(tag).includes(parte), `no "${parte}"`)

/** A key, where the focus is. */
export function tecla(key: string): void {
  const alvo = document.activeElement ?? document.body
  alvo.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }))
}

/** What was asked of a route, in order. */
export const pedidosDe = (pedidos: readonly Pedido[], rota: string) => pedidos.filter(({ caminho }) => caminho.split('?')[0] === rota)
export const filtroPedido = ({ caminho }: Pedido) => Object.fromEntries(new URLSearchParams(caminho.split('?')[1]))

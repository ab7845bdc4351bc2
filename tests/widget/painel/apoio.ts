import { waitUntil } from '@open-wc/testing'
import type { Conta } from '../../../server/contract/contas.js'
import type { PaginaDePendencias, PaginaDosMeus, ProtocoloDaConta, Resumo } from '../../../server/contract/meus.js'
import { ProtocoloPainel } from '../../../widget/elements/painel/protocolo-painel.js'
import { cartao, fingirApi, json, nivel2, novaEntidade, nunca, type Pedido } from '../apoio/api.js'
import { achar, escrever, por } from '../apoio/pagina.js'

customElements.define('protocolo-painel', ProtocoloPainel)

export type Rotas = Parameters<typeof fingirApi>[0]

export interface Cena {
  tag: ProtocoloPainel
  pedidos: Pedido[]
  entidade: string
}

export const resumo: Resumo = {
  total: 39,
  porSituacao: { nao_analisado: 7, em_andamento: 20, pendente: 7, parado: 0, encerrado: 5, cancelado: 0 },
  anteriores: 0,
  pendencias: 7,
  mensagens: 0,
}

const { numero, tipo, orgao, unidade, situacao, resultado, abertoEm, atualizadoEm, prazo, diasRestantes } = nivel2
export const linha = { numero, tipo, orgao, unidade, situacao, resultado, abertoEm, atualizadoEm, prazo, diasRestantes }
export const pagina: PaginaDosMeus = { protocolos: [{ id: 'p1', ...linha }], proximo: null }
export const protocolo: ProtocoloDaConta = { ...nivel2, id: 'p1', acoes: ['comprovante', 'mensagem', 'responder'], vistaAte: null }

export const vistaAte = '2026-12-05T12:00:00Z'
export const liberado: ProtocoloDaConta = { ...protocolo, id: 'p7', requerente: 'Empresa Exemplo Ltda.', acoes: [], vistaAte }
export const pendencias: PaginaDePendencias = {
  pendencias: [
    {
      id: 'd1',
      especie: 'documento',
      protocolo: { id: 'p1', numero, tipo, unidade },
      texto: 'Envie a matrícula.',
      pedidaEm: atualizadoEm,
      prazo: '2026-12-01',
      diasRestantes: 10,
    },
  ],
  proximo: null,
}

export const aberta = (nome = 'Pessoa Exemplo da Silva') => ({
  token: crypto.randomUUID(),
  sessao: 's1',
  conta: 'c1',
  nome,
  expiraEm: new Date(Date.now() + 3_600_000).toISOString(),
})

export const conta: Conta = {
  documento: '11144477735',
  nome: 'Pessoa Exemplo da Silva',
  email: 'pessoa@exemplo.br',
  usuario: null,
  telefoneConfirmado: false,
  temSenha: true,
  temFoto: false,
  avisos: { abertura: true, andamento: true, pendencia: true, mensagem: true, prazo: true, conclusao: true, copia: false },
  pendentes: [],
}

export const rotas: Rotas = {
  'GET ': () => json(cartao),
  'POST /v1/sessoes': () => json(aberta(), 201, { 'DPoP-Nonce': 'n1' }),
  'GET /v1/sessoes': () =>
    json({
      sessoes: [
        { id: 's1', aparelho: 'Chrome no Linux', criadaEm: abertoEm, usadaEm: atualizadoEm, expiraEm: atualizadoEm, esta: true },
        { id: 's2', aparelho: 'Safari no iPhone', criadaEm: abertoEm, usadaEm: atualizadoEm, expiraEm: atualizadoEm, esta: false },
      ],
    }),
  'GET /v1/conta': () => json(conta),
  'GET /v1/conta/passkeys': () => json({ passkeys: [] }),
  'DELETE /v1/sessoes/s1': () => new Response(null, { status: 204 }),
  'DELETE /v1/sessoes/s2': () => new Response(null, { status: 204 }),
  'GET /meus/resumo': () => json(resumo),
  'GET /meus/protocolos': () => json(pagina),
  'GET /protocolos/p1': () => json(protocolo),
  'GET /meus/pendencias': () => json(pendencias),
  'GET /meus/liberados': () => json({ protocolos: [{ id: 'p7', ...linha, vistaAte }], proximo: null }),
  'GET /protocolos/p7': () => json(liberado),
  'GET /tipos': () => json({ tipos: [] }),
  'GET /meus/eventos': nunca,
  'GET /meus/rascunhos': () => json({ rascunhos: [] }),
}

/** A panel in the page, once it is drawn. */
export async function abrir(extras: Rotas = {}, hash = '', entidade = novaEntidade()): Promise<Cena> {
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`)
  const pedidos = fingirApi({ ...rotas, ...extras })
  const tag = por(`<protocolo-painel entidade="${entidade}"></protocolo-painel>`).querySelector('protocolo-painel')
  if (!tag) throw new Error('no tag')
  await achar(tag, '.quadro:not([aria-busy])')
  return { tag, pedidos, entidade }
}

export async function entrar(tag: HTMLElement): Promise<void> {
  const formulario = await achar<HTMLFormElement>(tag, 'form')
  escrever(tag, '[name=login]', '111.444.777-35')
  escrever(tag, '[name=senhaAtual]', 'cavalo bateria grampo')
  formulario.requestSubmit()
  await achar(tag, '.topo-do-painel')
}

/** Signed in, with what the first view asks for on screen. */
export async function abrirDentro(extras: Rotas = {}, hash = ''): Promise<Cena> {
  const cena = await abrir(extras, hash)
  await entrar(cena.tag)
  return cena
}

export function botao(tag: HTMLElement, texto: string): HTMLElement {
  const achado = [...tag.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) => textContent?.trim() === texto)
  if (!achado) throw new Error(`no ${texto}`)
  return achado
}

export const texto = (tag: HTMLElement) => tag.textContent?.replace(/\s+/g, ' ') ?? ''
/** What the tag last had screen readers say. */
export const anuncio = (tag: HTMLElement) => tag.querySelector('[role=status]')?.textContent
export const comTexto = (tag: HTMLElement, parte: string) => waitUntil(() => texto(tag).includes(parte), `no "${parte}"`)

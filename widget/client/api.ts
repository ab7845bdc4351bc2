import type { ChaveDeConsulta, Consulta, ConsultaNivel1, ConsultaNivel2, ProcuraPorNumero } from '../../server/contract/consulta.js'
import type { Cartao, EnderecoDoCep } from '../../server/contract/entidade.js'
import type { Desafio, Problema } from '../../server/contract/problema.js'
import type { Anexo, Comprovante, PedidoDeAbertura } from '../../server/contract/protocolos.js'
import type { TipoCompleto, TipoResumo } from '../../server/contract/tipo.js'
import { idioma } from '../texts/voz.js'

export type {
  Anexo,
  Cartao,
  ChaveDeConsulta,
  Comprovante,
  Consulta,
  ConsultaNivel1,
  ConsultaNivel2,
  Desafio,
  EnderecoDoCep,
  PedidoDeAbertura,
  Problema,
  ProcuraPorNumero,
  TipoCompleto,
  TipoResumo,
}

/** The API understood and said no. `problema` is for people to read. */
export class ProblemaDaApi extends Error {
  constructor(readonly problema: Problema) {
    super(problema.detail)
  }
}

/** The API could not be reached, or answered something that is not its own. */
export class SemConexao extends Error {
  /** Whether it was the device that was cut off, as it failed. */
  readonly semInternet = !navigator.onLine
}

/** The API of one entidade. Every call throws {@link ProblemaDaApi} or {@link SemConexao}; one cut by its signal throws an AbortError. */
export interface Cliente {
  /** Address of the entidade's part of the API; empty when nobody said where that is, or what was said is no address. */
  readonly raiz: string
  /** Kept for the page, unless one fresh from the server is asked for. */
  cartao(fresco?: boolean): Promise<Cartao>
  tipos(): Promise<TipoResumo[]>
  tipo(codigo: string): Promise<TipoCompleto>
  consultar(procura: ProcuraPorNumero): Promise<ConsultaNivel1>
  consultarComCodigo(chave: ChaveDeConsulta): Promise<ConsultaNivel2>
}

/** Seconds that a request may spend waiting where it is told to; past that it is for the person to decide. */
const PACIENCIA = 15
const TENTATIVAS = 4
const PROVAS = 2

const cartoes = new Map<string, Promise<Cartao>>()

/**
 * @param api address under which `v1/` stands, with or without a slash at the end
 * @param entidade its codigo
 */
export function criarCliente(api: string, entidade: string): Cliente {
  const raiz = raizDe(api, entidade)
  const json = async <T>(caminho: string, pedido?: RequestInit): Promise<T> => lerJson<T>(await pedir(raiz + caminho, pedido))
  return {
    raiz,
    cartao(fresco) {
      const guardado = cartoes.get(raiz)
      if (guardado && !fresco) return guardado
      const novo = json<Cartao>('', { cache: fresco ? 'reload' : 'default' })
      cartoes.set(raiz, novo)
      novo.catch(() => cartoes.delete(raiz))
      return novo
    },
    tipos: async () => (await json<{ tipos: TipoResumo[] }>('/tipos')).tipos,
    tipo: (codigo) => json(`/tipos/${encodeURIComponent(codigo)}`),
    consultar: (procura) => json(`/consulta?${new URLSearchParams({ ...procura })}`),
    consultarComCodigo: (chave) => json('/consulta', emJson(chave)),
  }
}

function raizDe(api: string, entidade: string): string {
  try {
    return naApi(api, `v1/entidades/${encodeURIComponent(entidade)}`).href
  } catch {
    return ''
  }
}

export function emJson(corpo: unknown, cabecalhos?: Record<string, string>): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json', ...cabecalhos }, body: JSON.stringify(corpo) }
}

/** An address under that of the API, which may or may not end in a slash. */
export function naApi(api: string, caminho: string): URL {
  return new URL(caminho, api.endsWith('/') ? api : `${api}/`)
}

/** A request that pays for the proof of work it is asked for, and waits where it is told to. Each try goes by `ir`. */
export async function pedir(url: string, { headers, ...pedido }: RequestInit = {}, ir = buscar): Promise<Response> {
  const cabecalhos = new Headers(headers)
  cabecalhos.set('Accept-Language', idioma())
  let provas = 0
  let esperado = 0
  for (let tentativas = 1; ; ) {
    const resposta = await ir(url, { ...pedido, headers: cabecalhos })
    if (resposta.ok) return resposta
    const problema = await lerProblema(resposta)
    if (problema.desafio && provas < PROVAS) {
      provas += 1
      const { resolver } = await import('./prova.js')
      cabecalhos.set('Protocolo-Prova', await resolver(problema.desafio, pedido.signal ?? undefined))
      continue
    }
    const passageiro = resposta.status === 503 || problema.codigo === 'pedido_em_curso'
    const segundos = segundosAte(resposta.headers.get('Retry-After')) ?? tentativas
    esperado += segundos
    if (!passageiro || tentativas === TENTATIVAS || esperado > PACIENCIA) throw new ProblemaDaApi(problema)
    await esperar(segundos)
    tentativas += 1
  }
}

export async function buscar(url: string, pedido: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...pedido, credentials: 'omit', referrerPolicy: 'strict-origin-when-cross-origin' })
  } catch (erro) {
    if (erro instanceof DOMException && erro.name === 'AbortError') throw erro
    throw new SemConexao('fetch', { cause: erro })
  }
}

export async function lerJson<T>(resposta: Response): Promise<T> {
  try {
    return await resposta.json()
  } catch (erro) {
    throw new SemConexao('json', { cause: erro })
  }
}

/** The problem in an answer. One that is not problem+json came from something between us and the API. */
export async function lerProblema(resposta: Response): Promise<Problema> {
  if (!resposta.headers.get('Content-Type')?.includes('json')) throw new SemConexao(String(resposta.status))
  return lerJson<Problema>(resposta)
}

function segundosAte(cabecalho: string | null): number | undefined {
  const segundos = Number.parseFloat(cabecalho ?? '')
  return segundos >= 0 ? segundos : undefined
}

function esperar(segundos: number): Promise<void> {
  return new Promise((pronto) => setTimeout(pronto, segundos * 1000))
}

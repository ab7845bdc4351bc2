import type { SessaoAberta } from '../../server/contract/sessoes.js'
import { buscar, ProblemaDaApi, pedir } from './api.js'
import { apagarGuardada, type Guardada, guardar, lerGuardada } from './sessao-guardada.js'

/** The page did not come by https, and its browser gives it no key to hold (crypto.subtle). */
export class PaginaSemChave extends Error {}

/** Who is signed in. */
export interface Quem {
  /** Id of the session. */
  id: string
  nome: string
  /** ISO 8601, UTC. */
  expiraEm: string
}

/**
 * The session of one entidade on this device: one for every tag of the page, and the same in other tabs.
 * Its key never leaves the browser, and its token serves nobody without the key (RFC 9449).
 */
export interface Sessao {
  readonly quem: Quem | undefined
  /** Once what the device keeps has been read. */
  pronta(): Promise<void>
  /** Calls `aoMudar` whenever somebody signs in or out, here or in another tab. @returns what stops it. */
  ouvir(aoMudar: () => void): () => void
  /**
   * Makes a key and opens a session bound to it, by a route that answers with one.
   * @param caminho after `/v1`
   * @throws PaginaSemChave, ProblemaDaApi, SemConexao
   */
  abrir(caminho: string, corpo: unknown): Promise<void>
  /**
   * A call as who is signed in. When the server says that the session is over, it is over here too.
   * @param caminho after `/v1`
   * @throws ProblemaDaApi, SemConexao
   */
  pedir(metodo: string, caminho: string, corpo?: unknown): Promise<Response>
  /** Forgets the session on this device, then ends it on the server, if that can be reached. */
  sair(): Promise<void>
}

/** Problems after which nothing more can be asked with a session. */
const finais = new Set(['sessao_necessaria', 'sessao_encerrada', 'posse_recusada'])
const sessoes = new Map<string, Sessao>()

/**
 * @param api address under which `v1/` stands, with or without a slash at the end
 * @param entidade its codigo
 */
export function sessaoDe(api: string, entidade: string): Sessao {
  const raiz = new URL('v1', api.endsWith('/') ? api : `${api}/`).href
  const nome = `${raiz} ${entidade}`
  const feita = sessoes.get(nome) ?? criarSessao(raiz, entidade, nome)
  sessoes.set(nome, feita)
  return feita
}

function criarSessao(raiz: string, entidade: string, nome: string): Sessao {
  const avisos = new EventTarget()
  const canal = new BroadcastChannel('protocolo-sessao')
  let atual: Guardada | undefined
  let nonce: string | undefined
  /** The first call brings the nonce; those made meanwhile wait for it, or each would be refused once. */
  let primeira: Promise<unknown> | undefined
  let leitura: Promise<void> | undefined
  /** The device did not keep what is open here. */
  let soNaAba = false

  canal.onmessage = ({ data }) => data === nome && void reler()

  function adotar(guardada: Guardada | undefined): void {
    const mudou = guardada?.token !== atual?.token
    atual = guardada
    if (mudou) avisos.dispatchEvent(new Event('mudou'))
  }

  async function reler(): Promise<void> {
    const guardada = await lerGuardada(nome)
    if (guardada === 'sem-guarda' || (!guardada && soNaAba)) return
    adotar(guardada && Date.parse(guardada.expiraEm) > Date.now() ? guardada : undefined)
  }

  /** What another tab has opened meanwhile stays. */
  async function largar(token: string): Promise<void> {
    const guardada = await lerGuardada(nome)
    const outra = guardada !== 'sem-guarda' && guardada?.token !== token ? guardada : undefined
    if (!outra) await apagarGuardada(nome)
    adotar(outra)
    canal.postMessage(nome)
  }

  /** One try, signed; once more with the server's nonce when it has none of its own. */
  function assinado(par: CryptoKeyPair, token?: string): typeof buscar {
    const ir: typeof buscar = async (url, { headers, ...pedido }) => {
      for (let vez = 1; ; vez += 1) {
        const cabecalhos = new Headers(headers)
        if (token) cabecalhos.set('Authorization', `DPoP ${token}`)
        cabecalhos.set('DPoP', await provar(par, { metodo: pedido.method ?? 'GET', url, nonce, token }))
        const resposta = await buscar(url, { ...pedido, headers: cabecalhos })
        nonce = resposta.headers.get('DPoP-Nonce') ?? nonce
        const outraVez = vez === 1 && resposta.status === 401 && (await codigoDe(resposta)) === 'nonce_necessario'
        if (!outraVez) return resposta
      }
    }
    return async (url, pedido) => {
      if (!nonce && primeira) await primeira
      const ida = ir(url, pedido)
      if (!nonce) primeira ??= ida.catch(() => undefined)
      return ida
    }
  }

  function chamar(par: CryptoKeyPair, token: string | undefined, metodo: string, caminho: string, corpo?: unknown): Promise<Response> {
    const url = new URL(raiz + caminho)
    if (!caminho.startsWith('/entidades/')) url.searchParams.set('entidade', entidade)
    const pedido: RequestInit = {
      method: metodo,
      ...(corpo !== undefined && { body: JSON.stringify(corpo), headers: { 'Content-Type': 'application/json' } }),
      // Leaving the page right after does not keep a session open.
      ...(metodo === 'DELETE' && { keepalive: true }),
    }
    return pedir(url.href, pedido, assinado(par, token))
  }

  return {
    get quem() {
      return atual && { id: atual.id, nome: atual.nome, expiraEm: atual.expiraEm }
    },
    pronta: () => (leitura ??= reler()),
    ouvir(aoMudar) {
      avisos.addEventListener('mudou', aoMudar)
      return () => avisos.removeEventListener('mudou', aoMudar)
    },
    async abrir(caminho, corpo) {
      if (!globalThis.crypto?.subtle) throw new PaginaSemChave()
      const par = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
      const aberta: SessaoAberta = await (await chamar(par, undefined, 'POST', caminho, corpo)).json()
      const guardada: Guardada = { par, token: aberta.token, id: aberta.sessao, nome: aberta.nome, expiraEm: aberta.expiraEm }
      soNaAba = !(await guardar(nome, guardada))
      adotar(guardada)
      canal.postMessage(nome)
    },
    async pedir(metodo, caminho, corpo) {
      const usada = atual
      if (!usada) throw new ProblemaDaApi(semSessao)
      try {
        return await chamar(usada.par, usada.token, metodo, caminho, corpo)
      } catch (erro) {
        if (erro instanceof ProblemaDaApi && finais.has(erro.problema.codigo)) await largar(usada.token)
        throw erro
      }
    },
    async sair() {
      const usada = atual
      if (!usada) return
      await largar(usada.token)
      await chamar(usada.par, usada.token, 'DELETE', `/sessoes/${usada.id}`).catch((erro: unknown) =>
        console.debug('protocolo: the session ends by itself on the server', erro),
      )
    },
  }
}

/** As the server says it when a call comes without a session. */
const semSessao = {
  type: 'about:blank',
  title: 'Entre na sua conta',
  status: 401,
  detail: 'Para continuar, entre na sua conta.',
  codigo: 'sessao_necessaria',
}

interface Provado {
  metodo: string
  url: string
  nonce: string | undefined
  token: string | undefined
}

/** A DPoP proof (RFC 9449 §4.2). The server counts on its nonce, not on this device's clock. */
async function provar({ privateKey, publicKey }: CryptoKeyPair, { metodo, url, nonce, token }: Provado): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey)
  const { origin, pathname } = new URL(url)
  const cabeca = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } }
  const corpo = {
    jti: crypto.randomUUID(),
    htm: metodo,
    htu: origin + pathname,
    iat: Math.floor(Date.now() / 1000),
    ...(nonce && { nonce }),
    ...(token && { ath: base64url(await crypto.subtle.digest('SHA-256', bytesDe(token))) }),
  }
  const assinado = [cabeca, corpo].map((parte) => base64url(bytesDe(JSON.stringify(parte)).buffer)).join('.')
  const assinatura = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytesDe(assinado))
  return `${assinado}.${base64url(assinatura)}`
}

function bytesDe(texto: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(texto)
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

async function codigoDe(resposta: Response): Promise<unknown> {
  const corpo: unknown = await resposta
    .clone()
    .json()
    .catch(() => undefined)
  return typeof corpo === 'object' && corpo !== null && 'codigo' in corpo ? corpo.codigo : undefined
}

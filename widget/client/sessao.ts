import type { SessaoAberta } from '../../server/contract/sessoes.js'
import { buscar, naApi, ProblemaDaApi, pedir } from './api.js'
import { provar } from './dpop.js'
import { apagarGuardada, CANAL, type Guardada, guardar, lerGuardada, nomeDaSessao } from './sessao-guardada.js'

/** Who is signed in. */
export interface Quem {
  /** Id of the session. */
  id: string
  /** Stands for the person on this device and tells nothing of them. */
  conta: string
  nome: string
  /** ISO 8601, UTC. */
  expiraEm: string
  /** The browser keeps nothing: a reload asks to sign in again. */
  soNaAba: boolean
}

/**
 * The session of one entidade on this device: one for every tag of the page, and the same in other tabs.
 * Its key never leaves the browser, and its token serves nobody without the key (RFC 9449).
 */
export interface Sessao {
  readonly quem: Quem | undefined
  /** Once what the device keeps has been read. */
  pronta(): Promise<void>
  /**
   * Calls `aoMudar` whenever somebody signs in or out, and `aoRenomear` when who is signed in goes by another name;
   * here or in another tab.
   * @returns what stops it
   */
  ouvir(aoMudar: () => void, aoRenomear?: () => void): () => void
  /**
   * Makes a key and opens a session bound to it, by a route that answers with one.
   * @param caminho after `/v1`
   * @throws ProblemaDaApi, SemConexao
   */
  abrir(caminho: string, corpo: unknown): Promise<void>
  /**
   * A call as who is signed in. When the server says that the session is over, it is over here too.
   * @param caminho after `/v1`
   * @param corpo a Blob goes as it is, anything else as JSON
   * @throws ProblemaDaApi, SemConexao, and AbortError when `signal` cuts it
   */
  pedir(metodo: string, caminho: string, corpo?: unknown, extra?: Pick<RequestInit, 'headers' | 'signal'>): Promise<Response>
  /** The person is called by another name from now on. */
  renomear(chamado: string): Promise<void>
  /** It is being left here, as who is signed in wants. */
  readonly saindo: boolean
  /** Forgets the session on this device, then ends it on the server, if that can be reached. */
  sair(): Promise<void>
}

/** Milliseconds; the server takes a nonce for two minutes at least. */
const NONCE_FRESCO = 100_000

/** Problems after which nothing more can be asked with a session. */
const finais = new Set(['sessao_necessaria', 'sessao_encerrada', 'posse_recusada'])
const sessoes = new Map<string, Sessao>()

/**
 * @param api address under which `v1/` stands, with or without a slash at the end
 * @param entidade its codigo
 */
export function sessaoDe(api: string, entidade: string): Sessao {
  const raiz = naApi(api, 'v1').href
  const nome = nomeDaSessao(raiz, entidade)
  const feita = sessoes.get(nome) ?? criarSessao(raiz, entidade, nome)
  sessoes.set(nome, feita)
  return feita
}

function criarSessao(raiz: string, entidade: string, nome: string): Sessao {
  const avisos = new EventTarget()
  const canal = new BroadcastChannel(CANAL)
  let atual: Guardada | undefined
  let nonce: { valor: string; em: number } | undefined
  let busca: Promise<void> | undefined
  let leitura: Promise<void> | undefined
  /** The device did not keep what is open here. */
  let soNaAba = false
  let saindo = false

  canal.onmessage = ({ data }) => data === nome && void reler()

  function adotar(guardada: Guardada | undefined): void {
    const antes = atual
    atual = guardada
    if (antes?.token !== guardada?.token) avisos.dispatchEvent(new Event('mudou'))
    else if (antes?.nome !== guardada?.nome) avisos.dispatchEvent(new Event('renomeou'))
  }

  async function reler(): Promise<void> {
    const guardada = await lerGuardada(nome)
    if (guardada === 'sem-guarda' || (!guardada && soNaAba)) return
    // Whether it is still good is for the server to say: this device's clock may be off by a year.
    adotar(guardada)
  }

  /** What another tab has opened meanwhile stays. */
  async function largar(token: string): Promise<void> {
    const guardada = await lerGuardada(nome)
    const outra = guardada !== 'sem-guarda' && guardada?.token !== token ? guardada : undefined
    if (!outra) await apagarGuardada(nome)
    adotar(outra)
    canal.postMessage(nome)
  }

  /** Without a fresh one a call would be refused once, and the browser would note an error. */
  async function terNonce(): Promise<void> {
    if (nonce && Date.now() - nonce.em < NONCE_FRESCO) return
    busca ??= buscarNonce().finally(() => (busca = undefined))
    await busca
  }

  async function buscarNonce(): Promise<void> {
    try {
      notarNonce(await buscar(enderecoDe('/sessoes/nonce').href, {}))
    } catch (erro) {
      console.debug('protocolo: no nonce; the call itself will tell', erro)
    }
  }

  function notarNonce({ headers }: Response): void {
    const valor = headers.get('DPoP-Nonce')
    if (valor) nonce = { valor, em: Date.now() }
  }

  /** One try, signed; once more with the server's nonce when it refuses the one that there is. */
  function assinado(par: CryptoKeyPair, token?: string): typeof buscar {
    return async (url, { headers, ...pedido }) => {
      await terNonce()
      for (let vez = 1; ; vez += 1) {
        const cabecalhos = new Headers(headers)
        if (token) cabecalhos.set('Authorization', `DPoP ${token}`)
        cabecalhos.set('DPoP', await provar(par, { metodo: pedido.method ?? 'GET', url, nonce: nonce?.valor, token }))
        const resposta = await buscar(url, { ...pedido, headers: cabecalhos })
        notarNonce(resposta)
        const outraVez = vez === 1 && resposta.status === 401 && (await codigoDe(resposta)) === 'nonce_necessario'
        if (!outraVez) return resposta
      }
    }
  }

  function enderecoDe(caminho: string): URL {
    const url = new URL(raiz + caminho)
    if (!caminho.startsWith('/entidades/')) url.searchParams.set('entidade', entidade)
    return url
  }

  function chamar(
    { par, token }: { par: CryptoKeyPair; token?: string },
    metodo: string,
    caminho: string,
    corpo?: unknown,
    { headers, signal }: Pick<RequestInit, 'headers' | 'signal'> = {},
  ): Promise<Response> {
    const cabecalhos = new Headers(headers)
    const bytes = corpo instanceof Blob
    if (corpo !== undefined) cabecalhos.set('Content-Type', bytes ? corpo.type : 'application/json')
    const pedido: RequestInit = {
      method: metodo,
      headers: cabecalhos,
      ...(corpo !== undefined && { body: bytes ? corpo : JSON.stringify(corpo) }),
      ...(signal && { signal }),
      // Leaving the page right after does not keep a session open.
      ...(metodo === 'DELETE' && { keepalive: true }),
    }
    return pedir(enderecoDe(caminho).href, pedido, assinado(par, token))
  }

  return {
    get quem() {
      return atual && { id: atual.id, conta: atual.conta, nome: atual.nome, expiraEm: atual.expiraEm, soNaAba }
    },
    get saindo() {
      return saindo
    },
    pronta: () => (leitura ??= reler()),
    ouvir(aoMudar, aoRenomear) {
      const soltar = new AbortController()
      const { signal } = soltar
      avisos.addEventListener('mudou', aoMudar, { signal })
      avisos.addEventListener('renomeou', aoRenomear ?? null, { signal })
      return () => soltar.abort()
    },
    async abrir(caminho, corpo) {
      const par = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
      const aberta: SessaoAberta = await (await chamar({ par }, 'POST', caminho, corpo)).json()
      const guardada: Guardada = {
        par,
        token: aberta.token,
        id: aberta.sessao,
        conta: aberta.conta,
        nome: aberta.nome,
        expiraEm: aberta.expiraEm,
      }
      soNaAba = !(await guardar(nome, guardada))
      adotar(guardada)
      canal.postMessage(nome)
    },
    async pedir(metodo, caminho, corpo, extra) {
      const usada = atual
      if (!usada) throw new ProblemaDaApi(semSessao)
      try {
        return await chamar(usada, metodo, caminho, corpo, extra)
      } catch (erro) {
        if (erro instanceof ProblemaDaApi && finais.has(erro.problema.codigo)) await largar(usada.token)
        throw erro
      }
    },
    async renomear(chamado) {
      if (!atual) return
      const guardada = { ...atual, nome: chamado }
      adotar(guardada)
      if (!soNaAba) await guardar(nome, guardada)
      canal.postMessage(nome)
    },
    async sair() {
      const usada = atual
      if (!usada) return
      saindo = true
      await largar(usada.token).finally(() => (saindo = false))
      await chamar(usada, 'DELETE', `/sessoes/${usada.id}`).catch((erro: unknown) =>
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

async function codigoDe(resposta: Response): Promise<unknown> {
  const corpo: unknown = await resposta
    .clone()
    .json()
    .catch(() => undefined)
  return typeof corpo === 'object' && corpo !== null && 'codigo' in corpo ? corpo.codigo : undefined
}

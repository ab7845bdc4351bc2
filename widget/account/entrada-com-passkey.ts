import './comum-conta.js'
import { temAutofill, type UsoPedido, usarPasskey } from '../client/cerimonias.js'
import { PasskeyNaoUsada } from '../client/passkey-nao-usada.js'
import type { Conta } from './conta.js'
import { Recado } from './ficha.js'
import { recadoDaPasskey } from './recado-da-passkey.js'

/** What else is done with passkeys comes in the same file. */
export { criarPasskey, usarPasskey } from '../client/cerimonias.js'

/** Milliseconds; a little less than the server takes a challenge for. */
const VALIDADE = 4.5 * 60_000
/** Refusals after which the login field suggests no more passkeys. */
const RECUSAS = 5

interface Desafio {
  pedido: UsoPedido
  /** Milliseconds since 1970. */
  ate: number
}

/** Signing in with a passkey: by the button, and among what the browser suggests in the login field. */
export class EntradaComPasskey {
  /** A challenge that nothing has signed yet. */
  #desafio: Desafio | undefined
  /** Stops what goes on, a suggestion or the button's. */
  #parada: AbortController | undefined
  /** The browser asks for one passkey at a time. */
  #fila = Promise.resolve()

  constructor(readonly conta: Conta) {}

  /** Has the browser suggest passkeys in the login field, until one is used or it is stopped. */
  esperar(): void {
    if (this.#parada) return
    const parada = this.#comecar()
    this.#fila = this.#fila.then(() => this.#sugerir(parada.signal)).finally(() => this.#terminar(parada))
  }

  parar(): void {
    this.#parada?.abort()
    this.#parada = undefined
  }

  /** The button. What it asks takes the place of what is suggested. @throws Recado, and what a call throws */
  async entrar(): Promise<void> {
    this.parar()
    const parada = this.#comecar()
    try {
      await this.#fila
      const { pedido } = await this.#tomarDesafio()
      await ouRecado(async () => this.#abrir(pedido, await usarPasskey(pedido, { signal: parada.signal })))
    } finally {
      this.#terminar(parada)
    }
  }

  #comecar(): AbortController {
    this.#parada = new AbortController()
    return this.#parada
  }

  #terminar(parada: AbortController): void {
    if (this.#parada === parada) this.#parada = undefined
  }

  async #sugerir(parada: AbortSignal): Promise<void> {
    let recusas = (await temAutofill()) ? 0 : RECUSAS
    while (!parada.aborted && recusas < RECUSAS) {
      await aVista()
      const fim = await this.#sugerirUmaVez(parada)
      if (fim === 'fim') return
      if (fim === 'recusa') recusas += 1
    }
  }

  /** For as long as one challenge is good. */
  async #sugerirUmaVez(parada: AbortSignal): Promise<'fim' | 'recusa' | 'venceu'> {
    const { conta } = this
    const prazo = new AbortController()
    const vencer = () => prazo.abort()
    let relogio: ReturnType<typeof setTimeout> | undefined
    try {
      const { pedido, ate } = await this.#tomarDesafio()
      if (parada.aborted) return 'fim'
      parada.addEventListener('abort', vencer)
      relogio = setTimeout(vencer, ate - Date.now())
      const resposta = await usarPasskey(pedido, { autofill: true, signal: prazo.signal })
      if (!(await conta.tentar('passkey', () => ouRecado(() => this.#abrir(pedido, resposta))))) return 'recusa'
      await conta.casa.entrou()
      return 'fim'
    } catch (erro) {
      if (erro instanceof PasskeyNaoUsada && erro.motivo === 'desistiu') return 'recusa'
      // Stopped neither by this tag nor by the clock, it gave way to another tag, or to a passkey that the page itself asks for.
      return prazo.signal.aborted && !parada.aborted ? 'venceu' : 'fim'
    } finally {
      clearTimeout(relogio)
      parada.removeEventListener('abort', vencer)
    }
  }

  async #tomarDesafio(): Promise<Desafio> {
    if (!this.#desafio || this.#desafio.ate <= Date.now()) {
      const ate = Date.now() + VALIDADE
      const pedido: UsoPedido = await (await this.conta.enviar('POST', '/sessoes/passkey/opcoes', {})).json()
      this.#desafio = { pedido, ate }
    }
    return this.#desafio
  }

  async #abrir({ desafio }: UsoPedido, resposta: Awaited<ReturnType<typeof usarPasskey>>): Promise<void> {
    this.#desafio = undefined
    const { lembrar } = this.conta.estado
    await this.conta.casa.sessao.abrir('/sessoes/passkey', { desafio, resposta, lembrar })
  }
}

/** What came of it is said calmly, unless something failed. */
async function ouRecado(fazer: () => Promise<void>): Promise<void> {
  try {
    await fazer()
  } catch (erro) {
    const recado = recadoDaPasskey(erro)
    throw recado === undefined ? erro : new Recado(recado)
  }
}

/** A page that nobody looks at asks for no challenge. */
async function aVista(): Promise<void> {
  while (document.visibilityState === 'hidden') {
    await new Promise((pronto) => document.addEventListener('visibilitychange', pronto, { once: true }))
  }
}

import type { ReactiveController } from 'lit'
import { passkeyServeAqui } from '../client/passkey-aqui.js'
import type { Conta } from './conta.js'
import type { EntradaComPasskey } from './entrada-com-passkey.js'

/** Passkeys beside the form to sign in. Their code comes once the form has been painted, and asks nothing more when the form goes. */
export class PasskeyNaEntrada implements ReactiveController {
  #entrada: EntradaComPasskey | undefined
  #naTela = false

  constructor(readonly conta: Conta) {
    conta.casa.host.addController(this)
  }

  get serve(): boolean {
    const { cartao } = this.conta.casa.host
    return cartao !== undefined && passkeyServeAqui(cartao.rpId)
  }

  hostUpdated(): void {
    const naTela = this.serve && this.conta.casa.host.recipiente.querySelector('[name=login]') !== null
    if (naTela === this.#naTela) return
    this.#naTela = naTela
    if (naTela) requestAnimationFrame(() => void this.#oferecer())
    else this.#entrada?.parar()
  }

  hostDisconnected(): void {
    this.#naTela = false
    this.#entrada?.parar()
  }

  /** The button. */
  async entrar(): Promise<void> {
    const { conta } = this
    if (await conta.tentar('passkey', async () => (await this.#trazer()).entrar())) await conta.casa.entrou()
    if (this.#naTela) this.#entrada?.esperar()
  }

  async #oferecer(): Promise<void> {
    try {
      const entrada = await this.#trazer()
      if (this.#naTela) entrada.esperar()
    } catch (erro) {
      console.debug('protocolo: passkeys did not load', erro)
    }
  }

  async #trazer(): Promise<EntradaComPasskey> {
    const { EntradaComPasskey } = await import('./entrada-com-passkey.js')
    this.#entrada ??= new EntradaComPasskey(this.conta)
    return this.#entrada
  }
}

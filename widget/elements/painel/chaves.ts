import { type PasskeyListada, passkeysDe } from '../../account/passkeys.js'
import { ProblemaDaApi } from '../../client/api.js'
import { passkeyServeAqui } from '../../client/passkey-aqui.js'
import { passkeyNova as textos } from '../../texts/passkey-nova.pt-BR.js'
import type { Dentro } from './dentro.js'

/** The passkeys of the conta, and the making of one. */
export class Chaves {
  constructor(readonly dentro: Dentro) {}

  get servem(): boolean {
    const { cartao } = this.dentro.painel.host
    return cartao !== undefined && passkeyServeAqui(cartao.rpId)
  }

  get api() {
    return passkeysDe(this.dentro.painel.sessao)
  }

  carregar(): Promise<void> {
    return this.dentro.carregar('passkeys', '', () => this.api.listar())
  }

  /**
   * Makes a passkey, once the person has shown who they are.
   * @param agora they have only just signed in, and have none yet: that will do.
   * @returns undefined when they gave up.
   */
  async criar(agora: boolean): Promise<PasskeyListada | undefined> {
    try {
      if (agora) return await this.api.criar()
    } catch (erro) {
      if (!(erro instanceof ProblemaDaApi) || erro.problema.codigo !== 'confirmacao_necessaria') throw erro
    }
    const confirmacao = await this.dentro.reautenticacao.pedir('credenciais', textos.paraCriar)
    return confirmacao === undefined ? undefined : this.api.criar(confirmacao)
  }
}

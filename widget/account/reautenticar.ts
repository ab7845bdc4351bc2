import { nothing, type TemplateResult } from 'lit'
import type { Operacao } from '../../server/contract/sessoes.js'
import type { ProtocoloElement } from '../base/element.js'
import type { Sessao } from '../client/sessao.js'
import type { DialogoDaReautenticacao } from './dialogo-da-reautenticacao.js'

/** Has who is signed in show again who they are. The dialog loads when it is first asked for. */
export class Reautenticacao {
  #pedindo = false
  #dialogo: DialogoDaReautenticacao | undefined

  constructor(
    readonly host: ProtocoloElement,
    readonly sessao: Sessao,
  ) {}

  /**
   * Asks by a passkey, where there is one, or the password. One question at a time: another is given up at once.
   * @param para what it is for, where that can be told better than by the operation alone.
   * @returns what the header `Protocolo-Confirmacao` of one such operation carries; undefined when the person gave up.
   * @throws when the dialog did not load.
   */
  async pedir(operacao: Operacao, para?: string): Promise<string | undefined> {
    if (this.#pedindo) return undefined
    this.#pedindo = true
    try {
      const { DialogoDaReautenticacao } = await import('./dialogo-da-reautenticacao.js')
      this.#dialogo = new DialogoDaReautenticacao(this.host, this.sessao, operacao, para)
      return await this.#dialogo.perguntar()
    } finally {
      this.#pedindo = false
      this.#dialogo = undefined
      this.host.requestUpdate()
    }
  }

  /** Stands anywhere in the tag; nothing until it is asked for. */
  renderizar(): TemplateResult | typeof nothing {
    return this.#dialogo?.renderizar() ?? nothing
  }
}

import { nothing, type TemplateResult } from 'lit'
import { ProtocoloElement } from '../../base/element.js'
import type { TelaDoPainel } from '../../base/eventos.js'
import type { Painel } from './painel.js'

/**
 * What a person has with the entidade, once signed in; until then, the way to sign in or sign up.
 *
 * The session is one for every tag of the page and for other tabs. Where the panel is stands in the page's hash
 * (`#painel=…`), so that Back and links work. The links of e-mails lead to the page with `#confirmar=` and `#senha=`.
 *
 * @summary A person's conta and protocolos.
 * @tag protocolo-painel
 * @fires {CustomEvent<{entidade: string, tela: 'inicio' | 'processos' | 'processo' | 'pendencias' | 'responder' | 'liberados' | 'procuracoes' | 'dados' | 'entrar' | 'cadastro' | 'confirmar' | 'recuperar' | 'link' | 'senha-nova'}>} protocolo-tela - Another view is on screen, or the same of another protocolo: `processo` is one opened.
 * @fires {CustomEvent<{entidade: string, ato: 'resposta' | 'mensagem' | 'avaliar' | 'recorrer' | 'desistir', quantos: number}>} protocolo-ato - Who is signed in answered, wrote, evaluated, appealed or gave up, and it was received.
 */
export class ProtocoloPainel extends ProtocoloElement {
  #painel: Painel | undefined

  /**
   * Shows a view; to who is not signed in, first the way in.
   * @throws {ErroDoProtocolo} `tela_desconhecida`, `sem_conexao` …
   */
  abrir(tela: TelaDoPainel = 'inicio'): Promise<void> {
    return this.aPedido(() => this.#painel?.abrir(tela))
  }

  /** Signs out, in every tag of the page and in other tabs. Nothing happens when nobody is signed in. */
  override sair(): Promise<void> {
    return this.aPedido(() => this.#painel?.sair())
  }

  protected override async carregar(): Promise<void> {
    const { Painel } = await import('./painel.js')
    this.#painel ??= new Painel(this)
    await this.#painel.comecar()
  }

  protected override renderizar(): TemplateResult | typeof nothing {
    return this.#painel?.renderizar() ?? nothing
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'protocolo-painel': ProtocoloPainel
  }
}

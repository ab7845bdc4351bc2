import { html, nothing, type TemplateResult } from 'lit'
import { ProtocoloElement } from '../../base/element.js'
import type { Gestao } from './gestao.js'

/**
 * The desk of the people who answer: queues of protocolos, each one whole, and what may be done with it. Until somebody is signed in, the way in.
 *
 * The session is one for every tag of the page and for other tabs. Where the desk is stands in the page's hash (`#gestao=…`), so
 * that Back and links work. Give it the width of the page: from 52em on, queues stand beside the list.
 *
 * @summary The officials' desk.
 * @tag protocolo-gestao
 * @fires {CustomEvent<{aberta: boolean}>} protocolo-sessao - Somebody signed in, or is signed in no more. Carries no personal data.
 * @slot - What people without JavaScript see: how to reach the desk otherwise.
 * @cssprop [--protocolo-cor-acao] - Colour of buttons, links and focus. The entidade's own when absent.
 * @cssprop [--protocolo-cor-texto] - Colour of text.
 * @cssprop [--protocolo-cor-fundo] - Background of the tag and of its inputs.
 * @cssprop [--protocolo-fonte=inherit] - Font family.
 * @cssprop [--protocolo-tamanho=max(16px, 1rem)] - Base size, from which every other follows.
 * @cssprop [--protocolo-raio=.5em] - Radius of inputs, buttons and boxes.
 * @cssprop [--protocolo-recuo=1.5em] - Space between the frame and what it holds.
 * @cssprop [--protocolo-borda=1px solid] - Border of the frame; `0` for none.
 */
export class ProtocoloGestao extends ProtocoloElement {
  #gestao: Gestao | undefined

  protected override get diz(): 'gestao' {
    return 'gestao'
  }

  protected override async carregar(): Promise<void> {
    const { Gestao } = await import('./gestao.js')
    this.#gestao ??= new Gestao(this)
    await this.#gestao.comecar()
  }

  protected override renderizar(): TemplateResult | typeof nothing {
    return this.#gestao?.renderizar() ?? nothing
  }

  /** @internal Of the height of the form to sign in. */
  override esqueleto(): TemplateResult {
    return html`<div class="esqueleto" aria-hidden="true"><i class="e-titulo"></i><i class="e-campo"></i><i class="e-campo"></i><i class="e-campo"></i></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'protocolo-gestao': ProtocoloGestao
  }
}

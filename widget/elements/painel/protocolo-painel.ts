import { html, nothing, type TemplateResult } from 'lit'
import { ProtocoloElement } from '../../base/element.js'
import type { Painel } from './painel.js'

/**
 * What a person has with the entidade, once signed in; until then, the way to sign in or sign up.
 *
 * The session is one for every tag of the page and for other tabs. Where the panel is stands in the page's hash
 * (`#painel=…`), so that Back and links work. The links of e-mails lead to the page with `#confirmar=` and `#senha=`.
 *
 * @summary A person's conta and protocolos.
 * @tag protocolo-painel
 * @fires {CustomEvent<{aberta: boolean}>} protocolo-sessao - Somebody signed in, or is signed in no more. Carries no personal data.
 * @slot - What people without JavaScript see: a link to the page that the API serves.
 * @cssprop [--protocolo-cor-acao] - Colour of buttons, links and focus. The entidade's own when absent.
 * @cssprop [--protocolo-cor-texto] - Colour of text.
 * @cssprop [--protocolo-cor-fundo] - Background of the tag and of its inputs.
 * @cssprop [--protocolo-fonte=inherit] - Font family.
 * @cssprop [--protocolo-tamanho=max(16px, 1rem)] - Base size, from which every other follows.
 * @cssprop [--protocolo-raio=.5em] - Radius of inputs, buttons and boxes.
 * @cssprop [--protocolo-recuo=1.5em] - Space between the frame and what it holds.
 * @cssprop [--protocolo-borda=1px solid] - Border of the frame; `0` for none.
 */
export class ProtocoloPainel extends ProtocoloElement {
  #painel: Painel | undefined

  protected override async carregar(): Promise<void> {
    const { Painel } = await import('./painel.js')
    this.#painel ??= new Painel(this)
    await this.#painel.comecar()
  }

  /** @internal Of the height of the form to sign in. */
  override esqueleto(): TemplateResult {
    return html`<div class="esqueleto" aria-hidden="true"><i class="e-titulo"></i><i></i><i class="e-campo"></i><i class="e-campo"></i><i class="e-campo"></i><i></i></div>`
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

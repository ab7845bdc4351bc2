import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import { ProtocoloElement } from '../../base/element.js'
import type {} from './eventos.js'
import type { Novo } from './novo.js'

/**
 * Opens a protocolo: what it is about, the form, who asks, documents, review, receipt.
 *
 * What is typed survives a reload in a draft on this device, as far as the person agrees to. The browser's Back and
 * Forward walk the steps; the page's address is never changed.
 *
 * @summary Opens a protocolo.
 * @tag protocolo-novo
 * @fires {CustomEvent<{entidade: string, tipo: string, orgao: string}>} protocolo-iniciado - A person started to fill in a request, or went on with a draft.
 * @fires {CustomEvent<{entidade: string, tipo: string, passo: string, numero: number, total: number}>} protocolo-passo - Another step is on screen.
 * @fires {CustomEvent<{entidade: string, tipo: string, orgao: string}>} protocolo-aberto - A protocolo was opened; its receipt is on screen. Carries no personal data and no number.
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
export class ProtocoloNovo extends ProtocoloElement {
  static override properties: PropertyDeclarations = { tipo: {}, orgao: {} }

  /** Codigo of the tipo to open. Without it, people choose from the entidade's list. */
  declare tipo: string
  /** Sigla of the orgao whose tipos are listed; all when absent. */
  declare orgao: string

  #novo: Novo | undefined

  constructor() {
    super()
    this.tipo = ''
    this.orgao = ''
  }

  protected override async carregar(): Promise<void> {
    const { Novo } = await import('./novo.js')
    this.#novo ??= new Novo(this)
    await this.#novo.carregar()
  }

  protected override willUpdate(mudou: PropertyValues<this>): void {
    super.willUpdate(mudou)
    if (this.hasUpdated && (mudou.has('tipo') || mudou.has('orgao'))) void this.#novo?.carregar()
  }

  /** @internal As high as the window at least, so that the list, which is higher, moves nothing in sight; a tipo's presentation is not. */
  override esqueleto(): TemplateResult {
    return this.tipo ? super.esqueleto() : html`<div class="alto">${super.esqueleto()}${super.esqueleto()}</div>`
  }

  protected override renderizar(): TemplateResult | typeof nothing {
    return this.#novo?.renderizar() ?? nothing
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'protocolo-novo': ProtocoloNovo
  }
}

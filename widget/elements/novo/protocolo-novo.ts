import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import { ProtocoloElement } from '../../base/element.js'
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
 * @fires {CustomEvent<{entidade: string, tipo: string, passo: 'tipo' | 'apresentacao' | 'formulario' | 'requerente' | 'documentos' | 'revisao' | 'comprovante', numero: number, total: number}>} protocolo-passo - Another step is on screen; in the list, `tipo` is empty.
 * @fires {CustomEvent<{entidade: string, tipo: string, passo: 'tipo' | 'apresentacao' | 'formulario' | 'requerente' | 'documentos' | 'revisao' | 'comprovante', erros: number}>} protocolo-recusado - A step was not accepted: so many things in it are to be put right.
 * @fires {CustomEvent<{entidade: string, tipo: string, onde: 'aparelho' | 'conta'}>} protocolo-rascunho - From now on a draft of the request is kept as it is written.
 * @fires {CustomEvent<{entidade: string, tipo: string, orgao: string}>} protocolo-aberto - A protocolo was opened; its receipt is on screen. Carries no personal data and no number.
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

  /**
   * Shows what can be asked for, or the presentation of one tipo. What was being written stays in its draft.
   * @param tipo codigo
   * @throws {ErroDoProtocolo} `tipo_desconhecido`, `tipo_fechado`, `sem_conexao` …; `ocupada` while a request is sent or its receipt is on screen
   */
  abrir(tipo = ''): Promise<void> {
    return this.aPedido(() => this.#novo?.abrir(tipo))
  }

  protected override async carregar(): Promise<void> {
    const { Novo } = await import('./novo.js')
    this.#novo ??= new Novo(this)
    await this.#novo.carregar()
  }

  protected override willUpdate(mudou: PropertyValues<this>): void {
    super.willUpdate(mudou)
    if (this.hasUpdated && (mudou.has('tipo') || mudou.has('orgao'))) void this.#novo?.trocar()
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

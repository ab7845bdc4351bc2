import { html, type TemplateResult } from 'lit'
import type { PaginaDaFila } from '../../../client/gestao.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { titulo } from '../../../parts/titulo.js'
import { gestao as textos } from '../../../texts/gestao.pt-BR.js'
import type { Partes } from '../rota.js'
import type { Lugar, Vista } from '../vista.js'

/** The queues, and the list of one. */
export class Fila implements Vista {
  #pagina: PaginaDaFila | undefined
  #falha: unknown
  #partes: Partes = {}

  constructor(readonly lugar: Lugar) {}

  preparar(partes: Partes): void {
    this.#partes = partes
    void this.#carregar()
  }

  renderizar(): TemplateResult {
    const { host } = this.lugar
    return html`${titulo(host.nivel, textos.titulo)}
      ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.textos, tentar: () => void this.#carregar() }) : ''}
      <ul role="list">${this.#pagina?.protocolos.map(({ id, numero }) => html`<li>${this.lugar.ligacao('processo', { id }, numero)}</li>`)}</ul>`
  }

  mudou(): void {
    void this.#carregar()
  }

  sair(): void {
    this.#falha = undefined
  }

  async #carregar(): Promise<void> {
    try {
      this.#pagina = await this.lugar.api.fila(this.#partes)
      this.#falha = undefined
    } catch (erro) {
      this.#falha = erro
    }
    this.lugar.desenhar()
  }
}

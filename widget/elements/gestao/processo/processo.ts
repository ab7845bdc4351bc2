import '../../../account/comum-conta.js'
import '../../../base/comum-leitura.js'
import { html, type TemplateResult } from 'lit'
import type { Cartao } from '../../../client/api.js'
import type { ProtocoloDaGestao } from '../../../client/gestao.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { titulo } from '../../../parts/titulo.js'
import type { Partes } from '../rota.js'
import type { Lugar, Vista } from '../vista.js'

/** One protocolo, whole, and what may be done with it: `#gestao=processo&id=…`. */
export class Processo implements Vista {
  #valor: ProtocoloDaGestao | undefined
  #falha: unknown
  #id = ''

  constructor(readonly lugar: Lugar) {}

  preparar({ id = '' }: Partes): void {
    if (id !== this.#id) this.#valor = undefined
    this.#id = id
    void this.#carregar()
  }

  renderizar(_partes: Partes, _cartao: Cartao): TemplateResult {
    const { host } = this.lugar
    return html`<p class="nao-imprime">${this.lugar.voltar()}</p>
      ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.textos, tentar: () => void this.#carregar() }) : titulo(host.nivel, this.#valor?.numero ?? '…')}`
  }

  mudou(id?: string): void {
    if (!id || id === this.#id) void this.#carregar()
  }

  sair(): void {
    this.#id = ''
    this.#valor = undefined
  }

  async #carregar(): Promise<void> {
    const id = this.#id
    try {
      const valor = await this.lugar.api.protocolo(id)
      if (id !== this.#id) return
      this.#valor = valor
      this.#falha = undefined
    } catch (erro) {
      if (id !== this.#id) return
      this.#falha = erro
    }
    this.lugar.desenhar()
  }
}

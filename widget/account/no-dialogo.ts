import type { ProtocoloElement } from '../base/element.js'
import type { Palco } from './ficha.js'

interface NoDialogo {
  dialogo(): HTMLElement | null
  /** Of the page behind a dialog nothing is read out. */
  anunciar(texto: string): Promise<void>
}

/** The tag, as far as its dialog reaches: what stands there has ids, a focus and a voice of its own. */
export function noDialogo(tag: ProtocoloElement, { dialogo, anunciar }: NoDialogo): Palco {
  return {
    prefixo: `${tag.prefixo}-porta`,
    comuns: tag.comuns,
    get nivel() {
      return tag.nivel
    },
    get entidade() {
      return tag.entidade
    },
    get cartao() {
      return tag.cartao
    },
    get cliente() {
      return tag.cliente
    },
    get recipiente() {
      return dialogo() ?? tag.recipiente
    },
    get updateComplete() {
      return tag.updateComplete
    },
    addController: (controlador) => tag.addController(controlador),
    removeController: (controlador) => tag.removeController(controlador),
    requestUpdate: () => tag.requestUpdate(),
    usarEstilos: (...folhas) => tag.usarEstilos(...folhas),
    esqueleto: () => tag.esqueleto(),
    anunciar,
    async focar(seletor) {
      await tag.updateComplete
      dialogo()?.querySelector<HTMLElement>(seletor)?.focus()
    },
  }
}

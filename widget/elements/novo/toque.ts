import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Holds back what would move the page under a finger or mouse button that is down, or the press would miss its button. */
export class EsperaDoToque implements ReactiveController {
  #apertado = false
  #adiados: (() => void)[] = []

  constructor(host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pointerdown', this.#apertar, true)
    for (const fim of ['pointerup', 'pointercancel']) addEventListener(fim, this.#soltar, true)
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.#apertar, true)
    for (const fim of ['pointerup', 'pointercancel']) removeEventListener(fim, this.#soltar, true)
  }

  depois(fazer: () => void): void {
    if (this.#apertado) this.#adiados.push(fazer)
    else fazer()
  }

  readonly #apertar = (): void => {
    this.#apertado = true
  }

  /** The click comes after the pointer goes up, so what waits goes a task later. */
  readonly #soltar = (): void => {
    this.#apertado = false
    const adiados = this.#adiados
    this.#adiados = []
    if (adiados.length > 0) setTimeout(() => adiados.forEach((fazer) => void fazer()))
  }
}

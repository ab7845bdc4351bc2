import type { ReactiveController } from 'lit'
import type { ProtocoloConsulta } from './protocolo-consulta.js'

/** The views of the tag. */
export const telas = ['entrada', 'resultado', 'lembrete'] as const
export type Tela = (typeof telas)[number]

/**
 * Lets the browser's Back and Forward walk the views. The address never changes, and each entry keeps the page's own
 * state with one key of ours added, so the page's router sees what it left there.
 */
export class Historico implements ReactiveController {
  readonly #chave: string
  readonly #aoMudar: () => void

  constructor(
    readonly host: ProtocoloConsulta,
    aoMudar: (tela: Tela) => void,
  ) {
    this.#chave = `protocolo-consulta:${host.prefixo}`
    this.#aoMudar = () => {
      const tela = this.#ler()
      if (tela) aoMudar(tela)
    }
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('popstate', this.#aoMudar)
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#aoMudar)
  }

  /** Tells the page which view is on screen. */
  contar(tela: Tela): void {
    this.host.emitir('protocolo-tela', { tela })
  }

  /** Makes an entry for a view, and marks the one that it follows. */
  ir(de: Tela, para: Tela): void {
    if (de === para) return
    if (!this.#ler()) this.#escrever('replaceState', de)
    this.#escrever('pushState', para)
  }

  #ler(): Tela | undefined {
    const valor = estadoDaPagina()?.[this.#chave]
    return telas.find((tela) => tela === valor)
  }

  /** Browsers refuse too many entries in a short time, and sandboxed pages any: then the views change without. */
  #escrever(como: 'pushState' | 'replaceState', tela: Tela): void {
    const estado = estadoDaPagina()
    if (!estado) return
    try {
      history[como]({ ...estado, [this.#chave]: tela }, '')
    } catch (erro) {
      if (!(erro instanceof DOMException)) throw erro
    }
  }
}

/** Undefined when the page keeps something there that cannot take a key of ours. */
function estadoDaPagina(): Record<string, unknown> | undefined {
  const estado: unknown = history.state ?? {}
  return typeof estado === 'object' && !Array.isArray(estado) ? { ...estado } : undefined
}

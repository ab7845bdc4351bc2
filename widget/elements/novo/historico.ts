import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type Passo, passos } from './estado.js'

/** Where a tag was when an entry of the browser's history was made. */
export interface Marca {
  passo: Passo
  tipo: string
  /** Step of the entry before, when that is also ours. */
  antes?: Passo
}

let instancias = 0

/**
 * Lets the browser's Back and Forward walk the steps. Each entry keeps the page's own state and the other tags' and adds
 * one key of ours; the address never changes. An entry without our key is the page's, and is left alone.
 */
export class Historico implements ReactiveController {
  readonly #chave: string
  readonly #aoVoltar: (marca: Marca) => void

  constructor(host: ReactiveControllerHost, chave: string, aoVoltar: (marca: Marca) => void) {
    this.#chave = `protocolo-novo:${chave}`
    this.#aoVoltar = aoVoltar
    host.addController(this)
  }

  hostConnected(): void {
    instancias += 1
    addEventListener('popstate', this.#aoMudar)
  }

  hostDisconnected(): void {
    instancias -= 1
    removeEventListener('popstate', this.#aoMudar)
  }

  /** What the current entry holds of ours. */
  ler(): Marca | undefined {
    return lerMarca(estadoDaPagina()?.[this.#chave])
  }

  /** Makes an entry for a step, and marks the one that it follows. */
  entrar(de: Marca, para: Marca): void {
    if (!this.ler()) this.trocar(de)
    this.#escrever('pushState', { ...para, antes: de.passo })
  }

  trocar(marca: Marca): void {
    this.#escrever('replaceState', marca)
  }

  /** Goes back by the browser itself when the entry before is that step; alone on the page, so as not to undo another tag's. */
  recuar(para: Passo): boolean {
    const recua = instancias === 1 && this.ler()?.antes === para
    if (recua) history.back()
    return recua
  }

  readonly #aoMudar = (): void => {
    const marca = this.ler()
    if (marca) this.#aoVoltar(marca)
  }

  /** Browsers refuse too many entries in a short time, and sandboxed pages any: then the steps work without. */
  #escrever(como: 'pushState' | 'replaceState', marca: Marca): void {
    const estado = estadoDaPagina()
    if (!estado) return
    try {
      history[como]({ ...estado, [this.#chave]: { ...marca } }, '')
    } catch (erro) {
      if (!(erro instanceof DOMException)) throw erro
    }
  }
}

/** Undefined when the page keeps something in it that cannot take a key of ours. */
function estadoDaPagina(): Record<string, unknown> | undefined {
  const estado: unknown = history.state
  if (estado === null || estado === undefined) return {}
  return eObjeto(estado) ? estado : undefined
}

function lerMarca(valor: unknown): Marca | undefined {
  if (!eObjeto(valor) || typeof valor.tipo !== 'string') return undefined
  const passo = passos.find((nome) => nome === valor.passo)
  const antes = passos.find((nome) => nome === valor.antes)
  return passo && { passo, tipo: valor.tipo, ...(antes && { antes }) }
}

function eObjeto(valor: unknown): valor is Record<string, unknown> {
  return typeof valor === 'object' && valor !== null && !Array.isArray(valor)
}

import type { Pedido } from './api.js'

/** A series of server-sent events as the API writes it, open until told otherwise. */
export class Serie {
  readonly pedidos: Pedido[] = []
  #escritor: ReadableStreamDefaultController<Uint8Array> | undefined

  get aberta(): boolean {
    return this.#escritor !== undefined
  }

  /** Route of the API. `comeco` is what it says at once. */
  rota(comeco = 'pronto', id = 7): (pedido: Pedido) => Response {
    return (pedido) => {
      this.pedidos.push(pedido)
      const corpo = new ReadableStream<Uint8Array>({
        start: (escritor) => {
          this.#escritor = escritor
          pedido.sinal?.addEventListener('abort', () => this.cair(escritor))
          if (comeco) this.dizer(comeco, id)
        },
      })
      return new Response(corpo, { headers: { 'Content-Type': 'text/event-stream' } })
    }
  }

  dizer(especie: string, id: number, dados: object = {}): void {
    this.pedaco(`event: ${especie}\ndata: ${JSON.stringify(dados)}\nid: ${id}\n\n`)
  }

  pedaco(texto: string): void {
    this.#escritor?.enqueue(new TextEncoder().encode(texto))
  }

  cair(escritor = this.#escritor): void {
    if (escritor === this.#escritor) this.#escritor = undefined
    escritor?.error(new TypeError('network'))
  }
}

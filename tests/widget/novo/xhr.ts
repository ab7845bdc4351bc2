/** An upload on its way, to be moved by the test. */
export interface Envio {
  url: string
  bytes: File
  abortado: boolean
  progredir(parte: number): void
  responder(corpo: unknown, status?: number): void
  cair(): void
}

const real = window.XMLHttpRequest

/** Catches the uploads in the order they start. */
export function fingirEnvios(): Envio[] {
  const envios: Envio[] = []
  class Falso {
    upload: { onprogress?: (evento: { loaded: number; total: number }) => void } = {}
    status = 0
    responseText = ''
    onload?: () => void
    onerror?: () => void
    onabort?: () => void
    onloadend?: () => void
    #url = ''
    #envio: Envio | undefined

    open(_metodo: string, url: string): void {
      this.#url = url
    }

    setRequestHeader(): void {
      this.status = 0
    }

    getResponseHeader(): string {
      return this.status < 400 ? 'application/json' : 'application/problem+json'
    }

    abort(): void {
      if (this.#envio) this.#envio.abortado = true
      this.onabort?.()
      this.onloadend?.()
    }

    send(bytes: File): void {
      this.#envio = {
        url: this.#url,
        bytes,
        abortado: false,
        progredir: (parte) => this.upload.onprogress?.({ loaded: parte, total: 1 }),
        responder: (corpo, status = 201) => {
          this.status = status
          this.responseText = JSON.stringify(corpo)
          this.onload?.()
          this.onloadend?.()
        },
        cair: () => {
          this.onerror?.()
          this.onloadend?.()
        },
      }
      envios.push(this.#envio)
    }
  }
  Object.defineProperty(window, 'XMLHttpRequest', { value: Falso, configurable: true, writable: true })
  return envios
}

export function devolverEnvios(): void {
  Object.defineProperty(window, 'XMLHttpRequest', { value: real, configurable: true, writable: true })
}

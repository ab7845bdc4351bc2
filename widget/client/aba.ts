import { naAba } from './navegador.js'

/** Begins the name of what people wrote, and have not sent yet, in each of the tab's stores. */
const PREFIXOS = ['protocolo:mensagem:', 'protocolo:resposta:', 'protocolo:fim:', 'protocolo:dados:'] as const

export type Escrito = 'mensagem' | 'resposta' | 'fim' | 'dados'

/** What was being written, over reloads too; undefined when there is nothing. */
export function lerDaAba<T>(oque: Escrito, id: string): T | undefined {
  return naAba((aba) => JSON.parse(aba.getItem(`protocolo:${oque}:${id}`) ?? 'null')) ?? undefined
}

export function guardarNaAba(oque: Escrito, id: string, valor: unknown): void {
  naAba((aba) => aba.setItem(`protocolo:${oque}:${id}`, JSON.stringify(valor)))
}

export function apagarDaAba(oque: Escrito, id: string): void {
  naAba((aba) => aba.removeItem(`protocolo:${oque}:${id}`))
}

/** Who signs out leaves nothing behind that they wrote. */
export function esquecerOEscrito(): void {
  naAba((aba) => {
    for (const nome of Object.keys(aba)) if (PREFIXOS.some((prefixo) => nome.startsWith(prefixo))) aba.removeItem(nome)
  })
}

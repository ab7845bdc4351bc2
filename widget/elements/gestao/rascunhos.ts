import { naAba } from '../../client/navegador.js'
import type { AnexoDoRascunho } from '../../client/rascunho.js'

/** What is written in one form of the desk, until it is sent. */
export interface Rascunho {
  /** What stands in each field, by its name. */
  valores: Readonly<Record<string, string>>
  /** What the server holds of it. */
  anexos: readonly AnexoDoRascunho[]
}

const PREFIXO = 'protocolo-mesa:'
const vazio: Rascunho = { valores: {}, anexos: [] }

/** Kept in the tab, so that neither a reload nor the end of a session loses it. */
export function guardarRascunho(chave: string, rascunho: Rascunho): void {
  naAba((aba) => aba.setItem(PREFIXO + chave, JSON.stringify(rascunho)))
}

export function lerRascunho(chave: string): Rascunho {
  const guardado = naAba((aba) => aba.getItem(PREFIXO + chave))
  return guardado ? JSON.parse(guardado) : vazio
}

export function apagarRascunho(chave: string): void {
  naAba((aba) => aba.removeItem(PREFIXO + chave))
}

/** Who signs out leaves nothing behind that they wrote. */
export function esquecerRascunhos(): void {
  naAba((aba) => {
    for (const nome of Object.keys(aba)) if (nome.startsWith(PREFIXO)) aba.removeItem(nome)
  })
}

import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'

/** Wakes whoever waits for events of a conta, or of a procuracao, on this node. */
interface Escuta {
  /** Calls `acordar` at each change, and whenever changes may have gone unheard. @param dono the conta, or the procuracao. @returns what ends it. */
  ouvir(dono: string, acordar: () => void): Promise<() => void>
}

export const escutaDe = oncePer(criarEscuta)

/** One LISTEN a node, however many pages are open. */
function criarEscuta(platform: Platform): Escuta {
  const esperando = new Map<string, Set<() => void>>()
  let ouvindo: Promise<unknown> | undefined

  function chamar(dono: string) {
    for (const acordar of esperando.get(dono) ?? []) acordar()
  }

  function chamarTodos() {
    for (const dono of esperando.keys()) chamar(dono)
  }

  return {
    async ouvir(dono, acordar) {
      ouvindo ??= platform.db.listen('eventos', chamar, chamarTodos).catch((error: unknown) => {
        ouvindo = undefined
        throw error
      })
      await ouvindo
      const deste = esperando.get(dono) ?? new Set()
      deste.add(acordar)
      esperando.set(dono, deste)
      return () => {
        deste.delete(acordar)
        if (deste.size === 0 && esperando.get(dono) === deste) esperando.delete(dono)
      }
    },
  }
}

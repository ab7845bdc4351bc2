import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'

/** Wakes whoever waits for events of a conta, on this node. */
interface Escuta {
  /** Calls `acordar` at each change, and whenever changes may have gone unheard. @returns what ends it. */
  ouvir(contaId: string, acordar: () => void): Promise<() => void>
}

export const escutaDe = oncePer(criarEscuta)

/** One LISTEN a node, however many pages are open. */
function criarEscuta(platform: Platform): Escuta {
  const esperando = new Map<string, Set<() => void>>()
  let ouvindo: Promise<unknown> | undefined

  function chamar(contaId: string) {
    for (const acordar of esperando.get(contaId) ?? []) acordar()
  }

  function chamarTodos() {
    for (const contaId of esperando.keys()) chamar(contaId)
  }

  return {
    async ouvir(contaId, acordar) {
      ouvindo ??= platform.db.listen('eventos', chamar, chamarTodos).catch((error: unknown) => {
        ouvindo = undefined
        throw error
      })
      await ouvindo
      const daConta = esperando.get(contaId) ?? new Set()
      daConta.add(acordar)
      esperando.set(contaId, daConta)
      return () => {
        daConta.delete(acordar)
        if (daConta.size === 0 && esperando.get(contaId) === daConta) esperando.delete(contaId)
      }
    },
  }
}

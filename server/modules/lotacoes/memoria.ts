import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'
import * as queries from './queries.js'

/** Where contas work, as one process has read it. Who works nowhere is asked for each time. */
interface Memoria {
  buscar(entidadeId: string, contaId: string): Promise<queries.Servidor | undefined>
  /** At once: the notice that something changed takes a moment to come. */
  esquecer(contaId: string): void
}

/** Contas kept; the one longest unread goes first. */
const capacidade = 20_000

export const memoriaDe = oncePer(criarMemoria)

function criarMemoria(platform: Platform): Memoria {
  /** By conta, then by entidade. */
  const lidas = new Map<string, Map<string, queries.Servidor>>()
  /** Grows when something was dropped: what was being read then may be old and is not kept. */
  let geracao = 0
  let ouvindo: Promise<unknown> | undefined

  function esquecer(contaId?: string) {
    geracao++
    if (contaId === undefined) lidas.clear()
    else lidas.delete(contaId)
  }

  /** Nothing is kept before this node hears of changes; a failure is tried again by the next who asks. */
  function ouvir() {
    ouvindo ??= platform.db
      .listen('lotacoes', esquecer, () => esquecer())
      .catch((error: unknown) => {
        ouvindo = undefined
        throw error
      })
    return ouvindo
  }

  function guardar(contaId: string, entidadeId: string, servidor: queries.Servidor) {
    const daConta = lidas.get(contaId) ?? new Map<string, queries.Servidor>()
    lidas.delete(contaId)
    lidas.set(contaId, daConta.set(entidadeId, servidor))
    const maisAntiga = lidas.keys().next().value
    if (lidas.size > capacidade && maisAntiga !== undefined) lidas.delete(maisAntiga)
  }

  return {
    async buscar(entidadeId, contaId) {
      const lida = lidas.get(contaId)?.get(entidadeId)
      if (lida) return lida
      await ouvir()
      const antes = geracao
      const servidor = await queries.daConta(platform.db.sql, entidadeId, contaId)
      if (servidor && geracao === antes) guardar(contaId, entidadeId, servidor)
      return servidor
    },
    esquecer,
  }
}

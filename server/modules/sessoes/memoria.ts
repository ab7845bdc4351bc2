import type { KeyObject } from 'node:crypto'
import { keyOf } from '../../platform/http/dpop.js'
import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'
import * as queries from './queries.js'

/** A session that one process has read, with its key ready to verify by. */
export interface SessaoEmMemoria extends queries.SessaoGuardada {
  verificar: KeyObject
}

interface Memoria {
  /** From memory or else from the database. */
  buscar(tokenHash: Buffer): Promise<SessaoEmMemoria | undefined>
  /** From the database: another node may know better. */
  reler(tokenHash: Buffer): Promise<SessaoEmMemoria | undefined>
  /** Drops the sessions of a conta at once: the notice that they ended takes a moment to come. */
  esquecerDaConta(contaId: string): void
}

/** Sessions kept; the one longest unread goes first. */
const capacidade = 20_000

export const memoriaDe = oncePer(criarMemoria)

function criarMemoria(platform: Platform): Memoria {
  const lidas = new Map<string, SessaoEmMemoria>()
  /** Grows when something was dropped: what was being read then may have ended and is not kept. */
  let geracao = 0
  let ouvindo: Promise<unknown> | undefined

  function esquecer(tokenHash?: string) {
    geracao++
    if (tokenHash === undefined) lidas.clear()
    else lidas.delete(tokenHash)
  }

  /** Nothing is kept before this node hears of sessions that end; a failure is tried again by the next who asks. */
  function ouvir() {
    ouvindo ??= platform.db
      .listen('sessoes', esquecer, () => esquecer())
      .catch((error: unknown) => {
        ouvindo = undefined
        throw error
      })
    return ouvindo
  }

  async function reler(tokenHash: Buffer): Promise<SessaoEmMemoria | undefined> {
    await ouvir()
    const antes = geracao
    const guardada = await queries.porToken(platform.db.sql, tokenHash)
    const verificar = guardada && keyOf(guardada.chave)
    if (!verificar) return undefined
    const sessao = { ...guardada, verificar }
    if (geracao === antes) guardar(tokenHash.toString('hex'), sessao)
    return sessao
  }

  function guardar(chave: string, sessao: SessaoEmMemoria) {
    lidas.delete(chave)
    lidas.set(chave, sessao)
    const maisAntiga = lidas.keys().next().value
    if (lidas.size > capacidade && maisAntiga !== undefined) lidas.delete(maisAntiga)
  }

  return {
    async buscar(tokenHash) {
      const chave = tokenHash.toString('hex')
      const lida = lidas.get(chave)
      if (!lida) return reler(tokenHash)
      guardar(chave, lida)
      return lida
    },
    reler,
    esquecerDaConta(contaId) {
      for (const [chave, sessao] of lidas) if (sessao.contaId === contaId) esquecer(chave)
    },
  }
}

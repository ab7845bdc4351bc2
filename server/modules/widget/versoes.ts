import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'
import { Unavailable } from '../../platform/unavailable.js'
import { lerConstrucao, type Versao } from './construcao.js'
import { guardar, lerGuardada, listarGuardadas } from './guardadas.js'

/** Kept versions held in memory at once, of about a megabyte each. */
const NA_MEMORIA = 16
/** Milliseconds for which the list of those that were kept is not read again. */
const LISTA = 10_000
/** Milliseconds until keeping is tried again, and reading what was damaged. */
const DE_NOVO = 60_000

/**
 * What this server has of the script: the version built with it, and every one that it or another node ever served. The address of a
 * version serves for ever the bytes that it served first, so that a page may hold to them by their hashes.
 */
export type Versoes = ReturnType<typeof criarVersoes>

export const versoesDe = oncePer((platform: Platform) => criarVersoes(platform, lerConstrucao()))

export function criarVersoes(platform: Platform, propria: Versao | undefined) {
  const lidas = new Map<string, Versao>()
  const danos = new Map<string, { err: unknown; ate: number }>()
  let lista: { numeros: Promise<string[]>; ate: number } | undefined

  /** Reads what is kept. What turned out damaged is told once, and is not read again for a while. */
  async function lerInteiro<T>(chave: string, ler: () => T | Promise<T>): Promise<T> {
    const agora = platform.clock.now().getTime()
    const dano = danos.get(chave)
    if (dano && agora < dano.ate) throw dano.err
    try {
      const lido = await ler()
      danos.delete(chave)
      return lido
    } catch (err) {
      if (err instanceof Unavailable) throw err
      if (!dano) platform.log.error({ err, chave }, 'what is kept of the script is damaged')
      danos.set(chave, { err, ate: agora + DE_NOVO })
      throw err
    }
  }

  /** The version as first served, here or elsewhere. */
  async function buscarGuardada(versao: string): Promise<Versao | undefined> {
    const guardada = lidas.get(versao) ?? (await lerInteiro(versao, () => lerGuardada(platform, versao)))
    if (!guardada) return undefined
    const mesma = propria && isDeepStrictEqual(propria.integridade, guardada.integridade) ? propria : guardada
    lidas.delete(versao)
    lidas.set(versao, mesma)
    for (const [antiga] of [...lidas].slice(0, -NA_MEMORIA)) lidas.delete(antiga)
    return mesma
  }

  async function listar(): Promise<string[]> {
    return (await oQueHouver(lerInteiro('versoes', () => listarGuardadas(platform)))) ?? []
  }

  function numeros(): Promise<string[]> {
    const agora = platform.clock.now().getTime()
    if (!lista || agora >= lista.ate) lista = { numeros: listar(), ate: agora + LISTA }
    lista.numeros.catch(() => (lista = undefined))
    return lista.numeros
  }

  return {
    propria,
    /** Whether asking for it is no guess: this program has it, or somebody asked for it already. */
    conhecida: (versao: string) => lidas.has(versao) || propria?.integridade.versao === versao,

    /** Whether it is what was kept under its number, so that its address never serves anything else. */
    firme: (versao: Versao) => lidas.get(versao.integridade.versao) === versao,

    /** @returns the version of that number, as it was first served, or this program's own while that cannot be told. */
    async buscar(versao: string): Promise<Versao | undefined> {
      if (propria?.integridade.versao !== versao) return buscarGuardada(versao)
      return (await buscarGuardada(versao).catch(() => propria)) ?? propria
    },

    /** @returns this program's own where its first number is that, else the newest of those kept whole. */
    async daMaior(maior: string): Promise<Versao | undefined> {
      if (propria?.integridade.versao.startsWith(`${maior}.`)) return propria
      const dela = (await numeros()).filter((versao) => versao.startsWith(`${maior}.`) && !versao.includes('-'))
      for (const versao of dela.sort((uma, outra) => outra.localeCompare(uma, 'en', { numeric: true }))) {
        const achada = await oQueHouver(buscarGuardada(versao))
        if (achada) return achada
      }
      return undefined
    },

    /** A part, by its name, which changes with its content: browsers go on with a script for a while after this server has a newer one. */
    async parte(nome: string) {
      const desta = propria?.arquivo(nome)
      if (desta) return desta
      for (const versao of (await numeros()).slice(-NA_MEMORIA).reverse()) {
        const guardada = await oQueHouver(buscarGuardada(versao))
        const achada = await oQueHouver(lerInteiro(`${versao}/${nome}`, () => guardada?.arquivo(nome)))
        if (achada) return achada
      }
      return undefined
    },

    /** Keeps this program's own version, unless it is kept. @returns whether what is kept is what this program has. */
    async manter(): Promise<boolean> {
      if (!propria) return true
      const guardada = await buscarGuardada(propria.integridade.versao)
      if (!guardada) await guardar(platform, propria)
      return !guardada || guardada === propria
    },
  }
}

/** Of what is damaged, nothing. @throws while it cannot be told. */
async function oQueHouver<T>(lido: Promise<T>): Promise<T | undefined> {
  try {
    return await lido
  } catch (err) {
    if (err instanceof Unavailable) throw err
    return undefined
  }
}

/** Has this program's version kept, trying until it is: its address must outlive this program. */
export async function manterVersao(platform: Platform, stopping: AbortSignal, versoes: Versoes = versoesDe(platform)): Promise<void> {
  while (!stopping.aborted) {
    try {
      if (!(await versoes.manter())) platform.log.warn(outroConteudo(versoes))
      return
    } catch (err) {
      platform.log.error({ err }, 'the version of the script could not be kept')
      await setTimeout(DE_NOVO, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
}

function outroConteudo({ propria }: Versoes): string {
  const versao = propria?.integridade.versao
  return `o script mudou e continua com a versão ${versao}; /@${versao}/ serve o que essa versão tinha primeiro. Mude a versão em package.json.`
}

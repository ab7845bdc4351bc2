import { anoEm } from '../../domain/prazo.js'
import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from './entidade-aberta.js'
import { montarEntidade } from './montagem.js'
import * as queries from './queries.js'

/** The entidades that one process has read. */
interface Memoria {
  tem(codigo: string): EntidadeAberta | undefined
  buscar(codigo: string): Promise<EntidadeAberta | undefined>
  /** At once: the notice of an import takes a moment to come. */
  esquecer(codigo: string): void
}

export const memoriaDe = oncePer(criarMemoria)

function criarMemoria(platform: Platform): Memoria {
  const abertas = new Map<string, EntidadeAberta>()
  const lendo = new Map<string, Promise<EntidadeAberta | undefined>>()
  /** Grows when something was dropped: what was being read then may be old and is not kept. */
  let geracao = 0
  let ouvindo: Promise<unknown> | undefined

  function esquecer(codigo?: string) {
    geracao++
    lendo.clear()
    if (codigo === undefined) abertas.clear()
    else abertas.delete(codigo)
  }

  /** Nothing is kept before this node hears of imports; a failure is tried again by the next who asks. */
  function ouvir() {
    ouvindo ??= platform.db.listen('entidades', esquecer, esquecer).catch((error: unknown) => {
      ouvindo = undefined
      throw error
    })
    return ouvindo
  }

  async function ler(codigo: string): Promise<EntidadeAberta | undefined> {
    await ouvir()
    const antes = geracao
    const linhas = await queries.ler(platform.db.sql, codigo)
    if (!linhas) return undefined
    const { config, cep, sms, clock } = platform
    const ano = anoEm(linhas.geral.fuso, clock.now())
    const aberta = montarEntidade(linhas, { address: config.address, cep: cep !== undefined, sms: sms !== undefined, ano })
    if (geracao === antes) abertas.set(codigo, aberta)
    return aberta
  }

  return {
    esquecer,
    tem: (codigo) => abertas.get(codigo),
    async buscar(codigo) {
      const aberta = abertas.get(codigo)
      if (aberta || !/^[a-z0-9-]{1,60}$/.test(codigo)) return aberta
      const emCurso = lendo.get(codigo)
      if (emCurso) return emCurso
      const leitura = ler(codigo).finally(() => lendo.get(codigo) === leitura && lendo.delete(codigo))
      lendo.set(codigo, leitura)
      return leitura
    },
  }
}

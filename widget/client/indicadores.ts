import type { FiltroDosIndicadores, Indicadores, Medidas } from '../../server/contract/indicadores.js'
import type { Sessao } from './sessao.js'

export type { FiltroDosIndicadores, Indicadores, Medidas }

/** What an entidade did in a period. Every call throws ProblemaDaApi or SemConexao. */
export interface ClienteDosIndicadores {
  contar(filtro: FiltroDosIndicadores): Promise<Indicadores>
  /** The same, for spreadsheets. */
  planilha(filtro: FiltroDosIndicadores): Promise<Blob>
}

export function indicadoresDe(sessao: Sessao, entidade: string): ClienteDosIndicadores {
  const pedir = (filtro: FiltroDosIndicadores) =>
    sessao.pedir('GET', `/entidades/${encodeURIComponent(entidade)}/gestao/indicadores?${new URLSearchParams({ ...filtro })}`)
  return {
    contar: async (filtro) => (await pedir(filtro)).json(),
    planilha: async (filtro) => (await pedir({ ...filtro, formato: 'csv' })).blob(),
  }
}

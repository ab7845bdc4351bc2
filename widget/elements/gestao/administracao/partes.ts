import type { TemplateResult } from 'lit'
import type { Cartao } from '../../../client/api.js'
import type { Partes } from '../rota.js'
import type { Administracao } from './administracao.js'
import { Tipos } from './tipos.js'

/** One part of the administration, kept while the desk is. */
export interface Parte {
  /** Asks for what it shows. @throws when that does not come */
  preparar(partes: Partes): Promise<void>
  /** Drawn once that came. */
  renderizar(partes: Partes, cartao: Cartao): TemplateResult
}

export const nomesDasPartes = ['tipos'] as const
export type NomeDaParte = (typeof nomesDasPartes)[number]

export const partesDaAdministracao: Record<NomeDaParte, new (administracao: Administracao) => Parte> = {
  tipos: Tipos,
}

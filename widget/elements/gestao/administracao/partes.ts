import type { TemplateResult } from 'lit'
import type { Cartao } from '../../../client/api.js'
import type { Partes } from '../rota.js'
import type { Administracao } from './administracao.js'
import { Arquivo } from './arquivo.js'
import { Auditoria } from './auditoria.js'
import { Calendario } from './calendario.js'
import { Chaves } from './chaves.js'
import { Entidade } from './entidade.js'
import { Modelos } from './modelos.js'
import { Orgaos } from './orgaos.js'
import { Pessoas } from './pessoas.js'
import { Quedas } from './quedas.js'
import { Tipos } from './tipos.js'
import { Unidades } from './unidades.js'

/** One part of the administration, kept while the desk is. */
export interface Parte {
  /** Asks for what it shows. @throws when that does not come */
  preparar(partes: Partes): Promise<void>
  /** Drawn once that came. */
  renderizar(partes: Partes, cartao: Cartao): TemplateResult
}

export const nomesDasPartes = [
  'tipos',
  'pessoas',
  'entidade',
  'orgaos',
  'unidades',
  'calendario',
  'modelos',
  'chaves',
  'quedas',
  'auditoria',
  'arquivo',
] as const
export type NomeDaParte = (typeof nomesDasPartes)[number]

export const partesDaAdministracao: Record<NomeDaParte, new (administracao: Administracao) => Parte> = {
  tipos: Tipos,
  pessoas: Pessoas,
  entidade: Entidade,
  orgaos: Orgaos,
  unidades: Unidades,
  calendario: Calendario,
  modelos: Modelos,
  chaves: Chaves,
  quedas: Quedas,
  auditoria: Auditoria,
  arquivo: Arquivo,
}

import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { buscarEntidade } from '../entidades/entidades.js'
import * as queries from './queries.js'

/** In whose name a message goes. */
export async function entidadePorId(platform: Platform, entidadeId: string): Promise<EntidadeAberta> {
  const codigo = await queries.codigoDaEntidade(platform.db.sql, entidadeId)
  const entidade = codigo === undefined ? undefined : await buscarEntidade(platform, codigo)
  if (!entidade) throw new Error('a message of an entidade that does not exist')
  return entidade
}

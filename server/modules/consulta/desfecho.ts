import type { AvaliacaoComCodigo, DesistenciaComCodigo, RecursoComCodigo } from '../../contract/consulta.js'
import type { AtoDoRequerente } from '../../contract/desfecho.js'
import type { Platform } from '../../platform/platform.js'
import type { Tentativa } from '../desafio/tentativa.js'
import { avaliar, desistir, recorrer } from '../desfecho/desfecho.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { conferirChave } from './consulta.js'

/** Who has number and code stands for the requerente, without a conta. */
const requerente = { especie: 'requerente', contaId: null } as const

/** @throws as `conferirChave` and `avaliar`. */
export async function avaliarComCodigo(
  platform: Platform,
  entidade: EntidadeAberta,
  { nota, comentario, ...chave }: AvaliacaoComCodigo,
  tentativa: Tentativa,
): Promise<AtoDoRequerente> {
  const { id } = await conferirChave(platform, entidade, chave, tentativa)
  return avaliar(platform, entidade, requerente, id, { nota, ...(comentario !== undefined && { comentario }) })
}

/** @throws as `conferirChave` and `recorrer`. */
export async function recorrerComCodigo(
  platform: Platform,
  entidade: EntidadeAberta,
  { texto, anexos, ...chave }: RecursoComCodigo,
  tentativa: Tentativa,
): Promise<AtoDoRequerente> {
  const { id } = await conferirChave(platform, entidade, chave, tentativa)
  return recorrer(platform, entidade, requerente, id, { texto, ...(anexos && { anexos }) })
}

/** @throws as `conferirChave` and `desistir`. */
export async function desistirComCodigo(
  platform: Platform,
  entidade: EntidadeAberta,
  { texto, ...chave }: DesistenciaComCodigo,
  tentativa: Tentativa,
): Promise<AtoDoRequerente> {
  const { id } = await conferirChave(platform, entidade, chave, tentativa)
  return desistir(platform, entidade, requerente, id, { ...(texto !== undefined && { texto }) })
}

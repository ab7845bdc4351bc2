import * as v from 'valibot'
import type { Sql } from '../../platform/database.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Carta } from './carta.js'
import { vistaConcedida, vistaRevogada } from './modelos/vistas.js'
import * as queries from './queries.js'

const guardado = v.object({ ate: v.string(), documentos: v.boolean() })

export type AvisoDeVista = { para: string; protocoloId: string } & (
  | { especie: 'vista-concedida'; dados: v.InferOutput<typeof guardado> }
  | { especie: 'vista-revogada'; dados: Record<string, never> }
)

/** Owes whoever a vista was given to an e-mail about it, with its job, in the transaction of `sql`. */
export async function avisarVista(platform: Platform, sql: Sql, entidade: EntidadeAberta, aviso: AvisoDeVista): Promise<void> {
  await queries.dever(sql, entidade.id, { id: platform.random.id(), ...aviso }, platform.clock.now())
}

/** Writes one that is owed; nothing where it is about no vista. @throws when what was kept of it is not whole. */
export function comporAvisoDeVista(
  platform: Platform,
  entidade: EntidadeAberta,
  { especie, dados }: { especie: string; dados: object },
  protocolo: queries.ProtocoloDoAviso,
): Carta | undefined {
  const painel = `${platform.config.address}/${entidade.codigo}#painel=liberados`
  if (especie === 'vista-concedida') return vistaConcedida(entidade, protocolo, v.parse(guardado, dados), painel)
  return especie === 'vista-revogada' ? vistaRevogada(entidade, protocolo) : undefined
}

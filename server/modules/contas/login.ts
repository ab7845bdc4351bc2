import { lerUsuario } from '../../domain/cadastro.js'
import { lerDocumento } from '../../domain/documento.js'
import { lerEmail } from '../../domain/leitura.js'
import type { Platform } from '../../platform/platform.js'
import * as queries from './queries.js'

/** The conta that a login means; undefined when there is none or more than one. */
export async function contaDoLogin(platform: Platform, login: string): Promise<queries.ContaGuardada | undefined> {
  const achadas = await queries.porLogin(platform.db.sql, lerLogin(login))
  return achadas.length === 1 ? achadas[0] : undefined
}

/** What a login is, however it is written: the name under which tries on it are counted. */
export function alvoDoLogin(login: string): string {
  const { documento, usuario, email } = lerLogin(login)
  return documento ?? usuario ?? email?.toLowerCase() ?? login.slice(0, 200).trim().toLowerCase()
}

function lerLogin(login: string) {
  const documento = lerDocumento(login)?.valor
  return documento ? { documento } : { usuario: lerUsuario(login), email: lerEmail(login) }
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../../platform/platform.js'
import { sharedKey } from '../../platform/shared-key.js'

export interface Segredos {
  codigo: string
  codigoAtual: string
  link: string
}

/**
 * What one sending carries: six digits, and what stands in the link of an e-mail; `codigoAtual` is for the present e-mail, when another is
 * to take its place. They serve only while that sending is the latest, so a mail that went to a mistyped address proves nothing of the
 * corrected one, however late it is written.
 */
export async function segredosDo(platform: Platform, id: string, envio: number): Promise<Segredos> {
  return derivar(await chaveDe(platform), id, envio)
}

const chaves = new WeakMap<Platform, Promise<Buffer>>()

/** Asked for before a transaction: it may read the database. */
export function chaveDe(platform: Platform): Promise<Buffer> {
  let chave = chaves.get(platform)
  if (!chave) {
    chave = sharedKey(platform.db.sql, platform.random, 'confirmacoes')
    chave.catch(() => chaves.delete(platform))
    chaves.set(platform, chave)
  }
  return chave
}

export function derivar(chave: Buffer, id: string, envios: number): Segredos {
  const de = (uso: string) => createHmac('sha256', chave).update(`${uso} ${id} ${envios}`).digest()
  const numero = (uso: string) => String(de(uso).readBigUInt64BE() % 1_000_000n).padStart(6, '0')
  return { codigo: numero('codigo'), codigoAtual: numero('codigo-atual'), link: `${id}.${de('link').toString('base64url')}` }
}

export function iguais(um: string, outro: string): boolean {
  const [a, b] = [Buffer.from(um), Buffer.from(outro)]
  return a.length === b.length && timingSafeEqual(a, b)
}

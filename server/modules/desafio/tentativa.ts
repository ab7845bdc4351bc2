import type { Context } from 'hono'
import { addressOf } from '../../platform/http/address.js'

/** Where a try comes from and the proof of work it brought. */
export interface Tentativa {
  endereco: string
  prova?: string | undefined
}

/** What a description says of routes that may ask for a proof. */
export const parametroDaProva = {
  name: 'Protocolo-Prova',
  in: 'header',
  description: 'A prova de trabalho, quando uma resposta 428 a pedir',
} as const

export function tentativaDe(c: Context): Tentativa {
  return { endereco: addressOf(c), prova: c.req.header(parametroDaProva.name) }
}

import { createHash, createHmac } from 'node:crypto'
import { gerarCodigo, lerCodigo } from '../../domain/codigo-de-acesso.js'

/**
 * SHA-256 of the protocolo's id (16 bytes) followed by the code (12 letters). The code has 60 random bits and the id differs from
 * one protocolo to the next, so a plain hash is enough.
 * @param codigo as printed or as typed.
 */
export function hashDoCodigo(protocoloId: string, codigo: string): Buffer {
  return createHash('sha256')
    .update(bytesDoId(protocoloId))
    .update(lerCodigo(codigo) ?? '', 'ascii')
    .digest()
}

/**
 * The code that takes the place of `codigo` in a renewal: HMAC-SHA-256 of what {@link hashDoCodigo} hashes, keyed by the
 * Idempotency-Key. Who repeats the renewal gets the same code again, and nothing has to be kept for that.
 * @returns twelve characters.
 */
export function renovarCodigo(chave: string, protocoloId: string, codigo: string): string {
  const bytes = createHmac('sha256', chave)
    .update(bytesDoId(protocoloId))
    .update(lerCodigo(codigo) ?? '', 'ascii')
    .digest()
  return gerarCodigo(bytes)
}

function bytesDoId(protocoloId: string): Buffer {
  return Buffer.from(protocoloId.replaceAll('-', ''), 'hex')
}

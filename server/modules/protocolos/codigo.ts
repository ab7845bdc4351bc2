import { createHash } from 'node:crypto'
import { lerCodigo } from '../../domain/codigo-de-acesso.js'

/**
 * SHA-256 of the protocolo's id (16 bytes) followed by the code (12 letters). The code has 60 random bits and the id differs from
 * one protocolo to the next, so a plain hash is enough.
 * @param codigo as printed or as typed.
 */
export function hashDoCodigo(protocoloId: string, codigo: string): Buffer {
  return createHash('sha256')
    .update(Buffer.from(protocoloId.replaceAll('-', ''), 'hex'))
    .update(lerCodigo(codigo) ?? '', 'ascii')
    .digest()
}

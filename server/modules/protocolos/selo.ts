import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import { canonico } from './canonico.js'

const cifra = 'aes-256-gcm'
const nonceSize = 12
const tagSize = 16

/** What of an Idempotency-Key is kept. */
export function hashDaChave(chave: string): Buffer {
  return createHash('sha256').update(chave).digest()
}

/** Equal for two requests that say the same, whatever the order of their keys. */
export function impressaoDe(pedido: unknown): Buffer {
  return createHash('sha256').update(canonico(pedido)).digest()
}

/**
 * Encrypts a reply under the Idempotency-Key itself, so that only who repeats the request can read it again.
 * @param nonce 12 random bytes.
 * @returns nonce, tag and ciphertext.
 */
export function selar(chave: string, texto: string, nonce: Buffer): Buffer {
  const cipher = createCipheriv(cifra, segredoDe(chave), nonce)
  const corpo = Buffer.concat([cipher.update(texto, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), corpo])
}

/** @throws when the seal was made under another key or was tampered with. */
export function abrirSelo(chave: string, selado: Buffer): string {
  const decipher = createDecipheriv(cifra, segredoDe(chave), selado.subarray(0, nonceSize))
  decipher.setAuthTag(selado.subarray(nonceSize, nonceSize + tagSize))
  return decipher.update(selado.subarray(nonceSize + tagSize), undefined, 'utf8') + decipher.final('utf8')
}

function segredoDe(chave: string): Buffer {
  return Buffer.from(hkdfSync('sha256', chave, 'protocolo', 'resposta da abertura', 32))
}

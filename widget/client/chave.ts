/** A random Idempotency-Key. `crypto.randomUUID` is absent from pages served without TLS. */
export function novaChave(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Bytes as text that fits in an address (RFC 4648 §5), without padding. */
export function emBase64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

export function deBase64url(texto: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(texto.replaceAll('-', '+').replaceAll('_', '/')), (letra) => letra.charCodeAt(0))
}

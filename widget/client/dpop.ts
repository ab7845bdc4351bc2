import { emBase64url } from './base64url.js'

/** What a proof is of: one call, and who makes it. */
interface Provado {
  metodo: string
  url: string
  nonce: string | undefined
  token: string | undefined
}

/** A DPoP proof (RFC 9449 §4.2). The server counts on its nonce, not on this device's clock. */
export async function provar({ privateKey, publicKey }: CryptoKeyPair, { metodo, url, nonce, token }: Provado): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey)
  const { origin, pathname } = new URL(url)
  const cabeca = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } }
  const corpo = {
    jti: crypto.randomUUID(),
    htm: metodo,
    htu: origin + pathname,
    iat: Math.floor(Date.now() / 1000),
    ...(nonce && { nonce }),
    ...(token && { ath: emBase64url(await crypto.subtle.digest('SHA-256', bytesDe(token))) }),
  }
  const assinado = [cabeca, corpo].map((parte) => emBase64url(bytesDe(JSON.stringify(parte)).buffer)).join('.')
  const assinatura = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytesDe(assinado))
  return `${assinado}.${emBase64url(assinatura)}`
}

function bytesDe(texto: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(texto)
}

import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import type { PublicJwk } from '../../server/platform/http/dpop.js'

/** A device's key, and how it shows that it has it. */
export interface Aparelho {
  jwk: PublicJwk
  publica: KeyObject
  /** A new proof (RFC 9449) of a request with a token. */
  prova(pedido: { method: string; htu: string; token: string; nonce: string }): string
}

export function criarAparelho(): Aparelho {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y }
  const cabeca = parte({ typ: 'dpop+jwt', alg: 'ES256', jwk })
  return {
    jwk,
    publica: publicKey,
    prova({ method, htu, token, nonce }) {
      const iat = Math.floor(Date.now() / 1000)
      const ath = createHash('sha256').update(token).digest('base64url')
      const assinado = `${cabeca}.${parte({ jti: randomUUID(), htm: method, htu, iat, nonce, ath })}`
      return `${assinado}.${sign('sha256', Buffer.from(assinado), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
    },
  }
}

function parte(valor: object): string {
  return Buffer.from(JSON.stringify(valor)).toString('base64url')
}

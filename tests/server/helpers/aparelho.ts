import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'

interface Pedido {
  body?: unknown
  /** A body that is not JSON. */
  bytes?: Uint8Array
  /** Of a session. */
  token?: string
  headers?: Record<string, string>
  /** Claims of the proof that are to be other than they should. */
  mudancas?: Record<string, unknown>
}

/** An app, or what asks one over the network. */
interface Pedinte {
  request(path: string, init: RequestInit): Response | Promise<Response>
}

/** What a browser does: a key that stays in it, the latest nonce, and a proof with each request (RFC 9449). */
export interface AparelhoDeTeste {
  pedir(method: string, path: string, pedido?: Pedido): Promise<Response>
  /** A proof, as it stands in the header. */
  prova(method: string, path: string, opcoes?: { token?: string; mudancas?: Record<string, unknown> }): string
}

export function criarAparelho(app: Pedinte, host = 'localhost'): AparelhoDeTeste {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' })
  let nonce: string | undefined

  function prova(
    method: string,
    path: string,
    { token, mudancas = {} }: { token?: string; mudancas?: Record<string, unknown> } = {},
  ): string {
    const parte = (valor: unknown) => Buffer.from(JSON.stringify(valor)).toString('base64url')
    const claims = {
      jti: randomUUID(),
      htm: method,
      htu: `http://${host}${path.replace(/[?#].*/, '')}`,
      iat: Math.floor(Date.now() / 1000),
      nonce,
      ...(token && { ath: createHash('sha256').update(token).digest('base64url') }),
      ...mudancas,
    }
    const assinado = `${parte({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } })}.${parte(claims)}`
    const assinatura = sign('sha256', Buffer.from(assinado), { key: privateKey, dsaEncoding: 'ieee-p1363' })
    return `${assinado}.${assinatura.toString('base64url')}`
  }

  async function uma(method: string, path: string, { body, bytes, token, headers, mudancas }: Pedido): Promise<Response> {
    const recebido = await app.request(path, {
      method,
      headers: {
        DPoP: prova(method, path, { ...(token && { token }), ...(mudancas && { mudancas }) }),
        ...(token && { Authorization: `DPoP ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        'User-Agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(bytes && { body: new Uint8Array(bytes) }),
    })
    nonce = recebido.headers.get('DPoP-Nonce') ?? nonce
    return recebido
  }

  return {
    prova,
    async pedir(method, path, pedido = {}) {
      const antes = nonce
      const recebido = await uma(method, path, pedido)
      return recebido.status === 401 && nonce !== antes && !pedido.mudancas ? uma(method, path, pedido) : recebido
    },
  }
}

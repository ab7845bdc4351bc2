import { createHmac, createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Clock } from '../platform.js'

/** Public half of an ES256 key (RFC 7518 §6.2.1). */
export interface PublicJwk {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
}

/** A DPoP proof (RFC 9449 §4.2) as it was read: nothing in it has been believed yet. */
export interface Proof {
  jwk: PublicJwk
  jti: string
  htm: string
  htu: string
  ath: string | undefined
  nonce: string | undefined
  /** What was signed, and the signature (IEEE P1363). */
  signed: string
  signature: Buffer
}

/** What the proof has to fit. */
export interface Expected {
  method: string
  /** Path of the request, without the query. */
  path: string
  /** Host, with its port, that the request came to; the server's own address serves too. */
  host: string
  /** SHA-256 of the access token that came with it, in base64url; none at sign-in. */
  ath?: string
  /** The key that the token is bound to. */
  key: KeyObject
}

export interface Dpop {
  /** A fresh nonce, good on every node for two to four minutes (RFC 9449 §8). */
  nonce(): string
  /**
   * Whether the proof was made now, for this very request, by who holds the key (RFC 9449 §4.3). Freshness is told by our nonce and not
   * by the device's clock, which may be wrong. A proof passes once on each node.
   */
  check(proof: Proof, expected: Expected): 'good' | 'nonce' | 'bad'
}

const longestProof = 2048
const longestId = 64
/** Milliseconds. A nonce of the interval before is good too. */
const interval = 2 * 60_000
/** Proofs remembered in one interval; past that the oldest half is forgotten, and their nonces outlive them by minutes. */
const mostRemembered = 200_000

/** @param key known to every node; `address` is the server's public one. */
export function createDpop({ key, clock, address }: { key: Buffer; clock: Clock; address: string }): Dpop {
  const own = new URL(address).host
  let current = { index: 0, seen: new Set<string>() }
  let previous = new Set<string>()
  let nonces = noncesAt(indexNow())

  return {
    nonce: () => noncesNow().fresh,
    check(proof, { method, path, host, ath, key: owner }) {
      if (proof.htm !== method || !sameAddress(proof.htu, path, host, own)) return 'bad'
      if (proof.ath !== ath) return 'bad'
      if (!verify('sha256', Buffer.from(proof.signed), { key: owner, dsaEncoding: 'ieee-p1363' }, proof.signature)) return 'bad'
      const { index, fresh, before } = noncesNow()
      if (proof.nonce !== fresh && proof.nonce !== before) return 'nonce'
      return isFirst(`${proof.jwk.x} ${proof.jti}`, index) ? 'good' : 'bad'
    },
  }

  function indexNow(): number {
    return Math.floor(clock.now().getTime() / interval)
  }

  function noncesNow() {
    const index = indexNow()
    if (index !== nonces.index) nonces = noncesAt(index)
    return nonces
  }

  function noncesAt(index: number) {
    const nonceOf = (i: number) => createHmac('sha256', key).update(String(i)).digest('base64url').slice(0, 22)
    return { index, fresh: nonceOf(index), before: nonceOf(index - 1) }
  }

  function isFirst(id: string, index: number): boolean {
    if (index !== current.index || current.seen.size >= mostRemembered) {
      previous = index - current.index <= 1 ? current.seen : new Set()
      current = { index, seen: new Set() }
    }
    if (current.seen.has(id) || previous.has(id)) return false
    current.seen.add(id)
    return true
  }
}

/** The proof in a `DPoP` header; undefined when it is malformed, of another algorithm, or holds a private key. */
export function readProof(header: string): Proof | undefined {
  if (header.length > longestProof) return undefined
  const [head = '', body = '', signature = '', rest] = header.split('.')
  const { typ, alg, jwk: written } = parse(head)
  const { jti, htm, htu, iat, ath, nonce } = parse(body)
  if (rest !== undefined || typ !== 'dpop+jwt' || alg !== 'ES256') return undefined
  const jwk = readJwk(written)
  if (!jwk || !isText(jti) || jti === '' || jti.length > longestId || !isText(htm) || !isText(htu) || typeof iat !== 'number')
    return undefined
  return {
    jwk,
    jti,
    htm,
    htu,
    ath: isText(ath) ? ath : undefined,
    nonce: isText(nonce) ? nonce : undefined,
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
  }
}

/** @returns undefined when the point is not on the curve. */
export function keyOf(jwk: PublicJwk): KeyObject | undefined {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' })
  } catch {
    return undefined
  }
}

function readJwk(value: unknown): PublicJwk | undefined {
  if (typeof value !== 'object' || value === null || 'd' in value) return undefined
  if (!('kty' in value && 'crv' in value && 'x' in value && 'y' in value)) return undefined
  const { kty, crv, x, y } = value
  if (kty !== 'EC' || crv !== 'P-256' || !isCoordinate(x) || !isCoordinate(y)) return undefined
  return { kty, crv, x, y }
}

function isCoordinate(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{43}$/.test(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function sameAddress(htu: string, path: string, ...hosts: string[]): boolean {
  const [, host = '', rest] = /^https?:\/\/([^/?#]+)([^?#]*)$/.exec(htu) ?? []
  return rest === path && hosts.includes(host)
}

function parse(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

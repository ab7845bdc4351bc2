import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock, Random } from './platform.js'

/** A puzzle in the shape of ALTCHA's first version: find the number for which SHA-256(salt + number) is `challenge`. */
export interface Desafio {
  algorithm: 'SHA-256'
  challenge: string
  salt: string
  maxnumber: number
  signature: string
}

export interface ProofOfWork {
  /** A puzzle good for ten minutes and for `scope` alone. Solving takes `maxnumber`/2 hashes on average. */
  challenge(options: { scope: string; maxnumber: number }): Desafio
  /**
   * Reads the header `Protocolo-Prova`. Gives the hash under which the proof is to be marked as spent, and until when;
   * undefined when it is malformed, forged, late, for another scope, or from a puzzle easier than `minNumber`.
   */
  verify(header: string, scope: string, minNumber?: number): { hash: Buffer; expires: Date } | undefined
}

const lifetime = 10 * 60_000
const longestHeader = 2048
const saltShape = /^[0-9a-f]{24}\?expires=(\d{1,11})&max=(\d{1,10})&scope=([^&]*)&$/
const hashShape = /^[0-9a-f]{64}$/

/** @param key known to every node: what one node sets, another verifies. */
export function createProofOfWork({ key, clock, random }: { key: Buffer; clock: Clock; random: Random }): ProofOfWork {
  const sign = (challenge: string) => createHmac('sha256', key).update(challenge).digest()
  return {
    challenge({ scope, maxnumber }) {
      const expires = Math.floor((clock.now().getTime() + lifetime) / 1000)
      // The last & keeps digits from being moved between salt and number.
      const salt = `${random.bytes(12).toString('hex')}?expires=${expires}&max=${maxnumber}&scope=${encodeURIComponent(scope)}&`
      const challenge = sha256(salt + (random.bytes(6).readUIntBE(0, 6) % (maxnumber + 1)))
      return { algorithm: 'SHA-256', challenge, salt, maxnumber, signature: sign(challenge).toString('hex') }
    },
    verify(header, scope, minNumber = 0) {
      const proof = readProof(header)
      const parts = proof && saltShape.exec(proof.salt)
      if (!parts) return undefined
      const expires = new Date(Number(parts[1]) * 1000)
      if (expires <= clock.now() || Number(parts[2]) < minNumber || parts[3] !== encodeURIComponent(scope)) return undefined
      if (!timingSafeEqual(sign(proof.challenge), Buffer.from(proof.signature, 'hex'))) return undefined
      if (sha256(proof.salt + proof.number) !== proof.challenge) return undefined
      return { hash: Buffer.from(proof.challenge, 'hex'), expires }
    },
  }
}

interface Proof {
  challenge: string
  number: number
  salt: string
  signature: string
}

function readProof(header: string): Proof | undefined {
  if (header.length > longestHeader) return undefined
  const value = parse(Buffer.from(header, 'base64').toString('utf8'))
  if (typeof value !== 'object' || value === null) return undefined
  if (!('algorithm' in value && 'challenge' in value && 'number' in value && 'salt' in value && 'signature' in value)) return undefined
  const { algorithm, challenge, number, salt, signature } = value
  if (algorithm !== 'SHA-256' || typeof salt !== 'string') return undefined
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) return undefined
  if (typeof challenge !== 'string' || !hashShape.test(challenge)) return undefined
  if (typeof signature !== 'string' || !hashShape.test(signature)) return undefined
  return { challenge, number, salt, signature }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

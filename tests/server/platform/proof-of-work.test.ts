import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { beforeEach, describe, it } from 'node:test'
import { solveChallenge, verifySolution } from 'altcha-lib/v1'
import fc from 'fast-check'
import { createProofOfWork, type Desafio } from '../../../server/platform/proof-of-work.js'

const start = Date.parse('2026-11-21T12:00:00Z')
let now = start
const clock = { now: () => new Date(now) }
const random = { bytes: (size: number) => randomBytes(size), id: () => '' }
const key = Buffer.alloc(32, 7)
const proofs = createProofOfWork({ key, clock, random })
const scope = '0190aaaa-0000-7000-8000-000000000000 abertura'

beforeEach(() => {
  now = start
})

function solve(desafio: Desafio): number {
  for (let number = 0; number <= desafio.maxnumber; number++) {
    if (
      createHash('sha256')
        .update(desafio.salt + number)
        .digest('hex') === desafio.challenge
    )
      return number
  }
  throw new Error('no solution')
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64')
const answer = (desafio: Desafio, changes = {}) => {
  const { algorithm, challenge, salt, signature } = desafio
  return encode({ algorithm, challenge, number: solve(desafio), salt, signature, ...changes })
}
const challenge = (maxnumber = 50) => proofs.challenge({ scope, maxnumber })

describe('a proof of work', () => {
  it('is accepted for its scope for ten minutes', () => {
    const desafio = challenge()
    const accepted = proofs.verify(answer(desafio), scope)
    assert.ok(accepted)
    assert.equal(accepted.expires.getTime(), start + 600_000)
    now = start + 599_000
    assert.ok(proofs.verify(answer(desafio), scope))
    now = start + 600_000
    assert.equal(proofs.verify(answer(desafio), scope), undefined)
  })

  it('has one hash each, so it can be spent once', () => {
    const [one, other] = [challenge(), challenge()]
    assert.deepEqual(proofs.verify(answer(one), scope)?.hash, proofs.verify(answer(one, { took: 3 }), scope)?.hash)
    assert.notDeepEqual(proofs.verify(answer(one), scope)?.hash, proofs.verify(answer(other), scope)?.hash)
  })

  it('is good on another node with the same key, and nowhere else', () => {
    const header = answer(challenge())
    assert.ok(createProofOfWork({ key, clock, random }).verify(header, scope))
    assert.equal(createProofOfWork({ key: Buffer.alloc(32, 8), clock, random }).verify(header, scope), undefined)
  })

  it('is not good for another entidade or operation', () => {
    assert.equal(proofs.verify(answer(challenge()), '0190aaaa-0000-7000-8000-000000000000 consulta'), undefined)
    assert.equal(proofs.verify(answer(challenge()), ''), undefined)
  })

  it('of an easier puzzle is refused once a harder one is asked', () => {
    const header = answer(challenge(50))
    assert.ok(proofs.verify(header, scope, 50))
    assert.equal(proofs.verify(header, scope, 51), undefined)
  })

  it('is what ALTCHA’s own library solves and accepts', async () => {
    now = Date.now()
    const desafio = challenge(200)
    const solution = await solveChallenge(desafio.challenge, desafio.salt, desafio.algorithm, desafio.maxnumber).promise
    assert.equal(solution?.number, solve(desafio))
    const textKey = createProofOfWork({ key: Buffer.from('uma chave de texto'), clock, random })
    const other = textKey.challenge({ scope, maxnumber: 50 })
    assert.equal(await verifySolution(answer(other), 'uma chave de texto'), true)
  })

  it('is cheap to check: a thousand in well under a second', () => {
    const header = answer(challenge())
    const begun = process.hrtime.bigint()
    for (let i = 0; i < 1000; i++) proofs.verify(header, scope)
    assert.ok(process.hrtime.bigint() - begun < 1_000_000_000n)
  })
})

describe('a proof that was tampered with is refused', () => {
  it('in any of its parts', () => {
    const desafio = challenge(50)
    const number = solve(desafio)
    const other = createHash('sha256')
      .update(`${desafio.salt}${number + 1}`)
      .digest('hex')
    const digits = String(number)
    const attacks: [string, object][] = [
      ['another number', { number: number + 1 }],
      ['a number as text', { number: digits }],
      ['a negative number', { number: -number - 1 }],
      ['a fraction', { number: number + 0.5 }],
      ['another puzzle’s hash', { challenge: other, number: number + 1 }],
      ['another signature', { signature: desafio.signature.replace(/^./, (c) => (c === '0' ? '1' : '0')) }],
      ['a longer life', { salt: desafio.salt.replace(/expires=\d+/, 'expires=9999999999') }],
      ['another scope', { salt: desafio.salt.replace(/scope=[^&]*/, 'scope=outra') }],
      ['a harder puzzle than it was', { salt: desafio.salt.replace('max=50', 'max=99999') }],
      ['digits moved from the number into the salt', { salt: desafio.salt + digits.slice(0, 1), number: Number(digits.slice(1) || '0') }],
      ['another algorithm', { algorithm: 'SHA-1' }],
      ['a list as salt', { salt: [desafio.salt] }],
    ]
    for (const [name, changes] of attacks) assert.equal(proofs.verify(answer(desafio, changes), scope), undefined, name)
  })

  it('or in its encoding, without throwing', () => {
    for (const header of [
      '',
      '!',
      '{}',
      'e30=',
      encode(null),
      encode([]),
      encode('a'),
      encode(1),
      encode({ algorithm: 'SHA-256' }),
      'A'.repeat(1e6),
    ]) {
      assert.equal(proofs.verify(header, scope), undefined)
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => proofs.verify(header, scope) === undefined))
    fc.assert(fc.property(fc.json(), (json) => proofs.verify(Buffer.from(json).toString('base64'), scope) === undefined))
  })
})

describe('a puzzle', () => {
  it('hides a number from 0 to maxnumber', () => {
    const numbers = Array.from({ length: 200 }, () => solve(challenge(3)))
    assert.deepEqual([...new Set(numbers)].sort(), [0, 1, 2, 3])
  })

  it('differs every time', () => {
    assert.notEqual(challenge().salt, challenge().salt)
  })
})

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createProofOfWork, proofOfWorkKey } from '../../../server/platform/proof-of-work.js'
import { testPlatform } from '../helpers/platform.js'

const platform = await testPlatform()

it('all nodes of one database sign with one random key, made once', async () => {
  const { db, random, clock } = platform
  await db.sql`delete from segredos`
  const keys = await Promise.all(Array.from({ length: 5 }, () => proofOfWorkKey(db.sql, random)))
  const [key] = keys
  assert.ok(key)
  assert.equal(key.length, 32)
  assert.equal(new Set(keys.map((one) => one.toString('hex'))).size, 1)
  assert.deepEqual(await proofOfWorkKey(db.sql, random), key)
  assert.notDeepEqual(key, Buffer.alloc(32))
  assert.ok(createProofOfWork({ key, clock, random }).challenge({ scope: 'a', maxnumber: 1 }).signature)
})

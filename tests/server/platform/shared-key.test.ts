import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sharedKey } from '../../../server/platform/shared-key.js'
import { testPlatform } from '../helpers/platform.js'

const platform = await testPlatform()

it('all nodes of one database share one random key of a name, made once', async () => {
  const { db, random } = platform
  const keys = await Promise.all(Array.from({ length: 5 }, () => sharedKey(db.sql, random, 'de-teste')))
  const [key] = keys
  assert.ok(key)
  assert.equal(key.length, 32)
  assert.equal(new Set(keys.map((one) => one.toString('hex'))).size, 1)
  assert.deepEqual(await sharedKey(db.sql, random, 'de-teste'), key)
  assert.notDeepEqual(key, await sharedKey(db.sql, random, 'outra'))
})

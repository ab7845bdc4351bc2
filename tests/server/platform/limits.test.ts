import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { createLimits } from '../../../server/platform/limits.js'
import { createLog } from '../../../server/platform/log.js'
import { fixedClock } from '../helpers/clock.js'
import { testPlatform } from '../helpers/platform.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const silent = createLog('silent')
const platform = await testPlatform({ clock })
const { db } = platform
const node = (capacity = 1000) => createLimits({ db, clock, log: silent, capacity })

beforeEach(async () => {
  clock.set('2026-11-21T12:00:00Z')
  await db.sql`truncate contagens`
})

describe('a rate count', () => {
  it('grows by one a hit, each key and window by itself', () => {
    const limits = node()
    assert.deepEqual([limits.hit('a', 60), limits.hit('a', 60), limits.hit('b', 60), limits.hit('a', 3600)], [1, 2, 1, 1])
  })

  it('can be looked at without counting', () => {
    const limits = node()
    assert.equal(limits.peek('a', 60), 0)
    limits.hit('a', 60)
    assert.deepEqual([limits.peek('a', 60), limits.peek('a', 60), limits.peek('a', 3600)], [1, 1, 0])
  })

  it('fades over the window that follows, so two windows’ worth never passes at their border', () => {
    const limits = node()
    for (let i = 0; i < 10; i++) limits.hit('a', 60)
    const seen = ['12:00:59', '12:01:00', '12:01:15', '12:01:30', '12:01:57', '12:02:00'].map((time) => {
      clock.set(`2026-11-21T${time}Z`)
      return limits.peek('a', 60)
    })
    assert.deepEqual(seen, [10, 10, 7, 5, 0, 0])
  })

  it('is gone after two windows without a hit', () => {
    const limits = node()
    limits.hit('a', 60)
    clock.set('2026-11-21T12:05:00Z')
    assert.equal(limits.hit('a', 60), 1)
  })

  it('is held for so many keys, the one longest untouched forgotten first', () => {
    const limits = node(3)
    for (const key of ['a', 'b', 'c']) limits.hit(key, 60)
    limits.hit('a', 60)
    limits.hit('d', 60)
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((key) => limits.peek(key, 60)),
      [2, 0, 1, 1],
    )
  })

  it('is always 0 when limits are turned off', () => {
    const limits = createLimits({ db, clock, log: silent, enabled: false })
    assert.deepEqual([limits.hit('a', 60), limits.hit('a', 60), limits.peek('a', 60)], [0, 0, 0])
  })
})

describe('two nodes on one database', () => {
  it('see each other’s counts once both have shared, without losing or doubling any', async () => {
    const [one, other] = [node(), node()]
    for (let i = 0; i < 3; i++) one.hit('a', 60)
    for (let i = 0; i < 4; i++) other.hit('a', 60)
    await one.share()
    await other.share()
    assert.equal(other.hit('a', 60), 8)
    one.hit('a', 60)
    await other.share()
    await one.share()
    assert.deepEqual([one.peek('a', 60), other.peek('a', 60)], [9, 8])
    await Promise.all([one.share(), other.share(), one.share()])
    assert.equal(one.peek('a', 60), 9)
  })

  it('count on while they share', async () => {
    const limits = node()
    limits.hit('a', 60)
    const sharing = limits.share()
    limits.hit('a', 60)
    await sharing
    assert.equal(limits.hit('a', 60), 3)
    await limits.share()
    const [row] = await db.sql<{ total: number }[]>`select total from contagens`
    assert.equal(row?.total, 3)
  })

  it('share many keys at once, in any order, without waiting for each other', async () => {
    const [one, other] = [node(5000), node(5000)]
    for (let i = 0; i < 1000; i++) {
      one.hit(`chave ${i}`, 60)
      other.hit(`chave ${999 - i}`, 60)
    }
    await Promise.all([one.share(), other.share()])
    const [row] = await db.sql<{ chaves: number; total: number }[]>`select count(*) as chaves, sum(total)::int as total from contagens`
    assert.deepEqual(row, { chaves: 1000, total: 2000 })
  })

  it('write nothing when nothing was counted since', async () => {
    const limits = node()
    limits.hit('a', 60)
    await limits.share()
    const version = () => db.sql<{ xmin: string }[]>`select xmin::text from contagens`
    const before = await version()
    await limits.share()
    assert.deepEqual([...(await version())], [...before])
  })

  it('leave no address of a person in the database', async () => {
    const limits = node()
    limits.hit('203.0.113.7 consulta', 60)
    await limits.share()
    const [row] = await db.sql<{ tudo: string }[]>`select c::text || encode(c.chave, 'escape') as tudo from contagens c`
    assert.doesNotMatch(row?.tudo ?? '', /203\.0/)
  })

  it('sweep what is past', async () => {
    const limits = node()
    limits.hit('a', 60)
    await limits.share()
    clock.set('2026-11-21T12:10:00Z')
    await node().share()
    assert.equal((await db.sql`select from contagens`).length, 0)
  })
})

describe('without the database', () => {
  it('a node counts alone, warns once, and catches up', async () => {
    const told: string[] = []
    let away = true
    const limits = createLimits({
      db: {
        get sql() {
          if (away) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
          return db.sql
        },
      },
      clock,
      log: { warn: (_, text) => told.push(`warn ${text}`), info: (text) => told.push(`info ${text}`) },
    })
    limits.hit('a', 60)
    await limits.share()
    limits.hit('a', 60)
    await limits.share()
    assert.equal(limits.hit('a', 60), 3)
    assert.deepEqual(told, ['warn rate counts are not shared for now'])
    away = false
    await limits.share()
    assert.deepEqual(told.slice(1), ['info rate counts are shared again'])
    const [row] = await db.sql<{ total: number }[]>`select total from contagens`
    assert.equal(row?.total, 3)
  })
})

describe('the background sharing', () => {
  it('starts, stops and may be stopped twice', async () => {
    const limits = node()
    limits.start()
    limits.start()
    await limits.stop()
    await limits.stop()
  })
})

import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import { type Database, DatabaseUnavailable, isUnavailable, openDatabase } from '../../../server/platform/database.js'
import { systemRandom } from '../../../server/platform/random.js'
import { createEmptyDatabase, type TestDatabase } from '../helpers/database.js'

const onPurpose = new Error('rolled back on purpose')

describe('database', () => {
  let database: TestDatabase
  let db: Database

  before(async () => {
    database = await createEmptyDatabase()
    db = await openDatabase({ url: database.url, random: systemRandom })
    await database.sql`create table linhas (id int primary key, valor int not null default 0)`
    await database.sql`insert into linhas select -i from generate_series(1, 10) i`
  })
  after(async () => {
    await db.close()
    await database.drop()
  })

  it('gives int8 as numbers, or as text beyond 2^53; dates as text; instants as Date; jsonb parsed', async () => {
    const [row] = await db.sql`
      select 12::int8 as small, 9007199254740993::int8 as big, '2026-02-03'::date as day,
        '2026-02-03T04:05:06Z'::timestamptz as instant, '{"a":[1]}'::jsonb as json, '\\x00ff'::bytea as bytes`
    assert.deepEqual(row, {
      small: 12,
      big: '9007199254740993',
      day: '2026-02-03',
      instant: new Date('2026-02-03T04:05:06Z'),
      json: { a: [1] },
      bytes: Buffer.from([0, 255]),
    })
  })

  it('takes the same values, and encodes jsonb once', async () => {
    const [row] = await db.sql`
      select ${'2026-02-03'}::date = '2026-02-03'::date as day, jsonb_typeof(${db.sql.json({ a: 1 })}::jsonb) as kind, ${[3, 4]}::int8[] as numbers`
    assert.deepEqual(row, { day: true, kind: 'object', numbers: [3, 4] })
  })

  // With this load `sql.begin` of postgres 3.4.9 sends some BEGINs on connections that are not its own.
  it('keeps every acknowledged write with 200 transactions and 400 statements in flight, wave after wave', async () => {
    const acknowledged = new Set<number>()
    const failures: unknown[] = []
    const count = async (id: number, write: Promise<unknown>) =>
      write.then(
        () => acknowledged.add(id),
        (error) => failures.push(error),
      )
    for (let wave = 0; wave < 6; wave++) {
      const id = (i: number) => wave * 400 + i + 1
      const reads = Array.from({ length: 200 }, (_, i) => db.sql`select ${i}::int as i, count(*) from linhas`.execute())
      const transactions = Array.from({ length: 200 }, (_, i) => {
        const transaction = db.transaction(async (sql) => {
          await sql`insert into linhas (id) values (${id(i)})`
          await sql`update linhas set valor = ${id(i)} where id = ${id(i)}`
          if (i % 10 === 9) throw onPurpose
        })
        return count(id(i), transaction)
      })
      const statements = Array.from({ length: 200 }, (_, i) => {
        const own = id(200 + i)
        return count(own, db.sql`insert into linhas (id, valor) values (${own}, ${own})`)
      })
      await Promise.all([...reads, ...transactions, ...statements])
    }
    const kept = await database.sql<{ id: number }[]>`select id from linhas where id > 0 and valor = id`
    assert.ok(failures.every((failure) => failure === onPurpose))
    assert.equal(acknowledged.size, 6 * (180 + 200))
    assert.deepEqual(new Set(kept.map((row) => row.id)), acknowledged)
  })

  it('shows nothing of a transaction that failed, and throws what it threw', async () => {
    const reason = new Error('changed my mind')
    const failing = db.transaction(async (sql) => {
      await sql`insert into linhas (id) values (5000)`
      throw reason
    })
    await assert.rejects(failing, reason)
    assert.deepEqual([...(await database.sql`select from linhas where id = 5000`)], [])
  })

  it('does not report as committed what a swallowed error has undone', async () => {
    const swallowing = db.transaction(async (sql) => {
      await sql`insert into linhas (id) values (5001)`
      await sql`select 1 / 0`.catch(() => 'swallowed')
      return 'fine'
    })
    await assert.rejects(swallowing, /nothing was committed/)
    assert.deepEqual([...(await database.sql`select from linhas where id = 5001`)], [])
  })

  it('runs again a transaction that lost against another', async () => {
    const add = () =>
      db.transaction(async (sql) => {
        await sql`set transaction isolation level serializable`
        const [row] = await sql<{ valor: number }[]>`select valor from linhas where id = -1`
        await sql`update linhas set valor = ${(row?.valor ?? 0) + 1} where id = -1`
      })
    await Promise.all([add(), add(), add()])
    const [row] = await database.sql`select valor from linhas where id = -1`
    assert.deepEqual(row, { valor: 3 })
  })

  it('runs again a transaction chosen to break a deadlock', async () => {
    let arrived = 0
    const meeting = new EventEmitter()
    const both = once(meeting, 'met')
    const swap = (first: number, second: number) => {
      let before = 0
      return db.transaction(async (sql) => {
        await sql`update linhas set valor = valor + 1 where id = ${first}`
        if (before++ === 0) {
          if (++arrived === 2) meeting.emit('met')
          await both
        }
        await sql`update linhas set valor = valor + 1 where id = ${second}`
      })
    }
    await Promise.all([swap(-2, -3), swap(-3, -2)])
    const rows = await database.sql`select valor from linhas where id in (-2, -3)`
    assert.deepEqual([...rows], [{ valor: 2 }, { valor: 2 }])
  })

  it('refuses a transaction’s sql once the transaction is over', async () => {
    const leaked = await db.transaction(async (sql) => ({ sql }))
    assert.throws(() => leaked.sql`insert into linhas (id) values (5002)`, /transaction is over/)
  })

  it('fails transactions nested until no connection is left, rather than hanging', async () => {
    const nested = Array.from({ length: 6 }, () => db.transaction(async () => db.transaction(async (sql) => sql`select 1`)))
    const outcomes = await Promise.allSettled(nested)
    const failures = outcomes.filter((outcome) => outcome.status === 'rejected')
    assert.ok(failures.length > 0)
    assert.ok(failures.every((outcome) => outcome.reason instanceof DatabaseUnavailable))
    assert.deepEqual([...(await db.transaction(async (sql) => sql`select 1 as one`))], [{ one: 1 }])
  })

  it('ends a transaction whose connection is lost, without running its remaining statements elsewhere', async () => {
    const broken = db.transaction(async (sql) => {
      await sql`insert into linhas (id) values (5003)`
      const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
      await database.sql`select pg_terminate_backend(${own?.pid ?? 0}, 5000)`
      await sql`insert into linhas (id) values (5004)`
    })
    await assert.rejects(broken, isUnavailable)
    assert.deepEqual([...(await database.sql`select from linhas where id in (5003, 5004)`)], [])
    assert.deepEqual([...(await db.transaction(async (sql) => sql`select 1 as one`))], [{ one: 1 }])
  })

  it('goes on after every one of its connections was ended', async () => {
    await database.sql`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and application_name = 'protocolo'`
    // Each connection may tell its loss once, to whoever uses it first.
    for (let i = 0; i < 10; i++) await Promise.allSettled([db.sql`select 1`, db.hot`select 1`, db.transaction((sql) => sql`select 1`)])
    const answers = await Promise.all([
      db.sql`select 1 as one`,
      db.hot`select 1 as one`,
      db.transaction(async (sql) => sql`select 1 as one`),
    ])
    assert.deepEqual(answers.flat(), [{ one: 1 }, { one: 1 }, { one: 1 }])
  })

  it('waits for a lock a second at most where others stand in line behind', async () => {
    await db.transaction(async (sql) => {
      await sql`update linhas set valor = 0 where id = -1`
      for (const shared of [db.sql, db.hot]) {
        await assert.rejects(async () => shared`update linhas set valor = 1 where id = -1`, isUnavailable)
      }
    })
  })

  it('hears notices, and tells when listening starts', async () => {
    let gaps = 0
    const heard = new Promise<string>((resolve) => {
      void db.listen('avisos', resolve, () => {
        gaps++
        void db.sql`select pg_notify('avisos', 'olá')`.execute()
      })
    })
    assert.equal(await heard, 'olá')
    assert.equal(gaps, 1)
  })

  it('says at once that the database is away', async () => {
    const away = openDatabase({ url: 'postgres://ninguem@127.0.0.1:1/nada', random: systemRandom })
    await assert.rejects(away, isUnavailable)
  })
})

describe('isUnavailable', () => {
  const withCode = (code: string, rest = {}) => Object.assign(new Error('x'), { code, ...rest })
  for (const code of ['ECONNREFUSED', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT', '57P01', '57P03', '53300', '08006', '57014']) {
    it(`is true for ${code}`, () => assert.ok(isUnavailable(withCode(code))))
  }
  it('is true for a Unix socket that is not there', () => assert.ok(isUnavailable(withCode('ENOENT', { syscall: 'connect' }))))
  for (const error of [withCode('ENOENT', { syscall: 'open' }), withCode('23505'), withCode('53100'), new Error('x'), 'x', undefined]) {
    it(`is false for ${error instanceof Error && 'code' in error ? error.code : error}`, () => assert.ok(!isUnavailable(error)))
  }
})

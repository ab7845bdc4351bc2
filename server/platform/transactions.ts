import { setTimeout as wait } from 'node:timers/promises'
import type postgres from 'postgres'
import type { Connect, Sql } from './connection.js'
import { DatabaseUnavailable, isRetryable } from './database-errors.js'
import type { Random } from './platform.js'

export interface Transactions {
  run<T>(fn: (sql: Sql) => Promise<T>): Promise<T>
  /** Fails every transaction that is under way. */
  reset(): void
  close(): Promise<void>
}

/** One connection, used by one transaction at a time. */
interface Lane {
  client: postgres.Sql
  /** Rejects the transaction under way, if there is one. */
  fail: (error: Error) => void
}

/** How long a transaction waits for a connection, in milliseconds. */
const patience = 5_000
const attempts = 6

/**
 * Transactions over `size` connections of their own, each reserved for as long as its transaction lasts.
 *
 * `sql.begin` of postgres 3.4.9 is not used: with about 100 queries in flight it can send BEGIN on a connection that it did not
 * reserve, and later writes are acknowledged and never committed. Here a connection belongs to nobody else from before BEGIN
 * until after COMMIT, a COMMIT that the server turned into a rollback is an error, and a lost connection ends the transaction
 * instead of letting its remaining statements run by themselves on another one.
 */
export function createTransactions(connect: Connect, size: number, random: Random): Transactions {
  const lanes = Array.from({ length: size }, openLane)
  const free = [...lanes]
  const waiting: ((lane: Lane) => void)[] = []
  let closed = false

  return {
    async run(fn) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await withLane((lane) => runOnce(lane, fn))
        } catch (error) {
          if (attempt === attempts || !isRetryable(error)) throw error
          await wait(pause(attempt))
        }
      }
    },
    reset: () => lanes.forEach(renew),
    async close() {
      closed = true
      await Promise.all(lanes.map((lane) => lane.client.end({ timeout: 5 })))
    },
  }

  /** 5, 10, 20 … ms, give or take half, so that those who collided don't meet again. */
  function pause(attempt: number): number {
    return 5 * 2 ** (attempt - 1) * (0.5 + random.bytes(1).readUInt8() / 256)
  }

  async function withLane<T>(fn: (lane: Lane) => Promise<T>): Promise<T> {
    const lane = free.pop() ?? (await nextFree())
    try {
      return await fn(lane)
    } finally {
      const next = waiting.shift()
      if (next) next(lane)
      else free.push(lane)
    }
  }

  function nextFree(): Promise<Lane> {
    return new Promise((resolve, reject) => {
      const take = (lane: Lane) => {
        clearTimeout(timer)
        resolve(lane)
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(take), 1)
        reject(new DatabaseUnavailable('no connection came free for the transaction'))
      }, patience)
      waiting.push(take)
    })
  }

  async function runOnce<T>(lane: Lane, fn: (sql: Sql) => Promise<T>): Promise<T> {
    const lost = new Promise<never>((_, reject) => {
      lane.fail = reject
    })
    const deadline = setTimeout(() => lane.fail(new DatabaseUnavailable('the database did not answer in time')), patience)
    let reserved: postgres.ReservedSql
    try {
      reserved = await Promise.race([lane.client.reserve(), lost])
      await Promise.race([reserved.unsafe('begin'), lost])
    } catch (error) {
      renew(lane)
      throw error
    } finally {
      clearTimeout(deadline)
    }
    return await finish(lane, reserved, lost, fn)
  }

  /** From after BEGIN to the connection's release. */
  async function finish<T>(lane: Lane, reserved: postgres.ReservedSql, lost: Promise<never>, fn: (sql: Sql) => Promise<T>): Promise<T> {
    const scope = createScope(reserved)
    let broken = false
    lost.catch(() => {
      broken = true
      scope.end()
    })
    try {
      const result = await Promise.race([fn(scope.sql), lost])
      scope.end()
      const { command } = await Promise.race([reserved.unsafe('commit'), lost])
      if (command !== 'COMMIT') throw new Error('a statement of the transaction failed and its error was swallowed: nothing was committed')
      reserved.release()
      return result
    } catch (error) {
      scope.end()
      if (broken || !(await rolledBack(reserved, lost))) renew(lane)
      else reserved.release()
      throw error
    }
  }

  async function rolledBack(reserved: postgres.ReservedSql, lost: Promise<never>): Promise<boolean> {
    const late = AbortSignal.timeout(patience)
    const tooLate = new Promise<never>((_, reject) => late.addEventListener('abort', () => reject(late.reason), { once: true }))
    return Promise.race([reserved.unsafe('rollback'), lost, tooLate]).then(
      () => true,
      () => false,
    )
  }

  function openLane(): Lane {
    const lane: Lane = { client: openClient(() => lane), fail: () => undefined }
    return lane
  }

  function openClient(lane: () => Lane): postgres.Sql {
    const client: postgres.Sql = connect(() => {
      if (lane().client === client) lane().fail(new DatabaseUnavailable('the connection was lost'))
    })
    return client
  }

  function renew(lane: Lane) {
    const old = lane.client
    if (!closed) lane.client = openClient(() => lane)
    lane.fail(new DatabaseUnavailable('the connection was lost'))
    void old.end({ timeout: 0 })
  }
}

/** The transaction's `sql`, which refuses to be used once the transaction is over. */
function createScope(reserved: postgres.ReservedSql): { sql: Sql; end(): void } {
  let ended = false
  const check = () => {
    if (ended) throw new Error('the transaction is over: its sql can no longer be used')
  }
  const sql = new Proxy<Sql>(reserved, {
    apply(target, _, args) {
      check()
      return Reflect.apply(target, undefined, args)
    },
    get(target, key) {
      check()
      if (key === 'notify')
        throw new Error("inside a transaction write select pg_notify(channel, payload): the driver's notify waits for itself")
      return Reflect.get(target, key)
    },
  })
  return {
    sql,
    end() {
      ended = true
    },
  }
}

import { connectTo } from './client.js'
import { type Connect, createConnection, type Sql } from './connection.js'
import type { Random } from './platform.js'
import { createTransactions } from './transactions.js'

export type { Sql } from './connection.js'
export { codeOf, DatabaseUnavailable, isRetryable, isUnavailable } from './database-errors.js'

/**
 * PostgreSQL, 15 or newer.
 *
 * What comes back: `int8` (counts too) a number, or text beyond 2^53; `date` text `AAAA-MM-DD`; `timestamptz` a Date; `jsonb`
 * parsed; `bytea` a Buffer; `numeric` text. What goes in: the same. An object for a `jsonb` parameter is handed over as it is
 * (`${sql.json(value)}` or the bare object): text already made with JSON.stringify would be encoded twice.
 */
export interface Database {
  /**
   * Short reads and single statements: one connection, pipelined, so a slow statement holds up those behind it. What may wait for a row that
   * a transaction holds goes through {@link transaction}; here such a wait ends after a second, with an error for which isUnavailable() is true.
   */
  sql: Sql
  /** One connection kept for the opening of protocolos, the hot write. Waits as little as `sql`. */
  hot: Sql
  /**
   * Runs `fn` between BEGIN and COMMIT and returns what it returns, or rolls back and throws what it throws. Run again when it
   * lost against another transaction (40001, 40P01), so `fn` must have no effect besides its statements.
   *
   * Use only the `sql` it is given: `db.sql` inside works on another connection, so it sees nothing of this transaction and can
   * wait for its locks. A transaction inside a transaction waits for a second connection; when all are taken in that way it
   * fails after 5 s with DatabaseUnavailable rather than hanging.
   */
  transaction<T>(fn: (sql: Sql) => Promise<T>): Promise<T>
  /**
   * Calls `fn` with the payload of each NOTIFY. Notices sent while the connection is lost never come: `onGap` is called each
   * time listening starts, the first time included, so that caches can be dropped.
   */
  listen(channel: string, fn: (payload: string) => void, onGap?: () => void): Promise<{ unlisten(): Promise<void> }>
  url: string
  close(): Promise<void>
}

export interface DatabaseOptions {
  url: string
  random: Random
}

/** Milliseconds after which a statement or an idle transaction is ended by the server. */
const statementTimeout = 15_000
const idleTimeout = 10_000
/** Milliseconds that a statement may wait for a lock where others stand in line behind it. */
const lockTimeout = 1_000
/** Milliseconds between two looks at the database, and the longest it may take to answer one. */
const watchInterval = 1_000
const watchPatience = 4_000
const transactionConnections = 6

/**
 * Opens the database and looks that it answers.
 * @throws an error for which isUnavailable() is true when it is away.
 */
export async function openDatabase({ url, random }: DatabaseOptions): Promise<Database> {
  const connect: Connect = (onclose) => connectTo(url, { ...options, max: 1, onclose })
  const shared = { ...options, connection: { ...options.connection, lock_timeout: lockTimeout } }
  const connectShared: Connect = (onclose) => connectTo(url, { ...shared, max: 1, onclose })
  const sql = createConnection(connectShared)
  const hot = createConnection(connectShared)
  const transactions = createTransactions(connect, transactionConnections, random)
  const listener = connectTo(url, { ...options, max: 1 })
  const watch = watchDatabase(connect, () => {
    sql.reset()
    hot.reset()
    transactions.reset()
  })
  const db: Database = {
    sql: sql.sql,
    hot: hot.sql,
    transaction: (fn) => transactions.run(fn),
    listen: (channel, fn, onGap) => listener.listen(channel, fn, onGap),
    url,
    async close() {
      watch.stop()
      await Promise.all([sql.close(), hot.close(), transactions.close(), listener.end({ timeout: 1 }), watch.close()])
    },
  }
  try {
    await db.sql`select 1`
  } catch (error) {
    await db.close()
    throw error
  }
  return db
}

/** int8 as a number while a number can hold it. */
const bigint = {
  to: 20,
  from: [20],
  serialize: (value: number | bigint | string) => String(value),
  parse: (text: string): number | string => (Number.isSafeInteger(Number(text)) ? Number(text) : text),
}

/** A date has no hour and no time zone: it stays the text it is. */
const day = { to: 1082, from: [1082], serialize: (value: string) => value, parse: (text: string) => text }

const options = {
  connect_timeout: 5,
  // No retirement of connections by age: the driver may retire one while a statement is on it.
  max_lifetime: null,
  backoff: () => 0.25,
  types: { bigint, day },
  connection: {
    application_name: 'protocolo',
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: idleTimeout,
    TimeZone: 'UTC',
  },
}

/**
 * Asks the database for a sign of life every second. When none comes in time (a stopped machine, a network that swallows
 * packets) `onSilence` is called, because nothing else would ever fail the statements that wait.
 */
function watchDatabase(connect: Connect, onSilence: () => void) {
  const connection = createConnection(connect)
  let asking = false
  const timer = setInterval(look, watchInterval)
  timer.unref()
  return { stop: () => clearInterval(timer), close: () => connection.close() }

  async function look() {
    if (asking) return
    asking = true
    const silent = setTimeout(() => setImmediate(() => asking && silence()), watchPatience)
    try {
      await connection.sql`select 1`.catch(() => undefined) // who fails is failing the statements that wait already
    } finally {
      clearTimeout(silent)
      asking = false
    }
  }

  function silence() {
    connection.reset()
    onSilence()
  }
}

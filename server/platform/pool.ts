import type postgres from 'postgres'

/** What queries are written with: `db.sql`, `db.hot` and a transaction's `sql` alike. `begin` and `end` are left out on purpose. */
export type Sql = postgres.ISql

/** Makes a client of the driver; `onclose` is told of every connection that closes or fails to open. */
export type Connect = (max: number, onclose: () => void) => postgres.Sql

export interface Pool {
  sql: Sql
  /** Fails everything that waits on these connections and goes on with new ones. */
  reset(): void
  close(): Promise<void>
}

/** Seconds that a replaced client has to finish what it is doing. */
const farewell = 2

/**
 * A client that is replaced under those who hold it as soon as one of its connections is lost. postgres 3.4.9 does not always
 * recover: bytes not yet flushed when a connection closes keep that connection mute for ever, its waiting time grows to 20 s,
 * and a queue that built up fails one query at a time. A new client tries at once and fails at once.
 */
export function createPool(connect: Connect, max: number): Pool {
  let client = open()
  const sql = new Proxy<Sql>(client, {
    apply: (_, __, args) => Reflect.apply(client, undefined, args),
    get: (_, key) => Reflect.get(client, key),
  })
  return {
    sql,
    reset: () => replace(0),
    close: () => client.end({ timeout: farewell }),
  }

  function open(): postgres.Sql {
    const opened: postgres.Sql = connect(max, () => opened === client && replace(farewell))
    return opened
  }

  function replace(timeout: number) {
    const old = client
    client = open()
    void old.end({ timeout })
  }
}

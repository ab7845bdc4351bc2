import type postgres from 'postgres'

/** What queries are written with: `db.sql`, `db.hot` and a transaction's `sql` alike. `begin` and `end` are left out on purpose. */
export type Sql = postgres.ISql

/** Makes a client of the driver with one connection; `onclose` is told when it closes or fails to open. */
export type Connect = (onclose: () => void) => postgres.Sql

export interface Connection {
  sql: Sql
  /** Fails everything that waits on this connection and goes on with a new one. */
  reset(): void
  close(): Promise<void>
}

/** Seconds that a replaced client has to finish what it is doing. */
const farewell = 2

/**
 * One connection, pipelined: a client that is replaced under those who hold it as soon as its connection is lost. postgres 3.4.9
 * does not always recover: bytes not yet flushed when a connection closes keep that connection mute for ever, its waiting time
 * grows to 20 s, and a queue that built up fails one query at a time. A new client tries at once and fails at once.
 *
 * A client is never given a second connection to choose from: under steady load the driver's list of connections then keeps one
 * hole more for each query ever made, and each query searches it from the start (measured: 0.71 of one connection's throughput,
 * and falling).
 */
export function createConnection(connect: Connect): Connection {
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
    const opened: postgres.Sql = connect(() => opened === client && replace(farewell))
    return opened
  }

  function replace(timeout: number) {
    const old = client
    client = open()
    void old.end({ timeout })
  }
}

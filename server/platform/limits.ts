import { createHash } from 'node:crypto'
import type { Database, Sql } from './database.js'
import type { Clock } from './platform.js'

export interface Limits {
  /** Counts one event of `key`, in process, and returns how many fell into the last `windowSeconds`, on all nodes as far as known. */
  hit(key: string, windowSeconds: number): number
  /** The same count, adding nothing. */
  peek(key: string, windowSeconds: number): number
  /** Begins to share counts with the other nodes every two seconds. */
  start(): void
  stop(): Promise<void>
  /** Shares now. Never throws: without the database each node counts alone. */
  share(): Promise<void>
}

interface Counter {
  key: string
  /** Milliseconds. */
  length: number
  /** Start of the current window, in milliseconds since 1970. */
  start: number
  /** All nodes, as of the last sharing, ours included. */
  shared: number
  /** Ours since then. */
  unsent: number
  /** All of the window before. */
  previous: number
}

interface Options {
  db: Pick<Database, 'sql'>
  clock: Clock
  log: { warn(fields: object, text: string): void; info(text: string): void }
  /** With false nothing is counted and every count is 0. */
  enabled?: boolean
  /** Counters held at most; the one longest untouched goes first. */
  capacity?: number
}

const interval = 2000
const mostPerStatement = 5000
const sharingsBetweenSweeps = 30

/**
 * Rate counters: two neighbouring fixed windows, the older weighed by how much of it still lies within the last `windowSeconds`.
 */
export function createLimits({ db, clock, log, enabled = true, capacity = 100_000 }: Options): Limits {
  const counters = new Map<string, Counter>()
  let timer: NodeJS.Timeout | undefined
  let sharing: Promise<void> | undefined
  let away = false
  let sharings = 0

  function counterOf(key: string, windowSeconds: number, now: number): Counter {
    const id = `${windowSeconds} ${key}`
    const counter = counters.get(id) ?? { key, length: windowSeconds * 1000, start: 0, shared: 0, unsent: 0, previous: 0 }
    turn(counter, now)
    counters.delete(id)
    counters.set(id, counter)
    const oldest = counters.keys().next().value
    if (counters.size > capacity && oldest !== undefined) counters.delete(oldest)
    return counter
  }

  async function exchange(): Promise<void> {
    const now = clock.now().getTime()
    forgetOld(counters, now)
    const pending = [...counters.values()].filter((counter) => counter.unsent > 0).slice(0, mostPerStatement)
    if (pending.length > 0) await send(db.sql, pending)
    if (sharings++ % sharingsBetweenSweeps === 0) await db.sql`delete from contagens where expira_em < ${new Date(now)}`
  }

  async function share(): Promise<void> {
    try {
      await exchange()
      if (away) log.info('rate counts are shared again')
      away = false
    } catch (error) {
      if (!away) log.warn({ err: error }, 'rate counts are not shared for now')
      away = true
    }
  }

  return {
    hit(key, windowSeconds) {
      if (!enabled) return 0
      const now = clock.now().getTime()
      const counter = counterOf(key, windowSeconds, now)
      counter.unsent++
      return total(counter, now)
    },
    peek(key, windowSeconds) {
      const counter = counters.get(`${windowSeconds} ${key}`)
      if (!counter) return 0
      const now = clock.now().getTime()
      turn(counter, now)
      return total(counter, now)
    },
    start() {
      if (!enabled || timer) return
      timer = setInterval(() => {
        sharing ??= share().finally(() => {
          sharing = undefined
        })
      }, interval)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      timer = undefined
      await sharing
    },
    share,
  }
}

/** Moves a counter on to the window that holds `now`. */
function turn(counter: Counter, now: number): void {
  const start = now - (now % counter.length)
  if (start === counter.start) return
  counter.previous = start - counter.start === counter.length ? counter.shared + counter.unsent : 0
  counter.start = start
  counter.shared = 0
  counter.unsent = 0
}

function total(counter: Counter, now: number): number {
  const weight = 1 - (now - counter.start) / counter.length
  return counter.shared + counter.unsent + Math.floor(counter.previous * weight)
}

function forgetOld(counters: Map<string, Counter>, now: number): void {
  for (const [id, counter] of counters) {
    if (now >= counter.start + 2 * counter.length) counters.delete(id)
  }
}

interface Shared {
  chave: Buffer
  total: number
}

/** One statement: adds what each counter has not sent yet and brings back everyone's totals. In order of key, so two nodes never wait for each other. */
async function send(sql: Sql, counters: Counter[]): Promise<void> {
  const rows = counters
    .map((counter) => ({ counter, start: counter.start, sent: counter.unsent, hash: hashOf(counter) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const totals = await sql<Shared[]>`
    insert into contagens as c (chave, janela, total, expira_em)
    select decode(chave, 'hex'), to_timestamp(janela), total, to_timestamp(expira)
      from unnest(${rows.map((r) => r.hash)}::text[], ${rows.map((r) => r.start / 1000)}::float8[], ${rows.map((r) => r.sent)}::int[],
                  ${rows.map((r) => (r.start + 2 * r.counter.length) / 1000)}::float8[]) as r (chave, janela, total, expira)
        on conflict (chave, janela) do update set total = c.total + excluded.total
    returning chave, total`
  const byHash = new Map(totals.map((row) => [row.chave.toString('hex'), row.total]))
  for (const { counter, start, sent, hash } of rows) {
    if (counter.start !== start) continue
    counter.unsent -= sent
    counter.shared = byHash.get(hash) ?? counter.shared + sent
  }
}

/** Keys hold addresses of people: the database sees only their hash. */
function hashOf(counter: Counter): string {
  return createHash('sha256').update(`${counter.length} ${counter.key}`).digest('hex').slice(0, 32)
}

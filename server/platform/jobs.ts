import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Runner, run, type WorkerEvents } from 'graphile-worker'
import type { Logger } from 'pino'
import type postgres from 'postgres'
import { connectTo } from './client.js'
import type { Sql } from './connection.js'
import { workerLogger } from './jobs-log.js'

/** Does one job. May be called again for the same job after a failure or a crash. */
export type Task = (payload: unknown) => Promise<void>

export interface JobsOptions {
  tasks: Record<string, Task>
  /** Schedules in crontab form, UTC: `0 4 * * * limpar_anexos`. */
  crontab?: string
  log: Logger
  /** Milliseconds between two looks for jobs that dead nodes left locked. A job is freed at the second look that finds it. */
  sweepInterval?: number
}

export interface Jobs {
  /** Lets the running jobs end, 10 s at most, and stops. */
  stop(): Promise<void>
}

const concurrency = 4
/** Milliseconds; new jobs are announced by NOTIFY, so this is for retries and lost announcements. */
const pollInterval = 2_000
const restartDelay = 2_000
const stopPatience = 10_000
/** Class of the advisory locks by which nodes show that they live. */
const lockClass = 7_102_019

/**
 * Works through the queue that `graphile_worker.add_job` fills.
 *
 * The worker frees what a dead node had locked only after four hours. So each node holds, for as long as it lives, an advisory
 * lock named after its worker pool: it goes with the node's connection, at once after `kill -9` and within half a minute when the
 * machine is gone. A job locked by a pool whose lock nobody holds is freed.
 * @throws when the database is away at the start; later absences are waited out.
 */
export async function startJobs(url: string, { tasks, crontab, log, sweepInterval = 2_000 }: JobsOptions): Promise<Jobs> {
  const pools = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  const client = connectTo(url, holderOptions)
  const sweeper = startSweeper(client, pools, sweepInterval, log)
  events.on('pool:create', ({ workerPool }) => {
    pools.add(workerPool.id)
    sweeper.look()
  })
  const stopping = new AbortController()
  let runner: Runner
  try {
    runner = await start()
  } catch (error) {
    await sweeper.stop()
    throw error
  }
  const kept = keepRunning()
  return {
    async stop() {
      stopping.abort()
      const stopped = Promise.all([runner.stop().catch(ignore), kept])
      await Promise.race([stopped, wait(stopPatience, undefined, { ref: false })])
      // What still runs ends with the process, and is done again by whoever comes next.
      await sweeper.stop()
    },
  }

  function start(): Promise<Runner> {
    return run({
      connectionString: url,
      maxPoolSize: concurrency + 2,
      concurrency,
      pollInterval,
      noHandleSignals: true,
      taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)])),
      crontab: crontab ?? '',
      events,
      logger: workerLogger(log),
      // Without batches the worker does not wait for what it writes about a job, so a database that goes away
      // while one ends would take the process down with an unhandled rejection.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })
  }

  /** The worker gives up after a long absence of the database; it is started again until stopped. */
  async function keepRunning() {
    while (!stopping.signal.aborted) {
      await runner.promise.catch(ignore)
      if (stopping.signal.aborted) return
      log.warn('the job worker ended and is started again')
      sweeper.forget()
      await wait(restartDelay, undefined, { signal: stopping.signal, ref: false }).catch(ignore)
      if (stopping.signal.aborted) return
      runner = await start().catch((error: Error) => {
        log.error({ code: error.name }, 'the job worker did not start')
        return runner
      })
      // Told to stop while it started: the one just started was not there to be stopped.
      if (stopping.signal.aborted) await runner.stop().catch(ignore)
    }
  }
}

/** The connection that holds the lock: the server gives it up 25 s after the node's machine went silent. */
const holderOptions = {
  max: 1,
  max_lifetime: null,
  connect_timeout: 5,
  backoff: () => 1,
  connection: { application_name: 'protocolo-jobs', tcp_keepalives_idle: 10, tcp_keepalives_interval: 5, tcp_keepalives_count: 3 },
}

function startSweeper(client: postgres.Sql, pools: Set<string>, interval: number, log: Logger) {
  let suspects = new Set<string>()
  let sweeping = Promise.resolve()
  let busy = false
  const look = () => {
    if (busy) return
    busy = true
    sweeping = sweep().finally(() => {
      busy = false
    })
  }
  const timer = setInterval(look, interval)
  return {
    look,
    /** Gives up this node's claim to live, so that what its ended worker left locked is freed too. */
    forget() {
      pools.clear()
      client`select pg_advisory_unlock_all()`.catch(ignore)
    },
    async stop() {
      clearInterval(timer)
      await Promise.race([sweeping, wait(1_000, undefined, { ref: false })])
      await client.end({ timeout: 1 })
    },
  }

  async function sweep() {
    try {
      await showLife(client, [...pools])
      const found = await abandonedBy(client)
      // Twice in a row: after a restart of the database the living may need a moment to lock again.
      const dead = found.filter((pool) => suspects.has(pool) && !pools.has(pool))
      suspects = new Set(found)
      if (dead.length === 0) return
      await client`select graphile_worker.force_unlock_workers(${dead}), pg_notify('jobs:insert', ${JSON.stringify({ count: concurrency })})`
      log.warn({ nodes: dead.length }, 'jobs of dead nodes were freed')
    } catch (error) {
      suspects = new Set()
      log.debug({ code: error instanceof Error ? error.name : 'unknown' }, 'no look for jobs of dead nodes: the database is away')
    }
  }
}

/** Takes this node's locks where this connection does not hold them yet. */
async function showLife(sql: Sql, pools: string[]) {
  await sql`
    select pg_try_advisory_lock(${lockClass}, hashtext(pool)) from unnest(${pools}::text[]) pool
    where not exists (
      select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and classid = ${lockClass}
        and objid::bigint = hashtext(pool)::bigint & 4294967295)`
}

/** Worker pools that hold jobs or queues and live no more. */
async function abandonedBy(sql: Sql): Promise<string[]> {
  const rows = await sql<{ pool: string }[]>`
    select distinct locked_by as pool
      from (select locked_by from graphile_worker._private_jobs union all select locked_by from graphile_worker._private_job_queues) held
     where locked_by is not null and hashtext(locked_by)::bigint & 4294967295 not in (
       select objid::bigint from pg_locks
        where locktype = 'advisory' and granted and classid = ${lockClass}
          and database = (select oid from pg_database where datname = current_database()))`
  return rows.map((row) => row.pool)
}

function ignore() {
  return
}

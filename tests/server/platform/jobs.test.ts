import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startJobs } from '../../../server/platform/jobs.js'
import { createLog } from '../../../server/platform/log.js'
import { createTestDatabase, type TestDatabase } from '../helpers/database.js'

const log = createLog('silent')

describe('jobs', () => {
  let database: TestDatabase
  before(async () => {
    database = await createTestDatabase()
  })
  after(() => database.drop())

  /** A task that resolves `done` with its payload. */
  function once() {
    let settle: (payload: unknown) => void
    const done = new Promise<unknown>((resolve) => {
      settle = resolve
    })
    return { done, task: async (payload: unknown) => settle(payload) }
  }

  it('does a job with its payload', async () => {
    const { done, task } = once()
    const jobs = await startJobs(database.url, { tasks: { fazer: task }, log })
    await database.sql`select graphile_worker.add_job('fazer', '{"a":1}')`
    assert.deepEqual(await done, { a: 1 })
    await jobs.stop()
  })

  it('does a job added in a transaction only if the transaction is committed', async () => {
    const seen: unknown[] = []
    const { done, task } = once()
    const jobs = await startJobs(database.url, { tasks: { anotar: async (payload) => void seen.push(payload), fazer: task }, log })
    const undone = database.sql.begin(async (sql) => {
      await sql`select graphile_worker.add_job('anotar', '1')`
      throw new Error('undone')
    })
    await assert.rejects(undone, /undone/)
    await database.sql`select graphile_worker.add_job('fazer', '2')`
    await done
    await jobs.stop()
    assert.deepEqual(seen, [])
  })

  it('keeps a job that failed, to be tried again later', async () => {
    const failing = once()
    const jobs = await startJobs(database.url, {
      tasks: {
        falhar: async (payload) => {
          await failing.task(payload)
          throw new Error('not today')
        },
      },
      log,
    })
    await database.sql`select graphile_worker.add_job('falhar', '{}')`
    await failing.done
    await jobs.stop()
    const [job] = await database.sql`
      select attempts, last_error, run_at > now() as later, locked_by from graphile_worker.jobs where task_identifier = 'falhar'`
    assert.deepEqual(job, { attempts: 1, last_error: 'not today', later: true, locked_by: null })
  })

  it('lets a running job end before it stops', async () => {
    const started = once()
    const gate = once()
    let ended = false
    const jobs = await startJobs(database.url, {
      tasks: {
        demorar: async (payload) => {
          await started.task(payload)
          await gate.done
          ended = true
        },
      },
      log,
    })
    await database.sql`select graphile_worker.add_job('demorar', '{}')`
    await started.done
    const stopped = jobs.stop()
    await gate.task(undefined)
    await stopped
    assert.ok(ended)
    assert.deepEqual([...(await database.sql`select from graphile_worker.jobs where task_identifier = 'demorar'`)], [])
  })

  it('does soon what a dead node had begun', async () => {
    await database.sql`select graphile_worker.add_job('retomar', '{"vez":1}')`
    await database.sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-of-a-dead-node', attempts = 1 where locked_by is null`
    const { done, task } = once()
    const jobs = await startJobs(database.url, { tasks: { retomar: task }, log, sweepInterval: 50 })
    assert.deepEqual(await done, { vez: 1 })
    await jobs.stop()
  })

  it('leaves alone what a living node is doing', async () => {
    const started = once()
    const gate = once()
    let times = 0
    const slow = await startJobs(database.url, {
      tasks: {
        ocupar: async (payload) => {
          times++
          await started.task(payload)
          await gate.done
        },
      },
      log,
      sweepInterval: 50,
    })
    await database.sql`select graphile_worker.add_job('ocupar', '{}')`
    await started.done
    // Orphaned work is freed by the same look that would free the living node's: once it is done, that look has passed.
    await database.sql`select graphile_worker.add_job('retomar', '{}')`
    await database.sql`
      update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-of-another-dead-node'
       where task_id = (select id from graphile_worker._private_tasks where identifier = 'retomar')`
    const orphan = once()
    const other = await startJobs(database.url, {
      tasks: { ocupar: async () => void times++, retomar: orphan.task },
      log,
      sweepInterval: 50,
    })
    await orphan.done
    await gate.task(undefined)
    await Promise.all([slow.stop(), other.stop()])
    assert.equal(times, 1)
  })

  it('goes on after its connections were ended', async () => {
    const { done, task } = once()
    const jobs = await startJobs(database.url, { tasks: { fazer: task }, log, sweepInterval: 50 })
    await database.sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'postgres.js'`
    await database.sql`select graphile_worker.add_job('fazer', '{"depois":true}')`
    assert.deepEqual(await done, { depois: true })
    await jobs.stop()
  })
})

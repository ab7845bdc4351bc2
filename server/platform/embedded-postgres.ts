import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type postgres from 'postgres'
import { connectTo } from './client.js'
import { codeOf } from './database-errors.js'
import { type Cluster, initialise, readPassword, runProgram, user, windows } from './embedded-cluster.js'
import { EmbeddedError, findPlace, socketFolder } from './embedded-place.js'
import { clearSocketLock, runningServer } from './embedded-running.js'

export { EmbeddedError } from './embedded-place.js'

export interface Embedded {
  /** Connection string, with its password: never to be logged. */
  url: string
  /** Stops the server as a shutdown does: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>
}

const database = 'protocolo'
/** Milliseconds for a start, recovery after a crash included. */
const startPatience = 120_000
/** Held by the process that uses the cluster. */
const lock = 7_102_020

/**
 * Runs PostgreSQL from npm with its data under `dataDir`, made at the first start. It listens on a Unix socket alone (TCP
 * loopback on Windows), with a random password kept in a file that only we can read. A server that an earlier process left
 * running, because it was killed, is taken over.
 * @throws EmbeddedError with one line: the folder is in use by another process, or why the server does not start.
 */
export async function startEmbedded({ dataDir, log }: { dataDir: string; log: Logger }): Promise<Embedded> {
  const place = findPlace(dataDir, log)
  const data = join(place.folder, 'postgres')
  const cluster: Cluster = {
    ...place,
    data,
    password: readPassword(place.folder),
    ...(!windows && { socket: socketFolder(data, place.account) }),
  }
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(cluster)
  const { url, holder } = await takeOver(cluster)
  return {
    url,
    async stop() {
      await holder.end({ timeout: 1 })
      if (runningServer(data)) await runProgram(cluster, 'pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60'])
      if (cluster.socket && cluster.socket !== data) rmSync(cluster.socket, { recursive: true, force: true })
    },
  }
}

/** Starts the server unless it runs, and claims it. A server about to stop is waited for and started again. */
async function takeOver(cluster: Cluster): Promise<{ url: string; holder: postgres.Sql }> {
  const deadline = Date.now() + startPatience
  for (;;) {
    const running = runningServer(cluster.data)
    const url = running ? urlOf(cluster, running.port) : await start(cluster)
    if (!url) {
      if (Date.now() > deadline) throw new EmbeddedError('O PostgreSQL embutido anterior não terminou: encerre seus processos.')
      await wait(100)
      continue
    }
    const holder = connectTo(url('postgres'), {
      max: 1,
      max_lifetime: null,
      connect_timeout: 10,
      backoff: () => 1,
      onnotice: () => undefined,
    })
    try {
      await claim(holder)
      return { url: url(database), holder }
    } catch (error) {
      await holder.end({ timeout: 0 })
      if (error instanceof EmbeddedError || codeOf(error) === '28P01' || Date.now() > deadline) throw error
      await wait(100)
    }
  }
}

async function claim(holder: postgres.Sql) {
  const [row] = await holder<{ free: boolean }[]>`select pg_try_advisory_lock(${lock}) as free`
  if (!row?.free)
    throw new EmbeddedError('Outro processo do Protocolo já usa esta pasta de dados: encerre-o ou escolha outra em PROTOCOLO_DADOS.')
  const [made] = await holder`select from pg_database where datname = ${database}`
  if (!made) await holder.unsafe(`create database ${database}`)
}

/** @returns undefined while workers of a server that was killed still end. */
async function start(cluster: Cluster): Promise<((database: string) => string) | undefined> {
  const port = windows ? await freePort() : 5432
  const settings = join(cluster.data, 'postgresql.auto.conf')
  writeFileSync(
    settings,
    Object.entries(settingsOf(cluster, port))
      .map(([name, value]) => `${name} = '${value}'\n`)
      .join(''),
  )
  if (cluster.account) chownSync(settings, cluster.account.uid, cluster.account.gid)
  if (cluster.socket) clearSocketLock(cluster.socket, port, cluster.data)
  const logFile = join(cluster.data, 'servidor.log')
  rmSync(logFile, { force: true })
  try {
    await runProgram(cluster, 'pg_ctl', ['start', '-D', cluster.data, '-l', logFile, '-w', '-t', String(startPatience / 1000)])
  } catch (error) {
    // Someone else started it at the same moment: claiming it will tell.
    if (!runningServer(cluster.data)) {
      const why = reason(logFile, error)
      if (why.includes('shared memory block')) return undefined
      throw new EmbeddedError(`O PostgreSQL embutido não iniciou: ${why}`)
    }
  }
  return urlOf(cluster, runningServer(cluster.data)?.port ?? port)
}

/** Durability (fsync, synchronous_commit, full_page_writes) stays as PostgreSQL ships it: on. */
function settingsOf(cluster: Cluster, port: number): Record<string, string | number> {
  return {
    listen_addresses: windows ? '127.0.0.1' : '',
    port,
    ...(cluster.socket && { unix_socket_directories: cluster.socket.replaceAll("'", "''"), unix_socket_permissions: '0700' }),
    max_connections: 100,
    shared_buffers: '128MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_timezone: 'UTC',
  }
}

function urlOf(cluster: Cluster, port: number): (database: string) => string {
  const host = cluster.socket ? encodeURIComponent(cluster.socket) : '127.0.0.1'
  return (name) => `postgres://${user}:${cluster.password}@${host}:${port}/${name}`
}

/** The last complaint in the server's log. */
function reason(logFile: string, error: unknown): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n') : []
  const complaint = lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.findLast((line) => line.trim() !== '')
  return complaint ?? (error instanceof Error ? error.message.replaceAll('\n', ' ') : 'sem explicação')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new EmbeddedError('Não há porta livre para o PostgreSQL embutido.')
  return address.port
}

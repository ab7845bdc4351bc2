import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type postgres from 'postgres'
import { uuidv7 } from 'uuidv7'
import { connectTo } from '../../../server/platform/client.js'
import { type Embedded, startEmbedded } from '../../../server/platform/embedded-postgres.js'
import { createLog } from '../../../server/platform/log.js'
import { migrate } from '../../../server/platform/migrations.js'

const silent = createLog('silent')
/** Held while the template is made or copied: PostgreSQL copies only a database that nobody is connected to. */
const lock = 7_102_021

let embedded: Promise<Embedded & { dataDir: string }> | undefined
let users = 0
/** The server whose template this process has looked at already. */
let prepared: string | undefined

/** Connection string of the test server: the one at DATABASE_URL, else an embedded one that lives while a database is in use. */
async function serverUrl(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  embedded ??= startThrowaway()
  return (await embedded).url
}

async function startThrowaway() {
  const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-teste-'))
  return { ...(await startEmbedded({ dataDir, log: silent })), dataDir }
}

async function leaveServer() {
  users--
  if (users > 0 || !embedded) return
  const { stop, dataDir } = await embedded
  embedded = undefined
  prepared = undefined
  await stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** A new database with nothing in it; `drop` removes it with whoever is still connected. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0')
}

/** A new database with every migration applied. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase('protocolo_modelo')
}

export interface TestDatabase {
  url: string
  /** For looking at it from outside the program under test. */
  sql: postgres.Sql
  drop(): Promise<void>
}

async function createDatabase(template: string): Promise<TestDatabase> {
  users++
  const url = await serverUrl()
  const name = `teste_${uuidv7().replaceAll('-', '')}`
  const sql = connectTo(url, { max: 1 })
  try {
    await sql`select pg_advisory_lock(${lock})`
    if (template !== 'template0' && prepared !== url) await prepareTemplate(url, template)
    if (template !== 'template0') prepared = url
    await sql.unsafe(`create database ${name} template ${template}`)
  } finally {
    await sql.end({ timeout: 0 })
  }
  const own = databaseUrl(url, name)
  const outside = connectTo(own, { max: 2 })
  return {
    url: own,
    sql: outside,
    async drop() {
      await outside.end({ timeout: 0 })
      await drop(url, name)
    },
  }
}

/** Brings the template up to date, from nothing when its migrations are not the ones that stand here. */
async function prepareTemplate(server: string, template: string) {
  const sql = connectTo(server, { max: 1 })
  try {
    const [made] = await sql`select from pg_database where datname = ${template}`
    if (!made) await sql.unsafe(`create database ${template} template template0`)
    await migrate({ url: databaseUrl(server, template) }, silent).catch(async () => {
      await sql.unsafe(`drop database ${template} with (force)`)
      await sql.unsafe(`create database ${template} template template0`)
      await migrate({ url: databaseUrl(server, template) }, silent)
    })
    await freed(sql, template)
  } finally {
    await sql.end({ timeout: 0 })
  }
}

/** Connections of the migrations close by themselves, a moment after; what is still there then was left by somebody else. */
async function freed(sql: postgres.Sql, database: string) {
  const deadline = Date.now() + 5000
  for (;;) {
    const left = await sql`select pid from pg_stat_activity where datname = ${database}`
    if (left.length === 0) return
    if (Date.now() > deadline) break
    await sql`select pg_sleep(0.02)`
  }
  await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${database}`
}

async function drop(server: string, name: string) {
  const sql = connectTo(server, { max: 1 })
  await sql.unsafe(`drop database if exists ${name} with (force)`)
  await sql.end({ timeout: 0 })
  await leaveServer()
}

function databaseUrl(server: string, name: string): string {
  return server.replace(/^([a-z]+:\/\/[^/]+)\/?[^?]*/, `$1/${name}`)
}

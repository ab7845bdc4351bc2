import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import type { Logger } from 'pino'
import { connectTo } from './client.js'
import type { Sql } from './connection.js'
import { workerLogger } from './jobs-log.js'

/** A migration that cannot be applied, or an applied one that is not the file that stands here. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

interface Migration {
  name: string
  text: string
  sha256: string
}

const besideThisFile = join(dirname(fileURLToPath(import.meta.url)), 'migrations')
/** Any number, the same in every process of this program. */
const lock = 7_102_018

/**
 * Brings the schema up to date: first the job queue's own, then every `NNNN_name.sql` not applied yet, in order, each in a
 * transaction of its own. Several processes may call it at once: one works, the others wait. An applied file never changes:
 * its SHA-256 is kept and compared.
 * @throws MigrationError
 */
export async function migrate(db: { url: string }, log: Logger, folder = besideThisFile): Promise<void> {
  const migrations = await readMigrations(folder)
  const client = connectTo(db.url, { max: 1, connect_timeout: 10 })
  try {
    const sql = await client.reserve()
    await sql`select pg_advisory_lock(${lock})`
    await runMigrations({ connectionString: db.url, logger: workerLogger(log) })
    const applied = await readApplied(sql)
    check(applied, migrations)
    for (const migration of migrations.filter(({ name }) => !applied.has(name))) {
      await apply(sql, migration)
      log.info({ migration: migration.name }, 'migration applied')
    }
  } finally {
    await client.end({ timeout: 0 })
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const wrong = names.find((name, i) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name) || name.slice(0, 4) === names[i - 1]?.slice(0, 4))
  if (wrong) throw new MigrationError(`migration ${wrong}: its name must be NNNN_name.sql, with a number of its own`)
  return Promise.all(
    names.map(async (file) => {
      // Line ends may change with a checkout; they don't change what a statement does.
      const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
      return { name: file.slice(0, -'.sql'.length), text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Applied migrations: SHA-256 by name. */
async function readApplied(sql: Sql): Promise<Map<string, string>> {
  const [table] = await sql<{ there: boolean }[]>`select to_regclass('migracoes') is not null as there`
  if (!table?.there) {
    await sql.unsafe(`
      create table migracoes (nome text primary key, sha256 text not null, aplicada_em timestamptz not null default now());
      comment on table migracoes is 'Migrations applied, and what each of them said.'`)
  }
  const rows = await sql<{ nome: string; sha256: string }[]>`select nome, sha256 from migracoes`
  return new Map(rows.map((row) => [row.nome, row.sha256]))
}

function check(applied: Map<string, string>, migrations: Migration[]) {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]))
  for (const [name, sha256] of applied) {
    const here = known.get(name)
    if (here === undefined)
      throw new MigrationError(`O banco de dados é de uma versão mais nova deste programa (migração ${name}): instale essa versão.`)
    if (here !== sha256)
      throw new MigrationError(
        `A migração ${name} mudou depois de aplicada neste banco de dados: volte à versão que a aplicou, ou use um banco novo.`,
      )
  }
}

async function apply(sql: Sql, { name, text, sha256 }: Migration) {
  await sql.unsafe('begin')
  try {
    await sql.unsafe(text)
    await sql`insert into migracoes (nome, sha256) values (${name}, ${sha256})`
    await sql.unsafe('commit')
  } catch (cause) {
    await sql.unsafe('rollback')
    throw new MigrationError(`migration ${name}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

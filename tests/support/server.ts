import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A `node …args` in a process of its own. */
export interface Program {
  pid: number
  /** Everything it printed so far. */
  output(): string
  /** Waits until it has printed a match. @throws when it ends without */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  /** Its exit code, once it has ended; null when a signal ended it. */
  ended: Promise<number | null>
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>
}

export interface RunningServer extends Program {
  address: string
}

/** Starts a program of ours with a data folder that goes away with it, unless `env` names one. */
export function startProgram(args: string[], env: Record<string, string>): Program {
  const dataDir = env.PROTOCOLO_DADOS ?? mkdtempSync(join(tmpdir(), 'protocolo-dados-'))
  const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
    env: { ...process.env, NODE_ENV: 'production', PROTOCOLO_LOG: 'warn', PROTOCOLO_DADOS: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
  const ended = once(child, 'exit').then(() => child.exitCode)
  const closed = once(child, 'close')

  const end = async (signal: NodeJS.Signals) => {
    if (running(child)) child.kill(signal)
    await ended
    if (!env.PROTOCOLO_DADOS) rmSync(dataDir, { recursive: true, force: true })
  }
  return {
    pid: child.pid ?? 0,
    output: () => output,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output)
          if (found) resolve(found)
        }
        look()
        for (const stream of [child.stdout, child.stderr]) stream.on('data', look)
        closed.then(() => reject(new Error(`it ended without printing ${pattern}:\n${output}`)), reject)
      }),
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Starts a server of ours and waits until it answers at /health/ready. */
export async function startServer(args: string[], env: Record<string, string>): Promise<RunningServer> {
  const port = Number(env.PORT ?? (await freePort()))
  const program = startProgram(args, { ...env, PORT: String(port) })
  const address = `http://localhost:${port}`
  try {
    await Promise.race([ready(address, program), endedTooSoon(program)])
  } catch (error) {
    await program.kill()
    throw error
  }
  return { ...program, address }
}

/** Starts the demo and waits until its people and protocolos are there too. */
export async function startDemo(env: Record<string, string>): Promise<RunningServer> {
  const server = await startServer(['dist/demo/main.js'], env)
  await server.printed(/Para parar/)
  return server
}

async function ready(address: string, { output }: Program): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    if (Date.now() > deadline) throw new Error(`the server was not ready within a minute:\n${output()}`)
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function endedTooSoon({ ended, output }: Program): Promise<never> {
  await ended
  throw new Error(`the server ended before it was ready:\n${output()}`)
}

function running(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

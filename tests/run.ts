/**
 * `npm test [server] [widget] [e2e]`: all three kinds unless told, on one PostgreSQL started for the run
 * (or the one at DATABASE_URL) and one Chromium.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../server/platform/embedded-postgres.js'
import { createLog } from '../server/platform/log.js'
import { ensureChromium } from './support/chromium.js'

/** Milliseconds a file of tests may take: one that never ends is named and ended, and the rest goes on. */
const patience = 600_000

const kinds = ['server', 'widget', 'e2e'] as const
type Kind = (typeof kinds)[number]

const folders: Record<Kind, string[]> = {
  server: ['tests/house', 'tests/server'],
  widget: [],
  e2e: ['tests/e2e'],
}

const testRunner = ['--import', 'tsx', '--test', '--test-concurrency=2', '--test-reporter=spec', `--test-timeout=${patience}`]

async function main() {
  const asked = process.argv.slice(2)
  const unknown = asked.find((kind) => !kinds.some((known) => known === kind))
  if (unknown) throw new Error(`"${unknown}" is none of ${kinds.join(', ')}`)
  const chosen = asked.length ? kinds.filter((kind) => asked.includes(kind)) : kinds

  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'test' }
  if (chosen.some((kind) => kind !== 'server')) env.CHROME_PATH = ensureChromium()
  await run(process.execPath, ['scripts/build.mjs'], env)

  const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-testes-'))
  const embedded = env.DATABASE_URL ? undefined : await startEmbedded({ dataDir, log: createLog('warn') })
  if (embedded) env.DATABASE_URL = embedded.url
  try {
    for (const kind of chosen) {
      console.log(`\n── ${kind} ──`)
      if (kind === 'widget') await run(process.execPath, ['node_modules/@web/test-runner/dist/bin.js'], env)
      else await run(process.execPath, [...testRunner, ...testsIn(folders[kind])], env)
    }
  } finally {
    await embedded?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function testsIn(paths: string[]) {
  return paths
    .flatMap((path) => readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file)))
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env })
    child.on('error', reject)
    child.on('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${signal ?? code}`))))
  })
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})

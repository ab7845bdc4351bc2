/**
 * `npm run bench [name …]`: each figure compares ours with its ceiling in one run, in turns, and prints one line
 * `name ratio=… ours=… ceiling=…`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../server/platform/embedded-postgres.js'
import { createLog } from '../../server/platform/log.js'
import { abertura } from './abertura.js'
import { carregamento } from './carregamento.js'
import { consulta } from './consulta.js'
import { crescimento } from './crescimento.js'
import { begin, begun, endDownTo } from './ends.js'
import { fila } from './fila.js'
import { painel } from './painel.js'
import { sessao } from './sessao.js'
import { tramite } from './tramite.js'

/** One line of the result. `ratio` is ours over the ceiling: more is better of what is done in a second, less of what has to be waited. */
export interface Figure {
  name: string
  ratio: number
  ours: string
  ceiling: string
  /** What the ceiling is called. */
  named?: string
}

const benches: Record<string, () => Promise<Figure>> = { consulta, abertura, crescimento, painel, fila, tramite, sessao, carregamento }

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in benches))
if (unknown) throw new Error(`"${unknown}" is none of ${Object.keys(benches).join(', ')}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void endDownTo(0).then(() => process.exit(128 + constants.signals[signal])))
}

try {
  process.env.DATABASE_URL ||= await ownDatabase()
  const own = begun()
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length && !asked.includes(name)) continue
    const figure = await bench().finally(() => endDownTo(own))
    console.log(`${figure.name} ratio=${figure.ratio.toFixed(2)} ours=${figure.ours} ${figure.named ?? 'ceiling'}=${figure.ceiling}`)
  }
} finally {
  await endDownTo(0)
}

/** An embedded PostgreSQL that goes away with the run. */
async function ownDatabase(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-bench-'))
  const { url } = await begin(startEmbedded({ dataDir, log: createLog('warn') }), async ({ stop }) => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return url
}

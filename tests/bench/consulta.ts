import { createTestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { startServer } from '../support/server.js'
import { begin } from './ends.js'
import { first, loadProtocolos, year } from './load.js'
import type { Figure } from './run.js'
import { inTurns, perSecond } from './turns.js'

const count = 1_000_000

/** Consults by number a second, over HTTP, among 1,000,000 protocolos, against a bare server doing the same query. */
export async function consulta(): Promise<Figure> {
  const database = await begin(createTestDatabase(), ({ drop }) => drop())
  const env = { DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' }
  await cli(env, 'entidade', 'importar', 'demo/entidades/vila-serena.json')
  await loadProtocolos(database.sql, count)
  const server = await begin(startServer(['dist/server/main.js'], env), ({ stop }) => stop())
  const bare = await begin(startServer(['--import', 'tsx', 'tests/bench/bare-consulta.ts'], env), ({ stop }) => stop())
  const load = (address: string) => () => perSecond(`${address}/v1/entidades/vila-serena/consulta`, { next: anyNumber })
  const [ours, ceiling] = await inTurns(5, load(server.address), load(bare.address))
  return { name: 'consulta', ratio: ours / ceiling, ours: `${ours.toFixed(0)}/s`, ceiling: `${ceiling.toFixed(0)}/s` }
}

function anyNumber() {
  const numero = `PMVS ${year}/${first + Math.floor(Math.random() * count)}`
  return { path: `/v1/entidades/vila-serena/consulta?numero=${encodeURIComponent(numero)}` }
}

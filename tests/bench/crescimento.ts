import { Agent, get } from 'node:http'
import { createTestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { startServer } from '../support/server.js'
import { begin } from './ends.js'
import { first, loadProtocolos, year } from './load.js'
import type { Figure } from './run.js'
import { inTurns, median } from './turns.js'

/** How the wait of one person who consults grows from 10,000 to 1,000,000 protocolos: p50 over p50, one request at a time. */
export async function crescimento(): Promise<Figure> {
  const large = await serverWith(1_000_000)
  const small = await serverWith(10_000)
  const [atLarge, atSmall] = await inTurns(5, large.p50, small.p50)
  return { name: 'crescimento', ratio: atLarge / atSmall, ours: `${atLarge.toFixed(3)}ms`, ceiling: `${atSmall.toFixed(3)}ms` }
}

async function serverWith(count: number) {
  const database = await begin(createTestDatabase(), ({ drop }) => drop())
  const env = { DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' }
  await cli(env, 'entidade', 'importar', 'demo/entidades/vila-serena.json')
  await loadProtocolos(database.sql, count)
  const server = await begin(startServer(['dist/server/main.js'], env), ({ stop }) => stop())
  const agent = await begin(new Agent({ keepAlive: true, maxSockets: 1 }), (own) => own.destroy())
  return {
    p50: async () => {
      const waits: number[] = []
      for (let i = 0; i < 2000; i++) {
        const numero = encodeURIComponent(`PMVS ${year}/${first + Math.floor(Math.random() * count)}`)
        const start = performance.now()
        await read(`${server.address}/v1/entidades/vila-serena/consulta?numero=${numero}`, agent)
        waits.push(performance.now() - start)
      }
      return median(waits)
    },
  }
}

function read(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`))
      response.resume().on('end', resolve)
    }).on('error', reject)
  })
}

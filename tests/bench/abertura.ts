import { randomUUID } from 'node:crypto'
import { abrir } from '../../server/modules/protocolos/queries.js'
import { connectTo } from '../../server/platform/client.js'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { linhasDeAbertura } from '../support/linha.js'
import { startServer } from '../support/server.js'
import { begin } from './ends.js'
import type { Figure } from './run.js'
import { inTurns, perSecond } from './turns.js'

const inFlight = 32
const seconds = 5

/**
 * Openings a second over HTTP, with all that an opening does but the proof of work, against the same SQL function called from a
 * bare script on one connection. Both fill the same orgao of the same database; the jobs that they leave are done between turns.
 */
export async function abertura(): Promise<Figure> {
  const database = await begin(createTestDatabase(), ({ drop }) => drop())
  const env = { DATABASE_URL: database.url, PROTOCOLO_PROVA: '0', PROTOCOLO_LIMITES: '0' }
  await cli(env, 'entidade', 'importar', 'demo/entidades/vila-serena.json')
  const server = await begin(startServer(['dist/server/main.js'], env), ({ stop }) => stop())
  const bare = await begin(connectTo(database.url, { max: 1 }), (sql) => sql.end({ timeout: 1 }))
  const linha = await linhasDeAbertura(database.sql, 'vila-serena', 'certidao-negativa')
  const [ours, ceiling] = await inTurns(
    5,
    async () => {
      await jobsDone(database)
      return perSecond(`${server.address}/v1/entidades/vila-serena/protocolos`, {
        seconds,
        connections: inFlight,
        expected: 201,
        next: opening,
      })
    },
    async () => {
      await jobsDone(database)
      return callsPerSecond(() => abrir(bare, linha()))
    },
  )
  await numbersAreGapless(database)
  return { name: 'abertura', ratio: ours / ceiling, ours: `${ours.toFixed(0)}/s`, ceiling: `${ceiling.toFixed(0)}/s` }
}

function opening() {
  return {
    method: 'POST' as const,
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      tipo: 'certidao-negativa',
      respostas: { finalidade: 'Financiamento do imóvel' },
      requerente: { nome: 'Pessoa Exemplo', documento: '529.982.247-25', email: 'pessoa@exemplo.br' },
      anexos: [],
      ciencia: '2026-01',
    }),
  }
}

async function callsPerSecond(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1000
  let done = 0
  const caller = async () => {
    while (performance.now() < end) {
      await call()
      done++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, caller))
  return (done * 1000) / (performance.now() - start)
}

async function jobsDone({ sql }: TestDatabase): Promise<void> {
  for (;;) {
    const [row] = await sql<{ waiting: number }[]>`select count(*)::int as waiting from graphile_worker.jobs`
    if (!row?.waiting) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function numbersAreGapless({ sql }: TestDatabase): Promise<void> {
  const [row] = await sql<{ issued: number; span: number }[]>`
    select count(*)::int as issued, (max(sequencia) - min(sequencia) + 1)::int as span
      from protocolos join orgaos using (entidade_id, orgao_id) where sigla = 'PMVS'`
  if (!row || row.issued === 0 || row.issued !== row.span) throw new Error(`numbers have gaps: ${JSON.stringify(row)}`)
  console.log(`abertura: ${row.issued} numbers issued, none missing`)
}

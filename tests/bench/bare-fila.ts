/** The ceiling of `fila`: node:http and postgres.js with one connection, the same query for one official, and nothing else. */
import { createServer } from 'node:http'
import type { Alcance } from '../../server/modules/fila/lugares.js'
import { pagina } from '../../server/modules/fila/queries.js'
import { connectTo } from '../../server/platform/client.js'

const sql = connectTo(process.env.DATABASE_URL ?? '', { max: 1 })
const [alcance] = await sql<Alcance[]>`
  select entidade_id as "entidadeId", conta_id as "contaId", array[unidade_id] as unidades, false as "semSigilosos"
    from lotacoes where conta_id = ${process.env.CONTA ?? ''}`
if (!alcance) throw new Error('no such official')
const hoje = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo' }).format(new Date())

createServer(async (request, response) => {
  if (request.url === '/health/ready') return response.end()
  const { texto } = await pagina(sql, { alcance, filtro: { fila: 'unidade' }, hoje }, 25)
  response.writeHead(200, { 'content-type': 'application/json' }).end(`{"protocolos":${texto}}`)
}).listen(Number(process.env.PORT))

process.on('SIGTERM', () => process.exit(0))

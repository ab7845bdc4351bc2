/** The ceiling of `painel`: node:http and postgres.js with one connection, the same two queries for one conta, and nothing else. */
import { createServer } from 'node:http'
import { contagens, type Dono, pagina } from '../../server/modules/meus/queries.js'
import { connectTo } from '../../server/platform/client.js'

const sql = connectTo(process.env.DATABASE_URL ?? '', { max: 1 })
const [dono] = await sql<Dono[]>`
  select entidade_id as "entidadeId", conta_id as "contaId" from entidades, contas where codigo = 'vila-serena' and conta_id = ${process.env.CONTA ?? ''}`
if (!dono) throw new Error('no such conta')

createServer(async (request, response) => {
  if (request.url === '/health/ready') return response.end()
  const texto = request.url?.endsWith('/resumo')
    ? JSON.stringify(await contagens(sql, dono))
    : `{"protocolos":${(await pagina(sql, dono, {}, 20, '2026-11-21')).texto}}`
  response.writeHead(200, { 'content-type': 'application/json' }).end(texto)
}).listen(Number(process.env.PORT))

process.on('SIGTERM', () => process.exit(0))

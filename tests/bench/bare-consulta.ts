/** The ceiling of `consulta`: node:http and postgres.js with one connection, the same query, and nothing else. */
import { createServer } from 'node:http'
import { nivel1 } from '../../server/modules/consulta/queries.js'
import { connectTo } from '../../server/platform/client.js'

const sql = connectTo(process.env.DATABASE_URL ?? '', { max: 1 })
const orgaos = await sql<{ entidadeId: string; orgaoId: string; sigla: string }[]>`
  select entidade_id as "entidadeId", orgao_id as "orgaoId", sigla from orgaos join entidades using (entidade_id) where codigo = 'vila-serena'`
const porSigla = new Map(orgaos.map((orgao) => [orgao.sigla, orgao]))

createServer(async (request, response) => {
  if (request.url === '/health/ready') return response.end()
  const numero = new URLSearchParams(request.url?.slice(request.url.indexOf('?'))).get('numero') ?? ''
  const [, sigla = '', ano, sequencia] = /^(\w+) (\d+)\/(\d+)$/.exec(numero) ?? []
  const orgao = porSigla.get(sigla)
  if (!orgao) return response.writeHead(404).end()
  const [achado] = await nivel1(sql, orgao.entidadeId, { ...orgao, ano: Number(ano), sequencia: Number(sequencia) }, '2026-11-21')
  response.writeHead(achado ? 200 : 404, { 'content-type': 'application/json' }).end(achado?.texto)
}).listen(Number(process.env.PORT))

process.on('SIGTERM', () => process.exit(0))

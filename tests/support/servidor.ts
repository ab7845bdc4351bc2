import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '../server/helpers/database.js'
import { cli } from './cli.js'
import { freePort, type RunningServer, startServer } from './server.js'

/** The server as it is run, with Vila Serena for one site, and its database. `stop` ends both. */
export async function startForSite(origem: string): Promise<RunningServer> {
  const database = await createTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'protocolo-site-'))
  const port = String(await freePort())
  const env = { DATABASE_URL: database.url, PORT: port, PROTOCOLO_ENDERECO: `http://localhost:${port}` }
  const entidade = JSON.parse(readFileSync('demo/entidades/vila-serena.json', 'utf8'))
  const file = join(folder, 'vila-serena.json')
  writeFileSync(file, JSON.stringify({ ...entidade, origens: [origem] }))
  await cli(env, 'entidade', 'importar', file)
  const server = await startServer(['dist/server/main.js'], env)
  return {
    ...server,
    async stop() {
      await server.stop()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

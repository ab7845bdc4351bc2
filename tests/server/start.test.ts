import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { type Config, readConfig } from '../../server/platform/config.js'
import { listen, PortTaken } from '../../server/platform/http/server.js'
import { createLog } from '../../server/platform/log.js'
import { start } from '../../server/start.js'
import { createTestDatabase } from './helpers/platform.js'

const database = await createTestDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-inicio-'))
after(async () => {
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})
const overrides = { log: createLog('silent') }
const config = (mudancas: Partial<Config> = {}): Config => ({
  ...readConfig({ DATABASE_URL: database.url, PROTOCOLO_DADOS: dataDir, PORT: '0' }),
  ...mudancas,
})

describe('starting', () => {
  it('serves on the port it got, and its address says which', async () => {
    const server = await start(config(), { overrides })
    assert.equal(server.address, `http://localhost:${server.port}`)
    assert.equal((await fetch(`${server.address}/health/ready`)).status, 200)
    await server.stop()
  })

  it('keeps a public address that was set', async () => {
    const server = await start(config({ address: 'https://protocolo.exemplo.br' }), { overrides })
    assert.equal(server.platform.config.address, 'https://protocolo.exemplo.br')
    await server.stop()
  })

  it('says in one line that the port is taken, or goes on to the next where it may', async () => {
    const dono = await listen(0, 0)
    const { port } = dono
    await assert.rejects(start(config({ port, address: `http://localhost:${port}` }), { overrides }), (error: unknown) => {
      assert.ok(error instanceof PortTaken)
      assert.match(error.message, new RegExp(`^A porta ${port} já está em uso`))
      return !error.message.includes('\n')
    })
    const server = await start(config({ port, address: `http://localhost:${port}` }), { overrides, nextPorts: 20 })
    assert.ok(server.port > port)
    assert.equal(server.address, `http://localhost:${server.port}`)
    await server.stop()
    await dono.close()
  })

  it('gives the port back when the database is away', async () => {
    const livre = await listen(0, 0)
    await livre.close()
    const fora = config({ port: livre.port, databaseUrl: 'postgres://ninguem@127.0.0.1:1/nada' })
    await assert.rejects(start(fora, { overrides }))
    await (await listen(livre.port, 0)).close()
  })

  const arquivo = join(dataDir, 'arquivo')
  writeFileSync(arquivo, '')
  const pastas: [nome: string, mudancas: Partial<Config>, linha: RegExp][] = [
    ['data folder that is a file', { dataDir: arquivo }, /^PROTOCOLO_DADOS: deve ser uma pasta, e nesse caminho há um arquivo\.$/],
    ['storage folder inside a file', { storage: join(arquivo, 'anexos') }, /^PROTOCOLO_ANEXOS: deve ser uma pasta, e nesse .+ arquivo\.$/],
    [
      'storage folder that nothing can be written to',
      { storage: '/proc' },
      /^PROTOCOLO_ANEXOS: não é possível gravar nessa pasta \(.+\)\.$/,
    ],
  ]
  for (const [nome, mudancas, linha] of pastas) {
    it(`says in one line which setting names a ${nome}`, async () => {
      await assert.rejects(start(config(mudancas), { overrides }), { name: 'ConfigError', message: linha })
    })
  }

  it('adds the routes of another entry ahead of the hosted pages', async () => {
    const server = await start(config(), { overrides, extra: (app) => app.get('/demo', (c) => c.text('aqui')) })
    assert.equal(await (await fetch(`${server.address}/demo`)).text(), 'aqui')
    await server.stop()
  })

  it('leaves nothing at work when the routes of another entry fail', async () => {
    const conexoes = () => database.sql`
      select application_name from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    const antes = await conexoes()
    const extra = () => {
      throw new Error('sem rotas')
    }
    await assert.rejects(start(config(), { overrides, extra }), /^Error: sem rotas$/)
    assert.deepEqual([...(await conexoes())], [...antes])
  })
})

describe('stopping', () => {
  it('lets a request under way end, and does not wait for idle connections', async () => {
    const meio = new AbortController()
    const chegada = new AbortController()
    const chegou = once(chegada.signal, 'abort')
    const server = await start(config(), {
      overrides,
      extra: (app) =>
        app.get('/demo/devagar', async (c) => {
          chegada.abort()
          await once(meio.signal, 'abort')
          return c.text('inteira')
        }),
    })
    await fetch(`${server.address}/health/live`)
    const emCurso = fetch(`${server.address}/demo/devagar`)
    await chegou
    await fetch(`${server.address}/health/live`)
    const parando = server.stop()
    meio.abort()
    assert.equal(await (await emCurso).text(), 'inteira')
    await parando
    await assert.rejects(fetch(`${server.address}/health/live`))
  })
})

describe('before the database is up', () => {
  it('every request is told to come again', async () => {
    const server = await listen(0, 0)
    const recebido = await fetch(`http://localhost:${server.port}/vila-serena`)
    assert.equal(recebido.status, 503)
    assert.equal(recebido.headers.get('Retry-After'), '2')
    await server.close()
  })
})

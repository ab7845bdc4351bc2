import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { type Program, startProgram } from '../support/server.js'

const address = /Abra no navegador: +(http:\/\/localhost:(\d+))\/demo\//

describe('starting', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-inicio-'))
  let database: TestDatabase
  let other: Server
  let taken: number
  let program: Program | undefined

  before(async () => {
    database = await createTestDatabase()
    other = createServer((_request, response) => response.end('another program')).listen(0)
    await once(other, 'listening')
    const bound = other.address()
    taken = bound !== null && typeof bound === 'object' ? bound.port : 0
  })
  after(async () => {
    await program?.stop()
    other.close()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('in production says in one line that the port is taken, and ends', { timeout: 60_000 }, async () => {
    program = startProgram(['dist/server/main.js'], { DATABASE_URL: database.url, PORT: String(taken) })
    await program.printed(/\n/)
    assert.equal(await program.ended, 1)
    assert.equal(program.output(), `A porta ${taken} já está em uso: encerre o outro programa ou escolha outra em PORT.\n`)
  })

  it('in production makes no entidade and nobody', { timeout: 60_000 }, async () => {
    program = startProgram(['dist/server/main.js'], { DATABASE_URL: database.url, PORT: '0', PROTOCOLO_LOG: 'info' })
    await program.printed(/"msg":"listening"/)
    await program.stop()
    const [made] = await database.sql`
      select (select count(*)::int from entidades) as entidades, (select count(*)::int from contas) as contas,
        (select count(*)::int from protocolos) as protocolos`
    assert.deepEqual({ ...made }, { entidades: 0, contas: 0, protocolos: 0 })
  })

  it('the demo on its own database, with the port taken: the next one, and it says which', { timeout: 180_000 }, async () => {
    program = startProgram(['dist/demo/main.js'], { DATABASE_URL: '', PORT: String(taken), PROTOCOLO_DADOS: dataDir })
    const [, origin = '', port] = await program.printed(address)
    assert.ok(Number(port) > taken)
    assert.match(program.output(), /^Protocolo, demonstração: tudo aqui é fictício/)
    assert.equal((await fetch(`${origin}/demo/`)).status, 200)
    assert.deepEqual(await known(program), await found(program, origin))
    await program.stop()
    assert.equal(await program.ended, 0)
  })

  it('the demo again, on the same folder, has the same protocolos', { timeout: 180_000 }, async () => {
    const before = await known(program)
    program = startProgram(['dist/demo/main.js'], { DATABASE_URL: '', PORT: String(taken), PROTOCOLO_DADOS: dataDir })
    const [, origin = ''] = await program.printed(address)
    assert.deepEqual(await known(program), before)
    assert.deepEqual(await found(program, origin), before)
    await program.stop()
  })
})

/** The numbers that the demo shows, with their codes. */
async function known(program: Program | undefined): Promise<{ numero: string; codigo: string; entidade: string }[]> {
  await program?.printed(/Para parar/)
  const lines = program?.output().matchAll(/^ {2}(\S.*?) {2,}([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}) +http:\/\/localhost:\d+\/([a-z-]+)/gm) ?? []
  return [...lines].map(([, numero = '', codigo = '', entidade = '']) => ({ numero, codigo, entidade }))
}

/** Those of them that open with their code. */
async function found(program: Program, origin: string) {
  const shown = await known(program)
  assert.equal(shown.length, 5)
  const answers = shown.map(async ({ numero, codigo, entidade }) => {
    const answer = await fetch(`${origin}/v1/entidades/${entidade}/consulta`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ numero, codigo }),
    })
    return answer.ok ? [{ numero, codigo, entidade }] : []
  })
  return (await Promise.all(answers)).flat()
}

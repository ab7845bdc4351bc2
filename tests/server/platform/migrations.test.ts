import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { verificarAuditoria } from '../../../server/modules/auditoria/verificacao.js'
import { openDatabase } from '../../../server/platform/database.js'
import { createLog } from '../../../server/platform/log.js'
import { MigrationError, migrate } from '../../../server/platform/migrations.js'
import { createEmptyDatabase, type TestDatabase } from '../helpers/database.js'

const log = createLog('silent')

describe('migrations', () => {
  let database: TestDatabase
  let folder: string

  before(async () => {
    database = await createEmptyDatabase()
  })
  after(() => database.drop())
  beforeEach(async () => {
    await database.sql.unsafe('drop table if exists migracoes, coisas')
    folder = mkdtempSync(join(tmpdir(), 'migracoes-'))
    write('0001_coisas.sql', "create table coisas (nome text);\ninsert into coisas values ('a;b');\n")
    return () => rmSync(folder, { recursive: true })
  })

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const apply = () => migrate(database, log, folder)
  const names = async () => (await database.sql<{ nome: string }[]>`select nome from coisas order by nome`).map((row) => row.nome)

  it('applies each file once, in order, after the job queue’s own schema', async () => {
    write('0002_mais.sql', "insert into coisas values ('c')")
    await apply()
    await apply()
    assert.deepEqual(await names(), ['a;b', 'c'])
    const [queue] =
      await database.sql`select to_regprocedure('graphile_worker.add_job(text,json,text,timestamptz,int,text,int,text[],text)') is not null as there`
    assert.deepEqual(queue, { there: true })
  })

  it('lets several processes start at once', async () => {
    await Promise.all([apply(), apply(), apply(), apply()])
    assert.deepEqual(await names(), ['a;b'])
  })

  it('leaves nothing of a migration that fails, keeps those before it, and goes on once it is mended', async () => {
    write('0002_mais.sql', "insert into coisas values ('c'); select 1 / 0")
    await assert.rejects(apply(), (error) => error instanceof MigrationError && /0002_mais: division by zero/.test(error.message))
    assert.deepEqual(await names(), ['a;b'])
    write('0002_mais.sql', "insert into coisas values ('d')")
    await apply()
    assert.deepEqual(await names(), ['a;b', 'd'])
  })

  it('refuses an applied file that changed, but not one whose line ends changed', async () => {
    await apply()
    write('0001_coisas.sql', "create table coisas (nome text);\r\ninsert into coisas values ('a;b');\r\n")
    await apply()
    write('0001_coisas.sql', 'create table coisas (nome int)')
    await assert.rejects(apply(), /0001_coisas mudou depois de aplicada/)
  })

  it('refuses a database that is newer than the program', async () => {
    write('0002_mais.sql', 'select 1')
    await apply()
    rmSync(join(folder, '0002_mais.sql'))
    await assert.rejects(apply(), /versão mais nova deste programa \(migração 0002_mais\)/)
  })

  it('refuses two files with one number, and names without one', async () => {
    write('0001_outra.sql', 'select 1')
    await assert.rejects(apply(), /number of its own/)
    rmSync(join(folder, '0001_outra.sql'))
    write('outra.sql', 'select 1')
    await assert.rejects(apply(), MigrationError)
  })
})

describe('the migration that chains the audit', () => {
  const deVerdade = 'server/platform/migrations'

  it('chains what every entidade had noted before it, in the order in which it was done, and what is noted after goes on from there', async () => {
    const database = await createEmptyDatabase()
    const folder = mkdtempSync(join(tmpdir(), 'migracoes-'))
    const db = await openDatabase({ url: database.url, random: { id: randomUUID, bytes: randomBytes } })
    after(async () => {
      await db.close()
      await database.drop()
      rmSync(folder, { recursive: true })
    })
    const { sql } = db
    for (const file of readdirSync(deVerdade).filter((name) => name < '0018')) cpSync(join(deVerdade, file), join(folder, file))
    await migrate(database, log, folder)

    const [muitas, uma, nenhuma] = [randomUUID(), randomUUID(), randomUUID()]
    for (const id of [muitas, uma, nenhuma]) {
      await sql`insert into entidades values (${id}, ${id}, '{}', now(), now())`
    }
    const notar = (entidadeId: string, em: string, dados: object) => sql`
      insert into auditoria (entidade_id, auditoria_id, em, quem, acao, dados)
      values (${entidadeId}, ${randomUUID()}, ${em}, 'cli', 'teste.antes', ${sql.json({ ...dados })})`
    for (let n = 20; n > 0; n--) await notar(muitas, `2026-11-0${(n % 9) + 1}T12:00:00.000${n % 3}Z`, { n, antes: { nome: 'José "Zé"' } })
    await notar(uma, '2026-11-05T12:00:00Z', {})

    await migrate(database, log)
    for (const id of [muitas, nenhuma]) await notar(id, '2026-11-20T12:00:00Z', { depois: true })
    const verificadas = await Promise.all([muitas, uma, nenhuma].map((id) => verificarAuditoria(sql, id)))
    assert.deepEqual(
      verificadas.map(({ total, falhas }) => [total, falhas]),
      [
        [21, []],
        [1, []],
        [1, []],
      ],
    )
    const ordem = await sql<{ em: Date }[]>`
      select a.em from elos e join auditoria a using (entidade_id, auditoria_id) where e.entidade_id = ${muitas} order by e.ordem`
    assert.deepEqual(
      ordem.map(({ em }) => em.getTime()),
      ordem.map(({ em }) => em.getTime()).sort((a, b) => a - b),
    )
  })
})

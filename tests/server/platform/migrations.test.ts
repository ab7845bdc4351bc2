import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
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

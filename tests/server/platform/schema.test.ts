import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../helpers/database.js'

/** Tables that belong to no entidade: reference data keyed by conta, and plumbing. */
const outside = [
  'confirmacoes',
  'contas',
  'contagens',
  'fotos',
  'migracoes',
  'passkeys',
  'passkeys_desafios',
  'reautenticacoes',
  'segredos',
  'sessoes',
]

describe('schema', () => {
  let database: TestDatabase
  before(async () => {
    database = await createTestDatabase()
  })
  after(() => database.drop())

  it('begins every primary key of an entidade’s table with entidade_id', async () => {
    const wrong = await database.sql`
      select c.relname from pg_class c
        left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and c.relname <> all(${outside}) and a.attname is distinct from 'entidade_id'`
    assert.deepEqual([...wrong], [])
  })

  it('begins every foreign key between those tables with entidade_id, on both sides', async () => {
    const wrong = await database.sql`
      select k.conname, k.conrelid::regclass::text as from, k.confrelid::regclass::text as to from pg_constraint k
        join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
       where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
         and c.relname <> all(${outside}) and f.relname <> all(${outside})
         and (a.attname <> 'entidade_id' or b.attname <> 'entidade_id')`
    assert.deepEqual([...wrong], [])
  })

  it('lets no table of an entidade be unique across entidades, save by the public codigo of the entidade itself', async () => {
    const wrong = await database.sql`
      select k.conname from pg_constraint k
        join pg_class c on c.oid = k.conrelid
        join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'entidade_id'
       where k.contype = 'u' and c.relnamespace = 'public'::regnamespace and c.relname <> all(${outside})
         and c.relname <> 'entidades' and a.attnum <> all(k.conkey)`
    assert.deepEqual([...wrong], [])
  })

  it('describes every table', async () => {
    const wrong = await database.sql`
      select relname from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and obj_description(oid, 'pg_class') is null`
    assert.deepEqual([...wrong], [])
  })
})

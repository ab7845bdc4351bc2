import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { conferirMascara, formatarNumero, modulo11 } from '../../../server/domain/numero.js'
import { createTestDatabase, type TestDatabase } from '../helpers/database.js'

const literal = fc.constantFrom(' ', '/', '.', '-', 'Nº ', 'ç')
const size = fc.integer({ min: 1, max: 9 })
const sequence = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }).map((groups) => `{sequencia:${groups.join('.')}}`)
const part = fc.oneof(
  literal,
  fc.constantFrom('{sigla}', '{unidade}'),
  size.map((digits) => `{unidade:${digits}}`),
)
const mask = fc
  .tuple(fc.array(part, { maxLength: 3 }), sequence, fc.array(part, { maxLength: 2 }), fc.constantFrom('', '-{dv:nup}', '-{dv:modulo11}'))
  .chain(([start, middle, end, digit]) =>
    fc.boolean().map((yearFirst) => [...start, ...(yearFirst ? ['{ano}/', middle] : [middle, '/{ano}']), ...end, digit].join('')),
  )

const number = fc.record({
  mascara: mask,
  sigla: fc.constantFrom('PMVS', 'CAMARA', 'SAEVS', 'PROTOCOLO-GERAL'),
  unidade: fc.integer({ min: 0, max: 99_999 }),
  ano: fc.integer({ min: 2000, max: 2999 }),
  sequencia: fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 2_000_000_000 })),
})

describe('numbers in the database and in the domain', () => {
  let database: TestDatabase
  before(async () => {
    database = await createTestDatabase()
  })
  after(() => database.drop())

  it('are written alike for every mask that an entidade may have', async () => {
    const property = fc.asyncProperty(fc.array(number, { minLength: 30, maxLength: 60 }), async (many) => {
      const numbers = many.filter(({ mascara }) => conferirMascara(mascara) === undefined)
      const rows = await database.sql<{ numero: string }[]>`
        select formatar_numero(n->>'mascara', n->>'sigla', (n->>'unidade')::int, (n->>'ano')::int, (n->>'sequencia')::int) as numero
          from jsonb_array_elements(${database.sql.json(numbers)}) with ordinality as x(n, i) order by i`
      assert.deepEqual(
        rows.map((row) => row.numero),
        numbers.map(({ ano, sequencia, ...numeracao }) => formatarNumero(numeracao, ano, sequencia)),
      )
    })
    await fc.assert(property, { numRuns: 40 })
  })

  it('have the same check digit', async () => {
    const property = fc.asyncProperty(fc.array(fc.stringMatching(/^\d{1,30}$/), { minLength: 30, maxLength: 60 }), async (digits) => {
      const rows = await database.sql<{ dv: string }[]>`
        select digito_modulo11(d) as dv from unnest(${digits}::text[]) with ordinality as x(d, i) order by i`
      assert.deepEqual(
        rows.map((row) => row.dv),
        digits.map(modulo11),
      )
    })
    await fc.assert(property, { numRuns: 20 })
  })

  it('agree on the styles in use', async () => {
    const styles: [mascara: string, sigla: string, unidade: number, ano: number, sequencia: number, written: string][] = [
      ['{sequencia:9}.{unidade:5}/{ano}', 'PROTOCOLO-GERAL', 3, 2020, 114, '000000114.00003/2020'],
      ['{sigla} {ano}/{sequencia}', 'PMP', 1, 2023, 500100, 'PMP 2023/500100'],
      ['{unidade:5}.{sequencia:6}/{ano}-{dv:nup}', 'X', 23037, 2021, 1462, '23037.001462/2021-65'],
    ]
    for (const [mascara, sigla, unidade, ano, sequencia, written] of styles) {
      const [row] = await database.sql`select formatar_numero(${mascara}, ${sigla}, ${unidade}, ${ano}, ${sequencia}) as numero`
      assert.deepEqual(row, { numero: written })
      assert.equal(formatarNumero({ mascara, sigla, unidade }, ano, sequencia), written)
    }
  })
})

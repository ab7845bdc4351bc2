import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { abrir } from '../../../../server/modules/protocolos/queries.js'
import { linhasDeAbertura } from '../../../support/linha.js'
import { montarCasa } from './apoio.js'

const { platform } = await montarCasa()
const { hot, sql } = platform.db
const linha = await linhasDeAbertura(sql, 'teste', 'buraco')

/** 8 kB pages that one opening reads, in the session that all openings share. */
async function paginasLidas(): Promise<number> {
  const [plano] = await hot.unsafe<{ 'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }] }[]>(
    'explain (analyze, buffers, format json) select abrir_protocolo($1::text::jsonb)',
    [JSON.stringify(linha())],
  )
  assert.ok(plano)
  const { Plan } = plano['QUERY PLAN'][0]
  return Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks']
}

describe('the plans of an opening, made on empty tables', () => {
  it('read no more for the 500th protocolo than for the 10th', async () => {
    for (let i = 0; i < 9; i++) await abrir(hot, linha())
    const decimo = await paginasLidas()
    for (let i = 0; i < 489; i++) await abrir(hot, linha())
    const quingentesimo = await paginasLidas()
    assert.ok(decimo > 0)
    assert.ok(quingentesimo < decimo * 1.5, `${decimo} pages, then ${quingentesimo}`)
  })
})

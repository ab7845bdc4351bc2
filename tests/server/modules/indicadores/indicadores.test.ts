import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { createApp } from '../../../../server/app.js'
import type { Indicadores } from '../../../../server/contract/indicadores.js'
import { buscarEntidade, importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { celula, indicadoresEmCsv } from '../../../../server/modules/indicadores/csv.js'
import { contarIndicadores } from '../../../../server/modules/indicadores/indicadores.js'
import { abrir } from '../../../../server/modules/protocolos/queries.js'
import { ProblemError } from '../../../../server/platform/http/problem.js'
import { linhasDeAbertura } from '../../../support/linha.js'
import { fixedClock, testPlatform } from '../../helpers/platform.js'
import { arquivoDeExemplo } from '../entidades/arquivo-de-exemplo.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const platform = await testPlatform({ clock })
await importarEntidade(
  platform,
  arquivoDeExemplo({ tipos: arquivoDeExemplo().tipos.map((tipo, n) => ({ ...tipo, unidade: n ? 'geral' : 'obras' })) }),
)
const app = createApp(platform)
const entidade = await buscarEntidade(platform, 'exemplo')
assert.ok(entidade)
const { sql } = platform.db
const linhas = { buraco: await linhasDeAbertura(sql, 'exemplo', 'buraco'), arvore: await linhasDeAbertura(sql, 'exemplo', 'arvore') }

/** What somebody thought of an ended one. */
async function avaliado(tipo: keyof typeof linhas, nota: number, em: string) {
  const id = await protocolo(tipo, '2026-08-01T12:00:00Z', { em: '2026-08-02T12:00:00Z', prazo: '2026-08-30' })
  await sql`insert into avaliacoes (entidade_id, protocolo_id, nota, em) values (${entidade?.id ?? ''}, ${id}, ${nota}, ${em})`
}

/** Opened at one instant and, if told, ended at another, when its prazo was `prazo`. */
async function protocolo(tipo: keyof typeof linhas, abertoEm: string, fim?: { em: string; prazo: string }) {
  const id = randomUUID()
  await abrir(sql, { ...linhas[tipo](), protocolo_id: id, agora: abertoEm })
  if (fim)
    await sql`
      update protocolos set situacao = 'encerrado', resultado = 'atendido', encerrado_em = ${fim.em}, prazo = ${fim.prazo} where protocolo_id = ${id}`
  return id
}

const contar = (filtro: object = {}, alcance: Parameters<typeof contarIndicadores>[2] = 'todas') =>
  contarIndicadores(platform, entidade, alcance, filtro)

const semNada = { abertos: 0, concluidos: 0, noPrazo: null, diasMediana: null, avaliacaoMedia: null }

beforeEach(async () => {
  await sql`truncate protocolos, tramites, emails, idempotencias, anexos cascade`
})

describe('indicators', () => {
  it('of nothing are of nothing, month by month', async () => {
    const vazios = await contar()
    assert.deepEqual(
      [vazios.de, vazios.ate, vazios.total, vazios.porTipo, vazios.porUnidade],
      ['2025-12-01', '2026-11-21', semNada, [], []],
    )
    assert.deepEqual(vazios.porMes.map(({ mes }) => mes).slice(0, 2), ['2025-12', '2026-01'])
    assert.equal(vazios.porMes.length, 12)
  })

  it('count what was opened and what ended, on time or not, by tipo, unidade and month', async () => {
    await protocolo('buraco', '2026-09-01T12:00:00Z', { em: '2026-09-11T12:00:00Z', prazo: '2026-09-11' })
    await protocolo('buraco', '2026-09-01T12:00:00Z', { em: '2026-10-01T12:00:00Z', prazo: '2026-09-11' })
    await protocolo('buraco', '2026-10-10T12:00:00Z', { em: '2026-10-10T13:00:00Z', prazo: '2026-10-11' })
    await protocolo('arvore', '2026-11-01T12:00:00Z')
    const { total, porTipo, porUnidade, porMes } = await contar()
    assert.deepEqual(total, { ...semNada, abertos: 4, concluidos: 3, noPrazo: 66.7, diasMediana: 10 })
    assert.deepEqual(porTipo, [
      { codigo: 'buraco', nome: 'Tapa-buraco', ...semNada, abertos: 3, concluidos: 3, noPrazo: 66.7, diasMediana: 10 },
      { codigo: 'arvore', nome: 'Poda de árvore', ...semNada, abertos: 1 },
    ])
    assert.deepEqual(
      porUnidade.map(({ codigo, abertos, concluidos }) => [codigo, abertos, concluidos]),
      [
        ['geral', 1, 0],
        ['obras', 3, 3],
      ],
    )
    assert.deepEqual(
      porMes.slice(-3).map(({ mes, abertos, concluidos, diasMediana }) => [mes, abertos, concluidos, diasMediana]),
      [
        ['2026-09', 2, 1, 10],
        ['2026-10', 1, 2, 0],
        ['2026-11', 1, 0, null],
      ],
    )
  })

  it('take a day from its first to its last second in the entidade’s time zone', async () => {
    await protocolo('buraco', '2026-11-01T02:59:59Z', { em: '2026-11-11T02:59:59Z', prazo: '2026-11-10' })
    const { porMes, total } = await contar()
    assert.deepEqual(porMes.find(({ mes }) => mes === '2026-10')?.abertos, 1)
    assert.deepEqual([total.noPrazo, total.diasMediana], [100, 10])
    assert.equal((await contar({ de: '2026-11-01' })).total.abertos, 0)
    assert.equal((await contar({ de: '2026-10-31', ate: '2026-10-31' })).total.abertos, 1)
  })

  it('are of the tipo and unidades asked for, and of none out of reach', async () => {
    await protocolo('buraco', '2026-11-01T12:00:00Z')
    await protocolo('arvore', '2026-11-01T12:00:00Z')
    const geral = entidade.unidades.get('geral')?.id ?? ''
    assert.deepEqual(
      (await contar({ tipo: 'arvore' })).porTipo.map(({ codigo }) => codigo),
      ['arvore'],
    )
    assert.deepEqual(
      (await contar({ unidade: 'obras' })).porUnidade.map(({ codigo }) => codigo),
      ['obras'],
    )
    assert.deepEqual(
      (await contar({}, [geral])).porUnidade.map(({ codigo }) => codigo),
      ['geral'],
    )
  })

  it('tell what people thought, by the day on which they said it', async () => {
    await avaliado('buraco', 5, '2026-11-01T02:59:59Z')
    await avaliado('buraco', 4, '2026-11-01T03:00:00Z')
    await avaliado('arvore', 2, '2026-11-10T12:00:00Z')
    const { total, porTipo, porUnidade, porMes } = await contar()
    assert.equal(total.avaliacaoMedia, 3.7)
    const medias = (linhas: readonly { avaliacaoMedia: number | null }[]) => linhas.map(({ avaliacaoMedia }) => avaliacaoMedia)
    assert.deepEqual(medias(porTipo), [4.5, 2])
    assert.deepEqual(medias(porUnidade).toSorted(), [2, 4.5])
    assert.deepEqual(medias(porMes).slice(-3), [null, 5, 3])
    assert.equal((await contar({ tipo: 'buraco', de: '2026-11-01' })).total.avaliacaoMedia, 4)
    assert.equal((await contar({ de: '2026-11-11' })).total.avaliacaoMedia, null)
    assert.deepEqual((await contar({}, [])).total, semNada)
  })

  for (const [filtro, caminho] of [
    [{ de: '2026-02-30' }, 'de'],
    [{ ate: 'ontem' }, 'ate'],
    [{ de: '2026-11-22' }, 'de'],
    [{ de: '2001-01-01' }, 'de'],
    [{ tipo: 'nenhum' }, 'tipo'],
    [{ unidade: 'nenhuma' }, 'unidade'],
    [{ unidade: 'obras' }, 'unidade'],
  ] as const) {
    it(`refuse ${JSON.stringify(filtro)} beside ${caminho}`, async () => {
      const geral = entidade.unidades.get('geral')?.id ?? ''
      await assert.rejects(contar(filtro, [geral]), (erro: unknown) => {
        assert.ok(erro instanceof ProblemError)
        assert.deepEqual(
          erro.extras.campos?.map((campo) => campo.caminho),
          [caminho],
        )
        return true
      })
    })
  }

  it('find the same middle day as sorting them all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }), async (dias) => {
        await sql`truncate protocolos, tramites, emails, idempotencias, anexos cascade`
        for (const n of dias) {
          const em = new Date(Date.parse('2026-06-01T12:00:00Z') + n * 86_400_000).toISOString()
          await protocolo('buraco', '2026-06-01T12:00:00Z', { em, prazo: '2026-06-15' })
        }
        const emOrdem = dias.toSorted((a, b) => a - b)
        assert.equal((await contar()).total.diasMediana, emOrdem[Math.ceil(dias.length / 2) - 1])
      }),
      { numRuns: 15 },
    )
  })
})

describe('what anybody sees of them', () => {
  const publicos = async (): Promise<Indicadores> => {
    clock.set(new Date(clock.now().getTime() + 11 * 60_000).toISOString())
    const recebido = await app.request('/v1/entidades/exemplo/transparencia')
    assert.equal(recebido.status, 200)
    return await recebido.json()
  }

  it('hides counts behind which a person might be found, and what would give them away', async () => {
    for (let n = 0; n < 6; n++) await protocolo('buraco', '2026-10-01T12:00:00Z', { em: '2026-10-02T12:00:00Z', prazo: '2026-11-01' })
    await protocolo('arvore', '2026-11-01T12:00:00Z', { em: '2026-11-02T12:00:00Z', prazo: '2026-11-01' })
    const { total, porTipo, porMes } = await publicos()
    assert.deepEqual(total, { ...semNada, abertos: 7, concluidos: 7, noPrazo: 86, diasMediana: 1 })
    const escondido = { abertos: null, concluidos: null, noPrazo: null, diasMediana: null, avaliacaoMedia: null }
    assert.deepEqual(porTipo, [
      { codigo: 'buraco', nome: 'Tapa-buraco', ...escondido },
      { codigo: 'arvore', nome: 'Poda de árvore', ...escondido },
    ])
    assert.deepEqual(porMes.at(-3), { mes: '2026-09', ...semNada })
    assert.deepEqual(
      porMes.slice(-2).map(({ abertos }) => abertos),
      [null, null],
    )
  })

  it('is a page without script or style of its own, with everything in tables', async () => {
    for (let n = 0; n < 5; n++) await protocolo('buraco', '2026-10-01T12:00:00Z', { em: '2026-10-02T12:00:00Z', prazo: '2026-11-01' })
    await publicos()
    const pagina = await app.request('/exemplo/transparencia')
    assert.equal(pagina.status, 200)
    const texto = await pagina.text()
    assert.doesNotMatch(texto, /style=|<style|<script/)
    assert.match(texto, /<th scope="row" lang="pt-BR">Tapa-buraco<\/th><td>5<svg/)
    assert.match(texto, /<th scope="row" lang="pt-BR">outubro de 2026<\/th>/)
    assert.equal((await app.request('/nenhuma/transparencia')).status, 404)
  })

  it('is a table for spreadsheets, marked as UTF-8', async () => {
    for (let n = 0; n < 5; n++) await protocolo('buraco', '2026-10-01T12:00:00Z')
    await publicos()
    const recebido = await app.request('/exemplo/transparencia.csv')
    assert.match(recebido.headers.get('Content-Type') ?? '', /^text\/csv/)
    assert.match(recebido.headers.get('Content-Disposition') ?? '', /^attachment; filename="transparencia-exemplo.csv"$/)
    const bytes = Buffer.from(await recebido.arrayBuffer())
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    assert.match(bytes.toString(), /\r\ntipo;buraco;Tapa-buraco;5;0;;;\r\n/)
  })
})

describe('a cell of a table for spreadsheets', () => {
  for (const [texto, escrito] of [
    ['Obras', 'Obras'],
    ['=1+1', "'=1+1"],
    ['+55', "'+55"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['a;b', '"a;b"'],
    ['diz "oi"', '"diz ""oi"""'],
    ['=a;"b"', '"\'=a;""b"""'],
  ] as const) {
    it(`${JSON.stringify(texto)} is written ${JSON.stringify(escrito)}`, () => assert.equal(celula(texto), escrito))
  }

  it('writes numbers with a comma', () => {
    const medidas = { ...semNada, noPrazo: 66.7 }
    const texto = indicadoresEmCsv({ de: '2026-01-01', ate: '2026-01-31', em: '', total: medidas, porTipo: [], porUnidade: [], porMes: [] })
    assert.match(texto, /total;;2026-01-01 a 2026-01-31;0;0;66,7;;\r\n$/)
  })
})

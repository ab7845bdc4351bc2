import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Resumo } from '../../../../server/contract/meus.js'
import { situacoes } from '../../../../server/domain/situacao.js'
import * as queries from '../../../../server/modules/meus/queries.js'
import { abrir } from '../../../../server/modules/protocolos/queries.js'
import { writeCursor } from '../../../../server/platform/http/cursor.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarMeus, sorteio } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, pessoa, pedir, abrirComo, listar, listarTudo, contaDe, linha } = await montarMeus({ clock })
const { hot, sql } = platform.db

async function resumoDe(quem: Awaited<ReturnType<typeof pessoa>>): Promise<Resumo> {
  return ler(await pedir(quem, 'GET', '/meus/resumo'), 200)
}

const soma = (numeros: readonly number[]) => numeros.reduce((total, numero) => total + numero, 0)

/** Puts `quantos` protocolos of a conta where a random history leaves them, at instants that many share. */
async function encher(contaId: string, quantos: number, sortear: (ate: number) => number) {
  for (let n = 0; n < quantos; n++) {
    const agora = new Date(Date.UTC(2026, 9, 1 + sortear(12), 2 + sortear(3))).toISOString()
    const aberta = { ...linha(), conta_id: contaId, agora }
    await abrir(hot, aberta)
    const situacao = situacoes[sortear(situacoes.length)] ?? 'parado'
    await sql`
      update protocolos set situacao = ${situacao}, resultado = ${situacao === 'encerrado' ? 'atendido' : null} where protocolo_id = ${aberta.protocolo_id}`
  }
}

describe('the counters of a conta', () => {
  it('are all zero before anything is opened', async () => {
    const porSituacao = { nao_analisado: 0, em_andamento: 0, pendente: 0, parado: 0, encerrado: 0, cancelado: 0 }
    assert.deepEqual(await resumoDe(await pessoa()), { total: 0, porSituacao, anteriores: 0, pendencias: 0, mensagens: 0 })
  })

  it('say what counting would say, after any history', async () => {
    const sortear = sorteio(7)
    const contas: (string | null)[] = [await contaDe(await pessoa()), await contaDe(await pessoa()), null]
    const escolher = <T>(lista: readonly T[]): T | undefined => lista[sortear(lista.length)]
    const ids: string[] = []
    const passos: (() => Promise<unknown>)[] = [
      async () => {
        const aberta = { ...linha(), conta_id: escolher(contas) ?? null }
        await abrir(hot, aberta)
        ids.push(aberta.protocolo_id)
      },
      () => mudarSituacao([escolher(ids)]),
      () => mudarSituacao(ids.filter(() => sortear(3) === 0)),
      () => sql`update protocolos set conta_id = ${escolher(contas) ?? null} where protocolo_id = ${escolher(ids) ?? null}`,
      () =>
        sql`update protocolos set conta_id = ${escolher(contas) ?? null} where conta_id is not distinct from ${escolher(contas) ?? null}`,
      async () => {
        const [apagado] = ids.splice(sortear(ids.length), 1)
        await sql`delete from tramites where protocolo_id = ${apagado ?? null}`
        await sql`delete from emails where protocolo_id = ${apagado ?? null}`
        await sql`delete from idempotencias where protocolo_id = ${apagado ?? null}`
        await sql`delete from protocolos where protocolo_id = ${apagado ?? null}`
      },
    ]
    const mudarSituacao = (quais: (string | undefined)[]) => {
      const situacao = escolher(situacoes) ?? 'parado'
      const resultado = situacao === 'encerrado' ? 'deferido' : null
      return sql`update protocolos set situacao = ${situacao}, resultado = ${resultado} where protocolo_id = any(${quais.flatMap((id) => id ?? [])}::uuid[])`
    }
    for (let n = 0; n < 12; n++) await passos[0]?.()
    for (let n = 0; n < 150; n++) {
      await escolher(passos)?.()
      const erradas = await sql`
        select * from (select conta_id, situacao, count(*) as total from protocolos where conta_id is not null group by conta_id, situacao) certas
          full join (select * from contagens_da_conta where total <> 0) contadas using (conta_id, situacao)
         where certas.total is distinct from contadas.total`
      assert.deepEqual([...erradas], [], `after step ${n}`)
    }
  })

  it('lose no opening when many come at once, and none that failed', async () => {
    const quem = await pessoa()
    const contaId = await contaDe(quem)
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => abrir(sql, { ...linha(), conta_id: contaId, ...(n % 4 === 0 && { prazo: 'amanhã' }) })),
    )
    assert.equal((await resumoDe(quem)).total, 15)
  })

  it('add up to the total, and each to what its filter lists, in and out of every other filter', async () => {
    const quem = await pessoa()
    await encher(await contaDe(quem), 60, sorteio(3))
    const { total, porSituacao } = await resumoDe(quem)
    assert.equal(total, 60)
    assert.equal(soma(Object.values(porSituacao)), total)
    for (const situacao of situacoes) {
      const filtrados = await listarTudo(quem, `situacao=${situacao}`)
      assert.equal(filtrados.length, porSituacao[situacao])
      assert.ok(filtrados.every((protocolo) => protocolo.situacao === situacao))
      const antes = await listarTudo(quem, `situacao=${situacao}&ate=2026-10-05`)
      const depois = await listarTudo(quem, `situacao=${situacao}&de=2026-10-06`)
      assert.equal(antes.length + depois.length, filtrados.length)
    }
    for (const filtro of ['tipo=buraco', 'orgao=PME', 'busca=tapa', 'de=2026-09-30&ate=2026-10-12']) {
      assert.equal((await listarTudo(quem, filtro)).length, total, filtro)
    }
    for (const filtro of ['tipo=arvore', 'orgao=CAMARA', 'busca=poda', 'de=2026-10-13', 'ate=2026-09-29']) {
      assert.equal((await listarTudo(quem, filtro)).length, 0, filtro)
    }
  })

  it('go with the conta, and its protocolos stay, nobody’s', async () => {
    const quem = await pessoa()
    const contaId = await contaDe(quem)
    const { id } = await abrirComo(quem)
    await sql`delete from sessoes where conta_id = ${contaId}`
    await sql`update confirmacoes set conta_id = null where conta_id = ${contaId}`
    await sql`delete from contas where conta_id = ${contaId}`
    const [protocolo] = await sql`select conta_id from protocolos where protocolo_id = ${id}`
    assert.equal(protocolo?.conta_id, null)
    assert.equal((await sql`select from contagens_da_conta where conta_id = ${contaId}`).length, 0)
  })

  it('of one conta are not touched by another’s, nor by its own in another entidade', async () => {
    const [uma, outra] = [await pessoa(), await pessoa()]
    await abrirComo(uma)
    assert.equal((await resumoDe(outra)).total, 0)
    const [vizinha] = await sql<{ id: string }[]>`select entidade_id as id from entidades where codigo = 'outra'`
    assert.ok(vizinha)
    const dono = { entidadeId: vizinha.id, contaId: await contaDe(uma) }
    assert.deepEqual((await queries.contagens(sql, dono)).porSituacao, {})
    assert.equal((await queries.pagina(sql, dono, {}, 20, '2026-11-21')).texto, '[]')
  })
})

describe('the list of a conta', () => {
  it('shows number, tipo, unidade, orgao, situacao, days and deadline, the newest first', async () => {
    const quem = await pessoa()
    const primeiro = await abrirComo(quem)
    clock.set('2026-11-21T12:00:01Z')
    const segundo = await abrirComo(quem, { tipo: 'arvore' })
    clock.set('2026-11-21T12:00:00Z')
    const { protocolos, proximo } = await listar(quem)
    assert.equal(proximo, null)
    assert.deepEqual(
      protocolos.map(({ id }) => id),
      [segundo.id, primeiro.id],
    )
    assert.deepEqual(protocolos[1], {
      id: primeiro.id,
      numero: primeiro.numero,
      tipo: 'Tapa-buraco',
      orgao: { sigla: 'PME', nome: 'Prefeitura' },
      unidade: 'Obras',
      situacao: 'nao_analisado',
      resultado: null,
      abertoEm: '2026-11-21T12:00:00.000Z',
      atualizadoEm: '2026-11-21T12:00:00.000Z',
      prazo: primeiro.prazo,
      diasRestantes: 16,
    })
  })

  it('never skips nor repeats, whatever the size of the page, while others are opened', async () => {
    const quem = await pessoa()
    const contaId = await contaDe(quem)
    const sortear = sorteio(11)
    await encher(contaId, 45, sortear)
    const todos = await sql<{ id: string }[]>`
      select protocolo_id as id from protocolos where conta_id = ${contaId} order by aberto_em desc, protocolo_id desc`
    const vistos: string[] = []
    for (let depois = ''; ; ) {
      const { protocolos, proximo } = await listar(quem, `limite=${1 + sortear(9)}${depois}`)
      vistos.push(...protocolos.map(({ id }) => id))
      if (proximo === null) break
      depois = `&depois=${proximo}`
      await abrirComo(quem)
    }
    assert.deepEqual(
      vistos,
      todos.map(({ id }) => id),
    )
  })

  it('has 20 a page, 50 at most', async () => {
    const quem = await pessoa()
    await encher(await contaDe(quem), 51, sorteio(5))
    assert.equal((await listar(quem)).protocolos.length, 20)
    const { protocolos, proximo } = await listar(quem, 'limite=50')
    assert.equal(protocolos.length, 50)
    assert.ok(proximo)
    assert.deepEqual([(await listar(quem, `limite=50&depois=${proximo}`)).protocolos.length], [1])
  })

  it('ends without another page when the last one is full', async () => {
    const quem = await pessoa()
    await encher(await contaDe(quem), 20, sorteio(6))
    assert.equal((await listar(quem)).proximo, null)
  })

  it('takes days in the time zone of the entidade', async () => {
    const quem = await pessoa()
    // 21 November still, in São Paulo.
    await abrir(hot, { ...linha(), conta_id: await contaDe(quem), agora: '2026-11-22T01:30:00Z' })
    assert.equal((await listar(quem, 'de=2026-11-21&ate=2026-11-21')).protocolos.length, 1)
    assert.equal((await listar(quem, 'de=2026-11-22')).protocolos.length, 0)
    assert.equal((await listar(quem, 'ate=2026-11-20')).protocolos.length, 0)
  })

  it('is searched by the name of the tipo, without minding accents, and by number as people write it', async () => {
    const quem = await pessoa()
    const buraco = await abrirComo(quem)
    const arvore = await abrirComo(quem, { tipo: 'arvore' })
    const achados = async (busca: string) => (await listar(quem, `busca=${encodeURIComponent(busca)}`)).protocolos.map(({ id }) => id)
    const [, sequencia = ''] = arvore.numero.split('/')
    for (const busca of ['árvore', 'ARVORE', 'poda', 'arv', 'árvore poda']) assert.deepEqual(await achados(busca), [arvore.id], busca)
    for (const busca of [buraco.numero, buraco.numero.toLowerCase(), buraco.numero.replace('PME ', '').replace('/', ' ')]) {
      assert.deepEqual(await achados(busca), [buraco.id], busca)
    }
    assert.ok((await achados(sequencia)).includes(arvore.id))
    for (const busca of ['poda tapa', '100%', '_', 'PME 2025/1', '99999999999']) assert.deepEqual(await achados(busca), [], busca)
  })

  it('finds by the name that a protocolo was opened under', async () => {
    const quem = await pessoa()
    await abrirComo(quem)
    const [antigo] =
      await sql`select tipo_id, versao from tipos_versoes t join tipos using (entidade_id, tipo_id, versao) where codigo = 'buraco'`
    await sql`
      insert into tipos_versoes (entidade_id, tipo_id, versao, definicao, criada_em)
      select entidade_id, tipo_id, 900, definicao || '{"nome": "Conserto de rua"}', now() from tipos_versoes
       where tipo_id = ${antigo?.tipo_id} and versao = ${antigo?.versao}`
    assert.equal((await listar(quem, 'busca=tapa')).protocolos.length, 1)
    assert.equal((await listar(quem, 'busca=conserto')).protocolos.length, 0)
  })

  it('says which filters are wrong, all at once', async () => {
    const quem = await pessoa()
    const errados = 'situacao=aberto&tipo=nenhum&orgao=pme&de=2026-02-30&ate=ontem&depois=abc&limite=51'
    const { codigo, campos = [] } = await problemaDe(await pedir(quem, 'GET', `/meus/protocolos?${errados}`), 422)
    assert.equal(codigo, 'campos_invalidos')
    assert.deepEqual(campos.map(({ caminho }) => caminho).sort(), ['ate', 'de', 'depois', 'limite', 'orgao', 'situacao', 'tipo'])
    for (const [campo, valor] of [
      ['limite', '0'],
      ['limite', '-1'],
      ['limite', 'dez'],
      ['busca', 'a'.repeat(101)],
      ['de', '0001-01-01'],
      ['ate', '2026-11-01&de=2026-11-02'],
    ]) {
      const { campos = [] } = await problemaDe(await pedir(quem, 'GET', `/meus/protocolos?${campo}=${valor}`), 422)
      assert.deepEqual(
        campos.map(({ caminho }) => caminho),
        [campo],
      )
    }
    assert.deepEqual((await listar(quem, 'situacao=&tipo=&busca=+&depois=&limite=')).protocolos, [])
  })

  it('refuses a place in the list that was altered, cut, made up or another’s', async () => {
    const quem = await pessoa()
    const outra = await pessoa()
    for (const cada of [quem, outra]) await encher(await contaDe(cada), 3, sorteio(1))
    const { proximo } = await listar(quem, 'limite=1')
    const { proximo: alheio } = await listar(outra, 'limite=1')
    assert.ok(proximo && alheio)
    const alterados = Array.from(
      { length: proximo.length },
      (_, n) => proximo.slice(0, n) + (proximo[n] === 'A' ? 'B' : 'A') + proximo.slice(n + 1),
    )
    const feito = Buffer.from("2026-10-01T00:00:00Z'; drop table contas -- 0 0").toString('base64url')
    for (const depois of [alheio, proximo.slice(0, -1), `${proximo}A`, feito, '%00', 'a'.repeat(5000), ...alterados]) {
      const { codigo, campos } = await problemaDe(
        await pedir(quem, 'GET', `/meus/protocolos?depois=${depois}`),
        depois === '%00' ? 422 : 422,
      )
      assert.equal(codigo, 'campos_invalidos')
      assert.equal(campos?.length, 1)
    }
  })

  it('refuses a place that is rightly written and is none', async () => {
    const quem = await pessoa()
    const contaId = await contaDe(quem)
    for (const [quando, id] of [
      ['ontem', randomUUID()],
      ['infinity', randomUUID()],
      ['0000-01-01', randomUUID()],
      ['2026-02-30T00:00:00.000000Z', randomUUID()],
      ['2026-02-20T24:00:00.000000Z', randomUUID()],
      ['2026-02-20T00:00:00.000000Z', 'x'],
    ] as const) {
      for (const lista of ['protocolos', 'pendencias', 'liberados']) {
        const { codigo } = await problemaDe(await pedir(quem, 'GET', `/meus/${lista}?depois=${writeCursor(contaId, [quando, id])}`), 422)
        assert.equal(codigo, 'campos_invalidos')
      }
    }
  })

  it('reads from the table only what it shows, however much a conta and all the others have', async () => {
    const quem = await pessoa()
    const contaId = await contaDe(quem)
    const [modelo] = await sql<{ id: string }[]>`select protocolo_id as id from protocolos limit 1`
    for (let ate = 1000; ate <= 20_000; ate += 1000) {
      await sql`
      insert into protocolos (entidade_id, protocolo_id, orgao_id, ano, sequencia, numero, tipo_id, tipo_versao, unidade_id, situacao, sigilo, canal,
             requerente, respostas, prazo, codigo_hash, aberto_em, atualizado_em, conta_id)
      select entidade_id, gen_random_uuid(), orgao_id, 2020, n, 'PME 2020/' || n, tipo_id, tipo_versao, unidade_id, case when n % 1000 = 0 then 'pendente' else 'parado' end,
             sigilo, canal, requerente, respostas, prazo, codigo_hash, aberto_em - n * interval '1 minute', atualizado_em, case when n % 10 = 0 then ${contaId}::uuid end
        from protocolos, generate_series(${ate - 999}::int, ${ate}::int) n where protocolo_id = ${modelo?.id ?? ''}`
    }
    await sql`vacuum (analyze) protocolos`
    const dono = { entidadeId: linha().entidade_id, contaId }
    const filtros: [string, queries.Filtro][] = [
      ['none', {}],
      ['one situacao', { situacao: 'pendente' }],
      ['another orgao', { orgaoId: contaId }],
      ['a number', { busca: { tipos: [], numeros: [], digitos: '19990' } }],
      ['a period', { periodo: { fuso: 'America/Sao_Paulo', ate: '2026-11-20' } }],
    ]
    for (const [nome, filtro] of filtros) {
      const lidas = await platform.db.transaction(async (tx) => {
        await queries.pagina(tx, dono, filtro, 20, '2026-11-21')
        const [linha] = await tx<{ lidas: number }[]>`
          select (pg_stat_get_xact_tuples_fetched('protocolos'::regclass) + pg_stat_get_xact_tuples_returned('protocolos'::regclass))::int as lidas`
        return linha?.lidas ?? 0
      })
      assert.ok(lidas <= 40, `${nome}: ${lidas} rows`)
    }
  })
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { ConsultaNivel1, ConsultaNivel2 } from '../../../../server/contract/consulta.js'
import type { TipoCompleto } from '../../../../server/contract/tipo.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import {
  cuidarDosPrazos,
  listarIndisponibilidades,
  medirTempos,
  registrarIndisponibilidade,
} from '../../../../server/modules/prazos/prazos.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'

const clock = fixedClock()
const { platform, app, pessoa, abrirSemConta } = await montarMeus({ clock })
const { sql } = platform.db
/** A Monday. The prazo of what is opened then is 2026-11-24, a Tuesday. */
const aberto = '2026-11-09T12:00:00Z'

beforeEach(async () => {
  clock.set(aberto)
  await sql`delete from avisos`
  await sql`with velhas as (delete from indisponibilidades) select pg_notify('entidades', 'exemplo')`
  await esperarAte(async () => !(await exemplo()).calendario.indisponivel('2026-11-24'))
  await sql`delete from pendencias`
  await sql`update protocolos set situacao = 'cancelado', retorno_em = null, parado_ate = null, resultado = null`
})

async function exemplo() {
  const entidade = await buscarEntidade(platform, 'exemplo')
  assert.ok(entidade)
  return entidade
}

async function aberto1() {
  const { cadastro } = await pessoa()
  return abrirSemConta({ cadastro })
}

/** Leaves a protocolo waiting for its requerente. */
async function pedirAlgo(protocoloId: string, texto: string, { prazo }: { prazo: string }): Promise<void> {
  const tramite = randomUUID()
  await sql`
    insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, visibilidade)
    select entidade_id, protocolo_id, ${tramite}, 'exigencia', ${clock.now()}, 'publico' from protocolos where protocolo_id = ${protocoloId}`
  await sql`
    insert into pendencias (entidade_id, protocolo_id, pendencia_id, tramite_id, especie, texto, prazo, criada_em)
    select entidade_id, protocolo_id, ${randomUUID()}, ${tramite}, 'informacao', ${texto}, ${prazo}, ${clock.now()} from protocolos
     where protocolo_id = ${protocoloId}`
  await sql`update protocolos set situacao = 'pendente' where protocolo_id = ${protocoloId}`
}

async function prazoDe(id: string): Promise<string> {
  const [linha] = await sql<{ prazo: string }[]>`select prazo from protocolos where protocolo_id = ${id}`
  return linha?.prazo ?? ''
}

async function fora(de: string, ate: string, motivo = 'Queda de energia') {
  return registrarIndisponibilidade(platform, await exemplo(), { de: new Date(de), ate: new Date(ate), motivo, quem: 'cli' })
}

describe('an outage of the system', () => {
  const casos: [string, string, string, string][] = [
    ['of an hour on the last day moves it to the next day', '2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z', '2026-11-25'],
    ['over a weekend moves it to the day of work after it', '2026-11-24T13:00:00Z', '2026-11-29T14:00:00Z', '2026-11-30'],
    ['that ends at midnight does not touch the day after', '2026-11-24T13:00:00Z', '2026-11-25T03:00:00Z', '2026-11-25'],
    ['on the day before leaves it', '2026-11-23T13:00:00Z', '2026-11-24T02:59:00Z', '2026-11-24'],
    ['on the day after leaves it', '2026-11-25T03:00:00Z', '2026-11-25T20:00:00Z', '2026-11-24'],
  ]
  for (const [nome, de, ate, prazo] of casos) {
    it(nome, async () => {
      const { id } = await aberto1()
      const { protocolos } = await fora(de, ate)
      assert.equal(await prazoDe(id), prazo)
      assert.equal(protocolos, prazo === '2026-11-24' ? 0 : 1)
    })
  }

  it('moves what is open alone, and what was asked of people, once, and is audited once', async () => {
    const { id } = await aberto1()
    const terminado = await aberto1()
    await sql`update protocolos set situacao = 'cancelado' where protocolo_id = ${terminado.id}`
    const pedido = await aberto1()
    await pedirAlgo(pedido.id, 'Falta a foto.', { prazo: '2026-11-24' })
    const [antes] = await sql`select versao from protocolos where protocolo_id = ${id}`
    await fora('2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z', ' Manutenção ')
    assert.equal(await prazoDe(terminado.id), '2026-11-24')
    const [{ prazo } = {}] = await sql`select prazo from pendencias where protocolo_id = ${pedido.id}`
    assert.equal(prazo, '2026-11-25')
    const [depois] = await sql`select versao from protocolos where protocolo_id = ${id}`
    assert.equal(depois?.versao, antes?.versao + 1)
    const notas = await sql`select dados from auditoria where acao = 'indisponibilidade.registrar' and dados->>'motivo' = 'Manutenção'`
    assert.equal(notas.length, 1)
    const [lida] = await listarIndisponibilidades(platform, await exemplo())
    assert.deepEqual(
      { ...lida, id: '', protocolos: 0 },
      {
        id: '',
        de: new Date('2026-11-24T13:00:00Z'),
        ate: new Date('2026-11-24T14:00:00Z'),
        motivo: 'Manutenção',
        protocolos: 0,
      },
    )
  })

  it('is told to who has number and code as why the prazo is later, until something else changes it or it ends', async () => {
    const { id, numero, codigoAcesso: codigo } = await aberto1()
    const ver = async () => {
      const body = JSON.stringify({ numero, codigo })
      const headers = { 'Content-Type': 'application/json' }
      return ler<ConsultaNivel2>(await app.request('/v1/entidades/exemplo/consulta', { method: 'POST', headers, body }), 200)
    }
    assert.equal((await ver()).prazoAdiado, undefined)
    await fora('2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z')
    const { prazo, prazoAdiado } = await ver()
    assert.deepEqual([prazo, prazoAdiado], ['2026-11-25', { de: '2026-11-24T13:00:00.000Z', ate: '2026-11-24T14:00:00.000Z' }])
    await sql`update protocolos set prazo = '2026-12-24' where protocolo_id = ${id}`
    assert.equal((await ver()).prazoAdiado, undefined)
    await sql`update protocolos set prazo = '2026-11-25', situacao = 'cancelado', encerrado_em = ${clock.now()} where protocolo_id = ${id}`
    assert.equal((await ver()).prazoAdiado, undefined)
  })

  it('counts for what is opened afterwards', async () => {
    await fora('2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z')
    await esperarAte(async () => (await exemplo()).calendario.indisponivel('2026-11-24'))
    assert.equal(await prazoDe((await aberto1()).id), '2026-11-25')
  })

  const recusados: [string, string, string, string][] = [
    ['its end comes before its start', '2026-11-24T14:00:00Z', '2026-11-24T13:00:00Z', 'ate'],
    ['it lasts longer than it may', '2026-11-24T14:00:00Z', '2027-11-24T13:00:00Z', 'ate'],
    ['its start is no instant', 'ontem', '2026-11-24T13:00:00Z', 'de'],
  ]
  for (const [nome, de, ate, caminho] of recusados) {
    it(`is refused where ${nome}`, async () => {
      await assert.rejects(
        fora(de, ate),
        (erro: { extras: { campos: { caminho: string }[] } }) => erro.extras.campos[0]?.caminho === caminho,
      )
      assert.equal((await listarIndisponibilidades(platform, await exemplo())).length, 0)
    })
  }

  it('is refused of another time than now: the calendar has no such days, or nothing waits for them', async () => {
    for (const de of [
      '-271821-04-20T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00Z',
      '2024-01-01T00:00:00Z',
      '2028-01-01T00:00:00Z',
    ]) {
      await assert.rejects(fora(de, new Date(Date.parse(de) + 3_600_000).toISOString()), { codigo: 'campos_invalidos' }, de)
    }
    assert.equal((await listarIndisponibilidades(platform, await exemplo())).length, 0)
  })

  it('is refused where several would leave a year without a day for a prazo to end on, and what is opened still has its prazo', async () => {
    const sessenta = 60 * 86_400_000
    const bloco = (n: number) => {
      const de = Date.parse('2026-11-10T03:00:00Z') + n * sessenta
      return fora(new Date(de).toISOString(), new Date(de + sessenta).toISOString())
    }
    for (const n of [0, 1, 2, 4, 5, 6]) await bloco(n)
    await esperarAte(async () => (await exemplo()).calendario.indisponivel('2027-12-01'))
    await assert.rejects(bloco(3), { codigo: 'campos_invalidos' })
    await aberto1()
  })

  it('is refused without a reason, and a second time', async () => {
    await assert.rejects(fora('2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z', '  '))
    await fora('2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z')
    await assert.rejects(fora('2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z'))
    assert.equal((await listarIndisponibilidades(platform, await exemplo())).length, 1)
  })
})

describe('what a day brings', () => {
  /** Everything owed to be told, without to whom. */
  async function avisos(id: string) {
    return (
      await sql`select novidade, a_quem, dados->>'dia' as dia from avisos where protocolo_id = ${id} order by criado_em, novidade, a_quem`
    ).map(({ novidade, a_quem, dia }) => [novidade, a_quem, dia])
  }

  /** Twice on one node and twice more on two at once: as it is when schedules overlap. */
  async function cuidar(instante: string) {
    clock.set(instante)
    await cuidarDosPrazos(platform)
    await cuidarDosPrazos(platform)
    await Promise.all([cuidarDosPrazos(platform), cuidarDosPrazos(platform)])
  }

  it('is told to the unidade five days and one day before the prazo, once each', async () => {
    const { id } = await aberto1()
    await cuidar('2026-11-18T15:00:00Z')
    assert.deepEqual(await avisos(id), [])
    await cuidar('2026-11-19T15:00:00Z')
    assert.deepEqual(await avisos(id), [['prazo_perto', 'unidade', '2026-11-24']])
    await cuidar('2026-11-21T15:00:00Z')
    assert.equal((await avisos(id)).length, 1)
    await cuidar('2026-11-23T15:00:00Z')
    assert.equal((await avisos(id)).length, 2)
    await cuidar('2026-11-26T15:00:00Z')
    assert.equal((await avisos(id)).length, 2)
  })

  it('is by the day of the entidade, not of the server', async () => {
    const { id } = await aberto1()
    await cuidar('2026-11-19T02:59:00Z')
    assert.deepEqual(await avisos(id), [])
    await cuidar('2026-11-19T03:00:00Z')
    assert.equal((await avisos(id)).length, 1)
  })

  it('is not told five days before what was given less than that, and a day later where nobody looked', async () => {
    const { id } = await aberto1()
    await sql`update protocolos set prazo = '2026-11-13' where protocolo_id = ${id}`
    await cuidar('2026-11-09T15:00:00Z')
    assert.deepEqual(await avisos(id), [])
    await cuidar('2026-11-13T15:00:00Z')
    assert.equal((await avisos(id)).length, 1)
  })

  it('is told to the person of whom something is asked', async () => {
    const { id } = await aberto1()
    await pedirAlgo(id, 'Falta a foto.', { prazo: '2026-11-20' })
    await sql`update protocolos set prazo = '2026-12-24' where protocolo_id = ${id}`
    await cuidar('2026-11-15T15:00:00Z')
    await cuidar('2026-11-19T15:00:00Z')
    assert.deepEqual(await avisos(id), [
      ['pendencia_perto', 'pessoa', '2026-11-20'],
      ['pendencia_perto', 'pessoa', '2026-11-20'],
    ])
  })

  it('tells the unidade that was to send something back, and the one that waits for it, once', async () => {
    const { id } = await aberto1()
    const geral = (await exemplo()).unidades.get('geral')?.id ?? ''
    await sql`update protocolos set retorno_em = '2026-11-10T17:00Z', retorno_unidade_id = ${geral} where protocolo_id = ${id}`
    await cuidar('2026-11-10T16:59:00Z')
    assert.deepEqual(await avisos(id), [])
    await cuidar('2026-11-10T17:01:00Z')
    const caixas = await sql`select para from avisos where protocolo_id = ${id} order by para`
    assert.deepEqual(
      caixas.map(({ para }) => para),
      ['geral@exemplo.br', 'obras@exemplo.br'],
    )
  })

  it('brings back what was parado until that day, once, with its tramite, and tells the person', async () => {
    const { id } = await aberto1()
    await sql`update protocolos set situacao = 'parado', recebido_em = ${clock.now()}, parado_ate = '2026-11-12' where protocolo_id = ${id}`
    await cuidar('2026-11-11T15:00:00Z')
    assert.equal((await sql`select from protocolos where protocolo_id = ${id} and situacao = 'parado'`).length, 1)
    await cuidar('2026-11-12T15:00:00Z')
    const [linha] = await sql`select situacao, parado_ate from protocolos where protocolo_id = ${id}`
    assert.deepEqual({ ...linha }, { situacao: 'em_andamento', parado_ate: null })
    const tramites = await sql`select autor_id, visibilidade from tramites where protocolo_id = ${id} and especie = 'retomada'`
    assert.deepEqual([...tramites], [{ autor_id: null, visibilidade: 'publico' }])
    assert.deepEqual(await avisos(id), [['retomada', 'pessoa', null]])
    const notas = await sql`select quem from auditoria where protocolo_id = ${id} and acao = 'protocolo.retomar'`
    assert.deepEqual([...notas], [{ quem: 'cuidar_dos_prazos' }])
  })
})

describe('the usual time', () => {
  async function concluidos(dias: readonly number[], resultado = 'atendido') {
    const agora = clock.now().getTime()
    for (const dia of dias) {
      const { id } = await aberto1()
      await sql`update protocolos set situacao = 'encerrado', resultado = ${resultado}, encerrado_em = ${new Date(agora + dia * 86_400_000)}
                 where protocolo_id = ${id}`
    }
    clock.set(new Date(agora + 60 * 86_400_000).toISOString())
    await medirTempos(platform)
  }

  async function tipo(): Promise<TipoCompleto> {
    return ler(await app.request('/v1/entidades/exemplo/tipos/buraco'), 200)
  }

  it('is the median of what was concluded in the last 90 days, and told with the tipo', async () => {
    await concluidos([3, 40, 6, 5, 7])
    await esperarAte(async () => (await tipo()).tempoUsual !== undefined)
    assert.deepEqual((await tipo()).tempoUsual, { dias: 6, base: 5 })
    const { numero } = await aberto1()
    const nivel1: ConsultaNivel1 = await ler(await app.request(`/v1/entidades/exemplo/consulta?numero=${encodeURIComponent(numero)}`), 200)
    assert.deepEqual(nivel1.tempoUsual, { dias: 6, base: 5 })
  })

  it('is none of fewer than five, of what nobody judged, or of long ago', async () => {
    await sql`delete from tempos_usuais`
    await concluidos([3, 4, 6, 5])
    await concluidos([3, 4, 6, 5, 8], 'sem_merito')
    assert.equal((await sql`select from tempos_usuais`).length, 0)
    clock.set(aberto)
    await concluidos([3])
    assert.equal((await sql`select from tempos_usuais`).length, 1)
    clock.set('2027-06-01T12:00:00Z')
    await medirTempos(platform)
    assert.equal((await sql`select from tempos_usuais`).length, 0)
  })
})

/** Looks until it is so: other nodes hear of it by NOTIFY. */
async function esperarAte(assim: () => Promise<boolean>): Promise<void> {
  for (let vezes = 0; vezes < 500; vezes++) {
    if (await assim()) return
    await wait(10)
  }
  assert.fail('it never was so')
}

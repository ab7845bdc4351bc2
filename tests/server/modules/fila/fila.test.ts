import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type ContagensDasFilas, type Fila, filas } from '../../../../server/contract/gestao.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { type Guardado, modelo, montarFila, motivosDePrioridade, type Posto, situacoes } from './apoio.js'

const hoje = '2026-11-21'
const { platform, entidade, oficial, pedir, por, esvaziar, pagina, tudo } = await montarFila({ clock: fixedClock(`${hoje}T12:00:00Z`) })
const { sql } = platform.db
const eu = await oficial({ obras: 'atendente', geral: 'gestor' }, 'Eu Exemplo')
const colega = await oficial({ obras: 'atendente' }, 'Colega Exemplo')
const administradora = await oficial({ geral: 'administrador' }, 'Administradora Exemplo')

const dia = (de: number, ate: number) =>
  fc.integer({ min: de, max: ate }).map((n) => new Date(Date.parse(hoje) + n * 86_400_000).toISOString().slice(0, 10))
const instante = fc
  .tuple(dia(-20, 0), fc.integer({ min: 0, max: 23 }))
  .map(([um, hora]) => `${um}T${String(hora).padStart(2, '0')}:30:00.000Z`)

const umPosto: fc.Arbitrary<Partial<Posto>> = fc.record({
  unidade: fc.constantFrom('obras', 'obras', 'geral', 'camara'),
  tipo: fc.constantFrom('buraco', 'arvore'),
  situacao: fc.constantFrom(...situacoes),
  sigilo: fc.constantFrom('publico', 'restrito', 'sigiloso'),
  prioridade: fc.option(fc.constantFrom(...motivosDePrioridade), { nil: null }),
  prazo: dia(-9, 12),
  abertoEm: instante,
  encerradoEm: fc.option(instante, { nil: null }),
  responsavel: fc.option(fc.constantFrom(eu.contaId, colega.contaId), { nil: null }),
})

/** Filters, and what each lets through. */
const umFiltro: fc.Arbitrary<{ busca: Record<string, string>; passa: (um: Guardado) => boolean }> = fc.oneof(
  fc.constant({ busca: {}, passa: () => true }),
  fc.constantFrom('obras', 'geral').map((unidade) => ({ busca: { unidade }, passa: (um: Guardado) => um.unidade === unidade })),
  fc.constantFrom('buraco', 'arvore').map((tipo) => ({ busca: { tipo }, passa: (um: Guardado) => um.tipo === tipo })),
  fc.constantFrom(...situacoes).map((situacao) => ({ busca: { situacao }, passa: (um: Guardado) => um.situacao === situacao })),
  fc.constantFrom(eu.contaId, colega.contaId).map((responsavel) => ({
    busca: { responsavel },
    passa: (um: Guardado) => um.responsavel === responsavel,
  })),
  fc.constant({ busca: { responsavel: 'ninguem' }, passa: (um: Guardado) => um.responsavel === null }),
  fc.tuple(dia(-20, -8), dia(-8, 0)).map(([de, ate]) => ({
    busca: { de, ate },
    // São Paulo is three hours behind.
    passa: (um: Guardado) => {
      const aberto = new Date(Date.parse(um.abertoEm) - 3 * 3_600_000).toISOString().slice(0, 10)
      return aberto >= de && aberto <= ate
    },
  })),
)

describe('a queue', () => {
  it('holds what it should, in the order of the law, on pages that show each once, whatever the filter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(umPosto, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.constantFrom(...filas), umFiltro, fc.integer({ min: 1, max: 7 })), { minLength: 6, maxLength: 6 }),
        async (postos, perguntas) => {
          await esvaziar()
          const todos = await por(postos)
          const meus = todos.filter(({ unidade }) => unidade !== 'camara')
          for (const [fila, { busca, passa }, limite] of perguntas) {
            const achados = await tudo(eu, { fila, limite: String(limite), ...busca })
            const esperados = modelo(meus, fila, { contaId: eu.contaId, hoje }).filter(passa)
            assert.deepEqual(
              achados.map(({ id }) => id),
              esperados.map(({ id }) => id),
            )
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('is counted as it is listed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(umPosto, { maxLength: 40 }), async (postos) => {
        await esvaziar()
        const todos = await por(postos)
        for (const [busca, dentro] of [
          ['', ['obras', 'geral']],
          ['?unidade=obras', ['obras']],
        ] as const) {
          const contadas: ContagensDasFilas = await ler(await pedir(eu, 'GET', `/gestao/fila/contagens${busca}`), 200)
          const meus = todos.filter(({ unidade }) => (dentro as readonly string[]).includes(unidade))
          const esperadas = filas.map((fila): [Fila, number] => [fila, modelo(meus, fila, { contaId: eu.contaId, hoje }).length])
          assert.deepEqual(contadas, Object.fromEntries(esperadas))
        }
      }),
      { numRuns: 10 },
    )
  })

  it('is counted up to 1000', async () => {
    await esvaziar()
    await por(Array.from({ length: 1003 }, () => ({ prioridade: 'gestante' as const })))
    const contadas: ContagensDasFilas = await ler(await pedir(eu, 'GET', '/gestao/fila/contagens'), 200)
    assert.deepEqual([contadas.unidade, contadas.prioridade, contadas.vencidos], [1000, 1000, 0])
  })

  it('shows of each what an official needs to choose', async () => {
    await esvaziar()
    const [um] = await por([{ prioridade: 'idoso_80', prazo: '2026-11-19', responsavel: colega.contaId, nome: 'Zuleica Exemplo' }])
    assert.ok(um)
    for (const [de, lidaEm] of [
      ['cidadao', null],
      ['cidadao', '2026-11-20T12:00:00Z'],
      ['orgao', null],
    ] as const) {
      await sql`
        insert into mensagens (entidade_id, protocolo_id, mensagem_id, de, em, unidade_id, texto, lida_em)
        values (${entidade.id}, ${um.id}, ${platform.random.id()}, ${de}, now(), ${de === 'orgao' ? (entidade.unidades.get('obras')?.id ?? null) : null}, 'Oi', ${lidaEm})`
    }
    const [item] = (await pagina(eu)).protocolos
    assert.deepEqual(item, {
      id: um.id,
      numero: um.numero,
      tipo: { codigo: 'buraco', nome: 'Tapa-buraco' },
      interessado: 'Zuleica Exemplo',
      situacao: 'em_andamento',
      sigilo: 'publico',
      prioridade: 'idoso_80',
      unidade: { codigo: 'obras', nome: 'Obras', orgao: 'PME' },
      responsavel: { id: colega.contaId, nome: 'Colega Exemplo' },
      recebido: false,
      prazo: '2026-11-19',
      diasRestantes: -2,
      retornoEm: null,
      abertoEm: '2026-11-01T12:00:00.000Z',
      atualizadoEm: '2026-11-01T12:00:00.000Z',
      mensagensNovas: 1,
      versao: 1,
    })
    await sql`delete from mensagens`
  })
})

describe('whose queue', () => {
  it('is that of the unidades in which one works, and for an administrador of any that is named, without what is sigiloso', async () => {
    await esvaziar()
    const [aberto, sigiloso, alheio] = await por([{}, { sigilo: 'sigiloso' }, { unidade: 'camara' }])
    assert.ok(aberto && sigiloso && alheio)
    const ids = async (quem: typeof eu, busca: Record<string, string> = {}) => (await tudo(quem, busca)).map(({ id }) => id)
    assert.deepEqual(await ids(eu), [aberto.id, sigiloso.id])
    assert.deepEqual(await ids(administradora), [])
    assert.deepEqual(await ids(administradora, { unidade: 'obras' }), [aberto.id])
    assert.deepEqual(await ids(administradora, { unidade: 'obras', busca: 'exemplo' }), [aberto.id])
    assert.deepEqual(await ids(administradora, { unidade: 'camara' }), [alheio.id])
    const contadas: ContagensDasFilas = await ler(await pedir(administradora, 'GET', '/gestao/fila/contagens?unidade=obras'), 200)
    assert.equal(contadas.unidade, 1)
  })

  it('is nobody’s who works elsewhere, told as of one that never was', async () => {
    for (const unidade of ['camara', 'nenhuma']) {
      for (const path of ['/gestao/fila', '/gestao/fila/contagens']) {
        const { codigo, campos } = await problemaDe(await pedir(eu, 'GET', `${path}?unidade=${unidade}`), 422)
        assert.deepEqual(
          [codigo, campos],
          ['campos_invalidos', [{ caminho: 'unidade', mensagem: 'Escolha uma unidade em que você trabalha.' }]],
        )
      }
    }
  })
})

describe('a filter', () => {
  const errados = [
    ['fila', 'todas'],
    ['tipo', 'nenhum'],
    ['situacao', 'aberto'],
    ['responsavel', 'eu'],
    ['de', '2026-02-30'],
    ['ate', 'ontem'],
    ['busca', 'x'.repeat(101)],
    ['depois', 'aqui'],
    ['limite', '51'],
    ['limite', '0'],
  ] as const
  for (const [campo, valor] of errados) {
    it(`that is wrong is told beside ${campo}: ${valor.slice(0, 12)}`, async () => {
      const { campos } = await problemaDe(await pedir(eu, 'GET', `/gestao/fila?${campo}=${valor}`), 422)
      assert.deepEqual(
        campos?.map(({ caminho }) => caminho),
        [campo],
      )
    })
  }

  it('that is empty asks for nothing', async () => {
    assert.equal((await pedir(eu, 'GET', '/gestao/fila?fila=&tipo=&busca=%20&de=')).status, 200)
  })

  it('goes on only in the order in which a page was written, and for who it was written for', async () => {
    await esvaziar()
    await por([{}, {}])
    const { proximo } = await pagina(eu, { limite: '1' })
    assert.ok(proximo)
    assert.equal((await pagina(eu, { fila: 'semana', depois: proximo })).protocolos.length, 0)
    assert.equal((await pedir(eu, 'GET', `/gestao/fila?fila=encerrados&depois=${proximo}`)).status, 422)
    assert.equal((await pedir(colega, 'GET', `/gestao/fila?depois=${proximo}`)).status, 422)
  })
})

describe('two hundred officials on one queue', () => {
  it('are all answered, alike', async () => {
    await esvaziar()
    await por(Array.from({ length: 60 }, (_, n) => ({ prazo: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}` })))
    const respostas = await Promise.all(
      Array.from({ length: 200 }, async () => [await pagina(eu), await ler(await pedir(eu, 'GET', '/gestao/fila/contagens'), 200)]),
    )
    assert.equal(new Set(respostas.map((resposta) => JSON.stringify(resposta))).size, 1)
  })
})

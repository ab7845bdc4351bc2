import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { fixedClock } from '../../helpers/platform.js'
import { modelo, montarFila } from './apoio.js'

const hoje = '2026-11-21'
const { platform, oficial, por, esvaziar, pagina, tudo } = await montarFila({ clock: fixedClock(`${hoje}T12:00:00Z`) })
const { sql } = platform.db
const eu = await oficial({ obras: 'atendente' })

const nomesAchados = async (busca: string) => (await tudo(eu, { busca })).map(({ interessado }) => interessado).sort()

describe('a search', () => {
  beforeEach(esvaziar)

  const pessoas = [
    { nome: 'João Conceição da Silva', documento: '52998224725', respostas: { relato: 'Árvore caída na Praça Sé', risco: true } },
    {
      nome: 'Maria Souza',
      documento: '11144477735',
      respostas: { local: { logradouro: 'Rua das Acácias', numero: '12' }, itens: ['lâmpada'] },
    },
    { nome: 'Oficina D’Ávila & Filhos', documento: '12ABC34501DE35', respostas: { relato: 'risco de queda', altura: 37 } },
    { nome: null, documento: null, respostas: { relato: 'Denúncia sem nome' } },
  ]
  const [joao, maria, oficina] = pessoas.map(({ nome }) => nome)
  const casos: [string, (string | null | undefined)[]][] = [
    ['João', [joao]],
    ['joao', [joao]],
    ['JOÃO SILVA', [joao]],
    ['silva conceicao', [joao]],
    ['conc', [joao]],
    ['co', []],
    ['joao souza', []],
    ['arvore praca', [joao]],
    ['acacias', [maria]],
    ['lampada', [maria]],
    ['37', [oficina]],
    ['d’avila', [oficina]],
    ['avila filhos', [oficina]],
    ['denuncia', [null]],
    ['529.982.247-25', [joao]],
    ['52998224725', [joao]],
    ['529 982 247 25', [joao]],
    ['silva 529.982.247-25', [joao]],
    ['12.ABC.345/01DE-35', [oficina]],
    ['12abc34501de35', [oficina]],
    ['relato', []],
    ['logradouro', []],
    ['true', []],
    ['risco', [oficina]],
    ['%', []],
    ["' | joao:*", [joao]],
    ['joao & !silva', [joao]],
  ]
  for (const [busca, esperados] of casos) {
    it(`for “${busca}” finds ${esperados.length === 0 ? 'nothing' : esperados.map((nome) => nome ?? 'who gave no name').join(', ')}`, async () => {
      await por(pessoas)
      assert.deepEqual(await nomesAchados(busca), [...esperados].sort())
    })
  }

  it('reads a number as leniently as a consult does', async () => {
    const [um] = await por([{ nome: 'Com número' }, { nome: 'Outro' }])
    assert.ok(um)
    const [, sequencia] = um.numero.split('/')
    for (const busca of [
      um.numero,
      um.numero.toLowerCase(),
      `2026/${sequencia}`,
      `pme 2026 ${sequencia}`,
      `2026/00${sequencia}`,
      `${sequencia}`,
    ]) {
      assert.deepEqual(await nomesAchados(busca), ['Com número'], busca)
    }
  })

  it('finds what is said now, not what was said before', async () => {
    const [um] = await por([{ nome: 'Nome Antigo', respostas: { relato: 'palavra velha' } }])
    assert.ok(um)
    await sql`update protocolos set requerente_nome = 'Nome Corrigido' where protocolo_id = ${um.id}`
    assert.deepEqual(await nomesAchados('antigo'), [])
    assert.deepEqual(await nomesAchados('corrigido velha'), ['Nome Corrigido'])
    await sql`update protocolos set respostas = '{"relato": "palavra nova"}' where protocolo_id = ${um.id}`
    assert.deepEqual(await nomesAchados('velha'), [])
    assert.deepEqual(await nomesAchados('nova'), ['Nome Corrigido'])
  })

  it('stays within the queue and its filters', async () => {
    await por([
      { nome: 'Ana Aberta' },
      { nome: 'Ana Parada', situacao: 'parado' },
      { nome: 'Ana Encerrada', situacao: 'encerrado' },
      { nome: 'Ana de Outro Setor', unidade: 'geral' },
      { nome: 'Ana da Árvore', tipo: 'arvore' },
    ])
    const nomes = async (busca: Record<string, string>) =>
      (await tudo(eu, { busca: 'ana', ...busca })).map(({ interessado }) => interessado).sort()
    assert.deepEqual(await nomes({}), ['Ana Aberta', 'Ana Parada', 'Ana da Árvore'])
    assert.deepEqual(await nomes({ fila: 'parados' }), ['Ana Parada'])
    assert.deepEqual(await nomes({ fila: 'encerrados' }), ['Ana Encerrada'])
    assert.deepEqual(await nomes({ tipo: 'arvore' }), ['Ana da Árvore'])
  })

  it('never touches another entidade’s words', async () => {
    await por([{ nome: 'Ana daqui' }])
    const [{ tantas } = { tantas: 0 }] = await sql<{ tantas: number }[]>`
      select count(*)::int as tantas from procuras where palavras @@ (select palavra_de(entidade_id, 'ana')::tsquery from entidades where codigo = 'outra')`
    assert.equal(tantas, 0)
  })

  it('takes any text for what it is', async () => {
    await por([{ nome: 'Ana' }])
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (busca) => {
        const limpa = busca.replace(/[\p{Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, ' ').slice(0, 100)
        assert.ok(Array.isArray((await pagina(eu, { busca: limpa })).protocolos))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a search that finds very many', () => {
  it('shows each once and in order, and puts only so many in order at a time', async () => {
    await esvaziar()
    const todos = await por(
      Array.from({ length: 2600 }, (_, n) => ({
        nome: n % 13 === 0 && n > 1500 ? 'Rara Comum' : 'Pessoa Comum',
        prazo: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}`,
        prioridade: n % 50 === 0 ? ('idoso_80' as const) : null,
      })),
    )
    const ids = async (busca: Record<string, string>) => (await tudo(eu, { limite: '50', ...busca })).map(({ id }) => id)
    const esperados = modelo(todos, 'unidade', { contaId: eu.contaId, hoje })
    assert.deepEqual(
      await ids({ busca: 'comum' }),
      esperados.map(({ id }) => id),
    )
    assert.deepEqual(
      await ids({ busca: 'comum rara' }),
      esperados.filter(({ nome }) => nome === 'Rara Comum').map(({ id }) => id),
    )
    assert.deepEqual(await ids({ busca: 'comum', fila: 'encerrados' }), [])
  })

  it('never shows an empty page while the queue goes on', async () => {
    await esvaziar()
    await por(Array.from({ length: 2100 }, () => ({ nome: 'Pessoa Comum', unidade: 'geral' })))
    await por(Array.from({ length: 1100 }, () => ({ nome: 'Alguém', prazo: '2026-12-01' })))
    const [ultimo] = await por([{ nome: 'Pessoa Comum', prazo: '2026-12-02' }])
    assert.deepEqual(
      (await pagina(eu, { busca: 'comum' })).protocolos.map(({ id }) => id),
      [ultimo?.id],
    )
  })
})

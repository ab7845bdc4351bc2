import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { pedidosFeitos } from '../../../demo/pedidos.js'
import { cidada, empresa, senha, servidores } from '../../../demo/pessoas.js'
import { semear } from '../../../demo/semear.js'
import { lerDocumento } from '../../../server/domain/documento.js'
import { validarRespostas } from '../../../server/domain/respostas.js'
import { consultarComCodigo } from '../../../server/modules/consulta/consulta.js'
import { contaDoLogin } from '../../../server/modules/contas/login.js'
import { exigirRegras, senhaConfere } from '../../../server/modules/contas/senhas.js'
import { buscarEntidade, importarEntidade } from '../../../server/modules/entidades/entidades.js'
import { resumir } from '../../../server/modules/meus/meus.js'
import { listarLiberados } from '../../../server/modules/vistas/vistas.js'
import { fixedClock, testPlatform } from '../helpers/platform.js'

// In January: the protocolos of the demo lie in two years.
const clock = fixedClock('2027-01-15T15:00:00Z')
const platform = await testPlatform({ clock, config: { proofOfWork: 0, limits: false } })
const { sql } = platform.db
const folder = new URL('../../../demo/entidades/', import.meta.url)
for (const name of readdirSync(folder)) await importarEntidade(platform, JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
const started = performance.now()
const seeded = await semear(platform)
const elapsed = performance.now() - started

describe('the people and protocolos of the demo', () => {
  it('are made once', async () => {
    assert.equal(seeded, true)
    const [before] = await sql`select count(*) as n from protocolos`
    assert.equal(await semear(platform), false)
    const [after] = await sql`select count(*) as n from protocolos`
    assert.deepEqual(after, before)
  })

  it('are made quickly', () => assert.ok(elapsed < 10_000, `${Math.round(elapsed)} ms`))

  it('have documents that are valid by their digits, each its own', () => {
    const pessoas = [cidada, empresa, ...servidores]
    for (const { documento } of pessoas) assert.equal(lerDocumento(documento)?.valor, documento)
    assert.equal(new Set(pessoas.map(({ documento }) => documento)).size, pessoas.length)
    assert.equal(lerDocumento(empresa.documento)?.especie, 'cnpj')
  })

  it('give the citizen 39 protocolos in vila-serena: 5 concluded, 7 pending, 20 under way, 7 not yet looked at', async () => {
    const linhas = await sql`
      select situacao, count(*) as n from protocolos join entidades using (entidade_id)
       where codigo = 'vila-serena' and requerente_documento = ${cidada.documento} group by situacao order by situacao`
    assert.deepEqual(
      linhas.map(({ situacao, n }) => [situacao, n]),
      [
        ['em_andamento', 20],
        ['encerrado', 5],
        ['nao_analisado', 7],
        ['pendente', 7],
      ],
    )
  })

  it('are in the panels of those who asked, whose counters say so', async () => {
    const entidade = await buscarEntidade(platform, 'vila-serena')
    assert.ok(entidade)
    for (const [documento, esperado] of [
      [
        cidada.documento,
        {
          total: 39,
          porSituacao: { nao_analisado: 7, em_andamento: 20, pendente: 7, parado: 0, encerrado: 5, cancelado: 0 },
          anteriores: 0,
          pendencias: 7,
          mensagens: 0,
        },
      ],
      [
        empresa.documento,
        {
          total: 3,
          porSituacao: { nao_analisado: 0, em_andamento: 1, pendente: 1, parado: 0, encerrado: 1, cancelado: 0 },
          anteriores: 0,
          pendencias: 1,
        },
      ],
    ] as const) {
      const [conta] = await sql<{ id: string }[]>`select conta_id as id from contas where documento = ${documento}`
      assert.deepEqual(await resumir(platform, { id: '', contaId: conta?.id ?? '', entidadeId: entidade.id, passkeyEm: null }), esperado)
    }
  })

  it('sign in with the password of the demo, which keeps the rules', async () => {
    for (const pessoa of [cidada, empresa, ...servidores]) {
      exigirRegras(senha, { nome: pessoa.nome, usuario: undefined, email: pessoa.email, documento: pessoa.documento })
      assert.ok(await senhaConfere(senha, (await contaDoLogin(platform, pessoa.documento))?.senhaHash), pessoa.nome)
    }
  })

  it('have gapless numbers, in the order of opening, in each year of each orgao', async () => {
    const linhas = await sql`
      select orgao_id, ano, count(*) as n, max(sequencia) - min(sequencia) + 1 as largura, max(sequencia) = max(ultimo) as contado,
             bool_and(em_ordem) as em_ordem
        from (select *, aberto_em >= lag(aberto_em, 1, aberto_em) over (partition by orgao_id, ano order by sequencia) as em_ordem from protocolos) p
        join contadores using (entidade_id, orgao_id, ano) group by orgao_id, ano`
    assert.ok(new Set(linhas.map(({ ano }) => ano)).size === 2)
    for (const { n, largura, contado, em_ordem } of linhas) {
      assert.equal(n, largura)
      assert.ok(contado && em_ordem)
    }
  })

  it('have a history that starts with the opening, goes forward, and ends before now', async () => {
    const [faltas] = await sql`
      select count(*) as n from protocolos p
       where aberto_em > ${clock.now()} or atualizado_em > ${clock.now()}
          or exists (select from mensagens m where m.protocolo_id = p.protocolo_id and (m.em < p.aberto_em or m.em > p.atualizado_em))
          or exists (select from tramites t where t.protocolo_id = p.protocolo_id and (t.em < p.aberto_em or t.em > p.atualizado_em))
          or (situacao = 'pendente') <> exists (select from tramites t where t.protocolo_id = p.protocolo_id and t.especie = 'exigencia')
          or (situacao = 'encerrado') <> exists (select from tramites t where t.protocolo_id = p.protocolo_id and t.especie = 'encerramento')`
    assert.equal(faltas?.n, 0)
    const [privados] = await sql`select count(*) as n from tramites where visibilidade = 'privado'`
    assert.ok(privados?.n > 0)
  })

  it('have conversations, and let the citizen see two of the company’s, besides the 39', async () => {
    const entidade = await buscarEntidade(platform, 'vila-serena')
    assert.ok(entidade)
    const [conta] = await sql<{ id: string }[]>`select conta_id as id from contas where documento = ${cidada.documento}`
    const { protocolos } = await listarLiberados(
      platform,
      entidade,
      { id: '', contaId: conta?.id ?? '', entidadeId: entidade.id, passkeyEm: null },
      {},
    )
    assert.deepEqual(
      protocolos.map(({ tipo }) => tipo),
      ['Alvará de funcionamento', 'Alvará de funcionamento'],
    )
    const [faladas] = await sql<{ n: number; assinadas: boolean; lados: number }[]>`
      select count(distinct protocolo_id) as n, bool_and(autor_id is not null) as assinadas, count(distinct de) as lados from mensagens`
    assert.ok(faladas && faladas.n > 5 && faladas.assinadas && faladas.lados === 2)
  })

  it('owe nobody an e-mail', async () => {
    const [emails] = await sql`select count(*) as n from emails`
    assert.equal(emails?.n, 0)
  })

  it('gave answers that their forms accept', async () => {
    for (const { entidade, tipo, respostas } of pedidosFeitos) {
      const definicao = (await buscarEntidade(platform, entidade))?.tipos.get(tipo)?.definicao
      assert.ok(definicao, `${entidade} ${tipo}`)
      const lidas = validarRespostas(definicao.campos, respostas, '2027-01-15')
      assert.deepEqual(lidas.ok ? lidas.respostas : lidas.erros, respostas, `${entidade} ${tipo}`)
    }
  })

  it('can be looked into with the codes that are printed', async () => {
    for (const { entidade: codigo, codigo: codigoAcesso, tipo, situacao } of pedidosFeitos) {
      if (!codigoAcesso) continue
      const entidade = await buscarEntidade(platform, codigo)
      assert.ok(entidade)
      const numeros = await sql`
        select numero from protocolos p join tipos using (entidade_id, tipo_id)
         where p.entidade_id = ${entidade.id} and tipos.codigo = ${tipo} and situacao = ${situacao} and requerente_documento = ${cidada.documento}`
      const abertos = await Promise.allSettled(
        numeros.map(({ numero }) => consultarComCodigo(platform, entidade, { numero, codigo: codigoAcesso }, { endereco: '203.0.113.1' })),
      )
      assert.equal(abertos.filter(({ status }) => status === 'fulfilled').length, 1, codigoAcesso)
    }
  })
})

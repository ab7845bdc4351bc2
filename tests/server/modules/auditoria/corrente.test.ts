import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { auditar } from '../../../../server/modules/auditoria/auditoria.js'
import { verificarAuditoria } from '../../../../server/modules/auditoria/verificacao.js'
import { buscarEntidade, importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { codeOf, type Sql } from '../../../../server/platform/database.js'
import { testPlatform } from '../../helpers/platform.js'
import { arquivoDeExemplo } from '../entidades/arquivo-de-exemplo.js'

const platform = await testPlatform()
await importarEntidade(platform, arquivoDeExemplo())
await importarEntidade(platform, arquivoDeExemplo({ codigo: 'outra' }))
const exemplo = await idDe('exemplo')
const outra = await idDe('outra')
const { sql } = platform.db

async function idDe(codigo: string): Promise<string> {
  const entidade = await buscarEntidade(platform, codigo)
  assert.ok(entidade)
  return entidade.id
}

function anotar(entidadeId: string, acao: string, dados: object = {}) {
  return platform.db.transaction((tx) => auditar(platform, tx, entidadeId, { quem: 'teste', acao, dados }))
}

for (let n = 0; n < 12; n++)
  await anotar(exemplo, `teste.${n}`, { n, antes: { nome: 'José "Zé"' }, depois: { nome: null, partes: [1, 2.5] } })
const fim = await verificarAuditoria(sql, exemplo)

/** What someone with the whole database in hand does behind the program's back, undone once looked at. */
async function mexendo<T>(mexer: (tx: Sql) => Promise<unknown>, olhar: (tx: Sql) => Promise<T>): Promise<T> {
  const desfazer = new Error('undo')
  let visto: { valor: T } | undefined
  await platform.db
    .transaction(async (tx) => {
      await tx`set local session_replication_role = replica`
      await mexer(tx)
      visto = { valor: await olhar(tx) }
      throw desfazer
    })
    .catch((erro: unknown) => assert.equal(erro, desfazer))
  assert.ok(visto)
  return visto.valor
}

const falhasDepoisDe = async (mexer: (tx: Sql) => Promise<unknown>) =>
  mexendo(mexer, async (tx) => (await verificarAuditoria(tx, exemplo)).falhas)

const linhaEm = (tx: Sql, ordem: number) =>
  tx`select auditoria_id from elos where entidade_id = ${exemplo} and ordem = ${ordem}`.then(([linha]) => String(linha?.auditoria_id))

describe('the chain of the audit', () => {
  it('is whole, one of each entidade, and ends where the last row is', async () => {
    assert.deepEqual(fim.falhas, [])
    const [contadas] = await sql<{ total: number }[]>`select count(*) as total from auditoria where entidade_id = ${exemplo}`
    assert.equal(fim.total, contadas?.total)
    const daOutra = await verificarAuditoria(sql, outra)
    assert.deepEqual(daOutra.falhas, [])
    assert.notEqual(daOutra.elo, fim.elo)
  })

  it('hashes the elo before and the row as its function writes it', async () => {
    const elos = await sql<{ elo: Buffer; linha: string }[]>`
      select e.elo, escrever_auditoria(a, e.ordem) as linha from elos e join auditoria a using (entidade_id, auditoria_id)
       where entidade_id = ${exemplo} order by e.ordem`
    let anterior = Buffer.alloc(0)
    for (const { elo, linha } of elos) {
      anterior = createHash('sha256').update(anterior).update(linha).digest()
      assert.equal(elo.toString('hex'), anterior.toString('hex'))
    }
  })

  for (const [como, mexer] of Object.entries<(tx: Sql) => Promise<unknown>>({
    update: (tx) => tx`update auditoria set quem = 'ninguem'`,
    delete: (tx) => tx`delete from auditoria`,
    truncate: (tx) => tx`truncate auditoria`,
    'update of an elo': (tx) => tx`update elos set ordem = ordem + 1`,
    'delete of the end': (tx) => tx`delete from correntes`,
  })) {
    it(`refuses ${como}`, async () => {
      await assert.rejects(
        platform.db.transaction((tx) => mexer(tx)),
        (erro: unknown) => codeOf(erro) === 'PR002',
      )
    })
  }

  it('finds any change of any column of any row, and says which', async () => {
    const mudancas: Record<string, (tx: Sql, id: string, texto: string) => Promise<unknown>> = {
      em: (tx, id) => tx`update auditoria set em = em + interval '1 microsecond' where auditoria_id = ${id}`,
      quem: (tx, id, texto) => tx`update auditoria set quem = quem || ${texto} where auditoria_id = ${id}`,
      acao: (tx, id, texto) => tx`update auditoria set acao = ${texto} || acao where auditoria_id = ${id}`,
      protocolo_id: (tx, id) => tx`update auditoria set protocolo_id = ${randomUUID()} where auditoria_id = ${id}`,
      dados: (tx, id, texto) =>
        tx`update auditoria set dados = dados || jsonb_build_object('x', ${texto}::text) where auditoria_id = ${id}`,
      endereco: (tx, id, texto) => tx`update auditoria set endereco = ${texto} where auditoria_id = ${id}`,
      aparelho: (tx, id, texto) => tx`update auditoria set aparelho = ${texto} where auditoria_id = ${id}`,
      elo: (tx, id, texto) => tx`update elos set elo = sha256(convert_to(${texto}::text, 'UTF8')) where auditoria_id = ${id}`,
    }
    const texto = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(mudancas)),
        fc.integer({ min: 1, max: fim.total }),
        texto,
        async (coluna, ordem, texto) => {
          const falhas = await falhasDepoisDe(async (tx) => mudancas[coluna]?.(tx, await linhaEm(tx, ordem), texto))
          assert.ok(
            falhas.some((falha) => falha.especie === 'mudada' && falha.ordem === ordem),
            `${coluna} of ${ordem}`,
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds any row removed, with its elo or without, from anywhere to anywhere', async () => {
    const trecho = fc.tuple(fc.integer({ min: 1, max: fim.total }), fc.integer({ min: 1, max: fim.total }), fc.boolean())
    await fc.assert(
      fc.asyncProperty(trecho, async ([um, outro, comElo]) => {
        const [de, ate] = [Math.min(um, outro), Math.max(um, outro)]
        const falhas = await falhasDepoisDe(async (tx) => {
          await tx`delete from auditoria a using elos e where e.entidade_id = ${exemplo} and a.auditoria_id = e.auditoria_id and ordem between ${de} and ${ate}`
          if (comElo) await tx`delete from elos where entidade_id = ${exemplo} and ordem between ${de} and ${ate}`
        })
        const [primeira] = falhas
        if (!comElo) assert.deepEqual(primeira?.especie === 'removida' && primeira.ordem, de)
        else assert.deepEqual(primeira, { especie: ate === fim.total ? 'fim_removido' : 'elo_removido', de, ate })
      }),
      { numRuns: 40 },
    )
  })

  it('finds a row inserted past it, and one chained after its end', async () => {
    const id = randomUUID()
    const inserir = (tx: Sql) =>
      tx`insert into auditoria (entidade_id, auditoria_id, em, quem, acao) values (${exemplo}, ${id}, now(), 'x', 'x')`
    assert.deepEqual(await falhasDepoisDe(inserir), [{ especie: 'inserida', id }])
    const depois = fim.total + 1
    const falhas = await falhasDepoisDe(async (tx) => {
      await inserir(tx)
      await tx`insert into elos (entidade_id, ordem, auditoria_id, elo) values (${exemplo}, ${depois}, ${id}, sha256(''))`
    })
    assert.deepEqual(falhas, [{ especie: 'fim_acrescentado', de: depois, ate: depois }])
  })

  it('finds any two rows that changed places', async () => {
    const lugar = fc.integer({ min: 1, max: fim.total })
    await fc.assert(
      fc.asyncProperty(lugar, lugar, async (um, outro) => {
        fc.pre(um !== outro)
        const falhas = await falhasDepoisDe(async (tx) => {
          const [a, b] = [await linhaEm(tx, um), await linhaEm(tx, outro)]
          await tx`update elos set auditoria_id = ${randomUUID()} where entidade_id = ${exemplo} and ordem = ${outro}`
          await tx`update elos set auditoria_id = ${b} where entidade_id = ${exemplo} and ordem = ${um}`
          await tx`update elos set auditoria_id = ${a} where entidade_id = ${exemplo} and ordem = ${outro}`
        })
        for (const ordem of [um, outro]) assert.ok(falhas.some((falha) => falha.especie === 'mudada' && falha.ordem === ordem))
      }),
      { numRuns: 20 },
    )
  })

  it('tells a chain that was made anew, end and all, by an end that was kept elsewhere', async () => {
    const refazer = async (tx: Sql) => {
      await tx`update auditoria set quem = 'outro' where auditoria_id = ${await linhaEm(tx, 3)}`
      const linhas = await tx<{ ordem: number; linha: string }[]>`
        select e.ordem, escrever_auditoria(a, e.ordem) as linha from elos e join auditoria a using (entidade_id, auditoria_id)
         where entidade_id = ${exemplo} order by e.ordem`
      let elo = Buffer.alloc(0)
      for (const { ordem, linha } of linhas) {
        elo = createHash('sha256').update(elo).update(linha).digest()
        await tx`update elos set elo = ${elo} where entidade_id = ${exemplo} and ordem = ${ordem}`
      }
      await tx`update correntes set elo = ${elo} where entidade_id = ${exemplo}`
    }
    assert.deepEqual(await falhasDepoisDe(refazer), [])
    const { falhas } = await mexendo(refazer, (tx) => verificarAuditoria(tx, exemplo, fim))
    assert.deepEqual(falhas, [{ especie: 'outra_corrente', ordem: fim.total }])
    await anotar(exemplo, 'teste.depois')
    assert.deepEqual((await verificarAuditoria(sql, exemplo, fim)).falhas, [])
  })

  it('stays whole when many write at once, in transactions of several rows that partly fail', async () => {
    const antes = (await verificarAuditoria(sql, exemplo)).total
    const feitas = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        platform.db
          .transaction(async (tx) => {
            for (const entidadeId of [exemplo, exemplo, outra])
              await auditar(platform, tx, entidadeId, { quem: 'teste', acao: `junto.${n}` })
            if (n % 5 === 0) throw new Error('undone')
            return 2
          })
          .catch(() => 0),
      ),
    )
    const { total, falhas } = await verificarAuditoria(sql, exemplo)
    assert.deepEqual(falhas, [])
    assert.equal(
      total - antes,
      feitas.reduce<number>((soma, uma) => soma + uma, 0),
    )
    assert.deepEqual((await verificarAuditoria(sql, outra)).falhas, [])
  })
})

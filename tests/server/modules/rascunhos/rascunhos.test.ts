import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { RascunhoCompleto, RascunhoResumo } from '../../../../server/contract/rascunhos.js'
import { limparRascunhos } from '../../../../server/modules/rascunhos/rascunhos.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, montarContas, problemaDe } from '../contas/apoio.js'

const inicio = '2026-11-21T12:00:00.000Z'
const clock = fixedClock(inicio)
const { pessoa, platform } = await montarContas({ clock })
const raiz = '/v1/entidades/exemplo/meus/rascunhos'
const dados = { respostas: { relato: 'Buraco fundo' } }

async function alguem() {
  const { aparelho, token, cadastro } = await pessoa()
  const pedir = (method: string, path: string, body?: unknown) =>
    aparelho.pedir(method, path, { token, ...(body !== undefined && { body }) })
  return {
    pedir,
    cadastro,
    guardar: (id: string, corpo: unknown = { tipo: 'buraco', dados }) => pedir('PUT', `${raiz}/${id}`, corpo),
    listar: async () => (await ler<{ rascunhos: RascunhoResumo[] }>(await pedir('GET', raiz), 200)).rascunhos,
  }
}

describe('a draft', () => {
  it('is kept, read, written over and erased by whoever wrote it', async () => {
    const { guardar, listar, pedir } = await alguem()
    const id = randomUUID()
    const resumo = { id, tipo: { codigo: 'buraco', nome: 'Tapa-buraco' }, atualizadoEm: inicio, expiraEm: '2026-12-21T12:00:00.000Z' }
    assert.deepEqual(await ler(await guardar(id), 200), resumo)
    assert.deepEqual(await ler(await pedir('GET', `${raiz}/${id}`), 200), { ...resumo, dados })
    await ler(await guardar(id, { tipo: 'arvore', dados: {} }), 200)
    assert.deepEqual(
      (await listar()).map(({ tipo }) => tipo.nome),
      ['Poda de árvore'],
    )
    assert.equal((await pedir('DELETE', `${raiz}/${id}`)).status, 204)
    assert.deepEqual(await listar(), [])
    await problemaDe(await pedir('GET', `${raiz}/${id}`), 404)
    await problemaDe(await pedir('DELETE', `${raiz}/${id}`), 404)
  })

  it('of another person is as one that never was, and is not written over', async () => {
    const [dona, estranho] = [await alguem(), await alguem()]
    const id = randomUUID()
    await ler(await dona.guardar(id), 200)
    await problemaDe(await estranho.pedir('GET', `${raiz}/${id}`), 404)
    await problemaDe(await estranho.pedir('DELETE', `${raiz}/${id}`), 404)
    await ler(await estranho.guardar(id, { tipo: 'arvore', dados: { meu: true } }), 200)
    assert.deepEqual((await ler<RascunhoCompleto>(await dona.pedir('GET', `${raiz}/${id}`), 200)).dados, dados)
  })

  it('is forgotten 30 days after it was last written', async () => {
    const { cadastro, guardar } = await alguem()
    const id = randomUUID()
    await ler(await guardar(id), 200)
    const guardados = async () =>
      (await platform.db.sql`select from rascunhos r join contas using (conta_id) where documento = ${cadastro.documento}`).length
    clock.set('2026-12-21T11:59:59Z')
    await limparRascunhos(platform)
    assert.equal(await guardados(), 1)
    clock.set('2026-12-21T12:00:01Z')
    await limparRascunhos(platform)
    assert.equal(await guardados(), 0)
    clock.set(inicio)
  })

  it('says how far it came, when the device wrote that', async () => {
    const { guardar, listar } = await alguem()
    const lugar = { numero: 2, total: 5 }
    assert.deepEqual((await ler<RascunhoResumo>(await guardar(randomUUID(), { tipo: 'buraco', dados: { lugar } }), 200)).lugar, lugar)
    assert.deepEqual((await listar())[0]?.lugar, lugar)
    for (const estranho of ['2', { numero: 0, total: 5 }, { numero: 'x' }]) {
      const { lugar: lido } = await ler<RascunhoResumo>(await guardar(randomUUID(), { tipo: 'buraco', dados: { lugar: estranho } }), 200)
      assert.equal(lido, undefined)
    }
  })

  it('that two devices write to gives way only to who has seen it', async () => {
    const { guardar, pedir } = await alguem()
    const id = randomUUID()
    const { atualizadoEm: lido } = await ler<RascunhoResumo>(await guardar(id), 200)
    clock.set('2026-11-21T12:00:01Z')
    await ler(await guardar(id, { tipo: 'buraco', dados: { de: 'um' }, lido }), 200)
    assert.equal((await problemaDe(await guardar(id, { tipo: 'buraco', dados: { de: 'outro' }, lido }), 409)).codigo, 'rascunho_mudou')
    assert.deepEqual((await ler<RascunhoCompleto>(await pedir('GET', `${raiz}/${id}`), 200)).dados, { de: 'um' })
    await pedir('DELETE', `${raiz}/${id}`)
    await problemaDe(await guardar(id, { tipo: 'buraco', dados, lido }), 404)
    clock.set(inicio)
  })

  it('is one of 20 at most: the oldest gives way', async () => {
    const { guardar, listar } = await alguem()
    const ids = Array.from({ length: 22 }, () => randomUUID())
    for (const [vez, id] of ids.entries()) {
      clock.set(new Date(Date.parse(inicio) + vez * 1000).toISOString())
      await ler(await guardar(id), 200)
    }
    assert.deepEqual(
      (await listar()).map(({ id }) => id),
      ids.slice(2).reverse(),
    )
    clock.set(inicio)
  })

  it('is refused when it is too large, of no tipo, or under no right id', async () => {
    const { guardar } = await alguem()
    const id = randomUUID()
    assert.equal(
      (await problemaDe(await guardar(id, { tipo: 'buraco', dados: { texto: 'x'.repeat(66_000) } }), 413)).codigo,
      'corpo_grande',
    )
    assert.equal((await problemaDe(await guardar(id, { tipo: 'nenhum', dados }), 404)).codigo, 'tipo_desconhecido')
    await problemaDe(await guardar('nada', { tipo: 'buraco', dados }), 404)
    await problemaDe(await guardar(id, { tipo: 'buraco' }), 400)
    await problemaDe(await guardar(id, { tipo: 'buraco', dados: { texto: '\u0000' } }), 422)
    for (const lido of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59']) {
      await problemaDe(await guardar(id, { tipo: 'buraco', dados, lido }), 400)
    }
  })
})

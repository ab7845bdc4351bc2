import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PaginaDeLiberados, ProtocoloDaConta } from '../../../../server/contract/meus.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, pessoa, pedir, abrirComo, enviar, liberar, revogar, contaDe } = await montarMeus({ clock })
const { sql } = platform.db
type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function liberados(quem: Pessoa, busca = ''): Promise<PaginaDeLiberados> {
  return ler(await pedir(quem, 'GET', `/meus/liberados?${busca}`), 200)
}

const idsDe = async (quem: Pessoa) => (await liberados(quem)).protocolos.map(({ id }) => id)

describe('a vista', () => {
  it('shows the whole file as its owner sees it, until when, and nothing that may be done', async () => {
    const [dono, favorecido] = [await pessoa(), await pessoa()]
    const { id: anexo, sha256 } = await enviar()
    const { id } = await abrirComo(dono, { anexos: [{ id: anexo, sha256, documento: 'fotos' }] })
    await liberar(id, { documento: favorecido.cadastro.documento })
    const visto: ProtocoloDaConta = await ler(await pedir(favorecido, 'GET', `/protocolos/${id}`), 200)
    const doDono: ProtocoloDaConta = await ler(await pedir(dono, 'GET', `/protocolos/${id}`), 200)
    const { recorrerAte: _, avaliacao: __, ...daVista } = doDono
    assert.deepEqual(visto, { ...daVista, acoes: [], vistaAte: '2026-11-22T12:00:00.000Z' })
    assert.equal((await pedir(favorecido, 'GET', `/protocolos/${id}/anexos/${anexo}`)).status, 200)
    const [{ vistaAte } = { vistaAte: '' }] = (await liberados(favorecido)).protocolos
    assert.equal(vistaAte, visto.vistaAte)
  })

  it('is by documento or by an e-mail that the conta has shown to read, its second too, whatever its case, and by none that it has not', async () => {
    const [dono, favorecido] = [await pessoa(), await pessoa()]
    const { id } = await abrirComo(dono)
    await liberar(id, { email: favorecido.cadastro.email.toUpperCase() })
    assert.deepEqual(await idsDe(favorecido), [id])
    const { documento, email } = favorecido.cadastro
    await sql`update contas set email = null, email_alternativo = ${email} where documento = ${documento}`
    assert.deepEqual(await idsDe(favorecido), [id])
    await sql`update contas set email_alternativo = null where documento = ${documento}`
    assert.deepEqual(await idsDe(favorecido), [])
    await problemaDe(await pedir(favorecido, 'GET', `/protocolos/${id}`), 404)
  })

  it('ends on the second', async () => {
    const [dono, favorecido] = [await pessoa(), await pessoa()]
    const { id } = await abrirComo(dono)
    await liberar(id, { documento: favorecido.cadastro.documento }, new Date('2026-11-21T12:30:00Z'))
    const ver = async () => [(await pedir(favorecido, 'GET', `/protocolos/${id}`)).status, (await idsDe(favorecido)).length]
    clock.set('2026-11-21T12:29:59Z')
    assert.deepEqual(await ver(), [200, 1])
    clock.set('2026-11-21T12:30:00Z')
    assert.deepEqual(await ver(), [404, 0])
    clock.set('2026-11-21T12:00:00Z')
  })

  it('that ended lets nobody reuse what a page kept: not even 304', async () => {
    const [dono, favorecido] = [await pessoa(), await pessoa()]
    const { id } = await abrirComo(dono)
    await liberar(id, { documento: favorecido.cadastro.documento })
    const headers = { 'If-None-Match': (await pedir(favorecido, 'GET', `/protocolos/${id}`)).headers.get('ETag') ?? '' }
    assert.equal((await pedir(favorecido, 'GET', `/protocolos/${id}`, { headers })).status, 304)
    await revogar(id, { documento: favorecido.cadastro.documento })
    assert.equal((await pedir(favorecido, 'GET', `/protocolos/${id}`, { headers })).status, 404)
  })

  it('is taken back from the one that it was given to, once, which the audit tells', async () => {
    const [dono, favorecido, outro] = [await pessoa(), await pessoa(), await pessoa()]
    const { id } = await abrirComo(dono)
    const { email } = favorecido.cadastro
    await liberar(id, { email })
    await liberar(id, { documento: outro.cadastro.documento })
    for (const para of [{ email: email.toUpperCase() }, { email }]) await revogar(id, para)
    assert.deepEqual([await idsDe(favorecido), await idsDe(outro)], [[], [id]])
    const [revogada] = await sql`select vista_id as id from vistas where protocolo_id = ${id} and revogada_em = ${clock.now()}`
    const notas = await sql`select quem, dados from auditoria where protocolo_id = ${id} and acao = 'vista.revogar'`
    assert.deepEqual([...notas], [{ quem: 'teste', dados: { vistas: [revogada?.id] } }])
  })

  it('leaves a trace of its giving and of each look and file, and a refused look leaves none', async () => {
    const [dono, favorecido, estranho] = [await pessoa(), await pessoa(), await pessoa()]
    const { id: anexo, sha256 } = await enviar()
    const { id } = await abrirComo(dono, { anexos: [{ id: anexo, sha256, documento: 'fotos' }] })
    await liberar(id, { documento: favorecido.cadastro.documento })
    for (const quem of [favorecido, estranho, dono]) {
      await pedir(quem, 'GET', `/protocolos/${id}`)
      await pedir(quem, 'GET', `/protocolos/${id}/anexos/${anexo}`)
    }
    const tracos = await sql`select acao, quem from auditoria where protocolo_id = ${id} and acao like 'vista.%' order by acao`
    const quem = await contaDe(favorecido)
    assert.deepEqual(
      tracos.map(({ acao }) => acao),
      ['vista.arquivo', 'vista.conceder', 'vista.ver'],
    )
    assert.deepEqual([tracos[0]?.quem, tracos[2]?.quem], [quem, quem])
  })

  it('is of one entidade alone', async () => {
    const [dono, favorecido] = [await pessoa(), await pessoa()]
    const { id } = await abrirComo(dono)
    await liberar(id, { documento: favorecido.cadastro.documento })
    await sql`update sessoes set entidade_id = (select entidade_id from entidades where codigo = 'outra') where conta_id = ${await contaDe(favorecido)}`
    const { aparelho, token } = favorecido
    assert.equal((await aparelho.pedir('GET', `/v1/entidades/outra/protocolos/${id}`, { token })).status, 404)
    const lista: PaginaDeLiberados = await ler(await aparelho.pedir('GET', '/v1/entidades/outra/meus/liberados', { token }), 200)
    assert.deepEqual(lista.protocolos, [])
  })
})

describe('the list of what others let the conta see', () => {
  it('has each once, by the vista that lasts longest, and none of the conta’s own, which count apart', async () => {
    const [dono, favorecido] = [await pessoa(), await pessoa()]
    const { id } = await abrirComo(dono)
    const { documento, email } = favorecido.cadastro
    await liberar(id, { email }, new Date('2026-12-21T12:00:00Z'))
    await liberar(id, { documento })
    const { id: proprio } = await abrirComo(favorecido)
    await liberar(proprio, { documento })
    const { protocolos } = await liberados(favorecido)
    assert.deepEqual(
      protocolos.map((um) => [um.id, um.vistaAte]),
      [[id, '2026-12-21T12:00:00.000Z']],
    )
    const { total } = await ler<{ total: number }>(await pedir(favorecido, 'GET', '/meus/resumo'), 200)
    assert.equal(total, 1)
    const visto: ProtocoloDaConta = await ler(await pedir(favorecido, 'GET', `/protocolos/${proprio}`), 200)
    assert.equal(visto.vistaAte, null)
  })

  it('comes in pages, newest first, each protocolo once', async () => {
    const [dono, favorecido] = [await pessoa(), await pessoa()]
    const abertos: string[] = []
    for (let n = 0; n < 23; n++) {
      const { id } = await abrirComo(dono)
      await liberar(id, { documento: favorecido.cadastro.documento })
      abertos.push(id)
    }
    const primeira = await liberados(favorecido)
    const segunda = await liberados(favorecido, `depois=${primeira.proximo}`)
    const vistos = [...primeira.protocolos, ...segunda.protocolos].map(({ id }) => id)
    assert.deepEqual([primeira.protocolos.length, segunda.protocolos.length, segunda.proximo], [20, 3, null])
    assert.deepEqual(vistos, abertos.toSorted().toReversed())
    for (const depois of ['x', `${primeira.proximo}x`]) {
      const { campos } = await problemaDe(await pedir(favorecido, 'GET', `/meus/liberados?depois=${depois}`), 422)
      assert.deepEqual(
        campos?.map(({ caminho }) => caminho),
        ['depois'],
      )
    }
    await problemaDe(await pedir(dono, 'GET', `/meus/liberados?depois=${primeira.proximo}`), 422)
  })
})

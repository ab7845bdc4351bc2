import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PaginaDePendencias, Resumo } from '../../../../server/contract/meus.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, pessoa, pedir, abrirComo, pedirAlgo } = await montarMeus({ clock })
const { sql } = platform.db
type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function pendencias(quem: Pessoa, busca = ''): Promise<PaginaDePendencias> {
  return ler(await pedir(quem, 'GET', `/meus/pendencias?${busca}`), 200)
}

describe('what waits for a conta', () => {
  it('is what was asked last of each protocolo that is pendente, with its deadline', async () => {
    const quem = await pessoa()
    await abrirComo(quem)
    const { id, numero } = await abrirComo(quem)
    await pedirAlgo(id, 'Envie a foto da rua.')
    clock.set('2026-11-21T12:10:00Z')
    await pedirAlgo(id, 'Envie também o croqui.')
    clock.set('2026-11-21T12:00:00Z')
    assert.deepEqual(await pendencias(quem), {
      pendencias: [
        {
          especie: 'exigencia',
          protocolo: { id, numero, tipo: 'Tapa-buraco', unidade: 'Obras' },
          texto: 'Envie também o croqui.',
          pedidaEm: '2026-11-21T12:10:00.000Z',
          prazo: '2026-12-07',
          diasRestantes: 16,
        },
      ],
      proximo: null,
    })
    const { pendencias: quantas }: Resumo = await ler(await pedir(quem, 'GET', '/meus/resumo'), 200)
    assert.equal(quantas, 1)
  })

  it('keeps the words of a private one from them', async () => {
    const quem = await pessoa()
    const { id } = await abrirComo(quem)
    await pedirAlgo(id, 'Só entre nós.', { visibilidade: 'privado' })
    const [uma] = (await pendencias(quem)).pendencias
    assert.deepEqual([uma?.protocolo.id, uma?.texto], [id, null])
  })

  it('is there without words where nothing tells what was asked', async () => {
    const quem = await pessoa()
    const { id } = await abrirComo(quem)
    await sql`update protocolos set situacao = 'pendente' where protocolo_id = ${id}`
    const [uma] = (await pendencias(quem)).pendencias
    assert.deepEqual([uma?.protocolo.id, uma?.texto, uma?.pedidaEm], [id, null, null])
  })

  it('is gone once answered, and is nobody else’s', async () => {
    const quem = await pessoa()
    const { id } = await abrirComo(quem)
    await pedirAlgo(id, 'Envie a foto.')
    assert.deepEqual((await pendencias(await pessoa())).pendencias, [])
    await sql`update protocolos set situacao = 'em_andamento' where protocolo_id = ${id}`
    assert.deepEqual((await pendencias(quem)).pendencias, [])
  })

  it('comes in pages, the soonest first, however many fall on a day', async () => {
    const quem = await pessoa()
    const esperados: [string, string][] = []
    for (let n = 0; n < 23; n++) {
      const { id } = await abrirComo(quem)
      const prazo = `2026-12-${String(20 - (n % 4)).padStart(2, '0')}`
      await pedirAlgo(id, 'Envie.', { prazo })
      esperados.push([prazo, id])
    }
    const primeira = await pendencias(quem)
    const segunda = await pendencias(quem, `depois=${primeira.proximo}`)
    assert.deepEqual([primeira.pendencias.length, segunda.pendencias.length, segunda.proximo], [20, 3, null])
    assert.deepEqual(
      [...primeira.pendencias, ...segunda.pendencias].map(({ prazo, protocolo }) => [prazo, protocolo.id]),
      esperados.toSorted(([umPrazo, um], [outroPrazo, outro]) => (`${umPrazo}${um}` < `${outroPrazo}${outro}` ? -1 : 1)),
    )
    for (const depois of ['x', `${primeira.proximo}x`]) await problemaDe(await pedir(quem, 'GET', `/meus/pendencias?depois=${depois}`), 422)
  })
})

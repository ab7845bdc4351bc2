import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Desafio } from '../../../../server/contract/problema.js'
import { fixedClock } from '../../helpers/platform.js'
import { lerComo, montarCasa, pedidoDeBuraco, problema, resolver } from './apoio.js'

const clock = fixedClock()
const casa = await montarCasa({ clock, config: { proofOfWork: 50, limits: true } })

async function desafio(para = 'abertura'): Promise<Desafio> {
  return lerComo<Desafio>(await casa.pedir(`/desafio?para=${para}`), 200)
}

/** A window in which nothing was counted yet. */
let hora = 0
function virarPagina() {
  clock.set(new Date(Date.UTC(2026, 11, 1, hora++)).toISOString())
}

describe('the proof of work of an opening', () => {
  it('is asked for with a fresh desafio, and lets the same request through', async () => {
    virarPagina()
    const semProva = await casa.abrir()
    assert.equal(semProva.status, 428)
    const { codigo, desafio } = await problema(semProva)
    assert.equal(codigo, 'prova_necessaria')
    assert.ok(desafio)
    await casa.aberto(pedidoDeBuraco, { 'Protocolo-Prova': resolver(desafio) })
  })

  it('serves once', async () => {
    virarPagina()
    const prova = { 'Protocolo-Prova': resolver(await desafio()) }
    await casa.aberto(pedidoDeBuraco, prova)
    const gasta = await casa.abrir(pedidoDeBuraco, prova)
    assert.equal(gasta.status, 428)
    assert.ok((await problema(gasta)).desafio)
  })

  it('is not spent by a request with mistakes', async () => {
    virarPagina()
    const prova = { 'Protocolo-Prova': resolver(await desafio()) }
    assert.equal((await casa.abrir({ ...pedidoDeBuraco, respostas: {} }, prova)).status, 422)
    await casa.aberto(pedidoDeBuraco, prova)
  })

  it('is refused when it is for something else, forged, malformed or late', async () => {
    virarPagina()
    const consulta = resolver(await desafio('consulta'))
    const certo = await desafio()
    const forjado = resolver({ ...certo, signature: '0'.repeat(64) })
    const certa = resolver(certo)
    for (const prova of [consulta, forjado, 'x', '', Buffer.from('{}').toString('base64'), 'A'.repeat(5000)]) {
      assert.equal((await casa.abrir(pedidoDeBuraco, { 'Protocolo-Prova': prova })).status, 428)
    }
    virarPagina()
    assert.equal((await casa.abrir(pedidoDeBuraco, { 'Protocolo-Prova': certa })).status, 428)
  })

  it('is not asked again of who repeats an acknowledged request', async () => {
    virarPagina()
    const chave = { 'Idempotency-Key': randomUUID() }
    const prova = { 'Protocolo-Prova': resolver(await desafio()) }
    const primeira = await (await casa.abrir(pedidoDeBuraco, { ...chave, ...prova })).text()
    const repetida = await casa.abrir(pedidoDeBuraco, { ...chave, ...prova })
    assert.deepEqual([repetida.status, await repetida.text()], [201, primeira], 'with the proof now spent')
    virarPagina()
    const tardia = await casa.abrir(pedidoDeBuraco, { ...chave, ...prova })
    assert.deepEqual([tardia.status, await tardia.text()], [201, primeira], 'with the proof now expired')
    const sem = await casa.abrir(pedidoDeBuraco, chave)
    assert.deepEqual([sem.status, await sem.text()], [201, primeira], 'without a proof')
    const outra = await casa.abrir({ ...pedidoDeBuraco, respostas: { descricao: 'Outro.' } }, chave)
    assert.equal((await problema(outra)).codigo, 'chave_reutilizada')
  })

  it('gets harder as one address opens more, and then an easy one from before no longer does', async () => {
    virarPagina()
    const faceis = await Promise.all(Array.from({ length: 17 }, () => desafio()))
    assert.ok(faceis.every(({ maxnumber }) => maxnumber === 50))
    const status = []
    for (const facil of faceis) status.push((await casa.abrir(pedidoDeBuraco, { 'Protocolo-Prova': resolver(facil) })).status)
    assert.deepEqual(status.slice(0, 6), Array(6).fill(201))
    assert.equal(status.at(-1), 428)
    assert.ok((await desafio()).maxnumber >= 400)
  })
})

describe('GET …/desafio', () => {
  it('says what it may be for', async () => {
    const resposta = await casa.pedir('/desafio?para=x')
    assert.equal(resposta.status, 422)
  })

  it('may not be kept', async () => {
    assert.equal((await casa.pedir('/desafio')).headers.get('Cache-Control'), 'no-store')
  })
})

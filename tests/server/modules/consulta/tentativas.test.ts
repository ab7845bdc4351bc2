import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { fixedClock } from '../../helpers/platform.js'
import { type Casa, montarCasa, problema, resolver } from '../protocolos/apoio.js'

const clock = fixedClock()
const casa = await montarCasa({ clock, config: { proofOfWork: 20, limits: true } })
const semProva = await montarCasa({ clock, config: { proofOfWork: 0, limits: true } })

/** A window in which nothing was counted yet. */
let hora = 0
function virarPagina() {
  clock.set(new Date(Date.UTC(2026, 11, 1, hora++)).toISOString())
}

async function abrir() {
  const { desafio } = await problema(await casa.abrir())
  assert.ok(desafio)
  return casa.aberto(undefined, { 'Protocolo-Prova': resolver(desafio) })
}

function procurar(onde: Casa, numero: string, headers: Record<string, string> = {}) {
  return onde.pedir(`/consulta?numero=${encodeURIComponent(numero)}`, { headers })
}

describe('tries at a number', () => {
  it('are free a few times, then each costs a proof that serves once', async () => {
    virarPagina()
    for (let vez = 0; vez < 5; vez++) assert.equal((await procurar(casa, `PMT 2026/${900000 + vez}`)).status, 404)
    const cobrada = await procurar(casa, 'PMT 2026/900009')
    assert.equal(cobrada.status, 428)
    const { desafio } = await problema(cobrada)
    assert.ok(desafio)
    const prova = { 'Protocolo-Prova': resolver(desafio) }
    assert.equal((await procurar(casa, 'PMT 2026/900009', prova)).status, 404)
    assert.equal((await procurar(casa, 'PMT 2026/900010', prova)).status, 428)
    virarPagina()
    virarPagina()
    assert.equal((await procurar(casa, 'PMT 2026/900011')).status, 404)
  })

  it('that are right don’t count, up to 120 a minute', async () => {
    virarPagina()
    const { numero } = await abrir()
    for (let vez = 0; vez < 120; vez++) assert.equal((await procurar(casa, numero)).status, 200)
    assert.equal((await procurar(casa, numero)).status, 428)
  })

  it('count for the number too, wherever they come from', async () => {
    virarPagina()
    const { numero, codigoAcesso } = await abrir()
    const de = (vez: number) => ({ 'X-Forwarded-For': `203.0.113.${vez}` })
    const comProxy = await montarCasa({ clock, config: { proofOfWork: 20, limits: true, proxies: 1 } })
    for (let vez = 0; vez < 5; vez++) {
      assert.equal((await comProxy.postar('/consulta', { numero, codigo: 'x' }, de(vez))).status, 404)
    }
    assert.equal((await comProxy.postar('/consulta', { numero, codigo: codigoAcesso }, de(9))).status, 428)
    assert.equal((await comProxy.postar('/consulta', { numero: 'PMT 2026/900000', codigo: 'x' }, de(9))).status, 404)
  })

  it('at a new code cost the same as at the code, while repeating a renewal counts as right', async () => {
    virarPagina()
    const { numero, codigoAcesso: codigo } = await abrir()
    const chave = { 'Idempotency-Key': randomUUID() }
    const trocar = (com: string, headers = chave) => casa.postar('/consulta/codigo', { numero, codigo: com }, headers)
    for (let vez = 0; vez < 6; vez++) assert.equal((await trocar(codigo)).status, 200)
    for (let vez = 0; vez < 5; vez++) assert.equal((await trocar(codigo, { 'Idempotency-Key': randomUUID() })).status, 404)
    assert.equal((await trocar(codigo, { 'Idempotency-Key': randomUUID() })).status, 428)
  })

  it('wait where proofs are off', async () => {
    virarPagina()
    for (let vez = 0; vez < 5; vez++) assert.equal((await procurar(semProva, 'PMT 2026/900000')).status, 404)
    const cobrada = await procurar(semProva, 'PMT 2026/900000')
    assert.equal(cobrada.status, 429)
    assert.equal(cobrada.headers.get('Retry-After'), '600')
    assert.equal((await problema(cobrada)).codigo, 'muitas_tentativas')
  })
})

describe('asking for the list by e-mail', () => {
  it('is free a few times, then costs a proof, all the same for whoever has protocolos', async () => {
    virarPagina()
    const documento = '111.444.777-35'
    for (let vez = 0; vez < 5; vez++) assert.equal((await casa.postar('/consulta/lembrete', { documento })).status, 202)
    const cobrada = await casa.postar('/consulta/lembrete', { documento: '529.982.247-25' })
    assert.equal(cobrada.status, 428)
    const { desafio } = await problema(cobrada)
    assert.ok(desafio)
    assert.equal((await casa.postar('/consulta/lembrete', { documento }, { 'Protocolo-Prova': resolver(desafio) })).status, 202)
  })
})

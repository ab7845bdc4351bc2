import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { type Aviso, acompanhar, limparEventos } from '../../../../server/modules/eventos/eventos.js'
import type { Dono } from '../../../../server/modules/sessoes/sessoes.js'
import { montarContas } from '../contas/apoio.js'

const { pessoa, platform } = await montarContas()
const { sql } = platform.db
const entidade = await exemplo()
const entidadeId = entidade.id
const fim = new AbortController()
after(() => fim.abort())

let sequencia = 1000

/** A protocolo of a conta, as any transaction might write it. */
async function inserir(dono: Dono, em = sql): Promise<string> {
  const id = platform.random.id()
  const [orgao, tipo] = [[...entidade.orgaos.values()][0], [...entidade.tipos.values()][0]]
  assert.ok(orgao && tipo)
  await em`
    insert into protocolos (entidade_id, protocolo_id, orgao_id, ano, sequencia, numero, tipo_id, tipo_versao, unidade_id, situacao, sigilo, canal,
      requerente, respostas, prazo, codigo_hash, aberto_em, atualizado_em, conta_id)
    values (${entidadeId}, ${id}, ${orgao.id}, 2026, ${++sequencia}, ${`PME 2026/${sequencia}`}, ${tipo.id}, ${tipo.versao}, ${tipo.unidade.id},
      'nao_analisado', 'publico', 'site', '{}', '{}', '2026-12-31', ${Buffer.alloc(32)}, now(), now(), ${dono.contaId})`
  return id
}

async function mudar(protocolo: string, em = sql): Promise<void> {
  await em`update protocolos set versao = versao + 1 where entidade_id = ${entidadeId} and protocolo_id = ${protocolo}`
}

async function dono(): Promise<Dono> {
  const { cadastro } = await pessoa()
  const [conta] = await sql<{ id: string }[]>`select conta_id as id from contas where documento = ${cadastro.documento}`
  assert.ok(conta)
  return { entidadeId, contaId: conta.id }
}

/** An open page, from `desde` on. */
function pagina(de: Dono, desde?: number) {
  const avisos = acompanhar(platform, de, { ...(desde !== undefined && { desde }), sinal: fim.signal, continua: async () => true })
  return {
    async proximo(): Promise<Aviso> {
      const { value } = await avisos.next()
      assert.ok(value)
      return value
    },
  }
}

describe('what an open page is told', () => {
  it('is each change of its own protocolos, and of nobody else’s', async () => {
    const [eu, outro] = [await dono(), await dono()]
    const { proximo } = pagina(eu)
    assert.deepEqual(await proximo(), { especie: 'pronto', id: 0 })
    await inserir(outro)
    const protocolo = await inserir(eu)
    const aberto = await proximo()
    assert.ok(aberto.especie === 'mudou')
    assert.deepEqual({ ...aberto, id: 0 }, { especie: 'mudou', id: 0, protocolo, situacao: 'nao_analisado', versao: 1 })
    await mudar(protocolo)
    const mudado = await proximo()
    assert.ok(mudado.especie === 'mudou' && mudado.versao === 2 && mudado.id > aberto.id)
  })

  it('goes on after a drop from where it was, each protocolo once', async () => {
    const eu = await dono()
    const [um, dois] = [await inserir(eu), await inserir(eu)]
    const antes = await pagina(eu).proximo()
    assert.ok(antes.especie === 'pronto')
    for (const protocolo of [um, dois, um]) await mudar(protocolo)
    const { proximo } = pagina(eu, antes.id)
    assert.deepEqual(await proximo(), { especie: 'pronto', id: antes.id })
    const vistos = [await proximo(), await proximo()].map((aviso) => (aviso.especie === 'mudou' ? [aviso.protocolo, aviso.versao] : []))
    assert.deepEqual(vistos, [
      [dois, 2],
      [um, 3],
    ])
  })

  it('misses nothing when transactions end in another order than they began', async () => {
    const eu = await dono()
    const { proximo } = pagina(eu)
    await proximo()
    const demorada = adiado()
    const comecou = adiado()
    const primeira = platform.db.transaction(async (tx) => {
      const id = await inserir(eu, tx)
      comecou.resolver()
      await demorada.promessa
      return id
    })
    await comecou.promessa
    const segunda = inserir(eu)
    demorada.resolver()
    const ids = await Promise.all([primeira, segunda])
    const vistos = [await proximo(), await proximo()].map((aviso) => (aviso.especie === 'mudou' ? aviso.protocolo : ''))
    assert.deepEqual(vistos.sort(), [...ids].sort())
  })

  it('is to begin again when what was missed is no longer kept', async () => {
    const eu = await dono()
    const protocolo = await inserir(eu)
    const antes = await pagina(eu).proximo()
    assert.ok(antes.especie === 'pronto')
    await mudar(protocolo)
    await sql`update eventos set em = now() - interval '25 hours' where conta_id = ${eu.contaId}`
    await limparEventos(platform)
    await mudar(protocolo)
    assert.equal((await pagina(eu, antes.id).proximo()).especie, 'recomece')
  })
})

describe('the series', () => {
  it('ends when the page is closed or the server stops', async () => {
    const closing = new AbortController()
    const avisos = acompanhar(platform, await dono(), { sinal: closing.signal, continua: async () => true })
    await avisos.next()
    const proximo = avisos.next()
    closing.abort()
    assert.deepEqual(await proximo, { done: true, value: undefined })
  })
})

describe('the route', () => {
  it('is a stream of events for who is signed in', async () => {
    const { aparelho, token } = await pessoa()
    const recebido = await aparelho.pedir('GET', '/v1/entidades/exemplo/meus/eventos', { token })
    assert.equal(recebido.status, 200)
    assert.match(recebido.headers.get('Content-Type') ?? '', /^text\/event-stream/)
    assert.equal(recebido.headers.get('X-Accel-Buffering'), 'no')
    const leitor = recebido.body?.getReader()
    const { value } = (await leitor?.read()) ?? {}
    assert.equal(new TextDecoder().decode(value), 'event: pronto\ndata: {}\nid: 0\n\n')
    await leitor?.cancel()
  })

  it('has nothing to send where only the headers are asked for, and keeps no place for it', async () => {
    const { aparelho, token } = await pessoa()
    for (let vez = 0; vez < 13; vez++) {
      assert.equal((await aparelho.pedir('HEAD', '/v1/entidades/exemplo/meus/eventos', { token })).status, 204)
    }
  })

  it('holds twelve open pages of one conta, and says when to come again to one more', async () => {
    const { aparelho, token } = await pessoa()
    const abrir = () => aparelho.pedir('GET', '/v1/entidades/exemplo/meus/eventos', { token })
    const abertas = []
    for (let vez = 0; vez < 12; vez++) abertas.push(await abrir())
    const demais = await abrir()
    assert.equal(demais.status, 503)
    assert.equal(demais.headers.get('Retry-After'), '30')
    for (const aberta of abertas) await aberta.body?.cancel()
  })
})

async function exemplo() {
  const aberta = await buscarEntidade(platform, 'exemplo')
  assert.ok(aberta)
  return aberta
}

function adiado() {
  let resolver: () => void = () => undefined
  const promessa = new Promise<void>((resolve) => (resolver = resolve))
  return { promessa, resolver: () => resolver() }
}

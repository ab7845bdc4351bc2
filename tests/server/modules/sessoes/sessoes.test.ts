import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SessaoAberta, SessaoListada } from '../../../../server/contract/sessoes.js'
import { encerrar } from '../../../../server/modules/sessoes/queries.js'
import { criarAparelho } from '../../helpers/aparelho.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, montarContas, novoCadastro, problemaDe, senha } from '../contas/apoio.js'
import { resolver } from '../protocolos/apoio.js'

const inicio = '2026-11-21T12:00:00Z'
const clock = fixedClock(inicio)
const { app, correio, novoAparelho, pessoa, platform } = await montarContas({ clock })
const conta = '/v1/conta?entidade=exemplo'
const sessoes = '/v1/sessoes?entidade=exemplo'

function depois(minutos: number) {
  clock.set(new Date(Date.parse(inicio) + minutos * 60_000).toISOString())
}

describe('signing in with a password', () => {
  it('takes CPF with or without points, usuario and e-mail', async () => {
    const { cadastro } = await pessoa(novoCadastro({ usuario: 'de-entrar' }))
    const { documento, email } = cadastro
    const comPontos = documento.replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4')
    for (const login of [documento, comPontos, 'De-Entrar', email, ` ${email.toUpperCase()}`]) {
      const { nome } = await ler<SessaoAberta>(await novoAparelho().pedir('POST', sessoes, { body: { login, senha } }), 201)
      assert.equal(nome, cadastro.nome)
    }
  })

  it('says the same for an unknown login, a wrong password, and an e-mail of two contas', async () => {
    const { cadastro } = await pessoa()
    await pessoa(novoCadastro({ email: cadastro.email }))
    const respostas = await Promise.all(
      [
        { login: '529.982.247-25', senha },
        { login: cadastro.documento, senha: 'errada' },
        { login: cadastro.email, senha },
        { login: 'nada disso', senha },
      ].map(async (body) => JSON.stringify(await problemaDe(await novoAparelho().pedir('POST', sessoes, { body }), 401))),
    )
    assert.equal(new Set(respostas).size, 1)
    assert.match(respostas[0] ?? '', /entrada_recusada/)
  })

  it('tells by e-mail of a device not seen before, and only then', async () => {
    const { cadastro } = await pessoa()
    const entrar = async (userAgent: string) =>
      ler(
        await novoAparelho().pedir('POST', sessoes, { body: { login: cadastro.documento, senha }, headers: { 'User-Agent': userAgent } }),
        201,
      )
    const avisos = async () => (await correio()).filter(({ especie, para }) => especie === 'novo-aparelho' && para === cadastro.email)
    const celular = 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0'
    await entrar(celular)
    await entrar(celular)
    assert.deepEqual(await avisos(), [])
    await entrar('Mozilla/5.0 (Windows NT 10.0) Firefox/140.0')
    assert.deepEqual(
      (await avisos()).map(({ dados }) => dados),
      [{ em: new Date(inicio).toISOString(), aparelho: 'Firefox no Windows' }],
    )
  })
})

describe('guessing', () => {
  it('costs a proof past five wrong tries on a login, wherever they come from; the owner who makes it gets in', async () => {
    const comLimites = await montarContas({ clock, config: { limits: true, proofOfWork: 20, proxies: 1 } })
    const { cadastro } = await comLimites.pessoa()
    const entrar = (senha: string, vez: number, headers = {}) =>
      comLimites.novoAparelho().pedir('POST', sessoes, {
        body: { login: cadastro.documento, senha },
        headers: { 'X-Forwarded-For': `203.0.113.${vez}`, ...headers },
      })
    for (let vez = 0; vez < 5; vez++) await problemaDe(await entrar(`errada ${vez}`, vez), 401)
    const { desafio } = await ler<{ desafio: Parameters<typeof resolver>[0] }>(await entrar(senha, 9), 428)
    await ler(await entrar(senha, 9, { 'Protocolo-Prova': resolver(desafio) }), 201)
  })
})

describe('a session', () => {
  it('lasts while it is used, 30 minutes when idle, 12 hours at most', async () => {
    depois(0)
    const { aparelho, token } = await pessoa()
    for (let minutos = 25; minutos < 12 * 60; minutos += 25) {
      depois(minutos)
      assert.equal((await aparelho.pedir('GET', conta, { token })).status, 200, `after ${minutos} minutes`)
    }
    depois(12 * 60)
    assert.equal((await problemaDe(await aparelho.pedir('GET', conta, { token }), 401)).codigo, 'sessao_encerrada')

    depois(0)
    const outra = await pessoa()
    depois(30)
    await problemaDe(await outra.aparelho.pedir('GET', conta, { token: outra.token }), 401)
    depois(0)
  })

  it('that is to be remembered lasts 30 days', async () => {
    const { cadastro } = await pessoa()
    const aparelho = novoAparelho()
    const body = { login: cadastro.documento, senha, lembrar: true }
    const { token } = await ler<SessaoAberta>(await aparelho.pedir('POST', sessoes, { body }), 201)
    depois(29 * 24 * 60)
    assert.equal((await aparelho.pedir('GET', conta, { token })).status, 200)
    depois(30 * 24 * 60)
    assert.equal((await aparelho.pedir('GET', conta, { token })).status, 401)
    depois(0)
  })

  it('is listed to its owner, and ended by them: one, or all others', async () => {
    const { cadastro, aparelho, token, sessao } = await pessoa()
    const entrar = async () => {
      const outro = novoAparelho()
      const aberta = await ler<SessaoAberta>(await outro.pedir('POST', sessoes, { body: { login: cadastro.documento, senha } }), 201)
      return { outro, ...aberta }
    }
    const [um, dois] = [await entrar(), await entrar()]
    const listar = async () => (await ler<{ sessoes: SessaoListada[] }>(await aparelho.pedir('GET', sessoes, { token }), 200)).sessoes
    const lista = await listar()
    assert.equal(lista.length, 3)
    assert.deepEqual(
      lista.filter(({ esta }) => esta).map(({ id, aparelho }) => ({ id, aparelho })),
      [{ id: sessao, aparelho: 'Chrome no Android' }],
    )
    assert.equal((await aparelho.pedir('DELETE', `/v1/sessoes/${um.sessao}?entidade=exemplo`, { token })).status, 204)
    await problemaDe(await um.outro.pedir('GET', conta, { token: um.token }), 401)
    assert.equal((await aparelho.pedir('DELETE', sessoes, { token })).status, 204)
    await problemaDe(await dois.outro.pedir('GET', conta, { token: dois.token }), 401)
    assert.equal((await listar()).length, 1)
  })
})

it('a conta has 200 sessions in an entidade at most: the one longest unused gives way', async () => {
  const { cadastro, conta: contaId, sessao: primeira } = await pessoa()
  depois(1)
  await platform.db.sql`
    insert into sessoes (conta_id, sessao_id, entidade_id, token_hash, chave, aparelho, lembrar, criada_em, usada_em, expira_em)
    select conta_id, gen_random_uuid(), entidade_id, uuid_send(gen_random_uuid()), chave, aparelho, lembrar, ${clock.now()}, ${clock.now()}, expira_em
      from sessoes, generate_series(1, 199) where conta_id = ${contaId}`
  const aparelho = novoAparelho()
  const { token, sessao } = await ler<SessaoAberta>(
    await aparelho.pedir('POST', sessoes, { body: { login: cadastro.documento, senha } }),
    201,
  )
  const { sessoes: abertas } = await ler<{ sessoes: SessaoListada[] }>(await aparelho.pedir('GET', sessoes, { token }), 200)
  const tem = (id: string) => abertas.some((uma) => uma.id === id)
  assert.deepEqual([abertas.length, tem(sessao), tem(primeira)], [200, true, false])
  depois(0)
})

describe('a proof of possession', () => {
  it('is refused when it is for another method, path, host, token or key, or has no right shape', async () => {
    const { aparelho, token } = await pessoa()
    for (const mudancas of [
      { htm: 'POST' },
      { htu: 'http://localhost/v1/sessoes' },
      { htu: 'http://mal.example/v1/conta' },
      { htu: 'localhost/v1/conta' },
      { ath: undefined },
      { ath: 'de outro token' },
      { jti: '' },
      { jti: 'x'.repeat(65) },
      { iat: 'agora' },
    ]) {
      const { codigo } = await problemaDe(await aparelho.pedir('GET', conta, { token, mudancas }), 401)
      assert.equal(codigo, 'posse_recusada', JSON.stringify(mudancas))
    }
    const ladrao = criarAparelho(app)
    assert.equal((await problemaDe(await ladrao.pedir('GET', conta, { token }), 401)).codigo, 'posse_recusada')
    const semProva = await app.request(conta, { headers: { Authorization: `DPoP ${token}` } })
    assert.equal((await problemaDe(semProva, 401)).codigo, 'posse_recusada')
    const bearer = await app.request(conta, { headers: { Authorization: `Bearer ${token}` } })
    assert.equal((await problemaDe(bearer, 401)).codigo, 'sessao_necessaria')
  })

  it('serves once', async () => {
    const { aparelho, token } = await pessoa()
    await aparelho.pedir('GET', conta, { token })
    const headers = { Authorization: `DPoP ${token}`, DPoP: aparelho.prova('GET', conta, { token }) }
    assert.equal((await app.request(conta, { headers })).status, 200)
    assert.equal((await problemaDe(await app.request(conta, { headers }), 401)).codigo, 'posse_recusada')
  })

  it('gives a nonce to whoever asks, and takes the first proof that has it', async () => {
    const { cadastro } = await pessoa()
    const resposta = await app.request('/v1/sessoes/nonce?entidade=exemplo')
    assert.equal(resposta.status, 204)
    assert.equal(resposta.headers.get('Cache-Control'), 'no-store')
    const body = { login: cadastro.documento, senha }
    const mudancas = { nonce: resposta.headers.get('DPoP-Nonce') }
    assert.equal((await novoAparelho().pedir('POST', sessoes, { body, mudancas })).status, 201)
  })

  it('needs a nonce of these minutes, which each answer brings; the clock of the device does not matter', async () => {
    const { aparelho, token } = await pessoa()
    await aparelho.pedir('GET', conta, { token })
    const errado = await aparelho.pedir('GET', conta, { token, mudancas: { iat: Math.floor(Date.parse(inicio) / 1000) - 300 } })
    assert.equal(errado.status, 200)
    depois(5)
    const velho = await aparelho.pedir('GET', conta, { token, mudancas: {} })
    assert.equal(velho.headers.get('WWW-Authenticate'), 'DPoP error="use_dpop_nonce", algs="ES256"')
    assert.equal((await problemaDe(velho, 401)).codigo, 'nonce_necessario')
    assert.equal((await aparelho.pedir('GET', conta, { token })).status, 200)
    depois(0)
  })

  it('in a header of any shape answers 401 and nothing else', async () => {
    const longa = 'a'.repeat(3000)
    for (const DPoP of ['', '.', '..', '...', 'a.b.c', `${longa}.b.c`, 'e30.e30.e30', 'bnVsbA.bnVsbA.', 'W10.W10.W10']) {
      const recebido = await app.request(sessoes, {
        method: 'POST',
        headers: { DPoP, 'Content-Type': 'application/json' },
        body: JSON.stringify({ login: 'x', senha: 'y' }),
      })
      assert.equal((await problemaDe(recebido, 401)).codigo, 'posse_recusada')
    }
  })
})

it('another node hears of a session’s end', async () => {
  const { aparelho, token, sessao } = await pessoa()
  assert.equal((await aparelho.pedir('GET', conta, { token })).status, 200)
  const { promise: ouvido, resolve } = promessa()
  await platform.db.listen('sessoes', resolve)
  const [{ contaId } = { contaId: '' }] = await platform.db.sql<{ contaId: string }[]>`
    select conta_id as "contaId" from sessoes where sessao_id = ${sessao}`
  // As another node does it: this one hears only the notice.
  assert.equal(await encerrar(platform.db.sql, contaId, sessao), true)
  await ouvido
  await problemaDe(await aparelho.pedir('GET', conta, { token }), 401)
})

function promessa() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve: () => resolve() }
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { operacoes, type SessaoAberta } from '../../../../server/contract/sessoes.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { exigirConfirmacao, limparReautenticacoes, verConfirmacao } from '../../../../server/modules/reautenticacao/reautenticacao.js'
import { buscarSessao } from '../../../../server/modules/sessoes/sessoes.js'
import { ProblemError } from '../../../../server/platform/http/problem.js'
import { criarAutenticador } from '../../helpers/autenticador.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, montarContas, problemaDe, senha } from '../contas/apoio.js'
import { type Opcoes, pagina, passkeysDe } from '../passkeys/apoio.js'
import { resolver } from '../protocolos/apoio.js'

const inicio = '2026-11-21T12:00:00Z'
const clock = fixedClock(inicio)
const { correio, novoAparelho, pessoa, platform } = await montarContas({ clock })
const confirmacoes = '/v1/sessoes/confirmacoes'

function depois(segundos: number) {
  clock.set(new Date(Date.parse(inicio) + segundos * 1000).toISOString())
}

async function sessaoDe(token: string) {
  const entidade = await buscarEntidade(platform, 'exemplo')
  assert.ok(entidade)
  return buscarSessao(platform, entidade, token)
}

/** Somebody signed in, with their session as use cases see it. */
async function alguem() {
  const dono = await pessoa()
  return { ...dono, ...passkeysDe(dono), sessao: await sessaoDe(dono.token) }
}

const necessaria = (erro: unknown) => erro instanceof ProblemError && erro.codigo === 'confirmacao_necessaria'

describe('a confirmation', () => {
  it('by password serves its operation once, and looking at it spends nothing', async () => {
    for (const operacao of operacoes) {
      const { confirmar, sessao } = await alguem()
      const confirmacao = await confirmar(operacao)
      await verConfirmacao(platform, sessao, operacao, confirmacao)
      await exigirConfirmacao(platform, sessao, operacao, confirmacao)
      await assert.rejects(exigirConfirmacao(platform, sessao, operacao, confirmacao), necessaria)
      await assert.rejects(verConfirmacao(platform, sessao, operacao, confirmacao), necessaria)
    }
  })

  it('serves one of two that spend it at once', async () => {
    const { confirmar, sessao } = await alguem()
    const confirmacao = await confirmar()
    const desfechos = await Promise.allSettled([1, 2].map(() => exigirConfirmacao(platform, sessao, 'credenciais', confirmacao)))
    assert.deepEqual(desfechos.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  })

  it('serves still when what it confirmed failed', async () => {
    const { confirmar, sessao } = await alguem()
    const confirmacao = await confirmar()
    const falha = platform.db.transaction(async (tx) => {
      await exigirConfirmacao(platform, sessao, 'credenciais', confirmacao, tx)
      throw new Error('failed after all')
    })
    await assert.rejects(falha, /failed after all/)
    await exigirConfirmacao(platform, sessao, 'credenciais', confirmacao)
  })

  it('is of one operation, one session and five minutes; anything else is no confirmation', async () => {
    const { cadastro, confirmar, sessao } = await alguem()
    const confirmacao = await confirmar('email')
    for (const operacao of ['credenciais', 'exportacao', 'exclusao'] as const) {
      await assert.rejects(exigirConfirmacao(platform, sessao, operacao, confirmacao), necessaria)
    }
    const body = { login: cadastro.documento, senha }
    const { token } = await ler<SessaoAberta>(await novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', { body }), 201)
    for (const outra of [await sessaoDe(token), (await alguem()).sessao]) {
      await assert.rejects(exigirConfirmacao(platform, outra, 'email', confirmacao), necessaria)
    }
    for (const nada of [undefined, '', 'nada', `${confirmacao}x`]) {
      await assert.rejects(exigirConfirmacao(platform, sessao, 'email', nada), necessaria)
    }
    depois(300)
    await assert.rejects(exigirConfirmacao(platform, sessao, 'email', confirmacao), necessaria)
    depois(299)
    await exigirConfirmacao(platform, sessao, 'email', confirmacao)
    depois(0)
  })

  it('is kept as a hash, and ends with its session', async () => {
    const { aparelho, confirmar, sessao, token } = await alguem()
    const confirmacao = await confirmar()
    const guardadas = () => platform.db.sql`select * from reautenticacoes where conta_id = ${sessao.contaId}`
    assert.doesNotMatch(JSON.stringify(await guardadas()), new RegExp(confirmacao))
    assert.equal((await aparelho.pedir('DELETE', `/v1/sessoes/${sessao.id}?entidade=exemplo`, { token })).status, 204)
    assert.equal((await guardadas()).length, 0)
  })

  it('is forgotten when it has expired', async () => {
    const { confirmar, sessao } = await alguem()
    await confirmar()
    depois(301)
    await limparReautenticacoes(platform)
    assert.equal((await platform.db.sql`select from reautenticacoes where conta_id = ${sessao.contaId}`).length, 0)
    depois(0)
  })
})

describe('confirming by password', () => {
  it('says beside the field that it is wrong, also where there is none', async () => {
    const { cadastro, pedir } = await alguem()
    const tentar = async (senha: string) => {
      const { codigo, campos } = await problemaDe(await pedir('POST', confirmacoes, { operacao: 'email', senha }), 422)
      assert.equal(codigo, 'campos_invalidos')
      assert.deepEqual(
        campos?.map(({ caminho }) => caminho),
        ['senha'],
      )
    }
    await tentar('errada')
    await platform.db.sql`update contas set senha_hash = null where documento = ${cadastro.documento}`
    await tentar(senha)
  })

  it('costs a proof past five wrong tries, which count as those of signing in', async () => {
    const comLimites = await montarContas({ clock, config: { limits: true, proofOfWork: 20, proxies: 1 } })
    const { aparelho, cadastro, token } = await comLimites.pessoa()
    const de = (vez: number, headers = {}) => ({ 'X-Forwarded-For': `203.0.113.${vez}`, ...headers })
    const confirmar = (senha: string, vez: number, headers = {}) =>
      aparelho.pedir('POST', `${confirmacoes}?entidade=exemplo`, {
        token,
        body: { operacao: 'credenciais', senha },
        headers: de(vez, headers),
      })
    for (let vez = 0; vez < 3; vez++) await problemaDe(await confirmar(`errada ${vez}`, vez), 422)
    for (let vez = 3; vez < 5; vez++) {
      const body = { login: cadastro.documento, senha: 'errada' }
      await problemaDe(await comLimites.novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', { body, headers: de(vez) }), 401)
    }
    const { desafio } = await ler<{ desafio: Parameters<typeof resolver>[0] }>(await confirmar(senha, 9), 428)
    await ler(await confirmar(senha, 9, { 'Protocolo-Prova': resolver(desafio) }), 201)
  })
})

describe('confirming by passkey', () => {
  async function preparar({ pedir }: Pick<ReturnType<typeof passkeysDe>, 'pedir'>, operacao = 'email'): Promise<Opcoes> {
    return ler(await pedir('POST', `${confirmacoes}/opcoes`, { operacao }), 200)
  }

  it('offers those of the conta, and takes one of them', async () => {
    const dono = await alguem()
    const { autenticador } = await dono.registrar()
    const { desafio, opcoes } = await preparar(dono)
    const resposta = autenticador.usar(opcoes)
    assert.deepEqual(
      opcoes.allowCredentials?.map(({ id }) => id),
      [resposta.id],
    )
    const { confirmacao } = await ler<{ confirmacao: string }>(
      await dono.pedir('POST', confirmacoes, { operacao: 'email', desafio, resposta }),
      201,
    )
    await exigirConfirmacao(platform, dono.sessao, 'email', confirmacao)
  })

  it('refuses that of another person', async () => {
    const [dono, estranho] = [await alguem(), await alguem()]
    await dono.registrar()
    const { autenticador } = await estranho.registrar()
    for (const mudancas of [{}, { userHandle: null }]) {
      const { desafio, opcoes } = await preparar(dono)
      const resposta = autenticador.usar(opcoes, mudancas)
      const { codigo } = await problemaDe(await dono.pedir('POST', confirmacoes, { operacao: 'email', desafio, resposta }), 422)
      assert.equal(codigo, 'passkey_recusada')
    }
  })

  it('takes a challenge of this operation, this session and its five minutes, once', async () => {
    const dono = await alguem()
    const { autenticador } = await dono.registrar()
    const recusado = async (desafio: string, resposta: unknown, operacao = 'email') => {
      const { codigo } = await problemaDe(await dono.pedir('POST', confirmacoes, { operacao, desafio, resposta }), 410)
      assert.equal(codigo, 'desafio_vencido')
    }
    const deOutra = await preparar(dono, 'exclusao')
    await recusado(deOutra.desafio, autenticador.usar(deOutra.opcoes))
    const deEntrada: Opcoes = await ler(await novoAparelho().pedir('POST', '/v1/sessoes/passkey/opcoes?entidade=exemplo'), 200)
    await recusado(deEntrada.desafio, autenticador.usar(deEntrada.opcoes))
    const deEstranho = await preparar(await alguem())
    await recusado(deEstranho.desafio, autenticador.usar(deEstranho.opcoes))
    const vencido = await preparar(dono)
    depois(300)
    await recusado(vencido.desafio, autenticador.usar(vencido.opcoes))
    depois(0)
    const usado = await preparar(dono)
    const resposta = autenticador.usar(usado.opcoes)
    await ler(await dono.pedir('POST', confirmacoes, { operacao: 'email', desafio: usado.desafio, resposta }), 201)
    await recusado(usado.desafio, resposta)
  })

  it('refuses what was signed on another site', async () => {
    const dono = await alguem()
    const { autenticador } = await dono.registrar(criarAutenticador(pagina))
    const { desafio, opcoes } = await preparar(dono)
    const resposta = autenticador.usar(opcoes, { origem: 'https://mal.example' })
    await problemaDe(await dono.pedir('POST', confirmacoes, { operacao: 'email', desafio, resposta }), 422)
  })
})

describe('changing the password when signed in', () => {
  const nova = 'girassol canivete'

  it('needs a confirmation, ends the other sessions and says so by e-mail; a refused password spends nothing', async () => {
    const { cadastro, confirmar, pedir } = await alguem()
    const entrar = (senha: string) =>
      novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', { body: { login: cadastro.documento, senha } })
    const outro = novoAparelho()
    const body = { login: cadastro.documento, senha }
    const { token } = await ler<SessaoAberta>(await outro.pedir('POST', '/v1/sessoes?entidade=exemplo', { body }), 201)
    const trocar = (senha: string, confirmacao?: string) => pedir('PUT', '/v1/conta/senha', { senha }, confirmacao)

    assert.equal((await problemaDe(await trocar(nova), 403)).codigo, 'confirmacao_necessaria')
    assert.equal((await problemaDe(await trocar(nova, await confirmar('email')), 403)).codigo, 'confirmacao_necessaria')
    const confirmacao = await confirmar()
    await problemaDe(await trocar('12345678', confirmacao), 422)
    assert.equal((await trocar(nova, confirmacao)).status, 204)
    assert.equal((await problemaDe(await trocar(nova, confirmacao), 403)).codigo, 'confirmacao_necessaria')

    assert.equal((await pedir('GET', '/v1/conta')).status, 200)
    await problemaDe(await outro.pedir('GET', '/v1/conta?entidade=exemplo', { token }), 401)
    const cartas = (await correio()).filter(({ especie, para }) => especie === 'senha-trocada' && para === cadastro.email)
    assert.equal(cartas.length, 1)
    await problemaDe(await entrar(senha), 401)
    await ler(await entrar(nova), 201)
  })

  it('gives a conta that has none its first', async () => {
    const dono = await alguem()
    const { autenticador } = await dono.registrar()
    await platform.db.sql`update contas set senha_hash = null where documento = ${dono.cadastro.documento}`
    const { desafio, opcoes } = await ler<Opcoes>(await dono.pedir('POST', `${confirmacoes}/opcoes`, { operacao: 'credenciais' }), 200)
    const resposta = autenticador.usar(opcoes)
    const { confirmacao } = await ler<{ confirmacao: string }>(
      await dono.pedir('POST', confirmacoes, { operacao: 'credenciais', desafio, resposta }),
      201,
    )
    assert.equal((await dono.pedir('PUT', '/v1/conta/senha', { senha: nova }, confirmacao)).status, 204)
    assert.equal((await ler<{ temSenha: boolean }>(await dono.pedir('GET', '/v1/conta'), 200)).temSenha, true)
  })
})

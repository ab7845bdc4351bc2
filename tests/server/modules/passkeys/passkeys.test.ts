import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from '../../../../server/app.js'
import type { SessaoAberta } from '../../../../server/contract/sessoes.js'
import { importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { tarefas } from '../../../../server/modules/notificacoes/notificacoes.js'
import { limparDesafios } from '../../../../server/modules/passkeys/cerimonias.js'
import { createLog } from '../../../../server/platform/log.js'
import { criarAparelho } from '../../helpers/aparelho.js'
import { criarAutenticador } from '../../helpers/autenticador.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, montarContas, problemaDe, senha } from '../contas/apoio.js'
import { arquivoDeExemplo } from '../entidades/arquivo-de-exemplo.js'
import { entradaDe, pagina, passkeysDe } from './apoio.js'

const inicio = '2026-11-21T12:00:00Z'
const clock = fixedClock(inicio)
const log = createLog('silent')
const avisos: unknown[] = []
log.warn = (campos: unknown) => void avisos.push(campos)
const { correio, novoAparelho, pessoa, platform } = await montarContas({ clock, log })
await importarEntidade(platform, arquivoDeExemplo({ codigo: 'dominio', rpId: 'exemplo.br' }))

function depois(segundos: number) {
  clock.set(new Date(Date.parse(inicio) + segundos * 1000).toISOString())
}

async function codigoDe(recebido: Response | Promise<Response>, status: number): Promise<string> {
  return (await problemaDe(await recebido, status)).codigo
}

async function ultimaCarta({ cadastro: { email } }: Awaited<ReturnType<typeof pessoa>>) {
  return (await correio()).filter(({ para }) => para === email).at(-1)?.especie
}

describe('making a passkey', () => {
  it('is asked of the authenticator as a passkey: kept on it, with the person verified, by the algorithms that are read', async () => {
    const dono = await pessoa()
    const { opcoes } = await passkeysDe(dono).preparar()
    const { challenge, user, ...resto } = opcoes
    assert.deepEqual(resto, {
      rp: { id: 'localhost', name: 'Prefeitura de Exemplo' },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
      timeout: 300_000,
      attestation: 'none',
      excludeCredentials: [],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required', requireResidentKey: true },
      extensions: { credProps: true },
      hints: [],
    })
    assert.equal(Buffer.from(challenge, 'base64url').length, 32)
    assert.equal(Buffer.from(user.id, 'base64url').length, 32)
    assert.doesNotMatch(JSON.stringify(opcoes), new RegExp(dono.cadastro.documento))
  })

  it('keeps it under the name of the device unless told, lists it, and says so by e-mail', async () => {
    const dono = await pessoa()
    const { confirmar, registrar, listar, preparar } = passkeysDe(dono)
    const { passkey } = await registrar()
    assert.deepEqual(passkey, {
      id: passkey.id,
      nome: 'Chrome no Android',
      rpId: 'localhost',
      sincronizada: true,
      criadaEm: new Date(inicio).toISOString(),
      usadaEm: null,
    })
    assert.deepEqual(await listar(), [passkey])
    assert.equal(await ultimaCarta(dono), 'passkey-criada')
    const { opcoes } = await preparar(await confirmar())
    assert.equal(opcoes.excludeCredentials?.length, 1)
  })

  it('needs no confirmation for the first, within 10 minutes of signing in; then it does, spent only when the passkey is kept', async () => {
    const dono = await pessoa()
    const { confirmar, guardar, pedir, preparar, registrar } = passkeysDe(dono)
    await registrar()
    assert.equal(await codigoDe(pedir('POST', '/v1/conta/passkeys/opcoes'), 403), 'confirmacao_necessaria')
    const confirmacao = await confirmar()
    const { desafio, opcoes } = await preparar(confirmacao)
    const autenticador = criarAutenticador(pagina)
    assert.equal(await codigoDe(guardar(desafio, autenticador.criar(opcoes)), 403), 'confirmacao_necessaria')
    const errada = await preparar(confirmacao)
    const torta = autenticador.criar(errada.opcoes, { origem: 'https://mal.example' })
    assert.equal(await codigoDe(guardar(errada.desafio, torta, { confirmacao }), 422), 'passkey_recusada')
    await registrar(autenticador, { confirmacao })
    assert.equal(await codigoDe(pedir('POST', '/v1/conta/passkeys/opcoes', undefined, confirmacao), 403), 'confirmacao_necessaria')

    const outro = await pessoa()
    depois(600)
    assert.equal(await codigoDe(passkeysDe(outro).pedir('POST', '/v1/conta/passkeys/opcoes'), 403), 'confirmacao_necessaria')
    depois(0)
  })

  it('that was asked for in time may take its five minutes', async () => {
    const { guardar, preparar } = passkeysDe(await pessoa())
    depois(599)
    const { desafio, opcoes } = await preparar()
    depois(599 + 299)
    await ler(await guardar(desafio, criarAutenticador(pagina).criar(opcoes), { nome: ' Celular ' }), 201)
    depois(0)
  })

  it('refuses an answer that was made elsewhere, in a frame, for another challenge, or without knowing who is there', async () => {
    const { guardar, preparar } = passkeysDe(await pessoa())
    for (const mudancas of [
      { origem: 'https://mal.example' },
      { origem: 'https://www.exemplo.br' },
      { origem: 'https://localhost:8787' },
      { crossOrigin: true },
      { rpId: 'exemplo.br' },
      { challenge: 'b3V0cm8' },
      { tipo: 'webauthn.get' },
      { semVerificar: true },
    ]) {
      const { desafio, opcoes } = await preparar()
      const resposta = criarAutenticador(pagina).criar(opcoes, mudancas)
      assert.equal(await codigoDe(guardar(desafio, resposta), 422), 'passkey_recusada', JSON.stringify(mudancas))
    }
  })

  it('is done on the pages that may use the entidade, those of the demo too, as far as they are under its domain', async () => {
    const demo = createApp(platform, { extraOrigins: (origem) => ['http://localhost:9999', 'http://demo.exemplo:8787'].includes(origem) })
    const { cadastro } = await pessoa()
    const aparelho = criarAparelho(demo)
    const body = { login: cadastro.documento, senha }
    const { token } = await ler<SessaoAberta>(await aparelho.pedir('POST', '/v1/sessoes?entidade=exemplo', { body }), 201)
    const { guardar, preparar } = passkeysDe({ aparelho, token })
    const guardarDe = async (origem: string) => {
      const { desafio, opcoes } = await preparar()
      return guardar(desafio, criarAutenticador(origem).criar(opcoes))
    }
    assert.equal(await codigoDe(guardarDe('http://demo.exemplo:8787'), 422), 'passkey_recusada')
    await ler(await guardarDe('http://localhost:9999'), 201)
  })

  it('takes a challenge once, within five minutes, from the session and the entidade that asked', async () => {
    const dono = await pessoa()
    const { guardar, preparar } = passkeysDe(dono)
    const autenticador = criarAutenticador(pagina)
    const usado = await preparar()
    const resposta = autenticador.criar(usado.opcoes)
    const respostas = await Promise.all([guardar(usado.desafio, resposta), guardar(usado.desafio, resposta)])
    assert.deepEqual(respostas.map(({ status }) => status).sort(), [201, 410])

    const estranho = await pessoa()
    const dele = await passkeysDe(estranho).preparar()
    assert.equal(await codigoDe(guardar(dele.desafio, autenticador.criar(dele.opcoes)), 410), 'desafio_vencido')
    const vencido = await passkeysDe(estranho).preparar()
    depois(300)
    assert.equal(await codigoDe(passkeysDe(estranho).guardar(vencido.desafio, autenticador.criar(vencido.opcoes)), 410), 'desafio_vencido')
    depois(0)
  })

  it('refuses a passkey that is somebody’s already', async () => {
    const { guardar, preparar } = passkeysDe(await pessoa())
    const { desafio, opcoes } = await preparar()
    const resposta = criarAutenticador(pagina).criar(opcoes)
    await ler(await guardar(desafio, resposta), 201)
    const estranho = passkeysDe(await pessoa())
    const dele = await estranho.preparar()
    const copiada = criarAutenticador(pagina).criar(dele.opcoes, { id: resposta.id })
    assert.equal(await codigoDe(estranho.guardar(dele.desafio, copiada), 422), 'passkey_recusada')
  })
})

describe('signing in with a passkey', () => {
  it('needs no login: the person chooses among theirs', async () => {
    const dono = await pessoa()
    const { autenticador } = await passkeysDe(dono).registrar()
    const aparelho = novoAparelho()
    const { preparar, mandar } = entradaDe(aparelho)
    const { desafio, opcoes } = await preparar()
    assert.deepEqual(
      { ...opcoes, challenge: '' },
      {
        challenge: '',
        rpId: 'localhost',
        allowCredentials: [],
        timeout: 300_000,
        userVerification: 'required',
      },
    )
    depois(60)
    const { token, nome } = await ler<SessaoAberta>(await mandar(desafio, autenticador.usar(opcoes)), 201)
    assert.equal(nome, dono.cadastro.nome)
    assert.equal((await aparelho.pedir('GET', '/v1/conta?entidade=exemplo', { token })).status, 200)
    const [passkey] = await passkeysDe(dono).listar()
    assert.equal(passkey?.usadaEm, '2026-11-21T12:01:00.000Z')
    depois(0)
  })

  it('binds the session to the key of the device, like any other', async () => {
    const { autenticador } = await passkeysDe(await pessoa()).registrar()
    const { token } = await ler<SessaoAberta>(await entradaDe(novoAparelho()).entrar(autenticador), 201)
    await problemaDe(await novoAparelho().pedir('GET', '/v1/conta?entidade=exemplo', { token }), 401)
  })

  it('refuses what was signed elsewhere, in a frame, for another challenge, by nobody verified, or for another person', async () => {
    const { autenticador } = await passkeysDe(await pessoa()).registrar()
    const { entrar } = entradaDe(novoAparelho())
    for (const mudancas of [
      { origem: 'https://mal.example' },
      { origem: 'https://www.exemplo.br' },
      { crossOrigin: true },
      { rpId: 'exemplo.br' },
      { challenge: 'b3V0cm8' },
      { tipo: 'webauthn.create' },
      { semVerificar: true },
      { userHandle: 'b3V0cm8' },
      { userHandle: null },
    ]) {
      assert.equal(await codigoDe(entrar(autenticador, mudancas), 422), 'passkey_recusada', JSON.stringify(mudancas))
    }
    await ler(await entrar(autenticador), 201)
  })

  it('takes a challenge once, within five minutes, in the entidade that gave it, and one of sign-in', async () => {
    const dono = await pessoa()
    const { autenticador } = await passkeysDe(dono).registrar()
    const aparelho = novoAparelho()
    const { preparar, mandar } = entradaDe(aparelho)
    const usado = await preparar()
    const resposta = autenticador.usar(usado.opcoes)
    const respostas = await Promise.all([mandar(usado.desafio, resposta), mandar(usado.desafio, resposta)])
    assert.deepEqual(respostas.map(({ status }) => status).sort(), [201, 410])

    const outra = await preparar()
    assert.equal(
      await codigoDe(entradaDe(aparelho, 'outra').mandar(outra.desafio, autenticador.usar(outra.opcoes)), 410),
      'desafio_vencido',
    )
    const vencido = await preparar()
    depois(300)
    assert.equal(await codigoDe(mandar(vencido.desafio, autenticador.usar(vencido.opcoes)), 410), 'desafio_vencido')
    depois(0)
    const { pedir } = passkeysDe(dono)
    const daConfirmacao = await ler<Awaited<ReturnType<typeof preparar>>>(
      await pedir('POST', '/v1/sessoes/confirmacoes/opcoes', { operacao: 'email' }),
      200,
    )
    assert.equal(await codigoDe(mandar(daConfirmacao.desafio, autenticador.usar(daConfirmacao.opcoes)), 410), 'desafio_vencido')
  })

  it('never takes one of another domain, on whichever page it is signed', async () => {
    const { autenticador } = await passkeysDe(await pessoa()).registrar()
    const { preparar, mandar } = entradaDe(novoAparelho(), 'dominio')
    const { desafio, opcoes } = await preparar()
    assert.equal(opcoes.rpId, 'exemplo.br')
    const resposta = autenticador.usar(opcoes, { origem: 'https://www.exemplo.br' })
    assert.equal(await codigoDe(mandar(desafio, resposta), 422), 'passkey_recusada')
  })

  it('on an entidade with a domain of its own works on its pages, and not on the server’s', async () => {
    const { cadastro } = await pessoa()
    const aparelho = novoAparelho()
    const body = { login: cadastro.documento, senha }
    const { token } = await ler<SessaoAberta>(await aparelho.pedir('POST', '/v1/sessoes?entidade=dominio', { body }), 201)
    const autenticador = criarAutenticador('https://www.exemplo.br')
    const { passkey } = await passkeysDe({ aparelho, token }, 'dominio').registrar(autenticador)
    assert.equal(passkey.rpId, 'exemplo.br')
    const { entrar } = entradaDe(novoAparelho(), 'dominio')
    await ler(await entrar(autenticador), 201)
    assert.equal(await codigoDe(entrar(autenticador, { origem: pagina }), 422), 'passkey_recusada')
  })

  it('refuses a counter that does not grow, where the passkey lives on one device', async () => {
    const { autenticador } = await passkeysDe(await pessoa()).registrar(criarAutenticador(pagina, { sincronizada: false }))
    const { entrar } = entradaDe(novoAparelho())
    await ler(await entrar(autenticador, { contador: 5 }), 201)
    for (const contador of [5, 4, 0]) assert.equal(await codigoDe(entrar(autenticador, { contador }), 422), 'passkey_recusada')
    await ler(await entrar(autenticador, { contador: 6 }), 201)
  })

  it('only notes it, where it may live on several', async () => {
    const { autenticador, passkey } = await passkeysDe(await pessoa()).registrar()
    const { entrar } = entradaDe(novoAparelho())
    await ler(await entrar(autenticador, { contador: 5 }), 201)
    avisos.length = 0
    await ler(await entrar(autenticador, { contador: 4 }), 201)
    assert.deepEqual(avisos, [{ passkey: passkey.id, sincronizada: true }])
  })

  it('answers 422 to one that is not known', async () => {
    const { opcoes } = await passkeysDe(await pessoa()).preparar()
    const autenticador = criarAutenticador(pagina)
    autenticador.criar(opcoes)
    assert.equal(await codigoDe(entradaDe(novoAparelho()).entrar(autenticador), 422), 'passkey_recusada')
  })
})

describe('the passkeys of a conta', () => {
  it('are named by their owner', async () => {
    const { listar, pedir, registrar } = passkeysDe(await pessoa())
    const { passkey } = await registrar()
    await ler(await pedir('PATCH', `/v1/conta/passkeys/${passkey.id}`, { nome: ' Celular ' }), 200)
    assert.deepEqual(
      (await listar()).map(({ nome }) => nome),
      ['Celular'],
    )
    for (const nome of [' ', 'x'.repeat(61)]) await problemaDe(await pedir('PATCH', `/v1/conta/passkeys/${passkey.id}`, { nome }), 400)
  })

  it('are removed with a confirmation, and the e-mail on file is told', async () => {
    const dono = await pessoa()
    const { confirmar, listar, pedir, registrar } = passkeysDe(dono)
    const { autenticador, passkey } = await registrar()
    const remover = (confirmacao?: string) => pedir('DELETE', `/v1/conta/passkeys/${passkey.id}`, undefined, confirmacao)
    assert.equal(await codigoDe(remover(), 403), 'confirmacao_necessaria')
    const confirmacao = await confirmar()
    assert.equal((await remover(confirmacao)).status, 204)
    assert.deepEqual(await listar(), [])
    assert.equal(await ultimaCarta(dono), 'passkey-removida')
    assert.equal(await codigoDe(entradaDe(novoAparelho()).entrar(autenticador), 422), 'passkey_recusada')
    assert.equal(await codigoDe(remover(), 404), 'nao_encontrado')
  })

  it('are nobody else’s to name or remove', async () => {
    const { passkey } = await passkeysDe(await pessoa()).registrar()
    const { confirmar, pedir } = passkeysDe(await pessoa())
    const caminho = `/v1/conta/passkeys/${passkey.id}`
    assert.equal(await codigoDe(pedir('PATCH', caminho, { nome: 'Meu' }), 404), 'nao_encontrado')
    assert.equal(await codigoDe(pedir('DELETE', caminho, undefined, await confirmar()), 404), 'nao_encontrado')
    assert.equal(await codigoDe(pedir('PATCH', '/v1/conta/passkeys/nada', { nome: 'Meu' }), 404), 'nao_encontrado')
  })

  it('never go to the last, where there is no password: of two removals at once one stays', async () => {
    const dono = await pessoa()
    const { confirmar, listar, pedir, registrar } = passkeysDe(dono)
    const um = await registrar()
    const dois = await registrar(criarAutenticador(pagina), { confirmacao: await confirmar() })
    const confirmacoes = [await confirmar(), await confirmar()]
    await platform.db.sql`update contas set senha_hash = null where documento = ${dono.cadastro.documento}`
    const respostas = await Promise.all(
      [um, dois].map(({ passkey }, i) => pedir('DELETE', `/v1/conta/passkeys/${passkey.id}`, undefined, confirmacoes[i])),
    )
    assert.deepEqual(respostas.map(({ status }) => status).sort(), [204, 409])
    const recusada = respostas.find(({ status }) => status === 409)
    assert.ok(recusada)
    assert.equal(await codigoDe(recusada, 409), 'ultima_entrada')
    assert.equal((await listar()).length, 1)
  })
})

it('the e-mails say from which device, when, and what to do', async () => {
  const dono = await pessoa()
  const { confirmar, pedir, registrar } = passkeysDe(dono)
  const { passkey } = await registrar()
  assert.equal((await pedir('DELETE', `/v1/conta/passkeys/${passkey.id}`, undefined, await confirmar())).status, 204)
  const cartas = () => platform.db.sql<{ entidadeId: string; emailId: string; conteudo: { assunto: string; texto: string } }[]>`
    select entidade_id as "entidadeId", email_id as "emailId", conteudo from emails
     where para = ${dono.cadastro.email} and especie like 'passkey-%' order by email_id`
  for (const { entidadeId, emailId } of await cartas()) await tarefas(platform).enviar_email?.({ entidadeId, emailId })
  const conteudos = (await cartas()).map(({ conteudo }) => conteudo)
  assert.deepEqual(
    conteudos.map(({ assunto }) => assunto),
    ['Sua conta tem uma nova chave de acesso', 'Uma chave de acesso da sua conta foi removida'],
  )
  for (const { texto } of conteudos) assert.match(texto, /Chrome no Android[\s\S]*9h00[\s\S]*troque a senha/)
})

it('challenges that nobody answered are forgotten', async () => {
  await entradaDe(novoAparelho()).preparar()
  const quantos = async () => (await platform.db.sql`select from passkeys_desafios`).length
  await limparDesafios(platform)
  assert.ok((await quantos()) > 0)
  depois(301)
  await limparDesafios(platform)
  assert.equal(await quantos(), 0)
  depois(0)
})

it('asking for challenges costs a proof of work past 120 in a minute', async () => {
  const comLimites = await montarContas({ clock, config: { limits: true, proofOfWork: 20 } })
  const pedir = () => comLimites.postar('/v1/sessoes/passkey/opcoes?entidade=exemplo', {})
  const status = new Set<number>()
  for (let vez = 0; vez < 120; vez++) status.add((await pedir()).status)
  assert.deepEqual([...status], [200])
  assert.equal(await codigoDe(pedir(), 428), 'prova_necessaria')
})

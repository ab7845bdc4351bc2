import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { fixedClock } from '../../helpers/platform.js'
import { ler, montarContas, novoCadastro, problemaDe } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const config = { limits: true, proofOfWork: 20, proxies: 1 }
const { correio, pessoa, platform, postar, trabalhar } = await montarContas({ clock, config })

let enderecos = 0
/** Each time from an address of its own, and three minutes later: no proof is asked for. */
const deLonge = () => {
  clock.set(new Date(clock.now().getTime() + 3 * 60_000).toISOString())
  return { 'X-Forwarded-For': `203.0.113.${enderecos++}` }
}
const cadastrarCom = (cadastro: Partial<ReturnType<typeof novoCadastro>>) =>
  postar('/v1/contas?entidade=exemplo', novoCadastro(cadastro), deLonge())
const para = async (caixa: string) => (await correio()).filter((email) => email.para === caixa).length

describe('codes that strangers have sent to a mailbox', () => {
  it('are few in an hour, and what is said then tells nothing of any conta', async () => {
    const { cadastro } = await pessoa()
    const email = 'visado@exemplo.br'
    for (let vez = 0; vez < 5; vez++) await ler(await cadastrarCom({ email }), 202)
    const [livre, tomado] = [await cadastrarCom({ email }), await cadastrarCom({ email, documento: cadastro.documento })]
    assert.deepEqual(await problemaDe(livre, 429), await problemaDe(tomado, 429))
    assert.equal(await para(email), 5)
    clock.set(new Date(clock.now().getTime() + 2 * 3_600_000).toISOString())
    await ler(await cadastrarCom({ email }), 202)
  })

  it('are sent again to its owner an hour later, however often they were asked for meanwhile', async () => {
    const { confirmacao } = await ler<{ confirmacao: string }>(await cadastrarCom({}), 202)
    const email = 'insistido@exemplo.br'
    const envios = (id: string) => postar(`/v1/contas/confirmacoes/${id}/envios?entidade=exemplo`, { email }, deLonge())
    for (let vez = 0; vez < 5; vez++) await ler(await envios(confirmacao), 202)
    const { confirmacao: outra } = await ler<{ confirmacao: string }>(await cadastrarCom({}), 202)
    const recusada = await envios(outra)
    assert.equal(recusada.headers.get('Retry-After'), '3600')
    assert.match((await problemaDe(recusada, 429)).detail, /Este e-mail recebeu muitos códigos/)
    const respostas: number[] = []
    for (let vez = 0; vez < 24; vez++) respostas.push((await envios(outra)).status)
    assert.ok(respostas.includes(202))
  })
})

it('a link to recover a conta never goes to the e-mail that was, not even when it is changed at that moment', async () => {
  const { cadastro, conta } = await pessoa()
  await ler(
    await postar('/v1/senhas/recuperacoes?entidade=exemplo', { documento: cadastro.documento, email: cadastro.email }, deLonge()),
    202,
  )
  const { transaction } = platform.db
  const antesDeEscrever = mock.method(platform.db, 'transaction', async (fn: Parameters<typeof transaction>[0]) => {
    antesDeEscrever.mock.restore()
    await platform.db.sql`update contas set email = 'trocado@exemplo.br' where conta_id = ${conta}`
    return transaction(fn)
  })
  await trabalhar()
  assert.equal((await correio()).filter(({ especie, para }) => especie === 'senha' && para === cadastro.email).length, 0)
})

it('an e-mail that is owed by a transaction that runs again counts once', async () => {
  const { transaction } = platform.db
  const { confirmacao } = await ler<{ confirmacao: string }>(await cadastrarCom({}), 202)
  const duasVezes = mock.method(platform.db, 'transaction', async (fn: Parameters<typeof transaction>[0]) => {
    await transaction(async (tx) => {
      await fn(tx)
      throw new Error('undone')
    }).catch(() => undefined)
    return transaction(fn)
  })
  const email = 'de-novo@exemplo.br'
  const envios = () => postar(`/v1/contas/confirmacoes/${confirmacao}/envios?entidade=exemplo`, { email }, deLonge())
  for (let vez = 0; vez < 4; vez++) await ler(await envios(), 202)
  duasVezes.mock.restore()
  await ler(await envios(), 202)
})

describe('who is signed in', () => {
  it('asks for few login names in an hour: each answer tells whether somebody has it', async () => {
    const { aparelho, token } = await pessoa()
    const mudar = (usuario: string) => aparelho.pedir('PATCH', '/v1/conta?entidade=exemplo', { token, body: { usuario } })
    for (let vez = 0; vez < 20; vez++) await ler(await mudar(`tentado.${vez}`), 200)
    assert.equal((await problemaDe(await mudar('tentado.20'), 429)).codigo, 'muitas_tentativas')
    await ler(await aparelho.pedir('PATCH', '/v1/conta?entidade=exemplo', { token, body: { nome: 'Helena Outra' } }), 200)
  })

  it('has few passwords judged in an hour', async () => {
    const { aparelho, cadastro, token } = await pessoa()
    const pedir = (method: string, path: string, body: object, headers = {}) =>
      aparelho.pedir(method, `/v1${path}?entidade=exemplo`, { token, body, headers })
    const { confirmacao } = await ler<{ confirmacao: string }>(
      await pedir('POST', '/sessoes/confirmacoes', { operacao: 'credenciais', senha: cadastro.senha }),
      201,
    )
    const trocar = () => pedir('PUT', '/conta/senha', { senha: '12345678' }, { 'Protocolo-Confirmacao': confirmacao })
    for (let vez = 0; vez < 30; vez++) await problemaDe(await trocar(), 422)
    assert.equal((await problemaDe(await trocar(), 429)).codigo, 'muitas_tentativas')
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CadastroRecebido } from '../../../../server/contract/contas.js'
import { contarErro } from '../../../../server/modules/desafio/desafio.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, montarContas, novoCadastro, problemaDe, senha } from '../contas/apoio.js'
import { contatosDe, errado } from '../contatos/apoio.js'
import { resolver } from '../protocolos/apoio.js'

const clock = fixedClock()
const provas = { limits: true, proofOfWork: 20, proxies: 1 }
type Desafio = Parameters<typeof resolver>[0]

/** Somebody with three logins, and strangers, each try from an address of its own. */
async function alvo(config = provas) {
  const casa = await montarContas({ clock, config })
  const usuario = 'muito.visada'
  const { cadastro } = await casa.pessoa(novoCadastro({ usuario }))
  let enderecos = 0
  const entrar = (login: string, tentada: string, headers = {}) =>
    casa.novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', {
      body: { login, senha: tentada },
      headers: { 'X-Forwarded-For': `198.51.${Math.floor(enderecos / 250)}.${enderecos++ % 250}`, ...headers },
    })
  /** Pays when asked to. @returns the status. */
  async function pagando(login: string, tentada: string): Promise<number> {
    const recebido = await entrar(login, tentada)
    if (recebido.status !== 428) return recebido.status
    const { desafio } = await ler<{ desafio: Desafio }>(recebido, 428)
    return (await entrar(login, tentada, { 'Protocolo-Prova': resolver(desafio) })).status
  }
  const errar = async (login: string, vezes: number) => {
    const respostas: number[] = []
    for (let vez = 0; vez < vezes; vez++) respostas.push((await entrar(login, `errada ${vez}`)).status)
    return respostas
  }
  const { documento, email } = cadastro
  return { ...casa, logins: { documento, email, usuario }, entrar, errar, pagando }
}

describe('guessing by the several logins of one conta', () => {
  it('counts together: past what two of them have free, the third costs a proof at once; who makes it gets in', async () => {
    const { logins, errar, pagando } = await alvo()
    assert.deepEqual(await errar(logins.documento, 6), [401, 401, 401, 401, 401, 428])
    assert.deepEqual(await errar(logins.usuario, 6), [401, 401, 401, 401, 401, 428])
    assert.deepEqual(await errar(logins.email, 1), [428])
    assert.equal(await pagando(logins.email, senha), 201)
  })

  it('tells nobody that two logins are of one conta, however much they pay', async () => {
    const { logins, errar, pagando } = await alvo()
    await errar(logins.documento, 5)
    for (let vez = 0; vez < 10; vez++) assert.equal(await pagando(logins.documento, 'errada'), 401)
    assert.deepEqual(await errar(logins.email, 6), [401, 401, 401, 401, 401, 428])
  })

  it('costs the same on a login that is nobody’s', async () => {
    const { logins, errar } = await alvo()
    assert.deepEqual(await errar('529.982.247-25', 7), await errar(logins.documento, 7))
  })
})

describe('10,000 guesses from as many addresses', () => {
  it('leave the owner, on a device never seen, one proof of bounded work away from signing in', async () => {
    const { entrar, logins, pagando, platform } = await alvo()
    const entidade = await buscarEntidade(platform, 'exemplo')
    assert.ok(entidade)
    for (let n = 0; n < 10_000; n++) {
      contarErro(platform, { entidade, proposito: 'entrada', endereco: `2001:db8::${n.toString(16)}` }, logins.documento)
    }
    const { desafio } = await ler<{ desafio: { maxnumber: number } }>(await entrar(logins.documento, senha), 428)
    assert.ok(desafio.maxnumber <= 64 * provas.proofOfWork)
    assert.equal(await pagando(logins.documento, senha), 201)
  })

  it('have no more free tries at once than one after another', async () => {
    const { logins, entrar } = await alvo()
    const respostas = await Promise.all(Array.from({ length: 20 }, async (_, n) => (await entrar(logins.documento, `errada ${n}`)).status))
    assert.deepEqual(respostas.sort(), [...Array(5).fill(401), ...Array(15).fill(428)])
  })

  it('lock nobody out where proofs are off either', async () => {
    const { logins, errar, entrar } = await alvo({ ...provas, proofOfWork: 0 })
    await errar(logins.documento, 30)
    await ler(await entrar(logins.documento, senha), 201)
  })
})

describe('guessing the six digits of a code', () => {
  it('of a sign-up ends after 30 tries, however often it is sent', async () => {
    const { cadastrar, codigoDe, novoAparelho, postar } = await montarContas({ clock })
    const { confirmacao }: CadastroRecebido = await cadastrar(novoCadastro())
    const reenviar = () => postar(`/v1/contas/confirmacoes/${confirmacao}/envios?entidade=exemplo`, {})
    let tentados = 0
    do {
      for (;;) {
        const body = { confirmacao, codigo: errado(await codigoDe(confirmacao)) }
        const { status } = await novoAparelho().pedir('POST', '/v1/contas/confirmacoes?entidade=exemplo', { body })
        if (status !== 422) break
        tentados++
      }
    } while ((await reenviar()).status === 202)
    assert.equal(tentados, 30)
    await problemaDe(await reenviar(), 429)
  })

  it('of a contact ends after 100 tries a day, however often it is asked for', async () => {
    const { codigoDe, pessoa } = await montarContas({ clock })
    const contatos = contatosDe(await pessoa())
    let tentados = 0
    for (let pedidos = 0; ; pedidos++) {
      const pedido = await contatos.tentar({ especie: 'emailAlternativo', valor: `alheio${pedidos}@exemplo.br` })
      if (pedido.status === 429) break
      const { confirmacao } = await ler<{ confirmacao: string }>(pedido, 202)
      do {
        const codigo = errado(await codigoDe(confirmacao))
        while ((await contatos.confirmar(confirmacao, { codigo })).status === 422) tentados++
      } while ((await contatos.reenviar(confirmacao)).status === 202)
    }
    assert.equal(tentados, 100)
  })

  it('by mail to one address ends after five an hour, whoever asks', async () => {
    const { pessoa } = await montarContas({ clock, config: { limits: true, proofOfWork: 0 } })
    const [uma, outra] = [contatosDe(await pessoa()), contatosDe(await pessoa())]
    const respostas: number[] = []
    for (const quem of [uma, outra, uma, outra, uma, outra]) {
      respostas.push((await quem.tentar({ especie: 'emailAlternativo', valor: 'vitima@exemplo.br' })).status)
    }
    assert.deepEqual(respostas, [202, 202, 202, 202, 202, 429])
  })
})

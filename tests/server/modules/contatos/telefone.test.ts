import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { Cartao } from '../../../../server/contract/entidade.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, montarContas, novoCadastro, problemaDe } from '../contas/apoio.js'
import { contatosDe, errado, gatewayDeTeste } from './apoio.js'

const clock = fixedClock()
const gateway = gatewayDeTeste()
const { app, codigoDe, pessoa, platform, trabalhar } = await montarContas({ clock, sms: gateway.sms })
const sem = await montarContas({ clock })

const telefone = '+5519912345678'
const mandar = () => trabalhar('enviar_sms')

beforeEach(async () => {
  gateway.responder('sent')
  await mandar()
  gateway.textos.length = 0
})

describe('a phone', () => {
  it('is confirmed by the code of a text', async () => {
    const contatos = contatosDe(await pessoa())
    const { confirmacao, enviadoPara } = await contatos.pedir({ especie: 'telefone', valor: '(19) 91234-5678' })
    assert.deepEqual(enviadoPara, [{ onde: 'novo', para: '(19) •••••-5678' }])
    await mandar()
    const codigo = await codigoDe(confirmacao)
    assert.deepEqual(gateway.textos, [
      { para: telefone, texto: `${codigo} é o seu código para confirmar este telefone. Não passe a ninguém. Prefeitura de Exemplo` },
    ])
    await problemaDe(await contatos.confirmar(confirmacao, { codigo: errado(codigo) }), 422)
    const conta = await ler<{ telefone: string; telefoneConfirmado: boolean }>(await contatos.confirmar(confirmacao, { codigo }), 200)
    assert.deepEqual([conta.telefone, conta.telefoneConfirmado], [telefone, true])
    await problemaDe(await contatos.tentar({ especie: 'telefone', valor: telefone }), 422)
  })

  it('given at sign-up waits for its code from the birth of the conta on', async () => {
    const contatos = contatosDe(await pessoa(novoCadastro({ telefone: '(19) 91234-5679' })))
    const { telefoneConfirmado, pendentes } = await contatos.conta()
    assert.equal(telefoneConfirmado, false)
    assert.deepEqual(
      pendentes.map(({ especie, valor }) => ({ especie, valor })),
      [{ especie: 'telefone', valor: '+5519912345679' }],
    )
    await mandar()
    assert.equal(gateway.textos.length, 1)
    const [{ confirmacao } = { confirmacao: '' }] = pendentes
    await ler(await contatos.confirmar(confirmacao, { codigo: await codigoDe(confirmacao) }), 200)
    assert.equal((await contatos.conta()).telefoneConfirmado, true)
  })

  it('that is no mobile of Brazil gets no text: nobody has the entidade pay for dear ones', async () => {
    const fixo = contatosDe(await pessoa(novoCadastro({ telefone: '(19) 3555-0100' })))
    const { telefone: guardado, pendentes } = await fixo.conta()
    assert.deepEqual([guardado, pendentes], ['+551935550100', []])
    for (const valor of ['(19) 3555-0100', '+1 900 555 0100']) {
      const { campos } = await problemaDe(await fixo.tentar({ especie: 'telefone', valor }), 422)
      assert.deepEqual(
        campos?.map(({ caminho }) => caminho),
        ['valor'],
      )
    }
    await mandar()
    assert.deepEqual(gateway.textos, [])
  })

  it('written over is not confirmed, and what waited is given up', async () => {
    const contatos = contatosDe(await pessoa(novoCadastro({ telefone })))
    const [{ confirmacao } = { confirmacao: '' }] = (await contatos.conta()).pendentes
    await ler(await contatos.confirmar(confirmacao, { codigo: await codigoDe(confirmacao) }), 200)
    await contatos.pedir({ especie: 'telefone', valor: '(19) 91234-0000' })
    const mudar = async (numero: string) =>
      ler<{ telefoneConfirmado: boolean; pendentes: unknown[] }>(await contatos.chamar('PATCH', '/conta', { telefone: numero }), 200)
    const igual = await mudar(telefone)
    assert.deepEqual([igual.telefoneConfirmado, igual.pendentes.length], [true, 1])
    const outro = await mudar('(19) 91234-9999')
    assert.deepEqual([outro.telefoneConfirmado, outro.pendentes.length], [false, 0])
  })

  it('is removed, waiting or confirmed', async () => {
    const contatos = contatosDe(await pessoa(novoCadastro({ telefone })))
    const conta = await ler<{ telefone?: string; telefoneConfirmado: boolean; pendentes: unknown[] }>(
      await contatos.remover('telefone'),
      200,
    )
    assert.deepEqual([conta.telefone, conta.telefoneConfirmado, conta.pendentes], [undefined, false, []])
  })
})

describe('the text', () => {
  it('waits for a gateway that is away', async () => {
    const { confirmacao } = await contatosDe(await pessoa()).pedir({ especie: 'telefone', valor: telefone })
    gateway.responder('away')
    await assert.rejects(mandar())
    gateway.responder('sent')
    await mandar()
    assert.match(gateway.textos[0]?.texto ?? '', new RegExp(`^${await codigoDe(confirmacao)} `))
  })

  it('that the gateway refuses is not tried again', async () => {
    await contatosDe(await pessoa()).pedir({ especie: 'telefone', valor: telefone })
    gateway.responder('refused')
    await mandar()
    gateway.responder('sent')
    await mandar()
    assert.deepEqual(gateway.textos, [])
  })

  it('is not sent when its code serves no more', async () => {
    const contatos = contatosDe(await pessoa())
    const { confirmacao } = await contatos.pedir({ especie: 'telefone', valor: telefone })
    await ler(await contatos.reenviar(confirmacao), 202)
    await mandar()
    assert.equal(gateway.textos.length, 1)
    await ler(await contatos.reenviar(confirmacao), 202)
    await ler(await contatos.confirmar(confirmacao, { codigo: await codigoDe(confirmacao) }), 200)
    await mandar()
    assert.equal(gateway.textos.length, 1)
  })

  it('stands in no job and no row: neither number nor code', async () => {
    const { confirmacao } = await contatosDe(await pessoa()).pedir({ especie: 'telefone', valor: telefone })
    const trabalhos = JSON.stringify(await platform.db.sql`select payload from graphile_worker._private_jobs`)
    assert.match(trabalhos, new RegExp(confirmacao))
    assert.doesNotMatch(trabalhos, /5519912345678/)
    const guardado = JSON.stringify(await platform.db.sql`select * from confirmacoes where confirmacao_id = ${confirmacao}`)
    assert.doesNotMatch(guardado, new RegExp(`"${await codigoDe(confirmacao)}"`))
  })
})

describe('where there is no gateway', () => {
  it('the card says so, and a phone is kept without being confirmed', async () => {
    const cartao = async (um: typeof app) => ler<Cartao>(await um.request('/v1/entidades/exemplo'), 200)
    assert.deepEqual([(await cartao(app)).sms, (await cartao(sem.app)).sms], [true, false])
    const contatos = contatosDe(await sem.pessoa(novoCadastro({ telefone })))
    assert.equal((await problemaDe(await contatos.tentar({ especie: 'telefone', valor: telefone }), 409)).codigo, 'sms_indisponivel')
    const { telefoneConfirmado, pendentes, telefone: guardado } = await contatos.conta()
    assert.deepEqual([guardado, telefoneConfirmado, pendentes], [telefone, false, []])
  })
})

import assert from 'node:assert/strict'
import { after, describe, it, mock } from 'node:test'
import type { Conta, PedidoDeCadastro } from '../../../../server/contract/contas.js'
import type { SessaoAberta } from '../../../../server/contract/sessoes.js'
import { importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { createMail } from '../../../../server/platform/mail.js'
import { fixedClock } from '../../helpers/platform.js'
import { arquivoDeExemplo } from '../entidades/arquivo-de-exemplo.js'
import { startMailServer } from '../notificacoes/correio-de-teste.js'
import { ler, montarContas, novoCadastro, problemaDe, senha } from './apoio.js'

const clock = fixedClock()
const { cadastrar, codigoDe, correio, linkDe, novoAparelho, pessoa, platform, postar, trabalhar } = await montarContas({ clock })
const confirmacoes = '/v1/contas/confirmacoes?entidade=exemplo'

describe('signing up', () => {
  it('makes a conta once the e-mail is confirmed by its code, and signs in', async () => {
    const cadastro = novoCadastro({ nomeSocial: 'Lena Exemplo', telefone: '(19) 91234-5678', nascimento: '12/11/1980', usuario: 'Lena.Ex' })
    const { confirmacao, email } = await cadastrar(cadastro)
    assert.match(email, /^p•••@exemplo\.br$/)
    const aparelho = novoAparelho()
    const body = { confirmacao, codigo: await codigoDe(confirmacao) }
    const { token, nome } = await ler<SessaoAberta>(await aparelho.pedir('POST', confirmacoes, { body }), 201)
    assert.equal(nome, 'Lena Exemplo')
    const conta = await ler<Conta>(await aparelho.pedir('GET', '/v1/conta?entidade=exemplo', { token }), 200)
    assert.deepEqual(conta, {
      documento: cadastro.documento,
      nome: 'Helena Exemplo',
      email: cadastro.email,
      usuario: 'lena.ex',
      nomeSocial: 'Lena Exemplo',
      nascimento: '1980-11-12',
      telefone: '+5519912345678',
      telefoneConfirmado: false,
      temSenha: true,
      temFoto: false,
      avisos: { abertura: true, andamento: true, pendencia: true, mensagem: true, prazo: true, conclusao: true, copia: false },
      pendentes: [],
    })
  })

  it('is confirmed by the link of the e-mail too, once', async () => {
    const { confirmacao } = await cadastrar(novoCadastro())
    const link = await linkDe(confirmacao)
    await ler(await novoAparelho().pedir('POST', confirmacoes, { body: { link } }), 201)
    const { codigo } = await problemaDe(await novoAparelho().pedir('POST', confirmacoes, { body: { link } }), 410)
    assert.equal(codigo, 'confirmacao_vencida')
  })

  it('answers alike for a CPF that has a conta, and tells the e-mail on file instead', async () => {
    const { cadastro } = await pessoa()
    const estranho = novoCadastro({ documento: cadastro.documento, email: 'estranho@exemplo.br' })
    const novo = await cadastrar(novoCadastro({ email: 'estranho@exemplo.br' }))
    const tomado = await cadastrar(estranho)
    assert.deepEqual({ ...tomado, confirmacao: '' }, { ...novo, confirmacao: '' })
    const avisos = (await correio()).slice(-1)
    assert.deepEqual(
      avisos.map(({ especie, para }) => ({ especie, para })),
      [{ especie: 'conta-existente', para: cadastro.email }],
    )
    const body = { confirmacao: tomado.confirmacao, codigo: await codigoDe(tomado.confirmacao) }
    assert.equal((await problemaDe(await novoAparelho().pedir('POST', confirmacoes, { body }), 422)).codigo, 'codigo_recusado')
  })

  it('takes five wrong codes of one sending, and then only another sending', async () => {
    const { confirmacao } = await cadastrar(novoCadastro())
    const aparelho = novoAparelho()
    const certo = await codigoDe(confirmacao)
    const errado = certo === '000000' ? '000001' : '000000'
    for (let vez = 0; vez < 5; vez++) {
      await problemaDe(await aparelho.pedir('POST', confirmacoes, { body: { confirmacao, codigo: errado } }), 422)
    }
    await problemaDe(await aparelho.pedir('POST', confirmacoes, { body: { confirmacao, codigo: certo } }), 410)
    await ler(await postar(`/v1/contas/confirmacoes/${confirmacao}/envios?entidade=exemplo`, {}), 202)
    await problemaDe(await aparelho.pedir('POST', confirmacoes, { body: { confirmacao, codigo: certo } }), 422)
    await ler(await aparelho.pedir('POST', confirmacoes, { body: { confirmacao, codigo: await codigoDe(confirmacao) } }), 201)
  })

  it('sends to a corrected e-mail, which becomes that of the conta', async () => {
    const { confirmacao } = await cadastrar(novoCadastro({ email: 'errado@exemplo.br' }))
    await ler(await postar(`/v1/contas/confirmacoes/${confirmacao}/envios?entidade=exemplo`, { email: 'certo@exemplo.br' }), 202)
    assert.deepEqual((await correio()).at(-1), { especie: 'cadastro', para: 'certo@exemplo.br', dados: { confirmacao, envio: 2 } })
    const aparelho = novoAparelho()
    const doErrado = { confirmacao, codigo: await codigoDe(confirmacao, 1) }
    await problemaDe(await aparelho.pedir('POST', confirmacoes, { body: doErrado }), 422)
    const body = { confirmacao, codigo: await codigoDe(confirmacao) }
    const { token } = await ler<SessaoAberta>(await aparelho.pedir('POST', confirmacoes, { body }), 201)
    const conta = await ler<Conta>(await aparelho.pedir('GET', '/v1/conta?entidade=exemplo', { token }), 200)
    assert.equal(conta.email, 'certo@exemplo.br')
  })

  it('proves nothing of an e-mail that takes its place while it is confirmed', async () => {
    const { confirmacao } = await cadastrar(novoCadastro({ email: 'proprio@exemplo.br' }))
    const body = { confirmacao, codigo: await codigoDe(confirmacao) }
    const { transaction } = platform.db
    const corrigir = () => postar(`/v1/contas/confirmacoes/${confirmacao}/envios?entidade=exemplo`, { email: 'de-outra-pessoa@exemplo.br' })
    const depoisDeConferir = mock.method(platform.db, 'transaction', async (fn: Parameters<typeof transaction>[0]) => {
      depoisDeConferir.mock.restore()
      const conferida = await transaction(fn)
      await ler(await corrigir(), 202)
      return conferida
    })
    const { codigo } = await problemaDe(await novoAparelho().pedir('POST', confirmacoes, { body }), 410)
    assert.equal(codigo, 'confirmacao_vencida')
    assert.equal((await platform.db.sql`select from contas where email = 'de-outra-pessoa@exemplo.br'`).length, 0)
  })

  it('to a mailbox that there is not is not sent for ever, and goes through once the e-mail is put right', async () => {
    const caixas = await startMailServer()
    after(() => caixas.stop())
    const mail = createMail({ smtpUrl: caixas.url, sender: 'nao-responda@exemplo.br' })
    const casa = await montarContas({ clock, mail })
    caixas.unknown('naoexiste@exemplo.br')
    const { confirmacao } = await casa.cadastrar(novoCadastro({ email: 'naoexiste@exemplo.br' }))
    const enviar = () => casa.trabalhar('enviar_email')
    const naFila = async () => (await casa.platform.db.sql`select from emails where enviado_em is null and recusado_em is null`).length
    await enviar()
    assert.deepEqual([caixas.received.length, await naFila()], [0, 0])
    await ler(await casa.postar(`/v1/contas/confirmacoes/${confirmacao}/envios?entidade=exemplo`, { email: 'existe@exemplo.br' }), 202)
    await enviar()
    assert.deepEqual(
      caixas.received.map(({ to }) => to?.[0]?.address),
      ['existe@exemplo.br'],
    )
    const codigo = /\d{6}/.exec(caixas.received[0]?.subject ?? '')?.[0] ?? ''
    await ler(await casa.novoAparelho().pedir('POST', confirmacoes, { body: { confirmacao, codigo } }), 201)
  })

  it('waits 24 hours', async () => {
    const { confirmacao } = await cadastrar(novoCadastro())
    const codigo = await codigoDe(confirmacao)
    clock.set('2026-11-22T12:00:01Z')
    await problemaDe(await novoAparelho().pedir('POST', confirmacoes, { body: { confirmacao, codigo } }), 410)
    clock.set('2026-11-21T12:00:00Z')
  })

  it('is of one entidade: another can’t confirm it', async () => {
    const { confirmacao } = await cadastrar(novoCadastro())
    const body = { confirmacao, codigo: await codigoDe(confirmacao) }
    await problemaDe(await novoAparelho().pedir('POST', '/v1/contas/confirmacoes?entidade=outra', { body }), 410)
  })

  it('keeps neither the password nor the code anywhere, and the rest of the sign-up only until it is confirmed', async () => {
    const { confirmacao } = await cadastrar(novoCadastro({ nome: 'Guardada Exemplo' }))
    const codigo = await codigoDe(confirmacao)
    const tudo = async () => JSON.stringify(await platform.db.sql`select dados from confirmacoes where confirmacao_id = ${confirmacao}`)
    assert.match(await tudo(), /Guardada Exemplo.*\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.doesNotMatch(await tudo(), new RegExp(`${senha}|"${codigo}"`))
    await ler(await novoAparelho().pedir('POST', confirmacoes, { body: { confirmacao, codigo } }), 201)
    assert.equal(await tudo(), '[{"dados":{}}]')
  })

  it('says beside each field what to correct', async () => {
    const errado = novoCadastro({
      documento: '111',
      nome: ' ',
      email: 'a@',
      telefone: '12',
      nascimento: '2030-01-01',
      usuario: '1a',
      senha: 'curta',
    })
    const { codigo, campos } = await problemaDe(await postar('/v1/contas?entidade=exemplo', errado), 422)
    assert.equal(codigo, 'campos_invalidos')
    assert.deepEqual(campos?.map(({ caminho }) => caminho).sort(), [
      'documento',
      'email',
      'nascimento',
      'nome',
      'senha',
      'telefone',
      'usuario',
    ])
  })

  it('asks for what the entidade asks for', async () => {
    await importarEntidade(platform, arquivoDeExemplo({ codigo: 'exigente', cadastro: { exige: ['telefone'] } }))
    const pedir = (cadastro: PedidoDeCadastro) => postar('/v1/contas?entidade=exigente', cadastro)
    const { campos } = await problemaDe(await pedir(novoCadastro()), 422)
    assert.deepEqual(
      campos?.map(({ caminho }) => caminho),
      ['telefone'],
    )
    await ler(await pedir(novoCadastro({ telefone: '(19) 91234-5678' })), 202)
  })

  it('refuses a usuario that is taken, an old privacy notice and a password of the lists', async () => {
    const { cadastro } = await pessoa(novoCadastro({ usuario: 'tomado' }))
    for (const [mudanca, caminho] of [
      [{ usuario: 'TOMADO' }, 'usuario'],
      [{ usuario: 'tomado', documento: cadastro.documento }, 'usuario'],
      [{ ciencia: '0' }, 'ciencia'],
      [{ senha: 'senha12345' }, 'senha'],
      [{ senha: 'helena-exemplo-1' }, 'senha'],
    ] as const) {
      const { campos } = await problemaDe(await postar('/v1/contas?entidade=exemplo', novoCadastro(mudanca)), 422)
      assert.deepEqual(
        campos?.map((campo) => campo.caminho),
        [caminho],
      )
    }
  })
})

it('an id of no right shape is answered as one that expired', async () => {
  await problemaDe(await postar('/v1/contas/confirmacoes/x/envios?entidade=exemplo', {}), 410)
})

describe('recovering', () => {
  const pedir = (body: unknown) => postar('/v1/senhas/recuperacoes?entidade=exemplo', body)
  const trocar = (body: unknown) => novoAparelho().pedir('PUT', '/v1/senhas?entidade=exemplo', { body })

  it('says the same whether or not there is a conta, and sends a link only to the e-mail on file', async () => {
    const { cadastro } = await pessoa()
    const antes = (await correio()).length
    const textos = await Promise.all(
      [
        { documento: cadastro.documento, email: 'outro@exemplo.br' },
        { documento: '529.982.247-25', email: cadastro.email },
      ].map(async (body) => JSON.stringify(await ler(await pedir(body), 202))),
    )
    await trabalhar()
    assert.equal((await correio()).length, antes)
    textos.push(JSON.stringify(await ler(await pedir({ documento: cadastro.documento, email: cadastro.email.toUpperCase() }), 202)))
    await trabalhar()
    assert.equal(new Set(textos).size, 1)
    assert.deepEqual(
      (await correio()).slice(antes).map(({ especie, para }) => ({ especie, para })),
      [{ especie: 'senha', para: cadastro.email }],
    )
  })

  it('sets a new password once, ends every session and says so by e-mail; a refused password does not spend the link', async () => {
    const { cadastro, aparelho, token } = await pessoa()
    await ler(await pedir({ documento: cadastro.documento, email: cadastro.email }), 202)
    await trabalhar()
    const link = await linkDe((await correio()).at(-1)?.dados.confirmacao ?? '')
    await problemaDe(await trocar({ link, senha: '12345678' }), 422)
    assert.equal((await trocar({ link, senha: 'girassol canivete' })).status, 204)
    await problemaDe(await trocar({ link, senha: 'girassol canivete' }), 410)
    await problemaDe(await aparelho.pedir('GET', '/v1/conta?entidade=exemplo', { token }), 401)
    assert.equal((await correio()).at(-1)?.especie, 'senha-trocada')
    const entrar = (senha: string) =>
      novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', { body: { login: cadastro.email, senha } })
    await problemaDe(await entrar(senha), 401)
    await ler(await entrar('girassol canivete'), 201)
  })

  it('is not sent again as if it were a sign-up, and goes on serving', async () => {
    const { cadastro } = await pessoa()
    await ler(await pedir({ documento: cadastro.documento, email: cadastro.email }), 202)
    await trabalhar()
    const confirmacao = (await correio()).at(-1)?.dados.confirmacao ?? ''
    const link = await linkDe(confirmacao)
    for (const body of [{}, { email: 'estranho@exemplo.br' }]) {
      const { codigo } = await problemaDe(await postar(`/v1/contas/confirmacoes/${confirmacao}/envios?entidade=exemplo`, body), 410)
      assert.equal(codigo, 'confirmacao_vencida')
    }
    assert.equal((await trocar({ link, senha: 'girassol canivete' })).status, 204)
  })

  it('waits 30 minutes', async () => {
    const { cadastro } = await pessoa()
    await ler(await pedir({ documento: cadastro.documento, email: cadastro.email }), 202)
    await trabalhar()
    const link = await linkDe((await correio()).at(-1)?.dados.confirmacao ?? '')
    clock.set('2026-11-21T12:30:01Z')
    await problemaDe(await trocar({ link, senha: 'girassol canivete' }), 410)
    clock.set('2026-11-21T12:00:00Z')
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fixedClock } from '../../helpers/platform.js'
import { ler, montarContas, novoCadastro, problemaDe, senha } from '../contas/apoio.js'
import { contatosDe, errado } from './apoio.js'

const clock = fixedClock()
const { codigoAtualDe, codigoDe, correio, linkDe, novoAparelho, pessoa, platform, postar, trabalhar } = await montarContas({ clock })

let feitos = 0
const novoEmail = () => `novo${feitos++}@exemplo.br`

const caminhos = (problema: { campos?: { caminho: string }[] }) => problema.campos?.map(({ caminho }) => caminho)

async function codigosDe(confirmacao: string) {
  return { codigo: await codigoDe(confirmacao), codigoAtual: await codigoAtualDe(confirmacao) }
}

describe('changing the e-mail', () => {
  it('takes a code from each of the two addresses, and tells the one that was', async () => {
    const dono = await pessoa()
    const contatos = contatosDe(dono)
    const valor = novoEmail()
    const { confirmacao, enviadoPara, especie } = await contatos.pedir({ especie: 'email', valor })
    assert.equal(especie, 'email')
    assert.deepEqual(enviadoPara, [
      { onde: 'novo', para: 'n•••@exemplo.br' },
      { onde: 'atual', para: 'p•••@exemplo.br' },
    ])
    assert.deepEqual((await contatos.conta()).pendentes, [{ confirmacao, especie: 'email', valor }])
    assert.deepEqual((await correio()).slice(-2), [
      { especie: 'email-novo', para: valor, dados: { confirmacao, envio: 1 } },
      { especie: 'email-atual', para: dono.cadastro.email, dados: { confirmacao, envio: 1 } },
    ])
    const conta = await ler<{ email: string; pendentes: unknown[] }>(
      await contatos.confirmar(confirmacao, await codigosDe(confirmacao)),
      200,
    )
    assert.deepEqual([conta.email, conta.pendentes], [valor, []])
    const aviso = (await correio()).at(-1)
    assert.deepEqual([aviso?.especie, aviso?.para], ['email-trocado', dono.cadastro.email])
    const entrar = (login: string) => novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', { body: { login, senha } })
    await ler(await entrar(valor), 201)
    await problemaDe(await entrar(dono.cadastro.email), 401)
  })

  it('is given up by who asked for it: the e-mail stays, and the codes open nothing', async () => {
    const dono = await pessoa()
    const contatos = contatosDe(dono)
    const { confirmacao } = await contatos.pedir({ especie: 'email', valor: novoEmail() })
    const codigos = await codigosDe(confirmacao)
    const conta = await ler<{ email: string; pendentes: unknown[] }>(await contatos.remover('email'), 200)
    assert.deepEqual([conta.email, conta.pendentes], [dono.cadastro.email, []])
    await problemaDe(await contatos.confirmar(confirmacao, codigos), 410)
    await problemaDe(await contatos.remover('usuario'), 404)
  })

  it('says beside which code the mistake is, and changes nothing', async () => {
    const dono = await pessoa()
    const contatos = contatosDe(dono)
    const { confirmacao } = await contatos.pedir({ especie: 'email', valor: novoEmail() })
    const { codigo, codigoAtual } = await codigosDe(confirmacao)
    for (const [codigos, erros] of [
      [{ codigo, codigoAtual: errado(codigoAtual) }, ['codigoAtual']],
      [{ codigo }, ['codigoAtual']],
      [{ codigo: errado(codigo), codigoAtual }, ['codigo']],
      [{ codigo: codigoAtual, codigoAtual: codigo }, ['codigo', 'codigoAtual']],
    ] as const) {
      assert.deepEqual(caminhos(await problemaDe(await contatos.confirmar(confirmacao, codigos), 422)), erros)
    }
    assert.equal((await contatos.conta()).email, dono.cadastro.email)
    await ler(await contatos.confirmar(confirmacao, { codigo, codigoAtual }), 200)
  })

  it('asks to show again who it is, for this operation', async () => {
    const contatos = contatosDe(await pessoa())
    const pedido = { especie: 'email', valor: novoEmail() }
    const { codigo } = await problemaDe(await contatos.chamar('POST', '/conta/contatos', pedido), 403)
    assert.equal(codigo, 'confirmacao_necessaria')
    const headers = await contatos.confirmacaoDoEmail()
    await ler(await contatos.chamar('POST', '/conta/contatos', pedido, headers), 202)
    await problemaDe(await contatos.chamar('POST', '/conta/contatos', { ...pedido, valor: novoEmail() }, headers), 403)
  })

  it('does not tell whether somebody else has the e-mail', async () => {
    const outra = await pessoa()
    const contatos = contatosDe(await pessoa())
    const sem = ({ confirmacao: _, enviadoPara: [novo] = [], ...resto }: Awaited<ReturnType<typeof contatos.pedir>>) => ({
      ...resto,
      ...novo,
    })
    const tomado = await contatos.pedir({ especie: 'email', valor: outra.cadastro.email })
    const livre = await contatos.pedir({ especie: 'email', valor: 'pessoa-nenhuma@exemplo.br' })
    assert.deepEqual(sem(tomado), sem(livre))
  })

  it('ends recoveries that went to the e-mail that was, and a new password ends the change', async () => {
    const dono = await pessoa()
    const contatos = contatosDe(dono)
    const { documento, email } = dono.cadastro
    const recuperar = async () => {
      await ler(await postar('/v1/senhas/recuperacoes?entidade=exemplo', { documento, email }), 202)
      await trabalhar()
      return linkDe((await correio()).at(-1)?.dados.confirmacao ?? '')
    }
    const trocar = (link: string) =>
      novoAparelho().pedir('PUT', '/v1/senhas?entidade=exemplo', { body: { link, senha: 'girassol canivete' } })
    const antigo = await recuperar()
    const { confirmacao } = await contatos.pedir({ especie: 'email', valor: novoEmail() })
    await ler(await contatos.confirmar(confirmacao, await codigosDe(confirmacao)), 200)
    await problemaDe(await trocar(antigo), 410)

    const outra = await pessoa()
    const dela = contatosDe(outra)
    await dela.pedir({ especie: 'email', valor: novoEmail() })
    await ler(
      await postar('/v1/senhas/recuperacoes?entidade=exemplo', { documento: outra.cadastro.documento, email: outra.cadastro.email }),
      202,
    )
    await trabalhar()
    assert.equal((await trocar(await linkDe((await correio()).at(-1)?.dados.confirmacao ?? ''))).status, 204)
    const [linha] = await platform.db.sql`
      select count(*)::int as total from confirmacoes c join contas using (conta_id)
       where documento = ${outra.cadastro.documento} and c.especie = 'email' and usada_em is null`
    assert.equal(linha?.total, 0)
  })
})

describe('a second e-mail', () => {
  it('counts once its code comes back, is told apart from the first, and can be removed', async () => {
    const contatos = contatosDe(await pessoa())
    const { confirmacao, enviadoPara } = await contatos.pedir({ especie: 'emailAlternativo', valor: 'Segundo@Exemplo.br' })
    assert.deepEqual(enviadoPara, [{ onde: 'novo', para: 'S•••@exemplo.br' }])
    assert.equal((await contatos.conta()).emailAlternativo, undefined)
    await ler(await contatos.confirmar(confirmacao, { codigo: await codigoDe(confirmacao) }), 200)
    assert.equal((await contatos.conta()).emailAlternativo, 'Segundo@exemplo.br')
    const conta = await ler<{ emailAlternativo?: string }>(await contatos.remover('emailAlternativo'), 200)
    assert.equal(conta.emailAlternativo, undefined)
  })

  it('that becomes the first is second no more', async () => {
    const contatos = contatosDe(await pessoa())
    const valor = novoEmail()
    const segundo = await contatos.pedir({ especie: 'emailAlternativo', valor })
    await ler(await contatos.confirmar(segundo.confirmacao, { codigo: await codigoDe(segundo.confirmacao) }), 200)
    const primeiro = await contatos.pedir({ especie: 'email', valor })
    await ler(await contatos.confirmar(primeiro.confirmacao, await codigosDe(primeiro.confirmacao)), 200)
    const { email, emailAlternativo } = await contatos.conta()
    assert.deepEqual([email, emailAlternativo], [valor, undefined])
  })

  it('given at sign-up waits for its code from the birth of the conta on', async () => {
    const dono = await pessoa(novoCadastro({ emailAlternativo: 'do-cadastro@exemplo.br' }))
    const contatos = contatosDe(dono)
    const [pendente] = (await contatos.conta()).pendentes
    assert.ok(pendente)
    assert.deepEqual([pendente.especie, pendente.valor], ['emailAlternativo', 'do-cadastro@exemplo.br'])
    assert.deepEqual((await correio()).at(-1), {
      especie: 'email-alternativo',
      para: 'do-cadastro@exemplo.br',
      dados: { confirmacao: pendente.confirmacao, envio: 1 },
    })
    await ler(await contatos.confirmar(pendente.confirmacao, { codigo: await codigoDe(pendente.confirmacao) }), 200)
    assert.equal((await contatos.conta()).emailAlternativo, 'do-cadastro@exemplo.br')
  })
})

describe('a contact that waits', () => {
  it('is refused where it is none, or is the one there is', async () => {
    const dono = await pessoa()
    const contatos = contatosDe(dono)
    for (const pedido of [
      { especie: 'email', valor: 'a@' },
      { especie: 'email', valor: dono.cadastro.email.toUpperCase() },
      { especie: 'emailAlternativo', valor: dono.cadastro.email },
    ] as const) {
      assert.deepEqual(caminhos(await problemaDe(await contatos.tentar(pedido), 422)), ['valor'])
    }
  })

  it('gives way to the next of its kind', async () => {
    const contatos = contatosDe(await pessoa())
    const primeiro = await contatos.pedir({ especie: 'emailAlternativo', valor: novoEmail() })
    const codigo = await codigoDe(primeiro.confirmacao)
    const segundo = await contatos.pedir({ especie: 'emailAlternativo', valor: novoEmail() })
    await problemaDe(await contatos.confirmar(primeiro.confirmacao, { codigo }), 410)
    assert.deepEqual(
      (await contatos.conta()).pendentes.map(({ confirmacao }) => confirmacao),
      [segundo.confirmacao],
    )
  })

  it('is sent new codes, and those before serve no more', async () => {
    const contatos = contatosDe(await pessoa())
    const { confirmacao } = await contatos.pedir({ especie: 'email', valor: novoEmail() })
    const antes = await codigosDe(confirmacao)
    const { enviadoPara } = await ler<{ enviadoPara: unknown[] }>(await contatos.reenviar(confirmacao), 202)
    assert.equal(enviadoPara.length, 2)
    assert.deepEqual(caminhos(await problemaDe(await contatos.confirmar(confirmacao, antes), 422)), ['codigo', 'codigoAtual'])
    await ler(await contatos.confirmar(confirmacao, await codigosDe(confirmacao)), 200)
  })

  it('takes five wrong tries of a sending, then only another sending helps', async () => {
    const contatos = contatosDe(await pessoa())
    const { confirmacao } = await contatos.pedir({ especie: 'emailAlternativo', valor: novoEmail() })
    const codigo = await codigoDe(confirmacao)
    for (let vez = 0; vez < 5; vez++) await problemaDe(await contatos.confirmar(confirmacao, { codigo: errado(codigo) }), 422)
    await problemaDe(await contatos.confirmar(confirmacao, { codigo }), 410)
    await ler(await contatos.reenviar(confirmacao), 202)
    await ler(await contatos.confirmar(confirmacao, { codigo: await codigoDe(confirmacao) }), 200)
  })

  it('is its owner’s, and no sign-up', async () => {
    const contatos = contatosDe(await pessoa())
    const estranho = contatosDe(await pessoa())
    const { confirmacao } = await contatos.pedir({ especie: 'emailAlternativo', valor: novoEmail() })
    const codigo = await codigoDe(confirmacao)
    await problemaDe(await estranho.confirmar(confirmacao, { codigo }), 410)
    await problemaDe(await estranho.reenviar(confirmacao), 410)
    const body = { confirmacao, codigo }
    await problemaDe(await novoAparelho().pedir('POST', '/v1/contas/confirmacoes?entidade=exemplo', { body }), 410)
    await problemaDe(await postar(`/v1/contas/confirmacoes/${confirmacao}/envios?entidade=exemplo`, {}), 410)
    await ler(await contatos.confirmar(confirmacao, { codigo }), 200)
  })

  it('waits 24 hours', async () => {
    const dono = await pessoa()
    const { confirmacao } = await contatosDe(dono).pedir({ especie: 'emailAlternativo', valor: novoEmail() })
    const codigo = await codigoDe(confirmacao)
    clock.set('2026-11-22T12:00:01Z')
    const body = { login: dono.cadastro.documento, senha }
    const aberta = await ler<{ token: string; sessao: string }>(
      await dono.aparelho.pedir('POST', '/v1/sessoes?entidade=exemplo', { body }),
      201,
    )
    const depois = contatosDe({ ...dono, ...aberta })
    assert.deepEqual((await depois.conta()).pendentes, [])
    await problemaDe(await depois.confirmar(confirmacao, { codigo }), 410)
    clock.set('2026-11-21T12:00:00Z')
  })
})

it('the change is noted by its kind, never by its address', async () => {
  const contatos = contatosDe(await pessoa())
  const { confirmacao } = await contatos.pedir({ especie: 'emailAlternativo', valor: novoEmail() })
  await ler(await contatos.confirmar(confirmacao, { codigo: await codigoDe(confirmacao) }), 200)
  const notas = await platform.db.sql`select dados from auditoria where acao = 'contato.confirmar' order by auditoria_id desc limit 1`
  assert.deepEqual([...notas], [{ dados: { especie: 'emailAlternativo' } }])
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { ConsultaNivel2 } from '../../../../server/contract/consulta.js'
import type { Anteriores, ProtocoloDaConta, Resumo } from '../../../../server/contract/meus.js'
import type { Comprovante } from '../../../../server/contract/protocolos.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, novoCadastro, problemaDe } from '../contas/apoio.js'
import { png } from '../protocolos/apoio.js'
import { montarMeus } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const casa = await montarMeus({ clock })
const { platform, pessoa, novoAparelho, postar, pedir, pedidoDe, abrirComo, abrirSemConta, enviar, listar, contaDe } = casa
const { sql } = platform.db

const abertura = '/v1/entidades/exemplo/protocolos'

describe('an opening by who is signed in', () => {
  it('is shown in the panel of the conta, and audited as its', async () => {
    const quem = await pessoa()
    const { id, numero } = await abrirComo(quem)
    assert.deepEqual(
      (await listar(quem)).protocolos.map((protocolo) => protocolo.numero),
      [numero],
    )
    const [auditada] = await sql`select quem from auditoria where protocolo_id = ${id} and acao = 'protocolo.abrir'`
    assert.equal(auditada?.quem, await contaDe(quem))
  })

  it('is done once however often it is repeated, and a visitor’s same key is another’s', async () => {
    const quem = await pessoa()
    const [body, headers] = [pedidoDe(quem), { 'Idempotency-Key': randomUUID() }]
    const primeiro: Comprovante = await ler(await pedir(quem, 'POST', '/protocolos', { body, headers }), 201)
    assert.deepEqual(await ler(await pedir(quem, 'POST', '/protocolos', { body, headers }), 201), primeiro)
    const deVisitante: Comprovante = await ler(await postar(abertura, body, headers), 201)
    assert.notEqual(deVisitante.numero, primeiro.numero)
    assert.equal((await listar(quem)).protocolos.length, 1)
  })

  it('may be in the name of somebody else', async () => {
    const quem = await pessoa()
    const { nome, documento } = novoCadastro({ nome: 'Avó Exemplo' })
    const { id } = await abrirComo(quem, { requerente: { nome, documento } })
    const visto: ProtocoloDaConta = await ler(await pedir(quem, 'GET', `/protocolos/${id}`), 200)
    assert.equal(visto.requerente, 'Avó Exemplo')
  })

  it('leaves no trace of the conta when it is anonymous', async () => {
    const quem = await pessoa()
    const { id } = await abrirComo(quem, { tipo: 'denuncia', requerente: { anonimo: true } })
    const contaId = await contaDe(quem)
    assert.deepEqual((await listar(quem)).protocolos, [])
    const rastros = await sql`
      select 1 from protocolos where protocolo_id = ${id} and conta_id is not null
      union all select 1 from auditoria where protocolo_id = ${id} and quem = ${contaId}
      union all select 1 from idempotencias where protocolo_id = ${id} and quem = ${contaId}`
    assert.equal(rastros.length, 0)
  })

  it('is refused when the session that came with it is not good: who thinks to be signed in is not made a visitor', async () => {
    const quem = await pessoa()
    const body = pedidoDe(quem)
    const headers = { 'Idempotency-Key': randomUUID() }
    for (const Authorization of ['', 'Bearer abc', `DPoP ${quem.token}`, `DPoP ${'a'.repeat(43)}`]) {
      await problemaDe(await postar(abertura, body, { ...headers, Authorization }), 401)
    }
    await problemaDe(await novoAparelho().pedir('POST', abertura, { body, token: quem.token, headers }), 401)
    assert.deepEqual((await listar(quem)).protocolos, [])
  })
})

describe('protocolos opened before there was a conta', () => {
  type Quem = Parameters<typeof pedir>[0]
  const esperam = async (quem: Quem) => (await ler<Resumo>(await pedir(quem, 'GET', '/meus/resumo'), 200)).anteriores
  const tomar = async (quem: Quem) => (await ler<Anteriores>(await pedir(quem, 'POST', '/meus/anteriores'), 200)).total

  it('wait for the conta with their documento and e-mail, and are taken in once', async () => {
    const cadastro = novoCadastro()
    const aberto = await abrirSemConta({ cadastro })
    await abrirSemConta({ cadastro }, { tipo: 'arvore' })
    const quem = await pessoa(cadastro)
    const antes: Resumo = await ler(await pedir(quem, 'GET', '/meus/resumo'), 200)
    assert.deepEqual([antes.total, antes.anteriores], [0, 2])
    await problemaDe(await pedir(quem, 'GET', `/protocolos/${aberto.id}`), 404)

    assert.equal(await tomar(quem), 2)
    const depois: Resumo = await ler(await pedir(quem, 'GET', '/meus/resumo'), 200)
    assert.deepEqual([depois.total, depois.porSituacao.nao_analisado, depois.anteriores], [2, 2, 0])
    await ler(await pedir(quem, 'GET', `/protocolos/${aberto.id}`), 200)
    assert.equal(await tomar(quem), 0)
    const auditadas = await sql`select dados from auditoria where quem = ${await contaDe(quem)} and acao = 'conta.anteriores'`
    assert.deepEqual(
      auditadas.map(({ dados }) => dados.protocolos.length),
      [2],
    )
  })

  it('wait whatever the case of the e-mail', async () => {
    const cadastro = novoCadastro({ email: 'Nome.Exemplo@exemplo.br' })
    await abrirSemConta({ cadastro: { ...cadastro, email: 'nome.EXEMPLO@exemplo.br' } })
    assert.equal(await esperam(await pessoa(cadastro)), 1)
  })

  it('wait for nobody else: not with the documento alone, nor the e-mail alone, nor with neither', async () => {
    const cadastro = novoCadastro()
    const { nome, documento } = cadastro
    await abrirSemConta({ cadastro: { ...cadastro, email: 'outro@exemplo.br' } })
    await abrirSemConta({ cadastro: { ...cadastro, documento: novoCadastro().documento } })
    await abrirSemConta({ cadastro }, { requerente: { nome, documento } })
    await abrirSemConta({ cadastro }, { tipo: 'denuncia', requerente: { anonimo: true } })
    const quem = await pessoa(cadastro)
    assert.equal(await esperam(quem), 0)
    assert.equal(await tomar(quem), 0)
  })

  it('wait for no conta whose e-mail is not confirmed, and none that another conta has', async () => {
    const cadastro = novoCadastro()
    await abrirSemConta({ cadastro })
    const quem = await pessoa(cadastro)
    await sql`update contas set email = null where documento = ${cadastro.documento}`
    assert.equal(await tomar(quem), 0)
    await sql`update contas set email = ${cadastro.email} where documento = ${cadastro.documento}`
    const outra = await pessoa()
    await sql`update protocolos set conta_id = ${await contaDe(outra)} where requerente_documento = ${cadastro.documento}`
    assert.equal(await tomar(quem), 0)
  })
})

describe('a protocolo of the conta', () => {
  async function comArquivo() {
    const quem = await pessoa()
    const { id: anexo, sha256 } = await enviar()
    const aberto = await abrirComo(quem, { anexos: [{ id: anexo, sha256, documento: 'fotos' }] })
    return { quem, anexo, ...aberto }
  }

  it('shows what number and code show, and what may be done', async () => {
    const { quem, id, numero, codigoAcesso } = await comArquivo()
    const nivel2: ConsultaNivel2 = await ler(await postar('/v1/entidades/exemplo/consulta', { numero, codigo: codigoAcesso }), 200)
    assert.deepEqual(await ler(await pedir(quem, 'GET', `/protocolos/${id}`), 200), {
      ...nivel2,
      id,
      acoes: ['comprovante', 'trocar_codigo', 'mensagem', 'desistir'],
      vistaAte: null,
    })
  })

  it('is not sent again while nothing changes, within a day', async () => {
    const { quem, id } = await comArquivo()
    const headers = { 'If-None-Match': (await pedir(quem, 'GET', `/protocolos/${id}`)).headers.get('ETag') ?? '' }
    assert.equal((await pedir(quem, 'GET', `/protocolos/${id}`, { headers })).status, 304)
    await sql`update protocolos set versao = versao + 1 where protocolo_id = ${id}`
    assert.equal((await pedir(quem, 'GET', `/protocolos/${id}`, { headers })).status, 200)
  })

  it('gives its files, and none of another protocolo', async () => {
    const { quem, id, anexo } = await comArquivo()
    const recebido = await pedir(quem, 'GET', `/protocolos/${id}/anexos/${anexo}`)
    assert.equal(recebido.status, 200)
    assert.match(recebido.headers.get('Content-Disposition') ?? '', /^attachment/)
    assert.deepEqual(Buffer.from(await recebido.arrayBuffer()), png)
    const outro = await comArquivo()
    for (const desconhecido of [outro.anexo, randomUUID(), 'x']) {
      await problemaDe(await pedir(quem, 'GET', `/protocolos/${id}/anexos/${desconhecido}`), 404)
    }
  })

  it('keeps from it what is private', async () => {
    const { quem, id, anexo } = await comArquivo()
    const tramite = randomUUID()
    await sql`
      insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, texto, visibilidade)
      select entidade_id, protocolo_id, ${tramite}, 'despacho', now(), 'Só entre nós.', 'privado' from protocolos where protocolo_id = ${id}`
    await sql`update anexos set tramite_id = ${tramite} where anexo_id = ${anexo}`
    const texto = await (await pedir(quem, 'GET', `/protocolos/${id}`)).text()
    assert.doesNotMatch(texto, new RegExp(`Só entre nós|${anexo}`))
    await problemaDe(await pedir(quem, 'GET', `/protocolos/${id}/anexos/${anexo}`), 404)
  })

  it('gives its comprovante as a PDF', async () => {
    const { quem, id } = await comArquivo()
    const recebido = await pedir(quem, 'GET', `/protocolos/${id}/comprovante`)
    assert.equal(recebido.headers.get('Content-Type'), 'application/pdf')
    assert.match(Buffer.from(await recebido.arrayBuffer()).toString('latin1'), /^%PDF-/)
  })

  it('gets a new access code for who lost it; the old one opens nothing then', async () => {
    const { quem, id, numero, codigoAcesso } = await comArquivo()
    const novo = await ler<{ codigoAcesso: string }>(await pedir(quem, 'POST', `/protocolos/${id}/codigo`), 200)
    const consultar = (codigo: string) => postar('/v1/entidades/exemplo/consulta', { numero, codigo })
    assert.equal((await consultar(novo.codigoAcesso)).status, 200)
    assert.equal((await consultar(codigoAcesso)).status, 404)
    const [auditada] = await sql`select quem from auditoria where protocolo_id = ${id} and acao = 'protocolo.trocar_codigo'`
    assert.equal(auditada?.quem, await contaDe(quem))
  })

  it('answers others, and whoever mistypes, as where there is none', async () => {
    const { id, anexo } = await comArquivo()
    const estranho = await pessoa()
    const corpos = new Set<string>()
    for (const alvo of [id, id.toUpperCase(), randomUUID(), 'x']) {
      for (const [method, path] of [
        ['GET', ''],
        ['GET', `/anexos/${anexo}`],
        ['GET', '/comprovante'],
        ['POST', '/codigo'],
      ] as const) {
        const recebido = await pedir(estranho, method, `/protocolos/${alvo}${path}`)
        assert.equal(recebido.status, 404, `${method} ${alvo}${path}`)
        corpos.add(await recebido.text())
      }
    }
    assert.equal(corpos.size, 1)
  })
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { ConsultaNivel2 } from '../../../../server/contract/consulta.js'
import type { Mensagem } from '../../../../server/contract/mensagens.js'
import type { ProtocoloDaConta } from '../../../../server/contract/meus.js'
import { situacoes } from '../../../../server/domain/situacao.js'
import { tarefas } from '../../../../server/modules/notificacoes/notificacoes.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarGestao } from '../gestao/apoio.js'
import { montarMeus } from '../meus/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, pessoa, postar, pedir, abrirComo, contaDe, trabalhar } = await montarMeus({ clock })
const { sql } = platform.db
type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function comProtocolo() {
  const quem = await pessoa()
  return { quem, ...(await abrirComo(quem)) }
}

function escrever(quem: Pessoa, id: string, texto: unknown, chave: string = randomUUID()) {
  return pedir(quem, 'POST', `/protocolos/${id}/mensagens`, { body: { texto }, headers: { 'Idempotency-Key': chave } })
}

async function ver(quem: Pessoa, id: string): Promise<ProtocoloDaConta> {
  return ler(await pedir(quem, 'GET', `/protocolos/${id}`), 200)
}

async function responder(id: string, texto: string): Promise<void> {
  await sql`
    insert into mensagens (entidade_id, protocolo_id, mensagem_id, de, em, unidade_id, texto)
    select entidade_id, protocolo_id, ${randomUUID()}, 'orgao', ${new Date(clock.now().getTime() + 60_000)}, unidade_id, ${texto} from protocolos where protocolo_id = ${id}`
}

describe('a message about a protocolo of the conta', () => {
  it('is shown with it, oldest first, beside what the unidade answered, and to who has number and code', async () => {
    const { quem, id, numero, codigoAcesso } = await comProtocolo()
    const enviada: Mensagem = await ler(await escrever(quem, id, '  Bom dia.\r\nTudo certo? '), 201)
    assert.deepEqual(
      { ...enviada, id: '' },
      {
        id: '',
        de: 'cidadao',
        em: '2026-11-21T12:00:00.000Z',
        unidade: null,
        texto: 'Bom dia.\nTudo certo?',
        anexos: [],
        lidaEm: null,
      },
    )
    await responder(id, 'Tudo certo.')
    const { mensagens } = await ver(quem, id)
    assert.deepEqual(
      mensagens.map(({ de, unidade, texto }) => [de, unidade, texto]),
      [
        ['cidadao', null, 'Bom dia.\nTudo certo?'],
        ['orgao', 'Obras', 'Tudo certo.'],
      ],
    )
    const nivel2: ConsultaNivel2 = await ler(await postar('/v1/entidades/exemplo/consulta', { numero, codigo: codigoAcesso }), 200)
    assert.deepEqual(nivel2.mensagens, mensagens)
  })

  it('stays out of what the number alone shows', async () => {
    const { quem, id, numero } = await comProtocolo()
    await ler(await escrever(quem, id, 'Segredo meu.'), 201)
    const procurado: { consulta: unknown } = await ler(
      await pedir(await pessoa(), 'GET', `/meus/procura?numero=${encodeURIComponent(numero)}`),
      200,
    )
    assert.doesNotMatch(JSON.stringify(procurado), /Segredo|mensagens/)
  })

  it('changes the protocolo: open pages hear, and what a page kept of it is old', async () => {
    const { quem, id } = await comProtocolo()
    const antes = (await pedir(quem, 'GET', `/protocolos/${id}`)).headers.get('ETag') ?? ''
    const [{ ultimo } = { ultimo: 0 }] = await sql<
      { ultimo: number }[]
    >`select max(evento_id) as ultimo from eventos where protocolo_id = ${id}`
    await ler(await escrever(quem, id, 'Bom dia.'), 201)
    assert.equal((await pedir(quem, 'GET', `/protocolos/${id}`, { headers: { 'If-None-Match': antes } })).status, 200)
    const eventos = await sql`select from eventos where protocolo_id = ${id} and evento_id > ${ultimo}`
    assert.equal(eventos.length, 1)
  })

  it('is audited, and told to the box of the unidade that holds it, with neither who wrote nor what', async () => {
    const { quem, id, numero } = await comProtocolo()
    const { id: mensagem } = await ler<Mensagem>(await escrever(quem, id, 'Segredo meu.'), 201)
    const auditadas = await sql`select quem, dados from auditoria where protocolo_id = ${id} and acao = 'protocolo.mensagem'`
    assert.deepEqual([...auditadas], [{ quem: await contaDe(quem), dados: { mensagem } }])

    clock.set('2026-11-21T12:10:00Z')
    await trabalhar('juntar_avisos')
    const [email] =
      await sql`select entidade_id, email_id, para from emails where protocolo_id = ${id} and especie = 'andamento-na-unidade'`
    assert.equal(email?.para, 'obras@exemplo.br')
    await tarefas(platform).enviar_email?.({ entidadeId: email?.entidade_id, emailId: email?.email_id })
    const [enviado] = await sql`select conteudo from emails where email_id = ${email?.email_id}`
    assert.equal(enviado?.conteudo.assunto, `Nova mensagem: ${numero}`)
    assert.match(enviado?.conteudo.texto, /Nova mensagem para Obras/)
    assert.doesNotMatch(JSON.stringify(enviado?.conteudo), new RegExp(`Segredo|Helena|${quem.cadastro.documento}`))
    clock.set('2026-11-21T12:00:00Z')
  })

  it('is sent once however often it is repeated; its key serves no other words', async () => {
    const { quem, id } = await comProtocolo()
    const chave = randomUUID()
    const primeira: Mensagem = await ler(await escrever(quem, id, 'Bom dia.', chave), 201)
    const repetidas = await Promise.all([escrever(quem, id, 'Bom dia. ', chave), escrever(quem, id, 'Bom dia.', chave)])
    for (const repetida of repetidas) assert.deepEqual(await ler(repetida, 201), primeira)
    assert.equal((await problemaDe(await escrever(quem, id, 'Boa noite.', chave), 422)).codigo, 'chave_reutilizada')
    assert.equal((await ver(quem, id)).mensagens.length, 1)
    assert.equal((await sql`select from avisos where protocolo_id = ${id}`).length, 1)
  })

  it('is sent once when it comes twice at the same moment', async () => {
    const { quem, id } = await comProtocolo()
    const chave = randomUUID()
    const ids = await Promise.all([1, 2, 3].map(async () => (await ler<Mensagem>(await escrever(quem, id, 'Bom dia.', chave), 201)).id))
    assert.equal(new Set(ids).size, 1)
  })

  it('is taken while the protocolo is open, as its acoes say, and refused once it ended; a repeated one is still answered', async () => {
    const { quem, id } = await comProtocolo()
    const chave = randomUUID()
    await ler(await escrever(quem, id, 'Antes.', chave), 201)
    for (const situacao of situacoes) {
      await sql`update protocolos set situacao = ${situacao}, resultado = ${situacao === 'encerrado' ? 'atendido' : null} where protocolo_id = ${id}`
      const pode = (await ver(quem, id)).acoes.includes('mensagem')
      assert.equal(pode, situacao !== 'encerrado' && situacao !== 'cancelado')
      assert.equal((await escrever(quem, id, `Em ${situacao}.`)).status, pode ? 201 : 409, situacao)
      assert.equal((await escrever(quem, id, 'Antes.', chave)).status, 201, situacao)
    }
  })

  it('is refused beside the field when it says nothing or too much', async () => {
    const { quem, id } = await comProtocolo()
    for (const texto of ['', ' \n ', 'a'.repeat(2001)]) {
      const { codigo, campos } = await problemaDe(await escrever(quem, id, texto), 422)
      assert.deepEqual([codigo, campos?.map(({ caminho }) => caminho)], ['campos_invalidos', ['texto']])
    }
    await problemaDe(await pedir(quem, 'POST', `/protocolos/${id}/mensagens`, { body: { texto: 'Sem chave.' } }), 400)
    assert.deepEqual((await ver(quem, id)).mensagens, [])
  })

  it('is of nobody else’s protocolo, nor of one that is not there', async () => {
    const { id } = await comProtocolo()
    const estranho = await pessoa()
    for (const alvo of [id, id.toUpperCase(), randomUUID(), 'x']) {
      assert.equal((await problemaDe(await escrever(estranho, alvo, 'Bom dia.'), 404)).codigo, 'protocolo_nao_encontrado')
    }
  })

  it('is told to no box where the unidade has none', async () => {
    const { quem, id } = await comProtocolo()
    await sql`update protocolos set unidade_id = (select unidade_id from unidades where codigo = 'camara' and entidade_id = protocolos.entidade_id) where protocolo_id = ${id}`
    await ler(await escrever(quem, id, 'Bom dia.'), 201)
    assert.equal((await sql`select from avisos where protocolo_id = ${id}`).length, 0)
  })
})

describe('messages of one person', () => {
  it('are refused past ten in ten minutes, for each costs an e-mail; one repeated counts once, and another person writes on', async () => {
    const limitada = await montarMeus({ clock, config: { limits: true } })
    const [eu, outro] = [await limitada.pessoa(), await limitada.pessoa()]
    const enviar = async (quem: Pessoa, id: string, chave: string = randomUUID()) =>
      limitada.pedir(quem, 'POST', `/protocolos/${id}/mensagens`, {
        body: { texto: 'Bom dia.' },
        headers: { 'Idempotency-Key': chave },
      })
    const chave = randomUUID()
    const [meu, dele] = [await limitada.abrirComo(eu), await limitada.abrirComo(outro)]
    for (let n = 0; n < 20; n++) await ler(await enviar(eu, meu.id, chave), 201)
    for (let n = 1; n < 10; n++) await ler(await enviar(eu, meu.id), 201)
    const recusada = await enviar(eu, meu.id)
    assert.equal(recusada.headers.get('Retry-After'), '600')
    assert.equal((await problemaDe(recusada, 429)).codigo, 'muitas_tentativas')
    await ler(await enviar(eu, meu.id, chave), 201)
    await ler(await enviar(outro, dele.id), 201)
    const { mensagens }: ProtocoloDaConta = await ler(await limitada.pedir(eu, 'GET', `/protocolos/${meu.id}`), 200)
    assert.equal(mensagens.length, 10)
  })
})

describe('messages of an official', () => {
  it('are counted for each protocolo: who answers many people is not held up', async () => {
    const limitada = await montarGestao({ clock, config: { limits: true } })
    const [dono, atendente] = [await limitada.pessoa(), await limitada.oficial({ obras: 'atendente' })]
    const [um, outro] = [await limitada.abrirComo(dono), await limitada.abrirComo(dono)]
    const enviar = (id: string) =>
      limitada.pedir(atendente, 'POST', `/gestao/protocolos/${id}/mensagens`, {
        body: { texto: 'Bom dia.' },
        headers: { 'Idempotency-Key': randomUUID() },
      })
    for (let n = 0; n < 10; n++) await ler(await enviar(um.id), 201)
    assert.equal((await enviar(um.id)).status, 429)
    await ler(await enviar(outro.id), 201)
  })
})

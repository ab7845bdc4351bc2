import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Mensagem } from '../../../../server/contract/mensagens.js'
import type { ProtocoloDaConta, Resumo } from '../../../../server/contract/meus.js'
import { enviarMensagem, marcarLidas } from '../../../../server/modules/mensagens/mensagens.js'
import type { Oficial } from '../../../../server/modules/tramitacao/tramitacao.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarPendencias } from '../pendencias/apoio.js'
import { png } from '../protocolos/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const casa = await montarPendencias({ clock })
const { platform, entidade, pessoa, pedir, enviar, oficial, colocar, ator, comPendencias, comCodigo, ver } = casa
type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function anexo() {
  const { id, sha256 } = await enviar()
  return { id, sha256 }
}

const escrever = (quem: Pessoa, id: string, body: object, chave: string = randomUUID()) =>
  pedir(quem, 'POST', `/protocolos/${id}/mensagens`, { body, headers: { 'Idempotency-Key': chave } })

const doOrgao = (protocoloId: string, texto: string, de: Oficial = ator, anexos: { id: string; sha256: string }[] = []) =>
  enviarMensagem(platform, entidade, de, { protocoloId, pedido: { texto, anexos }, chave: randomUUID() })

async function novas(quem: Pessoa): Promise<number> {
  return (await ler<Resumo>(await pedir(quem, 'GET', '/meus/resumo'), 200)).mensagens
}

const marcar = (quem: Pessoa, id: string, ate: string) => pedir(quem, 'POST', `/protocolos/${id}/mensagens/lidas`, { body: { ate } })

describe('a file in a message', () => {
  it('is taken from one side and read by both, by number and code too, and is no file of the opening', async () => {
    const { quem, id, numero, codigo } = await comPendencias([])
    const [meu, deles] = [await anexo(), await anexo()]
    await ler(await escrever(quem, id, { texto: 'Segue a foto.', anexos: [meu] }), 201)
    await doOrgao(id, 'Segue o croqui.', ator, [deles])
    const { mensagens, anexos } = await ver(quem, id)
    assert.deepEqual([mensagens.map((uma) => uma.anexos.map((um) => um.id)), anexos], [[[meu.id], [deles.id]], []])
    for (const { id: qual } of [meu, deles]) {
      for (const resposta of [
        await pedir(quem, 'GET', `/protocolos/${id}/anexos/${qual}`),
        await comCodigo(`/anexos/${qual}`, { numero, codigo }),
      ]) {
        assert.equal(resposta.status, 200)
        assert.deepEqual(Buffer.from(await resposta.arrayBuffer()), Buffer.from(png))
      }
      const estranho = await pedir(await pessoa(), 'GET', `/protocolos/${id}/anexos/${qual}`)
      assert.equal(estranho.status, 404)
    }
  })

  it('is one that nothing has taken, of who sent it, and ten of them at most', async () => {
    const { quem, id } = await comPendencias([])
    const usado = await anexo()
    await ler(await escrever(quem, id, { texto: 'Segue.', anexos: [usado] }), 201)
    const alheio = { ...(await anexo()), sha256: 'b'.repeat(64) }
    for (const anexos of [[usado], [alheio]]) {
      assert.equal((await problemaDe(await escrever(quem, id, { texto: 'Segue.', anexos }), 422)).codigo, 'anexo_desconhecido')
    }
    const muitos = Array.from({ length: 11 }, () => ({ id: randomUUID(), sha256: 'c'.repeat(64) }))
    const { campos } = await problemaDe(await escrever(quem, id, { texto: 'Segue.', anexos: muitos }), 422)
    assert.deepEqual(
      campos?.map(({ caminho }) => caminho),
      ['anexos'],
    )
    assert.equal((await ver(quem, id)).mensagens.length, 1)
  })

  it('is part of what is repeated: the same key serves no other file', async () => {
    const { quem, id } = await comPendencias([])
    const chave = randomUUID()
    const corpo = { texto: 'Segue.', anexos: [await anexo()] }
    const enviada: Mensagem = await ler(await escrever(quem, id, corpo, chave), 201)
    assert.deepEqual(await ler(await escrever(quem, id, corpo, chave), 201), enviada)
    assert.equal((await problemaDe(await escrever(quem, id, { texto: 'Segue.' }, chave), 422)).codigo, 'chave_reutilizada')
  })
})

describe('by number and code', () => {
  it('who has no conta writes, reads and marks as read', async () => {
    const { numero, codigo, quem, id } = await comPendencias([])
    const chave = randomUUID()
    const corpo = { numero, codigo, texto: 'Bom dia.' }
    const enviada: Mensagem = await ler(await comCodigo('/mensagens', corpo, chave), 201)
    assert.deepEqual(await ler(await comCodigo('/mensagens', corpo, chave), 201), enviada)
    assert.deepEqual([enviada.de, enviada.unidade], ['cidadao', null])
    const resposta = await doOrgao(id, 'Bom dia!')
    assert.deepEqual(await ler(await comCodigo('/mensagens/lidas', { numero, codigo, ate: resposta.id }), 200), { lidas: 1 })
    assert.deepEqual(
      (await ver(quem, id)).mensagens.map(({ lidaEm }) => lidaEm !== null),
      [false, true],
    )
  })

  it('a wrong code writes nothing and marks nothing', async () => {
    const { numero, quem, id } = await comPendencias([])
    const { id: ate } = await doOrgao(id, 'Bom dia!')
    const chave = { numero, codigo: 'K7QF-2M9T-XB4H' }
    assert.equal((await problemaDe(await comCodigo('/mensagens', { ...chave, texto: 'Oi.' }), 404)).codigo, 'protocolo_nao_encontrado')
    await problemaDe(await comCodigo('/mensagens/lidas', { ...chave, ate }), 404)
    assert.deepEqual(
      (await ver(quem, id)).mensagens.map(({ lidaEm }) => lidaEm),
      [null],
    )
  })
})

describe('what an official writes', () => {
  it('is told to the requerente in the name of the unidade, and to nobody who does not hold the protocolo', async () => {
    const { quem, id } = await comPendencias([])
    const enviada = await doOrgao(id, 'Marcamos a vistoria.')
    assert.deepEqual([enviada.de, enviada.unidade, enviada.lidaEm], ['orgao', 'Obras', null])
    assert.equal(await novas(quem), 1)
    const avisos = await platform.db.sql`select para from avisos where protocolo_id = ${id} and novidade = 'mensagem'`
    assert.deepEqual(
      avisos.map(({ para }) => para),
      [quem.cadastro.email.toLowerCase()],
    )
    const { ator: daCamara } = await oficial({ camara: 'gestor' })
    await assert.rejects(doOrgao(id, 'Não é meu.', daCamara), { codigo: 'protocolo_nao_encontrado' })
    await colocar(id, 'encerrado')
    await assert.rejects(doOrgao(id, 'Tarde.'), { codigo: 'acao_indisponivel' })
  })
})

describe('a read mark', () => {
  it('is set by the other side alone, up to what it saw, and counts down what is new', async () => {
    const { quem, id } = await comPendencias([])
    const primeira = await doOrgao(id, 'Um.')
    clock.set('2026-11-21T12:01:00Z')
    const segunda = await doOrgao(id, 'Dois.')
    const minha: Mensagem = await ler(await escrever(quem, id, { texto: 'Três.' }), 201)
    assert.equal(await novas(quem), 2)
    assert.deepEqual(await ler(await marcar(quem, id, primeira.id), 200), { lidas: 1 })
    assert.equal(await novas(quem), 1)
    assert.deepEqual(await ler(await marcar(quem, id, segunda.id), 200), { lidas: 1 })
    assert.deepEqual(await ler(await marcar(quem, id, segunda.id), 200), { lidas: 0 })
    assert.deepEqual(await marcarLidas(platform, entidade, ator, id, minha.id), { lidas: 1 })
    const { mensagens } = await ver(quem, id)
    assert.ok(mensagens.every(({ lidaEm }) => lidaEm === '2026-11-21T12:01:00.000Z'))
    clock.set('2026-11-21T12:00:00Z')
  })

  it('is seen by who has the page, and gets into nobody’s way', async () => {
    const { quem, id } = await comPendencias([])
    const { id: ate } = await ler<Mensagem>(await escrever(quem, id, { texto: 'Leu?' }), 201)
    const etag = (await pedir(quem, 'GET', `/protocolos/${id}`)).headers.get('ETag') ?? ''
    const [{ versao: antes } = { versao: 0 }] = await platform.db.sql`select versao from protocolos where protocolo_id = ${id}`
    await marcarLidas(platform, entidade, ator, id, ate)
    const depois = await pedir(quem, 'GET', `/protocolos/${id}`, { headers: { 'If-None-Match': etag } })
    const { mensagens }: ProtocoloDaConta = await ler(depois, 200)
    assert.notEqual(mensagens[0]?.lidaEm, null)
    const [{ versao } = { versao: 0 }] = await platform.db.sql`select versao from protocolos where protocolo_id = ${id}`
    assert.equal(versao, antes)
  })

  it('is nobody else’s to set', async () => {
    const { quem, id } = await comPendencias([])
    const { id: ate } = await doOrgao(id, 'Bom dia!')
    assert.equal((await problemaDe(await marcar(await pessoa(), id, ate), 404)).codigo, 'protocolo_nao_encontrado')
    const outro = await comPendencias([])
    assert.deepEqual(await ler(await marcar(outro.quem, outro.id, ate), 200), { lidas: 0 })
    assert.equal(await novas(quem), 1)
  })
})

describe('the officials’ routes', () => {
  it('write for the unidade and mark what the requerente wrote, for who sees the protocolo', async () => {
    const { quem, id } = await comPendencias([])
    const gestora = await oficial({ obras: 'gestor' })
    const deFora = await oficial({ camara: 'gestor' })
    const headers = () => ({ 'Idempotency-Key': randomUUID() })
    const enviar = (de: Pessoa, texto: string) =>
      pedir(de, 'POST', `/gestao/protocolos/${id}/mensagens`, { body: { texto }, headers: headers() })
    const enviada: Mensagem = await ler(await enviar(gestora, 'Marcamos a vistoria.'), 201)
    assert.deepEqual([enviada.de, enviada.unidade], ['orgao', 'Obras'])
    assert.equal((await problemaDe(await enviar(deFora, 'Não é meu.'), 404)).codigo, 'protocolo_nao_encontrado')
    const minha: Mensagem = await ler(await escrever(quem, id, { texto: 'Obrigada.' }), 201)
    const lidas = (de: Pessoa) => pedir(de, 'POST', `/gestao/protocolos/${id}/mensagens/lidas`, { body: { ate: minha.id } })
    await problemaDe(await lidas(deFora), 404)
    const dePassagem = await oficial({ geral: 'gestor', camara: 'administrador' })
    assert.deepEqual(await ler(await lidas(dePassagem), 200), { lidas: 0 }, 'who may read it and does not hold it marks nothing')
    assert.deepEqual(await ler(await lidas(gestora), 200), { lidas: 1 })
    assert.deepEqual(await ler(await lidas(gestora), 200), { lidas: 0 })
  })
})

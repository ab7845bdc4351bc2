import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Comprovante } from '../../../../server/contract/protocolos.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarGestao } from './apoio.js'

const clock = fixedClock('2026-11-23T12:00:00Z')
const { platform, oficial, pessoa, pedir, postar, enviar, listar } = await montarGestao({ clock, config: { proofOfWork: 1000 } })
const { sql } = platform.db
const atendente = await oficial({ geral: 'atendente' })
const daObra = await oficial({ obras: 'gestor' })

const pedidoDoBalcao = {
  canal: 'balcao',
  tipo: 'buraco',
  respostas: { risco: false },
  requerente: { nome: 'Marta Exemplo', documento: '111.444.777-35', email: 'marta@exemplo.br', telefone: '(19) 91234-5678' },
  anexos: [],
}

function abrir(mudancas: object = {}, chave: string = randomUUID()) {
  const headers = { 'Idempotency-Key': chave }
  return pedir(atendente, 'POST', '/gestao/protocolos', { body: { ...pedidoDoBalcao, ...mudancas }, headers })
}

describe('an opening for somebody at the counter or on the phone', () => {
  it('issues the number and the access code, which open it like any other', async () => {
    const { id: anexo, sha256 } = await enviar()
    const aberto: Comprovante = await ler(await abrir({ anexos: [{ id: anexo, sha256, documento: 'fotos' }] }), 201)
    assert.equal(aberto.anexos[0]?.id, anexo)
    assert.equal((await postar('/v1/entidades/exemplo/consulta', { numero: aberto.numero, codigo: aberto.codigoAcesso })).status, 200)
  })

  it('keeps who opened it and how the person came, in the row, the history and the audit', async () => {
    const { id } = await ler<Comprovante>(await abrir({ canal: 'telefone' }), 201)
    const [linha] = await sql`
      select p.canal, p.aberto_por, p.conta_id, t.autor_id, a.quem, a.dados->>'canal' as auditado
        from protocolos p join tramites t using (entidade_id, protocolo_id) join auditoria a using (entidade_id, protocolo_id)
       where p.protocolo_id = ${id} and a.acao = 'protocolo.abrir'`
    const { contaId } = atendente
    assert.deepEqual(linha, {
      canal: 'telefone',
      aberto_por: contaId,
      conta_id: null,
      autor_id: contaId,
      quem: contaId,
      auditado: 'telefone',
    })
  })

  it('shows in no panel of the official', async () => {
    const antes = (await listar(atendente)).protocolos.length
    await ler(await abrir(), 201)
    assert.equal((await listar(atendente)).protocolos.length, antes)
  })

  it('tells whoever left an e-mail, and the unidade', async () => {
    const emailsDe = async (id: string) =>
      (await sql`select especie, para from emails where protocolo_id = ${id} order by especie`).map(({ especie, para }) => [especie, para])
    const { id } = await ler<Comprovante>(await abrir(), 201)
    assert.deepEqual(await emailsDe(id), [
      ['abertura', 'marta@exemplo.br'],
      ['nova-abertura', 'obras@exemplo.br'],
    ])
    const { nome, documento } = pedidoDoBalcao.requerente
    const sem = await ler<Comprovante>(await abrir({ requerente: { nome, documento } }), 201)
    assert.deepEqual(await emailsDe(sem.id), [['nova-abertura', 'obras@exemplo.br']])
  })

  it('repeated with the same key is the same one; with another content it is refused', async () => {
    const chave = randomUUID()
    const primeira = await ler(await abrir({}, chave), 201)
    assert.deepEqual(await ler(await abrir({}, chave), 201), primeira)
    assert.equal((await problemaDe(await abrir({ canal: 'telefone' }, chave), 422)).codigo, 'chave_reutilizada')
  })

  it('is checked as any other, and tells all that is wrong', async () => {
    const requerente = { nome: '', documento: '111.444.777-36' }
    const { campos = [] } = await problemaDe(await abrir({ respostas: {}, requerente }), 422)
    assert.deepEqual(campos.map(({ caminho }) => caminho).sort(), ['requerente.documento', 'requerente.nome', 'respostas.risco'])
    assert.equal((await problemaDe(await abrir({ tipo: 'nenhum' }), 404)).codigo, 'tipo_desconhecido')
  })

  it('has its comprovante where the official sees it', async () => {
    const { id } = await ler<Comprovante>(await abrir(), 201)
    const recebido = await pedir(daObra, 'GET', `/gestao/protocolos/${id}/comprovante`)
    assert.match(Buffer.from(await recebido.arrayBuffer()).toString('latin1'), /^%PDF-/)
    const [linha] = await sql`select canal from protocolos where protocolo_id = ${id}`
    assert.equal(linha?.canal, 'balcao')
  })

  it('is not for who works nowhere', async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    await problemaDe(await pedir(await pessoa(), 'POST', '/gestao/protocolos', { body: pedidoDoBalcao, headers }), 403)
  })
})

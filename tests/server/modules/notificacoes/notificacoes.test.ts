import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, beforeEach, describe, it } from 'node:test'
import type { PedidoDeAbertura } from '../../../../server/contract/protocolos.js'
import { buscarEntidade, importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { umaLinha } from '../../../../server/modules/notificacoes/carta.js'
import { tarefas } from '../../../../server/modules/notificacoes/notificacoes.js'
import { abrirProtocolo } from '../../../../server/modules/protocolos/protocolos.js'
import { createMail } from '../../../../server/platform/mail.js'
import { fixedClock, testPlatform } from '../../helpers/platform.js'
import { startMailServer } from './correio-de-teste.js'

const arquivo = JSON.parse(readFileSync(new URL('../../../../demo/entidades/vila-serena.json', import.meta.url), 'utf8'))
const clock = fixedClock('2026-11-12T17:32:00Z')
const correio = await startMailServer()
const sender = 'Protocolo <nao-responda@protocolo.exemplo.br>'
const mail = createMail({ smtpUrl: correio.url, sender })
const platform = await testPlatform({
  clock,
  mail,
  config: { sender, proofOfWork: 0, limits: false, address: 'https://protocolo.exemplo.br' },
})
const { sql } = platform.db
const jobs = tarefas(platform)
await importarEntidade(platform, arquivo)
const entidade = await buscarEntidade(platform, 'vila-serena')
assert.ok(entidade)
const entidadeId = entidade.id
after(() => correio.stop())

beforeEach(async () => {
  correio.clear()
  clock.set('2026-11-12T17:32:00Z')
  await sql`delete from emails`
})

const cpf = '111.444.777-35'
const pedido: PedidoDeAbertura = {
  tipo: 'outros',
  respostas: { motivo: 'Preciso de ajuda.' },
  requerente: { nome: 'Helena Exemplo', documento: cpf, email: 'helena@exemplo.br' },
  anexos: [],
  ciencia: arquivo.avisoDePrivacidade.versao,
}

async function open(changes: Partial<PedidoDeAbertura> = {}) {
  assert.ok(entidade)
  const aberto = { pedido: { ...pedido, ...changes }, chave: randomUUID(), prova: undefined, endereco: '203.0.113.1' }
  return abrirProtocolo(platform, entidade, aberto)
}

async function owed(especie: string) {
  return sql<
    { email_id: string; para: string; enviado_em: Date | null; conteudo: { assunto: string; texto: string; html: string } | null }[]
  >`
    select email_id, para, enviado_em, conteudo from emails where especie = ${especie} order by criado_em, para`
}

async function send(especie: string) {
  for (const { email_id } of await owed(especie)) await jobs.enviar_email?.({ entidadeId, emailId: email_id })
}

async function remind(documento: string) {
  await jobs.enviar_lembrete?.({ entidadeId, documento: documento.replace(/\D/g, '') })
  await send('lembrete')
}

function only<T>(items: readonly T[]): T {
  assert.equal(items.length, 1)
  const [item] = items
  assert.ok(item)
  return item
}

describe('the e-mail of an opening', () => {
  it('tells number, moment, tipo, unidade, deadline and where to follow, in text and in HTML, accents intact', async () => {
    const { numero, codigoAcesso, consulta } = await open()
    await send('abertura')
    const email = only(correio.received)
    assert.equal(email.subject, `Recebemos o seu pedido: ${numero}`)
    assert.deepEqual(email.from?.name, 'Prefeitura Municipal de Vila Serena')
    assert.equal(email.from?.address, 'nao-responda@protocolo.exemplo.br')
    assert.equal(email.to?.[0]?.address, 'helena@exemplo.br')
    const { text = '', html = '' } = email
    for (const part of [
      numero,
      '12/11/2026, 14h32',
      'Outros',
      'Protocolo Geral',
      '14/12/2026',
      'por segurança não vai por e-mail',
      'Encarregada Exemplo Pereira',
      'Praça da Matriz',
    ]) {
      assert.ok(text.includes(part), `${part} in the text`)
      assert.ok(html.includes(part), `${part} in the HTML`)
    }
    assert.ok(text.includes(consulta))
    assert.ok(html.includes(consulta.replaceAll('&', '&amp;')))
    for (const secret of [codigoAcesso, codigoAcesso.replaceAll('-', '')]) assert.ok(!correio.raw.join().includes(secret))
  })

  it('says nothing that was typed in the form: the address may be a stranger’s', async () => {
    await open({
      requerente: { nome: 'Ganhe dinheiro em www.golpe.exemplo', documento: cpf, email: 'vitima@exemplo.br' },
      respostas: { motivo: 'clique já' },
    })
    await send('abertura')
    const { text = '', html = '' } = only(correio.received)
    for (const typed of ['golpe', 'clique já', '111']) assert.ok(!(text + html).includes(typed), typed)
  })

  it('is sent once when its job runs twice, one after the other or together', async () => {
    await open()
    await send('abertura')
    await send('abertura')
    assert.equal(correio.received.length, 1)

    correio.clear()
    await sql`delete from emails`
    await open()
    const { email_id: emailId } = only(await owed('abertura'))
    let second: PromiseSettledResult<unknown>[] = []
    correio.onMessage(async () => {
      second = await Promise.allSettled([jobs.enviar_email?.({ entidadeId, emailId })])
    })
    await jobs.enviar_email?.({ entidadeId, emailId })
    assert.equal(correio.received.length, 1)
    assert.equal(only(second).status, 'rejected', 'the second run is tried again later, in case the first one dies')
    await jobs.enviar_email?.({ entidadeId, emailId })
    assert.equal(correio.received.length, 1)
  })

  it('is tried again when the mail server refuses, with the same Message-ID', async () => {
    await open()
    correio.refuse(true)
    await assert.rejects(send('abertura'))
    assert.equal(only(await owed('abertura')).enviado_em, null)
    correio.refuse(false)
    await send('abertura')
    const { email_id, enviado_em } = only(await owed('abertura'))
    assert.deepEqual(enviado_em, clock.now())
    assert.equal(only(correio.received).messageId, `<${email_id}@protocolo.exemplo.br>`)
  })

  it('is not tried again where there is no such mailbox, and says nothing of it to others', async () => {
    await open({ requerente: { nome: 'Helena Exemplo', documento: cpf, email: 'enganada@exemplo.br' } })
    correio.unknown('enganada@exemplo.br')
    await send('abertura')
    const [linha] = await sql`select enviado_em, recusado_em from emails where especie = 'abertura'`
    assert.deepEqual({ ...linha }, { enviado_em: null, recusado_em: clock.now() })
    correio.unknown('')
    await send('abertura')
    assert.deepEqual(correio.received, [])
  })

  it('leaves out the tipo of a sealed matter', async () => {
    await open({ tipo: 'denuncia', respostas: { relato: 'Vi uma coisa muito errada na obra.' } })
    await send('abertura')
    const { text = '', html = '', subject = '' } = only(correio.received)
    assert.ok(!`${text}${html}${subject}`.includes('Denúncia'))
  })

  it('tells the unidade’s box of a new filing, without personal data', async () => {
    const { numero } = await open()
    await send('nova-abertura')
    const { subject, text = '', html = '', to } = only(correio.received)
    assert.equal(subject, `Novo pedido: ${numero}`)
    assert.equal(to?.[0]?.address, 'protocolo.geral@vilaserena.exemplo.br')
    for (const personal of ['Helena', 'helena@', '444', 'Preciso de ajuda']) assert.ok(!(text + html).includes(personal))
  })

  it('keeps markup and header lines of an entidade’s names as the text they are', async () => {
    const hostil = structuredClone(arquivo)
    hostil.nome = 'Prefeitura "A" <script>alert(1)</script>'
    hostil.tipos[0].nome = 'ITBI <img src=x onerror=alert(1)> Bcc: outra@exemplo.br'
    hostil.tipos[0].campos = []
    hostil.tipos[0].documentos = []
    hostil.codigo = 'hostil'
    await importarEntidade(platform, hostil)
    const outra = await buscarEntidade(platform, 'hostil')
    assert.ok(outra)
    const { numero } = await abrirProtocolo(platform, outra, {
      pedido: { ...pedido, tipo: hostil.tipos[0].codigo, respostas: {} },
      chave: randomUUID(),
      prova: undefined,
      endereco: '203.0.113.1',
    })
    const { email_id: emailId } = only(await owed('abertura'))
    await jobs.enviar_email?.({ entidadeId: outra.id, emailId })
    const { html = '', subject, headers, to, bcc } = only(correio.received)
    assert.equal(subject, `Recebemos o seu pedido: ${numero}`)
    assert.ok(!html.includes('<script') && !html.includes('<img'))
    assert.ok(html.includes('&lt;img src=x'))
    assert.equal(to?.length, 1)
    assert.equal(bcc, undefined)
    assert.ok(!headers.some(({ key }) => key === 'bcc'))
  })

  it('has a subject of one line, whatever it holds', () => {
    assert.equal(umaLinha('ITBI\u202e\r\nBcc: outra@exemplo.br\u2028'), 'ITBI Bcc: outra@exemplo.br')
  })

  it('is kept where there is no SMTP', async () => {
    await open()
    const { email_id: emailId } = only(await owed('abertura'))
    const semCorreio = { ...platform, mail: createMail({ sender: 'Protocolo <nao-responda@exemplo.br>' }) }
    await tarefas(semCorreio).enviar_email?.({ entidadeId, emailId })
    const { enviado_em, conteudo } = only(await owed('abertura'))
    assert.ok(enviado_em)
    assert.match(conteudo?.html ?? '', /<html lang="pt-BR">/)
    assert.match(conteudo?.assunto ?? '', /^Recebemos/)
    assert.equal(correio.received.length, 0)
  })
})

describe('the reminder of one’s protocolos', () => {
  it('goes to each address on file with the protocolos of that address alone', async () => {
    const documento = '529.982.247-25'
    const requerente = { nome: 'Pessoa Exemplo', documento }
    const um = await open({ requerente: { ...requerente, email: 'Um@Exemplo.br' } })
    const dois = await open({ requerente: { ...requerente, email: 'dois@exemplo.br' } })
    const sigiloso = await open({
      tipo: 'denuncia',
      respostas: { relato: 'Vi uma coisa muito errada na obra.' },
      requerente: { ...requerente, email: 'um@exemplo.br' },
    })
    const deOutra = await open({ requerente: { nome: 'Outra', documento: cpf, email: 'um@exemplo.br' } })
    await remind(documento)
    assert.deepEqual(correio.received.map(({ to }) => to?.[0]?.address?.toLowerCase()).sort(), ['dois@exemplo.br', 'um@exemplo.br'])
    for (const { to, text = '', html = '' } of correio.received) {
      const deles = to?.[0]?.address === 'dois@exemplo.br' ? [dois] : [um, sigiloso]
      for (const aberto of [um, dois, sigiloso, deOutra]) {
        assert.equal(text.includes(aberto.numero), deles.includes(aberto), aberto.numero)
        assert.equal(html.includes(aberto.numero), deles.includes(aberto), aberto.numero)
      }
      assert.ok(!text.includes('Denúncia'))
      assert.match(text, /Aberto em 12\/11\/2026, 14h32 · Não analisado/)
    }
  })

  it('goes at most once in ten minutes to an address', async () => {
    const documento = '390.533.447-05'
    await open({ requerente: { nome: 'Pessoa Exemplo', documento, email: 'tres@exemplo.br' } })
    await Promise.all([remind(documento), remind(documento)].map((run) => run.catch(() => undefined)))
    await send('lembrete')
    clock.set('2026-11-12T17:41:59Z')
    await remind(documento)
    assert.equal(correio.received.length, 1)
    clock.set('2026-11-12T17:42:01Z')
    await remind(documento)
    assert.equal(correio.received.length, 2)
  })

  it('is nothing where nothing is on file', async () => {
    await remind('012.345.678-90')
    assert.equal(correio.received.length, 0)
    assert.equal((await owed('lembrete')).length, 0)
  })
})

it('an e-mail about a conta is not written from less than it needs, and stays owed', async () => {
  const [email] = await sql`
    insert into emails (entidade_id, email_id, especie, para, dados, criado_em)
    values (${entidadeId}, ${randomUUID()}, 'senha', 'alguem@exemplo.br', '{"envio": 1, "usuario": null}', now()) returning email_id`
  await assert.rejects(async () => jobs.enviar_email?.({ entidadeId, emailId: email?.email_id }), /confirmacao/)
  assert.equal(only(await owed('senha')).enviado_em, null)
})

it('a job with another payload is refused', async () => {
  await assert.rejects(async () => jobs.enviar_email?.({ entidadeId: 'x', emailId: "'; drop table emails" }))
})

import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { runOnce } from 'graphile-worker'
import type { EspecieDeTramite } from '../../../../server/contract/especies.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { type Andamento, avisarAndamento, limparAvisos } from '../../../../server/modules/notificacoes/andamento.js'
import { startJobs } from '../../../../server/platform/jobs.js'
import { workerLogger } from '../../../../server/platform/jobs-log.js'
import { createLog } from '../../../../server/platform/log.js'
import { createMail } from '../../../../server/platform/mail.js'
import { tarefas } from '../../../../server/tarefas.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'
import { startMailServer } from './correio-de-teste.js'

const clock = fixedClock()
const correio = await startMailServer()
const sender = 'Protocolo <nao-responda@protocolo.exemplo.br>'
const mail = createMail({ smtpUrl: correio.url, sender })
const { platform, pessoa, abrirComo, abrirSemConta } = await montarMeus({ clock, mail, config: { sender } })
const { sql } = platform.db
const entidade = await buscarEntidade(platform, 'exemplo')
assert.ok(entidade)
after(() => correio.stop())

const aberto = '2026-11-23T12:00:00Z'
/** Minutes after the opening. */
const passaram = (minutos: number, segundos = 0) => clock.set(new Date(Date.parse(aberto) + (minutos * 60 + segundos) * 1000).toISOString())

beforeEach(async () => {
  clock.set(aberto)
  correio.clear()
  await sql`delete from graphile_worker._private_jobs`
})

type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function comProtocolo(quem?: Pessoa) {
  const dono = quem ?? (await pessoa())
  const comprovante = await abrirComo(dono)
  await sql`delete from graphile_worker._private_jobs`
  return { ...comprovante, quem: dono, email: dono.cadastro.email }
}

/** As who changes a protocolo does it: the tramite and what is owed for it, or neither. */
async function acontece(
  protocoloId: string,
  especie: EspecieDeTramite,
  { texto = 'Segredo do setor.', visibilidade = 'publico', destino }: { texto?: string; visibilidade?: string; destino?: string } = {},
): Promise<void> {
  assert.ok(entidade)
  const tramiteId = platform.random.id()
  const destinoId = destino === undefined ? null : entidade.unidades.get(destino)?.id
  await platform.db.transaction(async (tx) => {
    await tx`
      insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, unidade_id, destino_id, texto, visibilidade, visibilidade_anexos)
      select entidade_id, protocolo_id, ${tramiteId}, ${especie}, ${clock.now()}, unidade_id, ${destinoId ?? null}, ${texto},
             ${visibilidade}, ${visibilidade}
        from protocolos where protocolo_id = ${protocoloId}`
    await avisarAndamento(platform, tx, entidade, { protocoloId, tramiteId, especie })
  })
}

async function avisar(andamento: Andamento): Promise<void> {
  assert.ok(entidade)
  await platform.db.transaction((tx) => avisarAndamento(platform, tx, entidade, andamento))
}

const { juntar_avisos: juntar, enviar_email: enviar } = tarefas(platform)
assert.ok(juntar && enviar)
const taskList = { juntar_avisos: (payload: unknown) => juntar(payload), enviar_email: (payload: unknown) => enviar(payload) }

/** Has a worker do the jobs that are due. */
async function entregar(): Promise<void> {
  await runOnce({
    connectionString: platform.config.databaseUrl ?? '',
    taskList,
    noHandleSignals: true,
    logger: workerLogger(platform.log),
  })
}

/** The same, when the time of those that wait has come. */
async function voltar(): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now()`
  await entregar()
}

/** What came to an address, oldest first. */
function chegaram(para: string) {
  return correio.received.filter(({ to }) => to?.[0]?.address === para).map(({ subject = '', text = '' }) => ({ subject, text }))
}

describe('a notice of what happened to a protocolo', () => {
  it('goes at once to who filed it, and says what happened, where it is and where to read, never what was written', async () => {
    const { id, numero, email } = await comProtocolo()
    passaram(60)
    await acontece(id, 'despacho')
    await entregar()
    const [{ subject = '', text = '' } = {}, ...outros] = chegaram(email)
    assert.deepEqual(outros, [])
    assert.equal(subject, `Há novidade no seu pedido: ${numero}`)
    assert.match(text, /Obras escreveu no seu pedido\./)
    assert.match(text, /Situação: Não analisado/)
    assert.match(text, /http\S+/)
    assert.doesNotMatch(correio.raw.join(), /Segredo/)
  })

  it('is one for whatever happens within ten minutes after another, told in order and with the hour', async () => {
    const { id, numero, email } = await comProtocolo()
    passaram(60)
    await acontece(id, 'recebimento')
    await entregar()
    for (const minuto of [61, 65, 69]) {
      passaram(minuto)
      await acontece(id, minuto === 69 ? 'exigencia' : 'despacho')
      await entregar()
    }
    passaram(69, 59)
    await voltar()
    assert.equal(chegaram(email).length, 1)
    passaram(70)
    await voltar()
    const [, { subject = '', text = '' } = {}, ...outros] = chegaram(email)
    assert.deepEqual(outros, [])
    assert.equal(subject, `3 novidades: ${numero}`)
    assert.match(text, /10h01: Obras escreveu[\s\S]*10h05: Obras escreveu[\s\S]*10h09: O setor precisa de algo seu/)

    passaram(75)
    await avisar({ protocoloId: id, especie: 'mensagem' })
    passaram(80)
    await voltar()
    assert.deepEqual(
      chegaram(email).map(({ subject }) => subject),
      [`Seu pedido foi recebido: ${numero}`, `3 novidades: ${numero}`, `Nova mensagem para você: ${numero}`],
    )
  })

  it('waits where the opening itself was told less than ten minutes ago', async () => {
    const { id, email } = await comProtocolo()
    passaram(3)
    await acontece(id, 'recebimento')
    await entregar()
    assert.equal(chegaram(email).length, 0)
    const [{ em_minutos: espera } = {}] = await sql`
      select round(extract(epoch from run_at - now()) / 60) as em_minutos from graphile_worker.jobs where task_identifier = 'juntar_avisos'`
    assert.equal(Number(espera), 7)
    passaram(10)
    await voltar()
    assert.equal(chegaram(email).length, 1)
  })

  it('does not wait for what happened to another protocolo, nor makes another box wait', async () => {
    const um = await comProtocolo()
    const dois = await comProtocolo(um.quem)
    passaram(60)
    await acontece(um.id, 'recebimento')
    await entregar()
    passaram(61)
    await acontece(dois.id, 'recebimento')
    await acontece(um.id, 'encaminhamento', { destino: 'geral' })
    await entregar()
    assert.deepEqual(
      chegaram(um.email).map(({ subject }) => subject),
      [`Seu pedido foi recebido: ${um.numero}`, `Seu pedido foi recebido: ${dois.numero}`],
    )
    assert.deepEqual(
      chegaram('geral@exemplo.br').map(({ subject }) => subject),
      [`Chegou um processo: ${um.numero}`],
    )
  })

  it('is told to nobody outside when it is a private despacho, and of another private tramite only that it happened', async () => {
    const { id, email } = await comProtocolo()
    passaram(60)
    await acontece(id, 'despacho', { visibilidade: 'privado' })
    await acontece(id, 'atribuicao')
    await entregar()
    assert.equal(correio.received.length, 0)
    await acontece(id, 'encaminhamento', { visibilidade: 'privado', destino: 'geral' })
    await entregar()
    assert.match(chegaram(email)[0]?.text ?? '', /O seu pedido foi para Protocolo Geral\./)
    assert.doesNotMatch(correio.raw.join(), /Segredo/)
  })

  it('goes to the unidade that holds it, when somebody answers or writes, without who or what', async () => {
    const { id, numero, quem } = await comProtocolo()
    passaram(60)
    await acontece(id, 'resposta')
    await entregar()
    assert.deepEqual(
      correio.received.map(({ to, subject }) => [to?.[0]?.address, subject]),
      [['obras@exemplo.br', `Nova resposta: ${numero}`]],
    )
    for (const pessoal of ['Helena', quem.cadastro.email, 'Segredo']) assert.ok(!correio.raw.join().includes(pessoal), pessoal)
  })

  it('of a sealed matter does not say what it is about', async () => {
    const { id } = await comProtocolo()
    await sql`update protocolos set sigilo = 'sigiloso' where protocolo_id = ${id}`
    passaram(60)
    await acontece(id, 'encerramento')
    await entregar()
    assert.equal(correio.received.length, 1)
    assert.doesNotMatch(correio.raw.join(), /Tapa-buraco/)
  })
})

describe('who is told', () => {
  async function caixas(protocoloId: string, especie: EspecieDeTramite): Promise<string[]> {
    correio.clear()
    await sql`delete from graphile_worker._private_jobs`
    passaram(60)
    await acontece(protocoloId, especie)
    await entregar()
    return correio.received.map(({ to }) => to?.[0]?.address ?? '').sort()
  }

  it('is the address given at the opening, without a conta too, and nobody where there is none', async () => {
    const { cadastro } = await pessoa()
    const { id } = await abrirSemConta({ cadastro })
    assert.deepEqual(await caixas(id, 'recebimento'), [cadastro.email])
    const { nome, documento } = cadastro
    const semEmail = await abrirSemConta({ cadastro }, { requerente: { nome, documento } })
    assert.deepEqual(await caixas(semEmail.id, 'recebimento'), [])
  })

  it('is also the conta that opened it for another, each by its own address', async () => {
    const quem = await pessoa()
    const { nome, documento } = quem.cadastro
    const { id } = await abrirComo(quem, { requerente: { nome, documento, email: 'Interessado@Exemplo.br' } })
    assert.deepEqual(await caixas(id, 'encerramento'), ['interessado@exemplo.br', quem.cadastro.email].sort())
  })

  const casos = [
    { recusa: 'andamento', de: 'recebimento' },
    { recusa: 'pendencia', de: 'exigencia' },
    { recusa: 'conclusao', de: 'encerramento' },
  ] as const
  for (const { recusa, de } of casos) {
    it(`is not a conta that does not want to hear of "${recusa}", which hears of the rest`, async () => {
      const quem = await pessoa()
      const { aparelho, token, cadastro } = quem
      await ler(await aparelho.pedir('PATCH', '/v1/conta?entidade=exemplo', { token, body: { avisos: { [recusa]: false } } }), 200)
      const { nome, documento } = cadastro
      const [um, outro, deOutrem] = [
        await abrirComo(quem),
        await abrirComo(quem),
        await abrirComo(quem, { requerente: { nome, documento, email: 'outrem@exemplo.br' } }),
      ]
      assert.deepEqual(await caixas(um.id, de), [])
      assert.deepEqual(await caixas(outro.id, casos.find((caso) => caso.de !== de)?.de ?? 'parada'), [cadastro.email])
      assert.deepEqual(await caixas(deOutrem.id, de), ['outrem@exemplo.br'])
    })
  }

  it('is the second address too, where copies are wanted', async () => {
    const quem = await pessoa()
    await sql`update contas set email_alternativo = 'Segundo@exemplo.br', avisa_copia = true where documento = ${quem.cadastro.documento}`
    const { id } = await abrirComo(quem)
    assert.deepEqual(await caixas(id, 'recebimento'), [quem.cadastro.email, 'segundo@exemplo.br'].sort())
  })
})

describe('trouble', () => {
  let parar: () => Promise<void> = async () => undefined
  afterEach(() => parar())

  it('a look that runs twice, or on two nodes at once, tells each thing once', async () => {
    const { id, email } = await comProtocolo()
    passaram(60)
    await acontece(id, 'recebimento')
    const payload = { entidadeId: entidade?.id, protocoloId: id }
    await Promise.all([juntar(payload), juntar(payload), entregar()])
    await juntar(payload)
    await voltar()
    assert.equal(chegaram(email).length, 1)
  })

  it('what is undone is not told', async () => {
    const { id } = await comProtocolo()
    passaram(60)
    assert.ok(entidade)
    await assert.rejects(
      platform.db.transaction(async (tx) => {
        await avisarAndamento(platform, tx, entidade, { protocoloId: id, especie: 'mensagem' })
        throw new Error('desfeito')
      }),
    )
    await entregar()
    assert.equal(correio.received.length, 0)
    assert.equal((await sql`select from avisos where protocolo_id = ${id}`).length, 0)
  })

  it('a node that dies between the commit and the mail leaves it to whoever comes next', { timeout: 60_000 }, async () => {
    const { id, email } = await comProtocolo()
    passaram(60)
    await acontece(id, 'recebimento')
    const chegou = new Promise<void>((resolve) => correio.onMessage(async () => resolve()))
    const jobs = await startJobs(platform.config.databaseUrl ?? '', { tasks: tarefas(platform), log: createLog('silent') })
    parar = () => jobs.stop()
    await Promise.race([chegou, wait(20_000, undefined, { ref: false })])
    await esperarAte(() => chegaram(email).length === 1)
  })

  it('while the mail server is away, all that happens waits in one e-mail', async () => {
    const { id, numero, email } = await comProtocolo()
    passaram(60)
    correio.refuse(true)
    await acontece(id, 'recebimento')
    await entregar()
    for (const minuto of [75, 90, 105]) {
      passaram(minuto)
      await acontece(id, 'despacho')
      await entregar()
    }
    assert.equal(correio.received.length, 0)
    correio.refuse(false)
    await voltar()
    assert.deepEqual(
      chegaram(email).map(({ subject }) => subject),
      [`4 novidades: ${numero}`],
    )
  })

  it('what happens while an e-mail is on its way is told in the next', async () => {
    const { id, numero, email } = await comProtocolo()
    passaram(60)
    await acontece(id, 'recebimento')
    correio.onMessage(async () => {
      correio.onMessage(async () => undefined)
      await acontece(id, 'despacho')
      await juntar({ entidadeId: entidade?.id, protocoloId: id })
    })
    await entregar()
    passaram(70)
    await voltar()
    assert.deepEqual(
      chegaram(email).map(({ subject }) => subject),
      [`Seu pedido foi recebido: ${numero}`, `Há novidade no seu pedido: ${numero}`],
    )
  })

  it('what is told once is owed once, however often it is said and long after', async () => {
    const { id, numero } = await comProtocolo()
    const aviso = { protocoloId: id, especie: 'prazo_perto', dia: '2026-12-08', vez: 'prazo 2026-12-08 5' } as const
    passaram(60)
    await Promise.all([avisar(aviso), avisar(aviso)])
    await entregar()
    clock.set('2027-11-23T12:00:00Z')
    await limparAvisos(platform)
    await avisar(aviso)
    await entregar()
    assert.deepEqual(
      chegaram('obras@exemplo.br').map(({ subject }) => subject),
      [`O prazo está perto: ${numero}`],
    )
    assert.match(correio.received[0]?.text ?? '', /08\/12\/2026/)
  })

  it('what was told long ago is forgotten, what is owed is not', async () => {
    const { id } = await comProtocolo()
    passaram(60)
    await acontece(id, 'recebimento')
    await entregar()
    await acontece(id, 'despacho')
    clock.set('2027-01-23T12:00:00Z')
    await limparAvisos(platform)
    const restam = await sql`select novidade from avisos where protocolo_id = ${id}`
    assert.deepEqual([...restam], [{ novidade: 'despacho' }])
  })
})

/** Looks until it is so, ten seconds at most. */
async function esperarAte(assim: () => boolean): Promise<void> {
  for (let vezes = 0; vezes < 500 && !assim(); vezes++) await wait(20)
  assert.ok(assim())
}

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, it, type TestContext } from 'node:test'
import type { Locator } from 'playwright-core'
import { cidada, senha, servidores } from '../../demo/pessoas.js'
import { escreverDataHora } from '../../server/contract/palavras.js'
import { criarAparelho } from '../server/helpers/aparelho.js'
import { unzip } from '../server/helpers/unzip.js'
import { type Casa, casaDaDemo } from '../support/casa.js'
import { abrirMeusDados, entrarComSenha } from '../support/conta.js'
import { daquiA } from '../support/dias.js'
import { choose, press, type } from '../support/keyboard.js'
import { abrirNaMesa, anexar, ato, botao, enviarAto, escreverDespacho, mesa, receber, sentar, situacao, texto } from '../support/mesa.js'
import { type Ouvido, ouvir, type Recebido } from '../support/ouvido.js'
import { openPdf, textOf } from '../support/pdf.js'
import { sampleJpeg, samplePdf } from '../support/sample-files.js'
import { abertura, focusedHeading, type Recibo } from '../support/steps.js'
import { type Visit, visit } from '../support/visit.js'
import { consultar, preencherBuraco, respostasDoBuraco } from '../support/walk.js'

/** The first call of a page is sent again with the server's nonce (RFC 9449 §8). */
const expected = /status of 401/
const [atendente, gestora] = servidores

const segredo = 'Consta arapuca-velha no contrato: conferir antes de responder.'
const publico = 'Encaminhamos para parecer sobre o contrato da pavimentação.'
const decisao = 'O buraco foi tapado, como pedido.'
const parecer = samplePdf('ingazeiro-branco.pdf')
const laudo = samplePdf('laudo do conserto.pdf')
const foto = sampleJpeg('buraco visto da calçada.jpg')
const retorno = `${daquiA(10)}T16:30`
const responderAte = daquiA(20)

/** What only the team may come upon, in each form in which it could be told. */
const privado = (id: string) => [
  'arapuca-velha',
  'ingazeiro-branco',
  id,
  createHash('sha256').update(parecer.buffer).digest('hex'),
  linhaUnica(parecer.buffer),
]

interface Pessoa extends Visit {
  ouvido: Ouvido
}

describe('a protocolo from the opening to the evaluation, several people at once', () => {
  const casa = casaDaDemo()

  it('goes its whole way, and what only the team reads is nowhere that the citizen can reach', { timeout: 400_000 }, async (t) => {
    if (!atendente || !gestora) throw new Error('the demo has nobody at the desk')
    const cidadao = await chegar(t, 'demo/painel.html')
    const painel = cidadao.page.locator('protocolo-painel')
    await entrarComSenha(painel, cidada.documento, senha)
    await focusedHeading(painel, 'Olá, Pessoa')
    const bruno = await chegar(t, 'demo/mesa.html')
    await sentar(bruno, atendente)
    const carla = await chegar(t, 'demo/mesa.html')
    await sentar(carla, gestora)

    const recibo = await abrirPedido(cidadao)
    await cidadao.page.bringToFront()
    const naLista = painel.locator('.processos .processo', { hasText: recibo.numero })
    await naLista.getByText('Não analisado').waitFor()

    await abrirNaMesa(bruno, recibo.numero)
    await receber(bruno)
    await naLista.getByText('Em andamento').waitFor()
    await encaminharEmSegredo(bruno)
    await receber(bruno)
    await encaminharComPrazo(bruno)

    await abrirNaMesa(carla, recibo.numero)
    await mesa(carla).getByText('Devolver até').first().waitFor()
    await receber(carla)
    await mesa(carla)
      .getByText(escreverDataHora(`${retorno}:00-03:00`, 'America/Sao_Paulo'))
      .first()
      .waitFor()
    await pedirAoCidadao(carla)
    await carla.look('pendente')

    await cidadao.page.bringToFront()
    await naLista.getByText('Pendente').waitFor()
    await responder(cidadao, painel, recibo)

    await carla.page.bringToFront()
    await situacao(carla, 'Em andamento')
    await concluir(carla)

    await cidadao.page.bringToFront()
    await painel.locator('.selo', { hasText: 'Concluído' }).waitFor()
    await avaliar(cidadao, painel)
    await bruno.page.reload()
    await situacao(bruno, 'Concluído')

    const ids = await idsDe(casa, recibo)
    const { protocoloId, anexoId } = ids
    await verTudo(cidadao, painel)
    const alcance = [
      { de: 'the export', bytes: await exportar(cidadao, painel) },
      ...(await semConta(t, recibo)),
      ...(await correio(casa, protocoloId)),
      ...(await semJavascript(casa, recibo, ids)),
      ...(await comASessao(casa, recibo, ids)),
      ...cidadao.ouvido.recebido(),
    ]
    const tudo = (await Promise.all(alcance.map(abrirZip))).flat()

    for (const { de, bytes } of tudo) {
      for (const parte of privado(anexoId)) assert.ok(!contem(bytes, parte), `${parte} is in ${de}`)
      assert.ok(!bytes.includes(parecer.buffer), `the private file is in ${de}`)
    }
    for (const [onde, dito] of [
      [/meus\/eventos/, protocoloId],
      [/protocolos\/[0-9a-f-]{36}$/, publico],
      [/the page, andamento/, publico],
      [/the page, consulta/, publico],
      [/export.*json/, publico],
      [/vila-serena\/consulta$/, publico],
      [/the hosted page/, publico],
      [/the e-mail to pessoa@exemplo.br/, recibo.numero],
      [/the comprovante, read/, recibo.numero],
    ] as const) {
      const achado = tudo.some(({ de, bytes }) => onde.test(de) && contem(bytes, dito))
      assert.ok(achado, `the citizen does not find ${dito} in ${onde}`)
    }

    const daEquipe = await naMesa(bruno)
    for (const parte of privado(anexoId)) {
      assert.ok(
        daEquipe.some(({ bytes }) => contem(bytes, parte)),
        `the official does not find ${parte}`,
      )
    }
    assert.ok(daEquipe.some(({ bytes }) => bytes.includes(parecer.buffer)))
    assert.deepEqual([...cidadao.complaints, ...bruno.complaints, ...carla.complaints], [])
  })

  async function chegar(t: TestContext, pagina: string): Promise<Pessoa> {
    const context = await casa.browser.newContext({
      locale: 'pt-BR',
      timezoneId: 'America/Sao_Paulo',
      viewport: { width: 1200, height: 900 },
    })
    t.after(() => context.close())
    const ouvido = await ouvir(context)
    const visita = await visit(context, `${casa.server.address}/${pagina}`, { expected })
    return { ...visita, ouvido }
  }

  /** In another tab, as who is signed in. */
  async function abrirPedido({ page, complaints }: Visit): Promise<Recibo> {
    const aba = await visit(page.context(), `${casa.server.address}/demo/simples.html`, { expected })
    const novo = abertura(aba)
    await novo.escolher('asfalto', 'Tapa-buraco')
    await novo.comecar()
    await preencherBuraco(novo)
    await novo.continuar('Quem está pedindo')
    const privacidade = aba.page.locator('protocolo-novo').getByRole('checkbox', { name: 'Li como meus dados são usados' })
    await aba.page.locator('.titular', { hasText: cidada.nome }).waitFor()
    await press(privacidade, 'Space')
    await novo.continuar('Documentos')
    await novo.enviarArquivos('Escolher arquivos', [foto])
    await novo.revisar()
    const recibo = await novo.enviar('Tapa-buraco', respostasDoBuraco, [foto])
    complaints.push(...aba.complaints)
    await aba.page.close()
    return recibo
  }

  /** By number, then with the code, on another's device. */
  async function semConta(t: TestContext, recibo: Recibo): Promise<Recebido[]> {
    const alguem = await chegar(t, 'demo/simples.html')
    await consultar(alguem, { ...recibo, respostas: [], arquivos: [] })
    await alguem.ouvido.guardarTela(alguem.page, 'consulta')
    await alguem.page.goto(`${casa.server.address}/vila-serena/transparencia`)
    await alguem.ouvido.guardarTela(alguem.page, 'transparencia')
    assert.deepEqual(alguem.complaints, [])
    return alguem.ouvido.recebido()
  }
})

async function encaminharEmSegredo(quem: Pessoa): Promise<void> {
  await botao(quem, 'Encaminhar').click()
  await mesa(quem).getByRole('radio', { name: 'Meio Ambiente' }).check()
  await escreverDespacho(quem, 'Só a equipe lê', segredo)
  await anexar(quem, parecer)
  await mesa(quem).getByRole('radio', { name: 'Só a equipe abre' }).check()
  await quem.look('encaminhar em segredo')
  await enviarAto(quem, 'Encaminhar')
}

async function encaminharComPrazo(quem: Pessoa): Promise<void> {
  await botao(quem, 'Encaminhar').click()
  await mesa(quem).getByRole('radio', { name: 'Procuradoria' }).check()
  await mesa(quem).getByLabel('Devolver até').fill(retorno)
  await escreverDespacho(quem, 'Quem fez o pedido pode ler', publico)
  await quem.look('encaminhar com prazo')
  await enviarAto(quem, 'Encaminhar')
}

async function pedirAoCidadao(quem: Pessoa): Promise<void> {
  await botao(quem, 'Pedir ao cidadão').click()
  const uma = (n: number) => ato(quem).getByRole('group', { name: `Pendência ${n}` })
  await uma(1).getByRole('radio', { name: 'Documento' }).check()
  await uma(1).getByRole('textbox', { name: 'Explique o que falta' }).fill('Envie o comprovante de endereço.')
  await uma(1).getByLabel('Responder até').fill(responderAte)
  await botao(quem, 'Pedir mais uma coisa').click()
  await uma(2).getByRole('radio', { name: 'Informação' }).check()
  await uma(2).getByRole('textbox', { name: 'Explique o que falta' }).fill('O buraco atrapalha a entrada de alguma casa?')
  await uma(2).getByLabel('Responder até').fill(responderAte)
  await quem.look('pedir ao cidadão')
  await enviarAto(quem, 'Enviar o pedido')
  await situacao(quem, 'Pendente')
}

/** From the list of what waits; a file for one, words for the other. Ends at the process. */
async function responder(quem: Pessoa, painel: Locator, { numero }: Recibo): Promise<void> {
  await press(painel.getByRole('link', { name: /^Pendências/ }))
  await focusedHeading(painel, 'Minhas pendências')
  await press(
    painel
      .locator('.pendencia', { hasText: numero })
      .getByRole('link', { name: /^Responder/ })
      .first(),
  )
  await focusedHeading(painel, 'Responder ao setor')
  await quem.look('responder')
  const pedida = (dito: string) => painel.locator('.pedida, section', { hasText: dito }).last()
  await pedida('comprovante de endereço').locator('input[type=file]').setInputFiles(samplePdf('conta de luz.pdf'))
  await painel.locator('.envio', { hasText: 'recebido' }).waitFor()
  await press(pedida('comprovante de endereço').getByRole('button', { name: 'Concluir' }))
  await painel.locator('.resposta-recebida', { hasText: 'Ainda falta 1 resposta' }).waitFor()
  await type(painel.getByLabel(/Resposta \(parecer\)/), 'Sim, a da casa 120.')
  await press(painel.getByRole('button', { name: 'Concluir' }))
  await painel.locator('.resposta-recebida', { hasText: 'Era o que faltava.' }).waitFor()
  await quem.look('respondido')
  await press(painel.getByRole('link', { name: 'Ver o processo' }))
  await focusedHeading(painel, numero)
}

/** With a document, which is issued. */
async function concluir(quem: Pessoa): Promise<void> {
  await botao(quem, 'Concluir').click()
  await mesa(quem).getByRole('radio', { name: 'Atendido' }).check()
  await texto(quem, 'Despacho com os motivos').fill(decisao)
  await anexar(quem, laudo)
  await mesa(quem)
    .getByRole('checkbox', { name: /Um dos arquivos é o documento emitido/ })
    .check()
  await texto(quem, 'Nome do documento').fill('Laudo do conserto')
  await mesa(quem).getByLabel('Válido até').fill(daquiA(365))
  await quem.look('concluir')
  await enviarAto(quem, 'Concluir o processo')
  await situacao(quem, 'Concluído')
}

async function avaliar(quem: Pessoa, painel: Locator): Promise<void> {
  await press(painel.getByRole('button', { name: 'Avaliar o atendimento' }))
  await choose(painel.getByRole('radio', { name: 'Bom', exact: true }))
  await type(painel.getByRole('textbox', { name: 'Quer contar mais?' }), 'Foi rápido.')
  await quem.look('avaliar')
  await press(painel.getByRole('button', { name: 'Enviar avaliação' }))
  await painel.getByText('Avaliação enviada').first().waitFor()
  await quem.look('avaliado')
}

/** Every part of the process in the panel. */
async function verTudo({ page, ouvido }: Pessoa, painel: Locator): Promise<void> {
  await ouvido.guardarTela(page, 'resumo')
  for (const [parte, sinal] of [
    ['Quem pode ver', undefined],
    ['Mensagens', undefined],
    ['Documentos', laudo.name],
    ['Andamento', publico],
  ] as const) {
    await press(painel.locator('.aba', { hasText: parte }))
    await painel.locator('.aba[aria-current]', { hasText: parte }).waitFor()
    if (sinal) await painel.getByText(sinal).first().waitFor()
    await ouvido.guardarTela(page, parte.toLowerCase())
  }
}

async function exportar({ page }: Pessoa, painel: Locator): Promise<Buffer> {
  await abrirMeusDados(painel, 'Seus dados e a lei')
  const baixado = page.waitForEvent('download')
  await press(painel.getByRole('button', { name: 'Baixar meus dados' }))
  await type(painel.getByRole('dialog').locator('[name=senha]'), senha)
  await page.keyboard.press('Enter')
  return readFile(await (await baixado).path())
}

/** Every e-mail there is, once nothing of the protocolo waits to be told. */
async function correio({ database }: Casa, protocoloId: string): Promise<Recebido[]> {
  const { sql } = database
  // What is told within ten minutes goes at their end: they are over.
  await sql`update protocolos set aberto_em = aberto_em - interval '1 hour' where protocolo_id = ${protocoloId}`
  await sql`update emails set criado_em = criado_em - interval '1 hour'`
  await sql`update graphile_worker._private_jobs set run_at = now()`
  const [{ entidadeId } = { entidadeId: '' }] = await sql<{ entidadeId: string }[]>`
    select entidade_id as "entidadeId" from protocolos where protocolo_id = ${protocoloId}`
  await sql`
    select graphile_worker.add_job('juntar_avisos', json_build_object('entidadeId', ${entidadeId}::text, 'protocoloId', ${protocoloId}::text),
             job_key := 'avisos ' || ${protocoloId}::text)`
  await ate(async () => {
    const [falta] = await sql`
      select from avisos where protocolo_id = ${protocoloId} and email_id is null
      union all select from emails where conteudo is null`
    return falta === undefined
  })
  const cartas = await sql<{ para: string; tudo: string }[]>`select para, to_jsonb(emails)::text as tudo from emails`
  const avisos = await sql<{ tudo: string }[]>`select to_jsonb(avisos)::text as tudo from avisos`
  const [daCidada] = await sql`
    select from avisos where protocolo_id = ${protocoloId} and para = ${cidada.email} and email_id is not null and novidade = 'encerramento'`
  assert.ok(daCidada, 'the citizen was told that it is concluded')
  return [
    ...cartas.map(({ para, tudo }) => ({ de: `the e-mail to ${para}`, bytes: Buffer.from(tudo) })),
    { de: 'avisos', bytes: juntar(avisos) },
  ]
}

/** The page of the entidade as it is without a script, and what it gives with number and code. */
async function semJavascript({ server }: Casa, { numero, codigo }: Recibo, { anexoId, laudoId }: Ids): Promise<Recebido[]> {
  const mandar = async (caminho: string, campos: Record<string, string>, status: number) => {
    const resposta = await fetch(`${server.address}/vila-serena/consulta${caminho}`, { method: 'POST', body: new URLSearchParams(campos) })
    assert.equal(resposta.status, status, caminho)
    return { de: `the hosted page ${caminho}`, bytes: Buffer.from(await resposta.arrayBuffer()) }
  }
  const csv = await fetch(`${server.address}/vila-serena/transparencia.csv`)
  assert.equal(csv.status, 200)
  const comprovante = await mandar('/comprovante', { numero, codigo }, 200)
  return [
    await mandar('', { numero }, 200),
    await mandar('', { numero, codigo }, 200),
    await mandar('/arquivo', { numero, codigo, id: laudoId }, 200),
    semOId(await mandar('/arquivo', { numero, codigo, id: anexoId }, 404), anexoId),
    comprovante,
    { de: 'the comprovante, read', bytes: Buffer.from(await textOf(await openPdf(comprovante.bytes))) },
    { de: 'transparencia.csv', bytes: Buffer.from(await csv.arrayBuffer()) },
  ]
}

/** What a program of the citizen's own gets that names the private file. */
async function comASessao({ server }: Casa, { numero, codigo }: Recibo, { protocoloId, anexoId, laudoId }: Ids): Promise<Recebido[]> {
  const sha256 = createHash('sha256').update(parecer.buffer).digest('hex')
  const { host } = new URL(server.address)
  const aparelho = criarAparelho({ request: (caminho, pedido) => fetch(server.address + caminho, pedido) }, host)
  const entrada = await aparelho.pedir('POST', '/v1/sessoes?entidade=vila-serena', { body: { login: cidada.documento, senha } })
  assert.equal(entrada.status, 201)
  const { token } = (await entrada.json()) as { token: string }
  const raiz = '/v1/entidades/vila-serena'
  const citado = { anexos: [{ id: anexoId, sha256 }] }
  const pedidos = [
    ['GET', `${raiz}/protocolos/${protocoloId}/anexos/${laudoId}`, undefined, 200],
    ['GET', `${raiz}/protocolos/${protocoloId}/anexos/${anexoId}`, undefined, 404],
    ['GET', `${raiz}/gestao/protocolos/${protocoloId}/anexos/${anexoId}`, undefined, 403],
    ['GET', `${raiz}/gestao/protocolos/${protocoloId}`, undefined, 403],
    ['GET', `${raiz}/gestao/protocolos/${protocoloId}/auditoria`, undefined, 403],
    ['POST', `${raiz}/consulta/anexos/${laudoId}`, { numero, codigo }, 200],
    ['POST', `${raiz}/consulta/anexos/${anexoId}`, { numero, codigo }, 404],
    ['POST', `${raiz}/meus/protocolos/${protocoloId}/recurso`, { texto: 'Veja o arquivo.', ...citado }, 422],
    ['GET', `${raiz}/protocolos/${protocoloId}`, undefined, 200],
    ['GET', `${raiz}/protocolos/${protocoloId}/comprovante`, undefined, 200],
    ['GET', `${raiz}/meus/protocolos/${protocoloId}/vistas`, undefined, 200],
    ['GET', `${raiz}/meus/procura?numero=${encodeURIComponent(numero)}`, undefined, 200],
  ] as const
  const recebidos: Recebido[] = []
  for (const [method, caminho, body, status] of pedidos) {
    const resposta = await aparelho.pedir(method, caminho, { token, ...(body && { body }) })
    const bytes = Buffer.from(await resposta.arrayBuffer())
    assert.equal(resposta.status, status, `${method} ${caminho}: ${bytes}`)
    recebidos.push(semOId({ de: `${method} ${caminho}`, bytes }, anexoId))
    if (caminho.endsWith('comprovante')) recebidos.push({ de: caminho, bytes: Buffer.from(await textOf(await openPdf(bytes))) })
  }
  return recebidos
}

/** What the official finds, the file downloaded. */
async function naMesa(quem: Pessoa): Promise<Recebido[]> {
  await quem.page.bringToFront()
  await mesa(quem).getByRole('link', { name: 'Andamento' }).click()
  await mesa(quem).getByText(segredo).waitFor()
  const baixado = quem.page.waitForEvent('download')
  await mesa(quem)
    .getByRole('button', { name: `Baixar ${parecer.name}` })
    .click()
  const bytes = await readFile(await (await baixado).path())
  await quem.look('o que só a equipe lê')
  return [...quem.ouvido.recebido(), { de: 'the file', bytes }]
}

/** An error tells which address it is about, and that is the asker's own word. */
function semOId({ de, bytes }: Recebido, id: string): Recebido {
  return { de, bytes: Buffer.from(bytes.toString('latin1').replaceAll(`/anexos/${id}`, ''), 'latin1') }
}

interface Ids {
  protocoloId: string
  /** Of the private file. */
  anexoId: string
  /** Of one that the citizen opens. */
  laudoId: string
}

async function idsDe({ database }: Casa, { numero }: Recibo): Promise<Ids> {
  const [ids] = await database.sql<Ids[]>`
    select protocolo_id as "protocoloId", privado.anexo_id as "anexoId", aberto.anexo_id as "laudoId"
      from protocolos p
      join anexos privado using (entidade_id, protocolo_id)
      join anexos aberto using (entidade_id, protocolo_id)
     where p.numero = ${numero} and privado.nome = ${parecer.name} and aberto.nome = ${laudo.name}`
  assert.ok(ids)
  return ids
}

/** A ZIP as the files in it. */
async function abrirZip(recebido: Recebido): Promise<Recebido[]> {
  if (recebido.bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return [recebido]
  return [...(await unzip(recebido.bytes))].map(([nome, bytes]) => ({
    de: `${recebido.de}: ${nome}`,
    bytes: Buffer.concat([Buffer.from(nome), bytes]),
  }))
}

/** As text, however it is written: HTML and JSON put other signs in place of some, none in what is looked for. */
function contem(bytes: Buffer, parte: string): boolean {
  return bytes.toString().toLowerCase().includes(parte.toLowerCase())
}

/** The comment by which a sample file is like no other. */
function linhaUnica(bytes: Buffer): string {
  return /% ([0-9a-f-]{36})/.exec(bytes.toString())?.[1] ?? ''
}

function juntar(linhas: readonly { tudo: string }[]): Buffer {
  return Buffer.from(linhas.map(({ tudo }) => tudo).join('\n'))
}

async function ate(feito: () => Promise<boolean>): Promise<void> {
  const prazo = Date.now() + 60_000
  while (!(await feito())) {
    if (Date.now() > prazo) throw new Error('it is not done within a minute')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

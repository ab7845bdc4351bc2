import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { press, type } from '../support/keyboard.js'
import { openPdf, textOf } from '../support/pdf.js'
import { type RunningServer, startDemo } from '../support/server.js'
import { launchBrowser, type Visit, visit } from '../support/visit.js'

describe('the page of an entidade, with JavaScript off', () => {
  let database: TestDatabase
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let visita: Visit
  /** One of the protocolos that the demo shows, with its code. */
  let numero: string
  let codigo: string

  before(async () => {
    database = await createTestDatabase()
    server = await startDemo({ DATABASE_URL: database.url })
    browser = await launchBrowser()
    const shown = /^ {2}(PMVS \S+) +(\S+) .*\(Emissão de ITBI/m.exec(server.output())
    numero = shown?.[1] ?? ''
    codigo = shown?.[2] ?? ''
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    await database?.drop()
  })
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'pt-BR', javaScriptEnabled: false })
    visita = await visit(context, `${server.address}/vila-serena`, { withoutScript: true, expected: /status of 404/ })
  })
  afterEach(async () => {
    await context.close()
    assert.deepEqual(visita.complaints, [])
  })

  const campo = (name: string) => visita.page.getByRole('textbox', { name })
  const consultar = () => press(visita.page.getByRole('button', { name: 'Consultar', exact: true }))
  const achado = () => visita.page.getByRole('heading', { name: numero, exact: true })

  it('shows what the entidade did, in tables', { timeout: 120_000 }, async () => {
    await visita.page.goto(`${server.address}/vila-serena/transparencia`)
    await visita.page.getByRole('table').first().waitFor()
    assert.equal(await visita.page.getByRole('group', { name: /em tabela/ }).count(), await visita.page.getByRole('table').count())
    await visita.look('transparência')
  })

  it('shows what the number alone shows', { timeout: 120_000 }, async () => {
    await visita.look('formulário')
    await type(campo('Número do protocolo'), numero)
    await consultar()
    await achado().waitFor()
    assert.equal(await visita.page.getByRole('heading', { name: 'Andamento' }).count(), 0)
    await visita.look('só com o número')
  })

  it('shows everything with the code, files and receipt to download', { timeout: 120_000 }, async () => {
    await type(campo('Número do protocolo'), numero)
    await type(campo('Código de acesso'), codigo)
    await consultar()
    await achado().waitFor()
    await visita.page.getByRole('heading', { name: 'Andamento' }).waitFor()
    await visita.look('com o código')
    assert.ok(!visita.page.url().includes(codigo), 'the code never stands in the address')

    const arquivo = await download(() => press(visita.page.getByRole('button', { name: 'Baixar' }).first()))
    assert.match(arquivo.name, /\.(pdf|jpg|png)$/)
    assert.ok(arquivo.bytes.length > 0)
    const comprovante = await download(() => press(visita.page.getByRole('button', { name: 'Baixar o comprovante em PDF' })))
    assert.ok((await textOf(await openPdf(comprovante.bytes))).includes(numero))
  })

  it('says beside the field what is wrong, and keeps what was typed', { timeout: 120_000 }, async () => {
    await type(campo('Número do protocolo'), 'PMVS 2020/999999')
    await type(campo('Código de acesso'), codigo)
    await consultar()
    await visita.page.getByRole('heading', { name: 'Consultar protocolo', level: 1 }).waitFor()
    assert.equal(await campo('Número do protocolo').inputValue(), 'PMVS 2020/999999')
    assert.equal(await campo('Código de acesso').inputValue(), codigo)
    assert.equal(await campo('Número do protocolo').getAttribute('aria-invalid'), 'true')
    assert.match(await described('Número do protocolo'), /Não encontramos/)
    await visita.look('número que não existe')

    await type(campo('Número do protocolo'), numero)
    await consultar()
    await achado().waitFor()
  })

  it('leads to how to reach the entidade, for an opening needs a browser with JavaScript', { timeout: 120_000 }, async () => {
    await visita.page.getByText('Para abrir por aqui, é preciso um navegador com JavaScript.').waitFor()
    await press(visita.page.locator('summary', { hasText: 'Ver os serviços e os prazos' }))
    await visita.page.getByText('Emissão de ITBI').waitFor()
    await visita.look('carta de serviços')
  })

  /** The texts that describe a field to who does not see it. */
  async function described(name: string): Promise<string> {
    const ids = (await campo(name).getAttribute('aria-describedby')) ?? ''
    const texts = await Promise.all(ids.split(' ').map((id) => visita.page.locator(`#${id}`).textContent()))
    return texts.join(' ')
  }

  async function download(ask: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const begun = visita.page.waitForEvent('download')
    await ask()
    const file = await begun
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
})

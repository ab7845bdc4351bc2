import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { cadastrar, confirmar, entrarComSenha, senha } from '../support/conta.js'
import { type HostSite, serveHostPage } from '../support/host-site.js'
import { press } from '../support/keyboard.js'
import { freePort, type RunningServer, startServer } from '../support/server.js'
import { focusedHeading } from '../support/steps.js'
import { launchBrowser, visit } from '../support/visit.js'
import { abrirItbi, conferirComprovante, consultar } from '../support/walk.js'

/** The names of three sites, without TLS as many still are, all leading to this machine. */
const prefeitura = 'www.vilaserena.exemplo.br'
const estranho = 'www.outro.exemplo.br'
const protocolo = 'protocolo.exemplo.br'
const nova = { documento: '52998224725', email: 'joana@exemplo.br' }

describe('a page on another site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'protocolo-site-'))
  let database: TestDatabase
  let server: RunningServer
  let site: HostSite
  let browser: Browser
  let api: string

  before(async () => {
    database = await createTestDatabase()
    const port = String(await freePort())
    api = `http://${protocolo}:${port}`
    site = await serveHostPage(api)
    const env = { DATABASE_URL: database.url, PORT: port, PROTOCOLO_ENDERECO: api }
    await cli(env, 'entidade', 'importar', entidadeWith(`http://${prefeitura}:${site.port}`))
    server = await startServer(['dist/server/main.js'], env)
    browser = await launchBrowser('--host-resolver-rules=MAP *.exemplo.br 127.0.0.1')
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    site?.close()
    await database?.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('that is the entidade’s own opens and consults, files and all', { timeout: 180_000 }, async () => {
    const context = await browser.newContext({ locale: 'pt-BR' })
    const visita = await visit(context, `http://${prefeitura}:${site.port}/servicos/protocolo`)
    assert.equal(await visita.page.evaluate(() => isSecureContext), false)
    const itbi = await abrirItbi(visita)
    await conferirComprovante(visita, itbi, `${api}/vila-serena?${new URLSearchParams({ protocolo: itbi.numero })}`)
    await consultar(visita, itbi)
    await context.close()
    assert.deepEqual(visita.complaints, [])
  })

  it('that the entidade does not know says so, and where to go', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ locale: 'pt-BR' })
    const visita = await visit(context, `http://${estranho}:${site.port}/`, {
      expected: /status of 403|falta "http:\/\/www\.outro\.exemplo\.br:\d+" em "origens"/,
    })
    for (const tag of ['protocolo-novo', 'protocolo-consulta']) {
      const alerta = visita.page.locator(tag).getByRole('alert')
      await alerta.getByText('Esta página não pode usar este serviço').waitFor()
      await alerta.getByText('Acesse o serviço pelo site oficial.').waitFor()
      assert.equal(await visita.page.locator(tag).getByRole('button').count(), 0, 'trying again would not help')
    }
    await visita.look('recusada')
    await context.close()
    assert.deepEqual(visita.complaints, [])
  })

  it('that was opened from the disk says to who made it that it needs a server', { timeout: 120_000 }, async () => {
    const doDisco = join(folder, 'do-disco.html')
    writeFileSync(
      doDisco,
      `<script type="module" src="${api}/protocolo.js"></script><protocolo-consulta entidade="vila-serena"></protocolo-consulta>`,
    )
    const page = await browser.newPage()
    const aviso = page.waitForEvent('console', (dito) => dito.text().includes('[protocolo P03]'))
    await page.goto(pathToFileURL(doDisco).href)
    assert.match((await aviso).text(), /^<protocolo-consulta>: a página foi aberta do disco/)
    await page.close()
  })

  it('keeps who signed in there over a reload, where cookies of other sites are refused', { timeout: 180_000 }, async (t) => {
    const pagina = join(folder, 'conta.html')
    writeFileSync(pagina, readFileSync('demo/paginas/simples.html', 'utf8').replaceAll('protocolo-novo', 'protocolo-painel'))
    const area = await serveHostPage(api, pagina)
    t.after(() => area.close())
    const endereco = `http://${prefeitura}:${area.port}`
    await cli({ DATABASE_URL: database.url, PROTOCOLO_ENDERECO: api }, 'entidade', 'importar', entidadeWith(endereco))
    const semCookies = await launchBrowser(
      '--host-resolver-rules=MAP *.exemplo.br 127.0.0.1',
      '--test-third-party-cookie-phaseout',
      // As if by https: a page without it has no keys, and so no session.
      `--unsafely-treat-insecure-origin-as-secure=${endereco}`,
    )
    t.after(() => semCookies.close())
    const context = await semCookies.newContext({ locale: 'pt-BR' })
    const visita = await visit(context, `${endereco}/servicos/conta`, { expected: /status of 401/ })
    const painel = visita.page.locator('protocolo-painel')
    await cadastrar(visita, nova)
    await confirmar(visita, database, nova.email)
    await press(painel.getByRole('button', { name: 'Sair' }))
    await focusedHeading(painel, 'Entrar')
    await entrarComSenha(painel, nova.email, senha)
    await focusedHeading(painel, 'Olá, Joana')
    await visita.page.reload()
    await painel.getByText('Olá, Joana').waitFor()
    await visita.page.locator('protocolo-consulta').getByText('Você entrou como Joana').waitFor()
    assert.deepEqual(await context.cookies(), [], 'a session is no cookie')
    assert.deepEqual(visita.complaints, [])
  })

  function entidadeWith(origem: string): string {
    const entidade = JSON.parse(readFileSync('demo/entidades/vila-serena.json', 'utf8'))
    const file = join(folder, 'vila-serena.json')
    writeFileSync(file, JSON.stringify({ ...entidade, origens: [origem] }))
    return file
  }
})

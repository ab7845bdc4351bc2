import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { codigos } from '../../demo/guia/codigos.js'
import { casaDaDemo } from '../support/casa.js'
import { codigoEnviado, senha } from '../support/conta.js'
import { serveHostPage } from '../support/host-site.js'
import { press, type } from '../support/keyboard.js'
import { sampleJpeg } from '../support/sample-files.js'
import { focusedHeading } from '../support/steps.js'
import { visit } from '../support/visit.js'
import { abrirTapaBuraco } from '../support/walk.js'

const email = 'joana@exemplo.br'

/** What else the console says while things go wrong on purpose. */
const barulho = /\[protocolo P\d\d\]|Failed to load resource|net::ERR_FAILED/

describe('what the tags warn of in the console', () => {
  const casa = casaDaDemo()
  const provocados = new Set<string>()
  let context: BrowserContext

  before(async () => {
    context = await casa.browser.newContext({ locale: 'pt-BR' })
  })
  after(() => context?.close())

  /** The code with which the next warning of ours ends. */
  function aviso(page: Page, codigo: string): Promise<unknown> {
    provocados.add(codigo)
    return page.waitForEvent('console', { predicate: (dito) => dito.type() === 'warning' && dito.text().includes(`[protocolo ${codigo}]`) })
  }

  async function pagina(caminho: string) {
    const visita = await visit(context, casa.server.address + caminho, { expected: barulho })
    return { ...visita, fim: () => visita.page.close() }
  }

  it('P01: the script is there twice', async () => {
    const page = await context.newPage()
    const dito = aviso(page, 'P01')
    await page.goto(`${casa.server.address}/demo/versoes.html`)
    await dito
    await page.close()
  })

  for (const entidade of ['nao-existe', '']) {
    it(`P02: there is no entidade="${entidade}"`, async () => {
      const { page, fim } = await pagina('/demo/simples.html')
      const dito = aviso(page, 'P02')
      await page.locator('protocolo-consulta').evaluate((tag, outra) => tag.setAttribute('entidade', outra), entidade)
      await dito
      await page.getByRole('alert').getByText('Este serviço ainda não está disponível nesta página').waitFor()
      await fim()
    })
  }

  it('P03: the site is not among those of the entidade', async () => {
    const site = await serveHostPage(casa.server.address)
    const page = await context.newPage()
    const dito = aviso(page, 'P03')
    await page.goto(`http://outro.localhost:${site.port}/`)
    await dito
    await page.close()
    site.close()
  })

  it('P04: a part does not load', async () => {
    const { page, fim } = await pagina('/demo/painel.html')
    const painel = page.locator('protocolo-painel')
    await painel.getByRole('heading', { name: 'Entrar', exact: true }).waitFor()
    await page.route('**/protocolo/vistas-*.js', (rota) => rota.abort())
    const dito = aviso(page, 'P04')
    await painel.getByRole('button', { name: 'Criar conta', exact: true }).click()
    await dito
    await fim()
  })

  it('P05: a tipo does not load', async () => {
    const { page, fim } = await pagina('/demo/simples.html')
    await page.route('**/v1/entidades/vila-serena/tipos/*', (rota) => rota.abort())
    const dito = aviso(page, 'P05')
    await page.locator('protocolo-novo').getByRole('button', { name: 'Tapa-buraco' }).click()
    await dito
    await fim()
  })

  it('P06: a receipt is not downloaded', { timeout: 120_000 }, async () => {
    const visita = await pagina('/demo/simples.html')
    await abrirTapaBuraco(visita)
    await visita.page.route('**/consulta/comprovante', (rota) => rota.abort())
    const dito = aviso(visita.page, 'P06')
    await press(visita.page.locator('protocolo-novo').getByRole('button', { name: 'Baixar PDF' }))
    await dito
    await visita.fim()
  })

  it('P07: the photo of who signs up is not kept', { timeout: 120_000 }, async () => {
    const visita = await pagina('/demo/painel.html')
    const { page } = visita
    const painel = page.locator('protocolo-painel')
    await page.route(/\/conta\/foto/, (rota) => rota.abort())
    await painel.getByRole('button', { name: 'Criar conta', exact: true }).click()
    await focusedHeading(painel, 'Criar conta')
    await painel.getByRole('textbox', { name: 'CPF ou CNPJ' }).fill('52998224725')
    await painel.getByRole('textbox', { name: 'Nome completo' }).fill('Joana Exemplo Prado')
    await painel.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await painel.locator('[name=senha]').fill(senha)
    await painel.locator('summary', { hasText: 'Mais sobre você' }).click()
    await painel.locator('input[type=file]:not([capture])').setInputFiles(sampleJpeg('foto.jpg'))
    await painel.locator('canvas').waitFor()
    await painel.getByRole('checkbox', { name: /Li como meus dados/ }).check()
    await painel.getByRole('button', { name: 'Criar conta', exact: true }).click()
    await focusedHeading(painel, 'Confirme o seu e-mail')
    const dito = aviso(page, 'P07')
    await type(painel.getByRole('textbox', { name: 'Código de 6 números' }), await codigoEnviado(casa.database, email))
    await press(painel.getByRole('button', { name: 'Confirmar' }))
    await dito
    await visita.fim()
  })

  it('P08: the script of the package is not told where the server is', async () => {
    const page = await context.newPage()
    const dito = aviso(page, 'P08')
    const programa =
      "import '/demo/outra-versao/pacote.js'; document.body.append(Object.assign(document.createElement('protocolo-consulta'), { entidade: 'vila-serena' }))"
    const body = `<!doctype html><title>Feita por programadores</title><body><script type="module">${programa}</script>`
    await page.route('**/feita-por-programadores', (rota) => rota.fulfill({ contentType: 'text/html', body }))
    await page.goto(`${casa.server.address}/feita-por-programadores`)
    await dito
    await page.close()
  })

  it('every code there is was provoked, and the guide has a place for it', async () => {
    assert.deepEqual([...provocados].sort(), Object.keys(codigos).sort())
    const guia = await (await fetch(`${casa.server.address}/demo/problemas`)).text()
    for (const codigo of provocados) assert.ok(guia.includes(`id="${codigo}"`))
  })
})

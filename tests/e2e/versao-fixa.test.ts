import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it, type TestContext } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type HostSite, serveSite } from '../support/host-site.js'
import type { RunningServer } from '../support/server.js'
import { startForSite } from '../support/servidor.js'
import { focusedHeading } from '../support/steps.js'
import { launchBrowser, visit } from '../support/visit.js'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const tags = '<protocolo-consulta entidade="vila-serena"></protocolo-consulta><protocolo-novo entidade="vila-serena"></protocolo-novo>'
const pagina = (cabeca: string) =>
  `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><title>Atendimento</title>${cabeca}</head><body><main><h1>Atendimento</h1>${tags}</main></body></html>`

/** What the server says to paste, and what it says that the page's policy has to be. */
interface Instalacao {
  html: string
  csp: string
}

describe('a page that holds to one version of the script', () => {
  let site: HostSite
  let server: RunningServer
  let browser: Browser
  let instalacao: Instalacao

  before(async () => {
    site = await serveSite(async (path) => {
      if (path === '/fixa') return { body: pagina(instalacao.html), headers: comPolitica(instalacao.csp) }
      if (path.startsWith('/sob?')) return { body: pagina(`<script type="module" src="${decodeURIComponent(path.slice(5))}"></script>`) }
      return path.startsWith('/servicos/protocolo/') ? daVez(server.address + path.slice('/servicos/protocolo'.length)) : undefined
    })
    server = await startForSite(`http://localhost:${site.port}`)
    instalacao = lerInstalacao(await (await fetch(`${server.address}/@${version}/instalar.txt`)).text())
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    site?.close()
  })

  it('works under the policy that goes with it, which allows nothing else, and takes everything from that version', {
    timeout: 120_000,
  }, async (t) => {
    assert.match(instalacao.csp, /^default-src 'none'; .*require-trusted-types-for 'script'/)
    const { page, complaints } = await abrir(t, '/fixa', /status of 404/)
    await usar(page)
    const scripts = (await baixados(page)).filter((endereco) => endereco.endsWith('.js'))
    assert.ok(scripts.length > 4, `${scripts.length} files`)
    assert.deepEqual(
      scripts.filter((endereco) => !endereco.startsWith(`${server.address}/@${version}/`)),
      [],
    )
    assert.deepEqual(complaints, [])
  })

  for (const [qual, arquivo] of [
    ['the script itself', /\/protocolo\.js$/],
    ['a part that comes with it', /\/protocolo\/chunk-/],
    ['a part that comes later', /\/protocolo\/consulta-/],
  ] as const) {
    it(`has the browser refuse ${qual} when one byte of it is another`, { timeout: 120_000 }, async (t) => {
      const context = await browser.newContext({ locale: 'pt-BR' })
      t.after(() => context.close())
      const page = await context.newPage()
      const recusas: string[] = []
      page.on('console', (dito) => {
        if (/integrity/i.test(dito.text())) recusas.push(dito.text())
      })
      let mudados = 0
      await page.route(arquivo, async (rota) => {
        const recebido = await rota.fetch()
        mudados += 1
        await rota.fulfill({ response: recebido, body: `${await recebido.text()} ` })
      })
      await page.goto(`http://localhost:${site.port}/fixa`)
      await page.waitForLoadState('networkidle')
      assert.ok(mudados > 0, 'nothing was changed')
      assert.ok(recusas.length > 0, 'nothing was refused')
      assert.equal(await page.getByRole('textbox', { name: 'Número do protocolo' }).count(), 0)
    })
  }

  for (const caminho of ['protocolo.js', 'protocolo.js?ver=6.5/1', '@1/protocolo.js', `@${version}/protocolo.js`]) {
    it(`finds the API where ${caminho} came from, below the path of a proxy too`, { timeout: 120_000 }, async (t) => {
      const { page, complaints } = await abrir(t, `/sob?${encodeURIComponent(`/servicos/protocolo/${caminho}`)}`, /status of 404/)
      await usar(page)
      const daApi = (await baixados(page)).filter((endereco) => endereco.includes('/v1/'))
      assert.ok(daApi.length > 0)
      assert.deepEqual(
        daApi.filter((endereco) => !endereco.startsWith(`http://localhost:${site.port}/servicos/protocolo/v1/`)),
        [],
      )
      assert.deepEqual(complaints, [])
    })
  }

  async function abrir(t: TestContext, caminho: string, expected: RegExp) {
    const context = await browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    return visit(context, `http://localhost:${site.port}${caminho}`, { expected })
  }
})

/** Asks for a number that there is none of, and for the first step of a request. */
async function usar(page: Page): Promise<void> {
  const consulta = page.locator('protocolo-consulta')
  await consulta.getByRole('textbox', { name: 'Número do protocolo' }).fill('PMVS 2026/999999')
  await consulta.getByRole('textbox', { name: 'Número do protocolo' }).press('Enter')
  await consulta.getByText('Não encontramos um protocolo').first().waitFor()
  const novo = page.locator('protocolo-novo')
  await novo.getByRole('searchbox', { name: 'Procurar assunto' }).fill('asfalto')
  await novo.getByRole('button', { name: 'Tapa-buraco' }).click()
  await focusedHeading(novo, 'Tapa-buraco')
}

function baixados(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
}

function lerInstalacao(texto: string): Instalacao {
  const [, html = '', csp = ''] = /(<script type="importmap">[\s\S]*<\/script>)[\s\S]*(default-src [^\n]*)/.exec(texto) ?? []
  return { html, csp }
}

function comPolitica(csp: string): Record<string, string> {
  return { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': csp }
}

async function daVez(endereco: string) {
  const recebido = await fetch(endereco)
  const tipo = recebido.headers.get('Content-Type') ?? ''
  return { body: new Uint8Array(await recebido.arrayBuffer()), status: recebido.status, headers: { 'Content-Type': tipo } }
}

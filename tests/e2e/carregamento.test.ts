import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { alturas, lugarDe } from '../../demo/guia/trecho.js'
import { cidada, senha } from '../../demo/pessoas.js'
import { casaDaDemo } from '../support/casa.js'
import { entrarComSenha } from '../support/conta.js'
import { visit } from '../support/visit.js'

const larguras = [280, 600, 1200]
const reserva = lugarDe({ tags: Object.keys(alturas), estreita: false })

describe('loading', () => {
  const casa = casaDaDemo()

  it('asks at once for all that consulting needs, and for nothing twice', { timeout: 120_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    await servir(context, 'protocolo-consulta')
    const page = await context.newPage()
    /** Of each request before the form is there, whether the code of the tag had come when it was made. */
    const pedidos: string[] = []
    let entradaVeio = false
    let codigoVeio = false
    const depois: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (!/^\/(protocolo|v1)/.test(pathname)) return
      pedidos.push(pathname)
      if (codigoVeio) depois.push(pathname)
      assert.ok(pathname === '/protocolo.js' || entradaVeio, `${pathname} comes of the entry`)
    })
    page.on('requestfinished', (request) => {
      entradaVeio ||= request.url().endsWith('/protocolo.js')
      codigoVeio ||= /\/protocolo\/chunk-/.test(request.url())
    })
    await page.goto(`${casa.server.address}/demo/carga.html`)
    await page.locator('protocolo-consulta .protocolo form').waitFor()
    const antes = pedidos.filter((caminho) => !/presenca|chunk-/.test(caminho))
    assert.deepEqual(
      antes.map((caminho) => caminho.replace(/-\w+\.js$/, '')).filter((caminho, n, todos) => todos.indexOf(caminho) === n),
      ['/protocolo.js', '/protocolo/consulta', '/v1/entidades/vila-serena'],
    )
    assert.deepEqual(
      depois.filter((caminho) => /consulta/.test(caminho)),
      [],
      'nothing of the first view waits for other code',
    )
  })

  it('asks with the server’s own page for the code of its tags, all of it, once, and nothing else', { timeout: 120_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const { page, complaints } = await visit(context, `${casa.server.address}/vila-serena`)
    await prontas(page)
    const adiantados = await page.locator('link[rel=modulepreload]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const pedidos = await codigoPedido(page)
    assert.deepEqual(pedidos, [...new Set(pedidos)], 'nothing comes twice')
    assert.deepEqual(complaints, [])
    const sem = await context.newPage()
    await sem.route('**/vila-serena', async (route) => {
      const resposta = await route.fetch()
      await route.fulfill({ response: resposta, body: (await resposta.text()).replaceAll(/<link rel="modulepreload"[^>]*>/g, '') })
    })
    await sem.goto(`${casa.server.address}/vila-serena`)
    await prontas(sem)
    const precisos = new Set(await codigoPedido(sem))
    assert.ok(adiantados.length > 3)
    assert.deepEqual(
      adiantados.filter((endereco) => !precisos.has(endereco ?? '')),
      [],
      'each is one that the page needs',
    )
  })

  for (const tag of ['protocolo-consulta', 'protocolo-novo', 'protocolo-painel', 'protocolo-gestao'])
    for (const width of larguras)
      it(`moves nothing in sight: ${tag} at ${width} px`, { timeout: 60_000 }, async (t) => {
        const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width, height: 900 } })
        t.after(() => context.close())
        await servir(context, tag)
        const page = await abrir(context, `${casa.server.address}/demo/carga.html`)
        await page.locator(`${tag} .quadro:not([aria-busy]) .titulo`).first().waitFor()
        await page.waitForLoadState('networkidle')
        assert.deepEqual(await deslocamentos(page), [])
      })

  for (const width of larguras)
    it(`moves nothing in sight on the server’s own page, for who is signed in too, at ${width} px`, { timeout: 120_000 }, async (t) => {
      const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width, height: 900 } })
      t.after(() => context.close())
      const page = await abrir(context, `${casa.server.address}/vila-serena`)
      const painel = page.locator('protocolo-painel')
      await painel.getByRole('heading', { name: 'Entrar', exact: true }).waitFor()
      await page.waitForLoadState('networkidle')
      assert.deepEqual(await deslocamentos(page), [], 'signed out')
      await entrarComSenha(painel, cidada.documento, senha)
      await painel.getByRole('button', { name: 'Sair' }).waitFor()
      await page.evaluate(() => scrollTo(0, 0))
      await page.reload()
      await painel.getByRole('button', { name: 'Sair' }).waitFor()
      await painel.locator('.processos a').first().waitFor()
      assert.deepEqual(await deslocamentos(page), [], 'signed in')
    })
})

/** A page that has one tag, as the guide says, and something below it. */
async function servir(context: BrowserContext, tag: string): Promise<void> {
  const body = `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Carga</title>
<style>body { font: 16px Arial; margin: 0 } ${reserva}</style><script type="module" async src="/protocolo.js"></script></head>
<body><main><h1>Serviço</h1><${tag} entidade="vila-serena"><a href="/vila-serena">Abrir</a></${tag}><p>Abaixo</p></main></body></html>`
  await context.route('**/demo/carga.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
}

async function abrir(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript({
    content: `window.deslocados = []
      new PerformanceObserver((lista) => {
        for (const { value, hadRecentInput, sources } of lista.getEntries())
          if (!hadRecentInput) deslocados.push(value.toFixed(4) + ' ' + sources.map(({ node, previousRect: a, currentRect: b }) => node?.closest?.('[entidade]')?.localName + ' ' + (node?.className || node?.nodeName) + ' ' + node?.textContent?.trim().slice(0, 20) + ' ' + [a.x, a.y, b.x, b.y]).join('; '))
      }).observe({ type: 'layout-shift', buffered: true })`,
  })
  await page.goto(address)
  return page
}

/** Until each tag of the server's page shows its first view. */
async function prontas(page: Page): Promise<void> {
  for (const tag of ['consulta', 'novo', 'painel'])
    await page.locator(`protocolo-${tag} .quadro:not([aria-busy]) .titulo`).first().waitFor()
}

function codigoPedido(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((caminho) => caminho.startsWith('/protocolo')),
  )
}

function deslocamentos(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(window, 'deslocados'))
}

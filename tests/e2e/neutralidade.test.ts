import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { casaDaDemo } from '../support/casa.js'
import { caminhos, conhecidoEm, tags } from '../support/hospedeiro.js'
import { type Visit, visit } from '../support/visit.js'

/** What the README says that the script adds to `window`: all of it is Lit's. */
const globaisDocumentadas = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions']

/** A page with 200 elements and more of its own, with the widget's names among its classes, and a place of fixed size for the tags. */
const hospedeiro = `<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"><title>Notícias de Vila Serena</title>
<style>
  body { font: 15px/1.4 Georgia, serif; margin: 8px; --p-acao: green; --protocolo-raio: 3px; counter-reset: secao }
  .protocolo { padding: 7px; text-transform: uppercase } .quadro { border: 3px solid } .campo::before { content: "*" } .botao { background: pink }
  #lugar { height: 500px; width: 700px; overflow: auto } h2 { counter-increment: secao } h2::before { content: counter(secao) ". " }
  @keyframes gira { to { transform: rotate(1turn) } } .escuro { color: #333 } .girando { animation: gira 2s paused }
</style></head>
<body class="protocolo">
<form id="busca" class="quadro" action="/demo/"><label class="rotulo" for="q">Buscar</label><input id="q" name="q" class="entrada" autofocus><button class="botao">Buscar</button></form>
<dialog id="janela" class="dialogo"><p>Aviso</p></dialog>
${Array.from(
  { length: 24 },
  (
    _,
    n,
  ) => `<section class="pilha"><h2 class="titulo">Notícia ${n}</h2><p class="campo">Texto <b>forte</b> e <a href="#n${n}">ligação</a>.</p>
<ul class="linha"><li>um</li><li class="escuro girando">dois</li></ul><details><summary>Mais</summary><p>Resto</p></details></section>`,
).join('\n')}
<div id="lugar"></div>
<p>Fim</p>
</body></html>`

describe('the page that has the tags', () => {
  const casa = casaDaDemo()

  it('stays as it was: styles, globals, title, history, focus, forms, and everything else once the tags are gone', {
    timeout: 180_000,
  }, async (t) => {
    const { visita, devtools } = await abrir(t)
    const { page } = visita
    await page.locator('#q').fill('escola')
    await page.locator('#q').blur()
    await page.locator('#q').focus()
    await vigiarFormularios(page)
    const antes = await estado(page)
    assert.ok(Object.keys(antes.estilos).length >= 200, `${Object.keys(antes.estilos).length} elements of the page`)
    const nossos = await scriptsNossos(devtools)

    await porTags(page)
    const depois = await estado(page)
    assert.deepEqual(mudancas(antes.estilos, depois.estilos), [], 'computed styles')
    assert.deepEqual(depois.globais.filter((nome) => !antes.globais.includes(nome)).sort(), globaisDocumentadas)
    assert.deepEqual({ ...depois.resto }, { ...antes.resto }, 'address, title, length of the history, focus, what was typed')
    assert.deepEqual(depois.folhas.slice(0, antes.folhas.length), antes.folhas, 'the page’s own adopted sheets come first, as they were')
    assert.ok(
      depois.folhas.slice(antes.folhas.length).every((folha) => folha.includes('[slot="protocolo"]')),
      'the others are ours',
    )

    await usar(visita)
    await page.locator('#q').focus()
    assert.deepEqual(
      mudancas(antes.estilos, await estado(page).then(({ estilos }) => estilos)),
      [],
      'computed styles, once the tags were used',
    )
    assert.equal(await page.title(), 'Notícias de Vila Serena')
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'ouvido')), [], 'the page’s own form hears nothing of ours')
    await page.locator('#q').press('Enter')
    await page.waitForFunction(() => Reflect.get(window, 'ouvido').includes('submit'))
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'ouvido')), ['submit'], 'and works as before')

    assert.notDeepEqual(await ouvintes(devtools, nossos), [], 'the tags at work listen')

    await page.locator('#lugar').evaluate((lugar) => lugar.replaceChildren())
    const fim = await estado(page)
    assert.equal(fim.html, antes.html, 'nothing is left in the page')
    assert.deepEqual(mudancas(antes.estilos, fim.estilos), [])
    assert.deepEqual(await ouvintes(devtools, nossos), [], 'nor is anything listened to')
    assert.deepEqual(visita.complaints, [])
  })

  it('holds no more memory after 200 swaps of its contents than after the first ones', { timeout: 300_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/pjax.html`, { unheard: true })
    const devtools = await context.newCDPSession(visita.page)
    await devtools.send('HeapProfiler.enable')
    await trocar(visita.page, 20)
    const antes = await memoria(devtools)
    await trocar(visita.page, 200)
    const depois = await memoria(devtools)
    t.diagnostic(JSON.stringify({ antes, depois }))
    assert.equal(depois.documents, antes.documents)
    assert.ok(depois.nodes <= antes.nodes + 50, `nodes: ${antes.nodes}, then ${depois.nodes}`)
    assert.ok(
      depois.jsEventListeners <= antes.jsEventListeners + 10,
      `listeners: ${antes.jsEventListeners}, then ${depois.jsEventListeners}`,
    )
    assert.ok(depois.heap <= antes.heap * 1.05 + 100_000, `heap: ${antes.heap}, then ${depois.heap}`)
    await visita.page.locator('protocolo-painel').getByRole('heading', { name: 'Entrar', exact: true }).waitFor()
    assert.deepEqual(visita.complaints, [])
  })

  async function abrir(t: TestContext): Promise<{ visita: Visit; devtools: CDPSession }> {
    const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width: 1000, height: 900 } })
    t.after(() => context.close())
    await context.route('**/demo/neutra.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: hospedeiro }))
    const visita = await visit(context, `${casa.server.address}/demo/neutra.html`)
    await visita.page.evaluate(() => {
      const doSite = new CSSStyleSheet()
      doSite.replaceSync('.escuro { letter-spacing: 1px }')
      document.adoptedStyleSheets.push(doSite)
    })
    return { visita, devtools: await context.newCDPSession(visita.page) }
  }

  async function usar({ page }: Visit): Promise<void> {
    for (const nome of tags) await caminhos[nome](page.locator(nome), conhecidoEm(casa.server.output()))
  }
})

/** The three tags and the script, as the last thing that the page gets; here once each can be used. */
async function porTags(page: Page): Promise<void> {
  await page.evaluate(async (nomes) => {
    const script = Object.assign(document.createElement('script'), { type: 'module', src: '/protocolo.js' })
    await new Promise((resolve) => {
      script.onload = resolve
      document.head.append(script)
    })
    script.remove()
    for (const nome of nomes) {
      const tag = document.createElement(nome)
      tag.setAttribute('entidade', 'vila-serena')
      document.querySelector('#lugar')?.append(tag)
    }
  }, tags)
  for (const nome of tags) await page.locator(nome).locator('.quadro:not([aria-busy=true]) .titulo').first().waitFor()
}

/** What a page could find changed. */
async function estado(page: Page) {
  return page.evaluate(() => {
    const doSite = [...document.querySelectorAll<HTMLElement>('*')].filter((um) => !um.parentElement?.closest('#lugar'))
    const estilos: Record<string, string> = {}
    for (const [n, um] of doSite.entries())
      for (const pseudo of ['', '::before', '::after']) {
        const estilo = getComputedStyle(um, pseudo || null)
        estilos[`${n} ${um.localName}${pseudo}`] = [...estilo].map((uma) => `${uma}: ${estilo.getPropertyValue(uma)}`).join('; ')
      }
    const lugar = document.querySelector('#lugar')
    const html = document.documentElement.outerHTML
    return {
      estilos,
      globais: Object.getOwnPropertyNames(window),
      folhas: document.adoptedStyleSheets.map((folha) => [...folha.cssRules].map(({ cssText }) => cssText).join('\n')),
      resto: {
        endereco: location.href,
        titulo: document.title,
        historico: history.length,
        estado: history.state,
        focado: document.activeElement?.id,
        digitado: document.querySelector<HTMLInputElement>('#q')?.value,
        cabeca: document.head.childElementCount,
        idioma: document.documentElement.lang,
        rolagem: scrollY,
      },
      html: lugar ? html.replace(lugar.innerHTML, '') : html,
    }
  })
}

function mudancas(antes: Record<string, string>, depois: Record<string, string>): string[] {
  return Object.keys({ ...antes, ...depois })
    .filter((parte) => antes[parte] !== depois[parte])
    .slice(0, 10)
}

/** Writes down each event that the page's own form hears; what it would send stays here. */
async function vigiarFormularios(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ouvido: string[] = []
    Reflect.set(window, 'ouvido', ouvido)
    const form = document.querySelector('#busca')
    for (const evento of ['submit', 'reset', 'formdata', 'invalid', 'input', 'change'])
      form?.addEventListener(evento, (acontecido) => {
        acontecido.preventDefault()
        ouvido.push(evento)
      })
  })
}

/** What a script of ours listens to on the window and around the tags, by type. */
async function ouvintes(devtools: CDPSession, nossos: ReadonlySet<string>): Promise<string[]> {
  const tipos = await Promise.all(
    ['window', 'document', 'document.documentElement', 'document.body'].map(async (expression) => {
      const { result } = await devtools.send('Runtime.evaluate', { expression, objectGroup: 'ouvintes' })
      const { listeners } = await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' })
      return listeners.filter(({ scriptId }) => nossos.has(scriptId)).map(({ type }) => `${expression} ${type}`)
    }),
  )
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup: 'ouvintes' })
  return tipos.flat().sort()
}

/** The ids of the scripts of ours that the page runs from now on. */
async function scriptsNossos(devtools: CDPSession): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  devtools.on('Debugger.scriptParsed', ({ scriptId, url }) => void (/\/protocolo(\/[\w-]+)?\.js/.test(url) && ids.add(scriptId)))
  await devtools.send('Debugger.enable')
  return ids
}

/** Goes to and fro between the two pages, each time until the tags can be used. */
async function trocar(page: Page, vezes: number): Promise<void> {
  await page.evaluate(async (quantas) => {
    const links = document.querySelectorAll<HTMLAnchorElement>('a[data-troca]')
    for (let n = 0; n < quantas; n++) {
      const trocada = new Promise((resolve) => document.addEventListener('pagina-trocada', resolve, { once: true }))
      links[(n + 1) % 2]?.click()
      await trocada
      while (![...document.querySelectorAll('main [entidade]')].every((tag) => tag.querySelector('.quadro:not([aria-busy=true]) .titulo')))
        await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }, vezes)
}

async function memoria(devtools: CDPSession) {
  for (let vez = 0; vez < 3; vez++) await devtools.send('HeapProfiler.collectGarbage')
  const { documents, nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return { documents, nodes, jsEventListeners, heap: usedSize }
}

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { casaDaDemo } from '../support/casa.js'
import { conhecidoEm } from '../support/hospedeiro.js'
import { press, type } from '../support/keyboard.js'
import { focusedHeading } from '../support/steps.js'
import { type Visit, visit } from '../support/visit.js'

const paginas = [
  '/demo/',
  '/demo/montar',
  '/demo/wordpress',
  '/demo/joomla',
  '/demo/drupal',
  '/demo/html',
  '/demo/problemas',
  '/demo/referencia',
  '/demo/temas',
  '/demo/acessibilidade',
  '/demo/exemplos',
  '/demo/correio',
]

/** Who publishes which item of ABNT NBR 17225 says what which criterion of WCAG says. */
const correspondenciaDaNorma = 'https://todosnaweb.ceweb.br'

describe('the guide for webmasters', () => {
  const casa = casaDaDemo()
  let context: BrowserContext

  before(async () => {
    context = await casa.browser.newContext({ locale: 'pt-BR', permissions: ['clipboard-read', 'clipboard-write'] })
  })
  after(() => context?.close())

  const abrir = (caminho: string, opcoes?: Parameters<typeof visit>[2]) => visit(context, casa.server.address + caminho, opcoes)

  for (const caminho of paginas) {
    it(`${caminho} reads well at any width, in light and dark, and lets nothing in that its policy forbids`, {
      timeout: 120_000,
    }, async () => {
      const visita = await abrir(caminho)
      const { page } = visita
      assert.equal(await page.locator('h1').count(), 1)
      for (const width of [1200, 600, 280]) {
        await page.setViewportSize({ width, height: 800 })
        assert.deepEqual(await maisLargos(page), [], `${width} px`)
        await visita.look(`${width} px`)
      }
      await page.emulateMedia({ colorScheme: 'dark' })
      await visita.look('escuro')
      assert.deepEqual(visita.complaints, [])
      await page.close()
    })
  }

  it('leads nowhere that is not there, and away only to what the standard’s items are', { timeout: 120_000 }, async () => {
    const mortas: string[] = []
    const textos = new Map<string, string>()
    const ler = async (caminho: string) => {
      const lida = textos.get(caminho)
      if (lida !== undefined) return lida
      const resposta = await fetch(casa.server.address + caminho)
      const texto = resposta.ok ? await resposta.text() : ''
      if (!resposta.ok) mortas.push(`${caminho}: ${resposta.status}`)
      textos.set(caminho, texto)
      return texto
    }
    for (const pagina of paginas) {
      for (const [, href = ''] of (await ler(pagina)).matchAll(/<a[^>]* href="([^"]+)"/g)) {
        const { origin, pathname, search, hash } = new URL(href.replaceAll('&amp;', '&'), casa.server.address + pagina)
        if (origin === correspondenciaDaNorma) continue
        if (origin !== casa.server.address) mortas.push(`${pagina}: ${href} leaves the guide`)
        const alvo = await ler(pathname + search)
        if (hash && !alvo.includes(`id="${hash.slice(1)}"`)) mortas.push(`${pagina}: ${href}`)
      }
    }
    assert.deepEqual(mortas, [])
  })

  it('its menu opens and closes by keyboard where there is no room for it', async () => {
    const visita = await abrir('/demo/wordpress')
    const { page } = visita
    await page.setViewportSize({ width: 600, height: 800 })
    const menu = page.getByRole('navigation', { name: 'Guia' })
    assert.equal(await menu.isVisible(), false)
    await press(page.getByRole('button', { name: 'Menu', exact: true }))
    await menu.getByRole('link', { name: 'Drupal', exact: true }).waitFor()
    await visita.look('menu aberto')
    await page.keyboard.press('Escape')
    assert.equal(await menu.isVisible(), false)
    assert.deepEqual(visita.complaints, [])
    await page.close()
  })

  it('copies what it shows, by keyboard, and says so', async () => {
    const { page, complaints } = await abrir('/demo/')
    await press(page.getByRole('button', { name: 'Copiar', exact: true }))
    await page.getByRole('status').getByText('Copiado', { exact: true }).waitFor()
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator('#trecho').textContent())
    assert.deepEqual(complaints, [])
    await page.close()
  })

  it('where the clipboard is refused, leaves the text selected', async () => {
    const { page, complaints } = await abrir('/demo/')
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await press(page.getByRole('button', { name: 'Copiar', exact: true }))
    await page.getByRole('status').getByText('Selecionado: aperte Ctrl+C').waitFor()
    assert.equal(await page.evaluate(() => getSelection()?.toString()), await page.locator('#trecho').textContent())
    assert.deepEqual(complaints, [])
    await page.close()
  })

  describe('where the code is put together', () => {
    it('keeps code, previews and address up with what is chosen', { timeout: 120_000 }, async () => {
      const visita = await abrir('/demo/montar')
      const { page } = visita
      await page.getByRole('checkbox', { name: 'Abrir um pedido' }).check()
      await page.getByRole('combobox', { name: 'entidade', exact: true }).selectOption('serra-azul')
      await page.getByRole('combobox', { name: 'tema', exact: true }).selectOption('escuro')
      await page.locator('#trecho', { hasText: '<protocolo-novo entidade="serra-azul" tema="escuro">' }).waitFor()
      await page.getByRole('combobox', { name: 'tipo', exact: true }).selectOption('falta-agua')
      await page.locator('#trecho', { hasText: 'tipo="falta-agua"' }).waitFor()
      const previa = page.frameLocator('iframe[title="Página simples"]')
      await previa.locator('protocolo-novo[tipo=falta-agua] .escuro').waitFor()
      await page.getByRole('checkbox', { name: 'Abrir um pedido' }).uncheck()
      await page.getByRole('combobox', { name: 'tipo', exact: true }).waitFor({ state: 'hidden' })
      await visita.look('escolhido')

      const outra = await abrir(new URL(page.url()).pathname + new URL(page.url()).search)
      assert.equal(await outra.page.locator('#trecho').textContent(), await page.locator('#trecho').textContent())
      assert.equal(await outra.page.getByRole('combobox', { name: 'tema', exact: true }).inputValue(), 'escuro')
      assert.deepEqual([...visita.complaints, ...outra.complaints], [])
      await outra.page.close()
      await page.close()
    })

    it('says whether a colour can be read, and puts the nearest that can in its place', async () => {
      const visita = await abrir('/demo/montar')
      const { page } = visita
      const campo = page.getByRole('textbox', { name: '--protocolo-cor-acao', exact: true })
      await type(campo, '#ffcd07')
      const sugestao = page.getByRole('link', { name: /^Usar #/ })
      await sugestao.waitFor()
      await visita.look('cor que não se lê')
      const proxima = (await sugestao.textContent())?.replace('Usar ', '') ?? ''
      await press(sugestao)
      await page.getByText('Dá para ler bem.').waitFor()
      assert.equal(await campo.inputValue(), proxima)
      await page.locator('#trecho', { hasText: `--protocolo-cor-acao: ${proxima};` }).waitFor()
      await visita.look('cor que se lê')
      assert.deepEqual(visita.complaints, [])
      await page.close()
    })

    it('shows beside each colour what holds while its field is empty', async () => {
      const { page, complaints } = await abrir('/demo/montar')
      const campo = page.getByRole('textbox', { name: '--protocolo-cor-texto', exact: true })
      const amostra = (nome: string) =>
        page.getByLabel(`Escolher --protocolo-cor-${nome} em um quadro de cores`, { exact: true }).inputValue()
      assert.deepEqual([await amostra('acao'), await amostra('texto'), await amostra('fundo')], ['#0b5cad', '#1b1f24', '#ffffff'])
      await type(campo, '#ffcd07')
      assert.equal(await amostra('texto'), '#ffcd07')
      await campo.clear()
      assert.equal(await amostra('texto'), '#1b1f24')
      assert.deepEqual(complaints, [])
      await page.close()
    })

    it('has in its fields what is in the code, whatever the address says', async () => {
      const { page, complaints } = await abrir(
        '/demo/montar?tag=protocolo-painel&api=https://evil.example&api=&tema=escuro&tema=&cor-fundo=url(//evil.example/p.png)&raio=0&raio=1em',
      )
      assert.doesNotMatch((await page.locator('#trecho').textContent()) ?? '', /evil/)
      assert.equal(await page.locator('[name=api]').count(), 0)
      assert.equal(await page.getByRole('combobox', { name: 'tema', exact: true }).inputValue(), 'escuro')
      assert.equal(await page.locator('[name=raio]').inputValue(), '0')
      assert.equal(await page.locator('[name=cor-fundo]').inputValue(), '')
      const previa = await page.request.get(`${casa.server.address}/demo/previa/simples?tag=protocolo-painel&api=https://evil.example`)
      assert.doesNotMatch(`${previa.headers()['content-security-policy']} ${await previa.text()}`, /evil/)
      assert.deepEqual(complaints, [])
      await page.close()
    })

    it('works without JavaScript, by the button', async () => {
      const sem = await casa.browser.newContext({ javaScriptEnabled: false })
      const page = await sem.newPage()
      await page.goto(`${casa.server.address}/demo/montar`)
      await page.getByRole('checkbox', { name: 'Área da pessoa' }).check()
      await page.getByRole('combobox', { name: 'tema', exact: true }).selectOption('govbr')
      await page.getByRole('button', { name: 'Atualizar', exact: true }).click()
      await page.locator('#trecho', { hasText: '<protocolo-painel entidade="vila-serena" tema="govbr">' }).waitFor()
      await sem.close()
    })

    for (const nome of ['WordPress', 'Bootstrap 5', 'simples', '280 px']) {
      it(`the preview ${nome} runs under the policy that is shown`, async () => {
        const { page, complaints } = await abrir('/demo/montar')
        const endereco = await page.getByRole('link', { name: new RegExp(`^Abrir .*${nome}`) }).getAttribute('href')
        const previa = await abrir(endereco ?? '')
        await previa.page.locator('protocolo-consulta').getByRole('button', { name: 'Consultar', exact: true }).waitFor()
        await previa.look(nome)
        assert.deepEqual([...complaints, ...previa.complaints], [])
        await previa.page.close()
        await page.close()
      })
    }

    for (const versao of ['nova', 'fixa']) {
      it(`the code of the ${versao} version, pasted in an empty page under the policy shown with it, works`, {
        timeout: 120_000,
      }, async () => {
        const { page } = await abrir(`/demo/montar?versao=${versao}&cor-acao=%2300697d&slot-ajuda=Ligue%20156`)
        const copiado = (await page.locator('#trecho').textContent()) ?? ''
        const politica = (await page.locator('#politica').textContent()) ?? ''
        await page.close()
        const visita = await emBranco(copiado, politica)
        const tag = visita.page.locator('protocolo-consulta')
        const { numero } = conhecidoEm(casa.server.output())
        await type(tag.getByRole('textbox', { name: 'Número do protocolo' }), numero)
        await visita.page.keyboard.press('Enter')
        await focusedHeading(tag, numero)
        assert.equal(await tag.evaluate((parte) => getComputedStyle(parte).getPropertyValue('--protocolo-cor-acao')), '#00697d')
        await visita.page.getByText('Ligue 156').waitFor()
        assert.deepEqual(visita.complaints, [])
        await visita.page.close()
      })
    }
  })

  /** Somebody's page with nothing but the code, at an address that the entidades of the demo know. */
  async function emBranco(copiado: string, politica: string): Promise<Visit> {
    const perto = Number(new URL(casa.server.address).port) + 7
    const corpo = `<!doctype html><html lang="pt-BR"><meta charset="utf-8"><title>Página em branco</title><body><main><h1>Página</h1>\n${copiado}\n</main></body></html>`
    const site = createServer((pedido, resposta) => {
      if (pedido.url !== '/') return resposta.writeHead(204).end()
      return resposta.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': politica }).end(corpo)
    }).listen(perto)
    await once(site, 'listening')
    const visita = await visit(context, `http://localhost:${perto}/`)
    visita.page.once('close', () => {
      site.close()
      site.closeAllConnections()
    })
    return visita
  }
})

/** What sticks out of the window, but for what scrolls in a box of its own. */
function maisLargos(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    return [...document.body.querySelectorAll('*')].flatMap((parte) =>
      parte.getBoundingClientRect().right > innerWidth + 1 ? [parte.outerHTML.slice(0, 120)] : [],
    )
  })
}

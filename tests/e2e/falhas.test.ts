import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContext, Locator, Page, Route } from 'playwright-core'
import { cidada, senha } from '../../demo/pessoas.js'
import { casaDaDemo } from '../support/casa.js'
import { problema503 } from '../support/queda.js'
import { abertura, pessoa } from '../support/steps.js'
import { type Visit, visit } from '../support/visit.js'
import { preencherBuraco } from '../support/walk.js'

const fora = 'O serviço não respondeu Espere um pouco e tente de novo.'
const semInternet = 'Você está sem internet Confira a conexão do aparelho. Nada do que você escreveu se perdeu.'
const indisponivel = 'Serviço fora do ar Volte em alguns minutos.'

/** What goes wrong on the way to the API, and what the tag then says. */
const quedas = {
  'refuses the connection': { responder: (route: Route) => route.abort('connectionrefused'), diz: fora },
  'answers 503': { responder: (route: Route) => route.fulfill(problema503), diz: indisponivel },
  'is a proxy in trouble, in HTML': {
    responder: (route: Route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
    diz: fora,
  },
  'is a portal that answers any address in HTML': {
    responder: (route: Route) => route.fulfill({ contentType: 'text/html', body: '<h1>Entre na rede</h1>' }),
    diz: fora,
  },
  'is out of reach, the device offline': { responder: (route: Route) => route.abort('internetdisconnected'), diz: semInternet },
} as const

const tags = ['protocolo-consulta', 'protocolo-novo', 'protocolo-painel', 'protocolo-gestao'] as const

/** Something that people type and send, up to its button: what they typed, what carries it, and what comes once it is sent. */
const envios: Record<(typeof tags)[number], (visita: Visit, tag: Locator) => Promise<Envio>> = {
  async 'protocolo-consulta'(_, tag) {
    const numero = tag.getByRole('textbox', { name: 'Número do protocolo' })
    await numero.fill('PMVS 1999/1')
    return {
      enviar: tag.getByRole('button', { name: 'Consultar', exact: true }),
      envia: /^GET .*\/consulta$/,
      digitado: async () => assert.equal(await numero.inputValue(), 'PMVS 1999/1'),
      chegou: tag.locator('[name=numero][aria-invalid=true]'),
    }
  },
  async 'protocolo-novo'(visita, tag) {
    const novo = abertura(visita)
    await novo.escolher('asfalto', 'Tapa-buraco')
    await novo.comecar()
    await preencherBuraco(novo)
    await novo.continuar('Quem está pedindo')
    await novo.identificar()
    await novo.continuar('Documentos')
    await novo.revisar()
    return {
      enviar: novo.botao('Enviar pedido'),
      envia: /^POST .*\/protocolos$/,
      digitado: () => tag.getByText(pessoa.nome).first().waitFor(),
      chegou: novo.titulo('Recebemos o seu pedido'),
    }
  },
  'protocolo-painel': entrada,
  'protocolo-gestao': entrada,
}

interface Envio {
  enviar: Locator
  /** What carries it, as `POST /v1/sessoes`. */
  envia: RegExp
  digitado(): Promise<void>
  chegou: Locator
}

async function entrada(_: Visit, tag: Locator): Promise<Envio> {
  const login = tag.getByRole('textbox', { name: 'CPF, CNPJ, usuário ou e-mail' })
  const palavra = tag.locator('[name=senhaAtual]')
  await login.fill(cidada.documento)
  await palavra.fill(senha)
  return {
    enviar: tag.getByRole('button', { name: /^Entrar( com senha)?$/ }),
    envia: /^POST .*\/sessoes$/,
    digitado: async () => {
      assert.equal(await login.inputValue(), cidada.documento)
      assert.equal(await palavra.inputValue(), senha)
    },
    chegou: tag.getByRole('button', { name: 'Sair' }),
  }
}

describe('when the API', () => {
  const casa = casaDaDemo()

  for (const [queda, { responder, diz }] of Object.entries(quedas))
    describe(`${queda},`, () => {
      for (const tag of tags) {
        it(`${tag} says so as it loads, and is there once tried again`, { timeout: 60_000 }, async (t) => {
          const context = await casa.browser.newContext({ locale: 'pt-BR' })
          t.after(() => context.close())
          const { page } = await abrir(context, tag, async (pagina) => {
            await cair(pagina, responder, diz)
          })
          await dita(page, diz)
          await levantar(page)
          await page.locator(tag).getByRole('button', { name: 'Tentar de novo', exact: true }).click()
          await page.locator(`${tag} .titulo:focus`).waitFor()
        })

        it(`${tag} keeps what was typed, and sends it once tried again`, { timeout: 120_000 }, async (t) => {
          const context = await casa.browser.newContext({ locale: 'pt-BR' })
          t.after(() => context.close())
          const visita = await abrir(context, tag)
          const { page } = visita
          const { enviar, envia, digitado, chegou } = await envios[tag](visita, page.locator(tag))
          if (diz === semInternet) await context.setOffline(true)
          else await cair(page, responder, diz)
          await enviar.click()
          await dita(page, diz)
          await digitado()
          const enviados: string[] = []
          page.on('request', (pedido) => {
            const dito = `${pedido.method()} ${new URL(pedido.url()).pathname}`
            if (envia.test(dito)) enviados.push(dito)
          })
          if (diz === semInternet) await context.setOffline(false)
          else await levantar(page)
          await page.locator(tag).getByRole('button', { name: 'Tentar de novo', exact: true }).or(enviar).first().click()
          await chegou.waitFor()
          assert.equal(enviados.length, 1, enviados.join(', '))
        })
      }
    })

  describe('takes ten seconds,', () => {
    for (const tag of tags)
      it(`${tag} says that it is still loading, and then shows what came`, { timeout: 60_000 }, async (t) => {
        const context = await casa.browser.newContext({ locale: 'pt-BR' })
        t.after(() => context.close())
        let soltar: (() => void) | undefined
        const solta = new Promise<void>((resolve) => (soltar = resolve))
        const { page } = await abrir(context, tag, async (pagina) => {
          await pagina.clock.install()
          await pagina.route('**/v1/**', async (route) => {
            await solta
            await route.continue()
          })
        })
        await page.locator(`${tag} .quadro[aria-busy=true]`).waitFor()
        assert.equal(await page.locator(`${tag} [role=status]`).textContent(), '')
        await page.clock.runFor(10_000)
        await page.locator(`${tag} [role=status]`, { hasText: 'Está demorando. Espere mais um pouco.' }).waitFor()
        await page.locator(`${tag} .quadro`).getByText('Está demorando. Espere mais um pouco.').waitFor()
        soltar?.()
        await page.locator(`${tag} .quadro:not([aria-busy]) .titulo`).first().waitFor()
        assert.equal(await page.getByText('Está demorando').count(), 0)
      })
  })

  async function abrir(context: BrowserContext, tag: string, antes?: (page: Page) => Promise<void>): Promise<Visit> {
    const body = `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><title>Quedas</title><script type="module" async src="/protocolo.js"></script></head>
      <body><main><h1>Serviço</h1><${tag} entidade="vila-serena"><a href="/vila-serena">Abrir</a></${tag}></main></body></html>`
    await context.route('**/demo/quedas.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
    return visit(context, `${casa.server.address}/demo/quedas.html`, antes && { before: antes })
  }
})

/** From now on; offline, the browser knows of it too, which still has to load the page. */
async function cair(page: Page, responder: (route: Route) => Promise<void>, diz: string): Promise<void> {
  await page.route('**/v1/**', responder)
  if (diz !== semInternet) return
  await page.addInitScript({ content: sabida(false) })
  await page.evaluate(sabida(false))
}

async function levantar(page: Page): Promise<void> {
  await page.unroute('**/v1/**')
  await page.evaluate(sabida(true))
}

const sabida = (onLine: boolean) => `Object.defineProperty(navigator, 'onLine', { configurable: true, value: ${onLine} })`

/** Announced: in an alert. */
async function dita(page: Page, diz: string): Promise<void> {
  const alerta = page.getByRole('alert').filter({ hasText: /\S/ }).first()
  await alerta.waitFor()
  const partes = await alerta.locator(':is(p, b, strong, h2, h3, h4)').allTextContents()
  assert.equal(
    partes
      .map((parte) => parte.replace(/\s+/g, ' ').trim())
      .join(' ')
      .slice(0, diz.length),
    diz,
  )
}

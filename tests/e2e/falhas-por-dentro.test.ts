import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { cidada, senha, servidores } from '../../demo/pessoas.js'
import { casaDaDemo } from '../support/casa.js'
import { entrarComSenha } from '../support/conta.js'
import { problema503 } from '../support/queda.js'
import { visit } from '../support/visit.js'

const administradora = servidores.find(({ papel }) => papel === 'administrador') ?? cidada

/** Each view: its part of the hash, where the person comes from, and the heading that is there once it came. */
interface Caminho {
  de: string
  para: string
  titulo: string | RegExp
}

const partesDosDados = {
  '': 'Meus dados',
  voce: 'Quem você é',
  contato: 'Contato',
  endereco: 'Endereço',
  seguranca: 'Entrada na conta',
  avisos: 'Avisos',
  lei: 'Seus dados e a lei',
  duvidas: 'Dúvidas no cadastro',
}

/** `<id>` stands for the first protocolo of the list. */
const vistas = {
  'protocolo-painel': [
    { de: 'painel=dados', para: 'painel=inicio', titulo: /^Olá/ },
    { de: 'painel=inicio', para: 'painel=processos', titulo: 'Meus processos' },
    { de: 'painel=inicio', para: 'painel=pendencias', titulo: 'Minhas pendências' },
    { de: 'painel=inicio', para: 'painel=liberados', titulo: 'Liberados' },
    { de: 'painel=inicio', para: 'painel=procuracoes', titulo: 'Procurações' },
    { de: 'painel=inicio', para: 'painel=responder&id=<id>', titulo: 'Responder ao setor' },
    ...Object.entries(partesDosDados).map(([parte, titulo]) => ({ de: 'painel=inicio', para: `painel=dados&parte=${parte}`, titulo })),
    { de: 'painel=dados', para: 'painel=dados&parte=seguranca', titulo: 'Entrada na conta' },
    ...['resumo', 'andamento', 'documentos', 'mensagens', 'acessos'].flatMap((aba) => [
      { de: 'painel=inicio', para: `painel=processo&id=<id>&aba=${aba}`, titulo: /^PMVS/ },
      { de: 'painel=processo&id=<id>', para: `painel=processo&id=<id>&aba=${aba}&de=fora`, titulo: /^PMVS/ },
    ]),
  ],
  'protocolo-gestao': [
    { de: 'gestao=balcao', para: 'gestao=fila', titulo: 'Minha unidade' },
    { de: 'gestao=fila', para: 'gestao=fila&fila=minha', titulo: 'Meus' },
    { de: 'gestao=fila', para: 'gestao=balcao', titulo: 'Novo pedido para alguém' },
    { de: 'gestao=fila', para: 'gestao=indicadores', titulo: 'Indicadores' },
    { de: 'gestao=fila', para: 'gestao=administracao', titulo: 'Administração' },
    { de: 'gestao=fila', para: 'gestao=processo&id=<id>', titulo: /^PMVS/ },
    ...['pessoas', 'entidade', 'orgaos', 'unidades', 'calendario', 'modelos', 'chaves', 'quedas', 'auditoria', 'arquivo'].map((parte) => ({
      de: 'gestao=administracao',
      para: `gestao=administracao&parte=${parte}`,
      titulo: 'Administração',
    })),
  ],
} as const satisfies Record<string, readonly Caminho[]>

const tags = Object.keys(vistas) as (keyof typeof vistas)[]
const quemEntra = { 'protocolo-painel': cidada, 'protocolo-gestao': administradora }
const primeiro = { 'protocolo-painel': '.processo a', 'protocolo-gestao': 'a.abre-processo' }

const quedas = {
  'the device is offline': {
    diz: 'Você está sem internet',
    cair: (page: Page) => page.context().setOffline(true),
    levantar: (page: Page) => page.context().setOffline(false),
    /** The browser tells that the connection is back: nobody has to press anything. */
    voltar: (tag: Locator) => tag.waitFor(),
  },
  'the API answers 503': {
    diz: 'Serviço fora do ar',
    cair: (page: Page) => page.route('**/v1/**', (route) => route.fulfill(problema503)),
    levantar: (page: Page) => page.unroute('**/v1/**'),
    voltar: pedirDeNovo,
  },
  'the script is out of reach': {
    diz: 'O serviço não respondeu',
    cair: (page: Page) => page.route(/\/protocolo\/[^/]+\.js|\/v1\//, (route) => route.abort('connectionrefused')),
    levantar: (page: Page) => page.unroute(/\/protocolo\/[^/]+\.js|\/v1\//),
    voltar: pedirDeNovo,
  },
}

describe('inside a tag, when', () => {
  const casa = casaDaDemo()

  for (const tag of tags)
    describe(`a view of ${tag} is asked for and`, () => {
      let context: BrowserContext
      let id: string

      before(async () => {
        context = await casa.browser.newContext({ locale: 'pt-BR' })
        await comATag(context, tag)
        const { page } = await abrir('')
        await entrarComSenha(page.locator(tag), quemEntra[tag].documento, senha)
        const href = await page.locator(`${tag} ${primeiro[tag]}`).first().getAttribute('href')
        id = new URLSearchParams(href?.split('#')[1]).get('id') ?? ''
        await page.close()
      })
      after(() => context?.close())

      const abrir = (hash: string) =>
        visit(context, `${casa.server.address}/demo/quedas.html${hash && `#${hash.replace('<id>', id)}`}`, { unheard: true })

      for (const [queda, { diz, cair, levantar, voltar }] of Object.entries(quedas))
        for (const { de, para, titulo } of vistas[tag])
          it(`${queda}, ${para} from ${de} says so, once, and comes with the connection`, { timeout: 60_000 }, async (t) => {
            const { page } = await abrir(de)
            t.after(() => page.close())
            const naTag = page.locator(tag)
            await naTag.locator('.quadro:not([aria-busy]) .titulo').first().waitFor()
            await naTag.locator('.titulo').first().focus()

            await cair(page)
            await page.evaluate(
              (hash) => {
                location.hash = hash
              },
              para.replace('<id>', id),
            )
            await naTag.getByRole('alert').filter({ hasText: diz }).waitFor()
            assert.equal(await naTag.getByRole('alert').count(), 1)
            await deNovo(naTag).waitFor()
            await naTag.locator(':focus').waitFor()
            assert.equal(await naTag.locator('.esqueleto').count(), 0)

            await levantar(page)
            await voltar(naTag)
            await naTag.getByRole('alert').waitFor({ state: 'detached' })
            await naTag.locator('.titulo', { hasText: titulo }).waitFor()
            await naTag.locator('.titulo:focus').waitFor()
          })

      if (tag === 'protocolo-painel')
        it('its code fails after the person went on to another, says nothing there', async (t) => {
          const { page } = await abrir('painel=inicio')
          t.after(() => page.close())
          const naTag = page.locator(tag)
          let falhar: (() => void) | undefined
          await page.route(/\/protocolo\/dados-[^/]+\.js/, async (route) => {
            await new Promise<void>((agora) => (falhar = agora))
            await route.abort('connectionrefused')
          })
          await naTag.locator('.processos a').first().waitFor()
          const pedido = page.waitForRequest(/\/protocolo\/dados-/)
          await page.evaluate(() => (location.hash = '#painel=dados'))
          await pedido
          await page.evaluate(() => (location.hash = '#painel=processos'))
          await naTag.locator('.titulo', { hasText: 'Meus processos' }).waitFor()
          const avisado = page.waitForEvent('console', (dito) => dito.text().includes('protocolo P04'))
          falhar?.()
          await avisado
          assert.equal(await naTag.getByRole('alert').count(), 0)
          assert.equal(await naTag.locator('.titulo', { hasText: 'Meus processos' }).count(), 1)
        })
    })
})

/** Unless what is kept live has asked for it in the meantime. */
function pedirDeNovo(tag: Locator): Promise<void> {
  return tag.locator('.tentar').evaluateAll((botoes) => {
    for (const botao of botoes) if (botao instanceof HTMLElement) botao.click()
  })
}

function deNovo(tag: Locator): Locator {
  return tag.getByRole('button', { name: 'Tentar de novo', exact: true })
}

async function comATag(context: BrowserContext, tag: string): Promise<void> {
  const body = `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><title>Quedas</title><script type="module" async src="/protocolo.js"></script></head>
    <body><main><h1>Serviço</h1><${tag} entidade="vila-serena"><a href="/vila-serena">Abrir</a></${tag}></main></body></html>`
  await context.route('**/demo/quedas.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
}

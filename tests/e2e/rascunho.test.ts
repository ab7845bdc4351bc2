import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import type { Browser, BrowserContext, Request } from 'playwright-core'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { press } from '../support/keyboard.js'
import { sampleJpeg } from '../support/sample-files.js'
import { freePort, type RunningServer, startDemo } from '../support/server.js'
import { type Abertura, abertura, pessoa } from '../support/steps.js'
import { launchBrowser, type Visit, visit } from '../support/visit.js'
import { preencherBuraco, respostasDoBuraco } from '../support/walk.js'

const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-rascunho-'))
const foto = sampleJpeg('buraco.jpg')
let database: TestDatabase
let env: Record<string, string>
let server: RunningServer
let browser: Browser
let context: BrowserContext
let opened: number

before(async () => {
  database = await createTestDatabase()
  env = { DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0', PROTOCOLO_DADOS: dataDir, PORT: String(await freePort()) }
  server = await startDemo(env)
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
  await database?.drop()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(async () => {
  context = await browser.newContext({ locale: 'pt-BR' })
  opened = await protocolos()
})
afterEach(() => context.close())

const comecarBuraco = async (): Promise<[Visit, Abertura]> => {
  const visita = await visit(context, `${server.address}/demo/simples.html`)
  const novo = abertura(visita)
  await novo.escolher('asfalto', 'Tapa-buraco')
  await novo.comecar()
  return [visita, novo]
}

/** Everything filled in, one photo sent, the review on screen. */
const chegarARevisao = async (): Promise<[Visit, Abertura]> => {
  const [visita, novo] = await comecarBuraco()
  await preencherBuraco(novo)
  await novo.continuar('Quem está pedindo')
  await novo.identificar()
  await novo.continuar('Documentos')
  await novo.enviarArquivos('Escolher arquivo: Fotos', [foto])
  await novo.revisar()
  return [visita, novo]
}

describe('a draft', () => {
  it('survives a reload at every step, with what was typed and the files already sent', { timeout: 180_000 }, async () => {
    const [visita, novo] = await comecarBuraco()
    const reload = async (titulo: string) => {
      await visita.page.reload()
      await novo.titulo(titulo).waitFor()
      await novo.aviso('Suas respostas estão aqui, como você deixou.').waitFor()
    }

    await preencherBuraco(novo)
    await reload('Sobre o pedido')
    assert.equal(await novo.texto('Rua, avenida ou praça').inputValue(), 'Rua das Acácias')
    assert.equal(await novo.texto('Como é o buraco?').inputValue(), 'Fundo, no meio da rua.')
    await novo.continuar('Quem está pedindo')
    await novo.identificar()
    await reload('Quem está pedindo')
    assert.equal(await novo.texto('Nome completo').inputValue(), pessoa.nome)
    await novo.continuar('Documentos')
    await novo.enviarArquivos('Escolher arquivo: Fotos', [foto])
    await reload('Documentos')
    await novo.arquivo(foto.name).getByText('recebido').waitFor()
    await novo.revisar()
    await reload('Confira e envie')
    await novo.enviar('Tapa-buraco', respostasDoBuraco, [foto])
    assert.equal(await protocolos(), opened + 1)
    assert.deepEqual(visita.complaints, [])
  })

  it('is gone once it was sent', { timeout: 180_000 }, async () => {
    const [visita, novo] = await chegarARevisao()
    assert.equal(await visita.page.evaluate(() => localStorage.length), 1)
    await novo.enviar('Tapa-buraco', respostasDoBuraco, [foto])
    assert.equal(await visita.page.evaluate(() => localStorage.length), 0)
    await visita.page.reload()
    await novo.botao('Começar').waitFor()
  })
})

describe('the browser’s Back and Forward', () => {
  it('walk the steps, and nothing is lost', { timeout: 180_000 }, async () => {
    const [visita, novo] = await chegarARevisao()
    const { page } = visita
    const address = page.url()
    for (const titulo of ['Documentos', 'Quem está pedindo', 'Sobre o pedido', 'Tapa-buraco', 'O que você precisa?']) {
      await page.goBack()
      await novo.passo(titulo)
    }
    for (const titulo of ['Tapa-buraco', 'Sobre o pedido', 'Quem está pedindo', 'Documentos', 'Confira e envie']) {
      await page.goForward()
      await novo.passo(titulo)
    }
    assert.equal(page.url(), address, 'the address stays the page’s own')
    await novo.enviar('Tapa-buraco', respostasDoBuraco, [foto])
    assert.deepEqual(visita.complaints, [])
  })

  it('and the button "Voltar" are the same way back', { timeout: 180_000 }, async () => {
    const [{ page }, novo] = await comecarBuraco()
    await preencherBuraco(novo)
    await novo.continuar('Quem está pedindo')
    await press(novo.botao('Voltar'))
    await novo.passo('Sobre o pedido')
    assert.equal(await novo.texto('Ponto de referência').inputValue(), 'em frente à padaria')
    await page.goForward()
    await novo.passo('Quem está pedindo')
  })
})

describe('a sending that fails', () => {
  it('before it reaches the server keeps everything, and the next try opens one protocolo', { timeout: 180_000 }, async () => {
    const [{ page }, novo] = await chegarARevisao()
    const keys = keysSent(context)
    await page.route('**/protocolos', (route) => route.abort('connectionfailed'), { times: 1 })
    await press(novo.botao('Enviar pedido'))
    await novo.aviso('O serviço não respondeu').waitFor()
    await novo.enviar('Tapa-buraco', respostasDoBuraco, [foto])
    assert.equal(new Set(keys).size, 1, 'the key stays')
    assert.equal(await protocolos(), opened + 1)
  })

  it('once the server has it, because the answer was lost, gives the same protocolo at the next try', { timeout: 180_000 }, async () => {
    const [{ page }, novo] = await chegarARevisao()
    const keys = keysSent(context)
    const told: string[] = []
    await page.route('**/protocolos', async (route) => {
      const answer = await route.fetch()
      const { numero } = await answer.json()
      told.push(numero)
      return told.length === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer })
    })
    await press(novo.botao('Enviar pedido'))
    await novo.aviso('O serviço não respondeu').waitFor()
    const { numero } = await novo.enviar('Tapa-buraco', respostasDoBuraco, [foto])
    assert.deepEqual([...new Set(told)], [numero])
    assert.equal(new Set(keys).size, 1)
    assert.equal(await protocolos(), opened + 1)
  })

  it('because the server is down goes through when it is back, even after a reload', { timeout: 180_000 }, async () => {
    const [{ page }, novo] = await chegarARevisao()
    await server.stop()
    await press(novo.botao('Enviar pedido'))
    await novo.aviso('O serviço não respondeu').waitFor()
    server = await startDemo(env)
    await page.reload()
    await novo.titulo('Confira e envie').waitFor()
    await novo.enviar('Tapa-buraco', respostasDoBuraco, [foto])
    assert.equal(await protocolos(), opened + 1)
  })
})

describe('two tabs with the same draft', () => {
  /** The second tab goes on where the first one is. */
  const segundaAba = async (): Promise<[Visit, Abertura]> => {
    const visita = await visit(context, `${server.address}/demo/simples.html`)
    const novo = abertura(visita)
    await novo.escolher('asfalto', 'Tapa-buraco')
    await press(novo.botao('Continuar de onde parei'))
    await novo.titulo('Confira e envie').waitFor()
    return [visita, novo]
  }

  it('sent from both at once open one protocolo, and both tabs tell its number', { timeout: 180_000 }, async () => {
    const [uma, novo] = await chegarARevisao()
    const [outra, outro] = await segundaAba()
    const keys = keysSent(context)
    const both = meeting(2)
    await context.route('**/protocolos', async (route) => {
      await both()
      await route.continue()
    })
    await press(outro.botao('Enviar pedido'))
    await uma.page.bringToFront()
    await press(novo.botao('Enviar pedido'))
    const numeros = await Promise.all([uma, outra].map(({ page }) => page.locator('protocolo-novo .numero.grande').textContent()))
    assert.equal(new Set(numeros).size, 1)
    assert.equal(new Set(keys).size, 1)
    assert.equal(await protocolos(), opened + 1)
  })

  it('sent from one tell the other, which does not send it again', { timeout: 180_000 }, async () => {
    const [uma, novo] = await chegarARevisao()
    const [outra, outro] = await segundaAba()
    await uma.page.bringToFront()
    await novo.enviar('Tapa-buraco', respostasDoBuraco, [foto])
    await outro.aviso('Este pedido já foi enviado em outra aba. O comprovante está lá.').waitFor()
    await outra.page.bringToFront()
    await press(outro.botao('Enviar pedido'))
    await outra.page.locator('.aviso:focus', { hasText: 'já foi enviado em outra aba' }).waitFor()
    assert.equal(await outro.titulo('Confira e envie').count(), 1)
    assert.equal(await protocolos(), opened + 1)
  })
})

async function protocolos(): Promise<number> {
  const [row] = await database.sql<{ n: number }[]>`select count(*)::int as n from protocolos`
  return row?.n ?? 0
}

/** The Idempotency-Key of each sending from here on. */
function keysSent(from: BrowserContext): string[] {
  const keys: string[] = []
  from.on('request', (request: Request) => {
    const key = request.headers()['idempotency-key']
    if (key && request.method() === 'POST') keys.push(key)
  })
  return keys
}

/** Holds everyone who comes until `people` are there. */
function meeting(people: number): () => Promise<void> {
  const waiting: (() => void)[] = []
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (waiting.length >= people) for (const go of waiting) go()
    })
}

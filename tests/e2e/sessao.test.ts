import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it, type TestContext } from 'node:test'
import type { Browser, BrowserContext, Locator } from 'playwright-core'
import { cidada, senha } from '../../demo/pessoas.js'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { abrirMeusDados, entrarComSenha } from '../support/conta.js'
import { press, type } from '../support/keyboard.js'
import { samplePng } from '../support/sample-files.js'
import { freePort, type RunningServer, startDemo, startServer } from '../support/server.js'
import { abertura, focusedHeading } from '../support/steps.js'
import { launchBrowser, type Visit, visit } from '../support/visit.js'
import { preencherBuraco } from '../support/walk.js'

/** The first call of a page is sent again with the server's nonce (RFC 9449 §8), and one that a restart cuts or turns away is tried again; the browser notes both. */
const expected = /status of (401|409|503)|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/

const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-sessao-'))
let database: TestDatabase
let env: Record<string, string>
let server: RunningServer
let browser: Browser

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
  await database.sql`delete from rascunhos`
})

interface Aparelho {
  /** Another tab. */
  aba(caminho?: string): Promise<Visit & Tags>
}

interface Tags {
  painel: Locator
  novo: Locator
  consulta: Locator
}

/** A device of its own. `antes` is told what runs in each of its pages before the page's own code. */
async function aparelho(
  t: TestContext,
  antes?: (context: BrowserContext) => Promise<unknown>,
  address = server.address,
): Promise<Aparelho> {
  const context = await browser.newContext({ locale: 'pt-BR' })
  t.after(() => context.close())
  await antes?.(context)
  return {
    async aba(caminho = '/vila-serena') {
      const visita = await visit(context, address + caminho, { expected })
      const tag = (nome: string) => visita.page.locator(`protocolo-${nome}`)
      return { ...visita, painel: tag('painel'), novo: tag('novo'), consulta: tag('consulta') }
    },
  }
}

async function entrar({ painel, page }: Visit & Tags): Promise<void> {
  await page.bringToFront()
  await entrarComSenha(painel, cidada.documento, senha)
  await focusedHeading(painel, 'Olá, Pessoa')
}

const entrou = 'Você entrou como Pessoa Exemplo da Silva.'

/** The newest protocolo of the citizen of the demo, and what a civil servant does to it. */
async function ultimo(): Promise<{ numero: string; mudar(situacao: string): Promise<void> }> {
  const [linha] = await database.sql<{ id: string; numero: string }[]>`
    select protocolo_id as id, numero from protocolos join contas using (conta_id)
     where documento = ${cidada.documento} and situacao = 'nao_analisado' order by aberto_em desc limit 1`
  assert.ok(linha)
  return {
    numero: linha.numero,
    async mudar(situacao) {
      await database.sql`update protocolos set situacao = ${situacao}, versao = versao + 1, atualizado_em = now() where protocolo_id = ${linha.id}`
    },
  }
}

const contador = (painel: Locator, nome: string) => painel.locator('.contador', { hasText: nome }).locator('b')

describe('a session', () => {
  it('that begins in one tag is there in every tag and tab, and ends in all of them', { timeout: 120_000 }, async (t) => {
    const { aba } = await aparelho(t)
    const [uma, outra] = [await aba(), await aba()]
    await entrar(uma)
    for (const { painel, novo, consulta } of [uma, outra]) {
      await painel.getByText('Olá, Pessoa').waitFor()
      await novo.getByText(entrou).waitFor()
      await consulta.getByText(entrou).waitFor()
    }
    await uma.look('with who is signed in')
    const { numero } = await ultimo()
    await type(uma.consulta.getByRole('textbox', { name: 'Número do protocolo' }), numero)
    await press(uma.consulta.getByRole('button', { name: 'Consultar', exact: true }))
    await press(uma.consulta.getByRole('link', { name: 'Ver em Meus processos' }))
    await focusedHeading(uma.painel, numero)
    await uma.look('one’s own protocolo')

    await outra.page.bringToFront()
    await press(outra.novo.getByRole('button', { name: 'Sair' }))
    await uma.painel.getByText('Sua sessão terminou').waitFor()
    for (const { novo, consulta } of [uma, outra]) {
      await novo.getByText(entrou).waitFor({ state: 'detached' })
      await consulta.getByText(entrou).waitFor({ state: 'detached' })
    }
    assert.deepEqual([...uma.complaints, ...outra.complaints], [])
  })

  it('survives a reload under a strict policy', { timeout: 120_000 }, async (t) => {
    const visita = await (await aparelho(t)).aba('/demo/painel.html')
    await entrar(visita)
    await visita.page.reload()
    await visita.painel.getByText('Olá, Pessoa').waitFor()
    assert.deepEqual(visita.complaints, [])
  })

  for (const { quanto, ms } of [
    { quanto: 'five minutes slow', ms: -300_000 },
    { quanto: 'five minutes fast', ms: 300_000 },
    { quanto: 'a year slow', ms: -31_536_000_000 },
    { quanto: 'a year fast', ms: 31_536_000_000 },
  ]) {
    it(`opens and lasts on a device whose clock is ${quanto}`, { timeout: 120_000 }, async (t) => {
      const { aba } = await aparelho(t, (context) => context.addInitScript({ content: desacertar(ms) }))
      const visita = await aba('/demo/painel.html')
      const agora = await visita.page.evaluate(() => Date.now())
      assert.ok(Math.abs(agora - Date.now() - ms) < 60_000)
      await entrar(visita)
      await visita.page.reload()
      await visita.painel.getByText('Olá, Pessoa').waitFor()
      await visita.painel.locator('.contador').first().waitFor()
      assert.deepEqual(visita.complaints, [])
    })
  }

  it('lives in the tab where the browser keeps nothing, and the page says so', { timeout: 120_000 }, async (t) => {
    const { aba } = await aparelho(t, (context) => context.addInitScript(semGuarda))
    const visita = await aba()
    await entrar(visita)
    await visita.painel.getByText('Se recarregar ou fechar a página, entre de novo.').waitFor()
    await visita.novo.getByText(entrou).waitFor()
    await visita.look('a session of the tab alone')
    await visita.page.reload()
    await visita.painel.getByRole('textbox', { name: 'CPF, CNPJ, usuário ou e-mail' }).waitFor()
    assert.deepEqual(visita.complaints, [])
  })

  it('whose token is without its key is over, calmly', { timeout: 120_000 }, async (t) => {
    const visita = await (await aparelho(t)).aba('/demo/painel.html')
    await entrar(visita)
    await visita.page.evaluate(trocarChave)
    await visita.page.reload()
    await visita.painel.getByText('Sua sessão terminou. Entre de novo para continuar.').waitFor()
    await visita.look('over')
    await entrar(visita)
    assert.deepEqual(visita.complaints, [])
  })

  it('gives nothing to who repeats what was overheard', { timeout: 120_000 }, async (t) => {
    const visita = await (await aparelho(t)).aba('/demo/painel.html')
    const ouvido = visita.page.waitForRequest((pedido) => pedido.url().includes('/meus/resumo'))
    await entrar(visita)
    const pedido = await ouvido
    await pedido.response()
    const { authorization = '', dpop = '' } = await pedido.allHeaders()
    for (const headers of [{ authorization, dpop }, { authorization }]) {
      const resposta = await fetch(pedido.url(), { headers })
      assert.equal(resposta.status, 401)
    }
    await press(visita.painel.getByRole('link', { name: /Pendentes/ }))
    await focusedHeading(visita.painel, 'Meus processos')
    assert.deepEqual(visita.complaints, [], 'who it is goes on')
  })

  it('that is ended on another device keeps what was typed', { timeout: 120_000 }, async (t) => {
    const [um, outro] = [await aparelho(t), await aparelho(t)]
    const visita = await um.aba()
    await entrar(visita)
    const novo = abertura(visita)
    await novo.escolher('asfalto', 'Tapa-buraco')
    await novo.comecar()
    await preencherBuraco(novo)

    const fora = await outro.aba('/demo/painel.html')
    await entrar(fora)
    await abrirMeusDados(fora.painel, 'Entrada na conta')
    await press(fora.painel.getByRole('button', { name: 'Encerrar todos os outros' }))
    await fora.painel.getByText('Todos os outros acessos foram encerrados').waitFor({ state: 'attached' })

    await visita.page.bringToFront()
    await novo.continuar('Quem está pedindo')
    await visita.novo.getByText('Sua sessão terminou. O que você escreveu continua aqui.').waitFor()
    assert.equal(await novo.texto('Nome completo').inputValue(), '')
    await press(novo.botao('Voltar'))
    await novo.passo('Sobre o pedido')
    assert.equal(await novo.texto('Rua, avenida ou praça').inputValue(), 'Rua das Acácias')
    assert.deepEqual([...visita.complaints, ...fora.complaints], [])
  })
})

describe('what changes', () => {
  it('shows without a reload, in every tab, and is told', { timeout: 120_000 }, async (t) => {
    const { aba } = await aparelho(t)
    const [uma, outra] = [await aba('/demo/painel.html'), await aba('/demo/painel.html')]
    await entrar(uma)
    await outra.painel.locator('.contador').first().waitFor()
    const { numero, mudar } = await ultimo()
    const linha = ({ painel }: Tags) => painel.locator('.processo', { hasText: numero })
    await linha(uma).getByText('Não analisado').waitFor()
    const antes = Number(await contador(uma.painel, 'Pendentes').textContent())
    await mudar('pendente')
    for (const visita of [uma, outra]) {
      await linha(visita).getByText('Pendente').waitFor()
      await contador(visita.painel, 'Pendentes')
        .getByText(String(antes + 1))
        .waitFor()
    }
    await uma.painel.getByText(`O processo ${numero} mudou para Pendente.`).waitFor({ state: 'attached' })
    assert.deepEqual([...uma.complaints, ...outra.complaints], [])
    await mudar('nao_analisado')
  })

  it('while the server was away shows once it is back, and the session goes on', { timeout: 120_000 }, async (t) => {
    const visita = await (await aparelho(t)).aba('/demo/painel.html')
    await entrar(visita)
    const { numero, mudar } = await ultimo()
    const linha = visita.painel.locator('.processo', { hasText: numero })
    await linha.getByText('Não analisado').waitFor()
    await server.stop()
    await mudar('parado')
    server = await startDemo(env)
    await linha.getByText('Parado').waitFor()
    assert.deepEqual(visita.complaints, [])
    await mudar('nao_analisado')
  })

  it('is told whichever of two nodes answers', { timeout: 120_000 }, async (t) => {
    const outro = await startServer(['dist/server/main.js'], { ...env, PORT: String(await freePort()) })
    t.after(() => outro.stop())
    const vez = await balancear([server, outro])
    t.after(() => vez.fechar())
    const visita = await (await aparelho(t, undefined, vez.endereco)).aba()
    await entrar(visita)
    const { numero, mudar } = await ultimo()
    const linha = visita.painel.locator('.processo', { hasText: numero })
    for (const [situacao, nome] of [
      ['pendente', 'Pendente'],
      ['nao_analisado', 'Não analisado'],
    ] as const) {
      await mudar(situacao)
      await linha.getByText(nome).waitFor()
    }
    await visita.page.reload()
    await visita.painel.getByText('Olá, Pessoa').waitFor()
    assert.deepEqual(visita.complaints, [])
  })
})

describe('a request that was begun', () => {
  it('goes on in the panel of another device, files too, and its receipt leads back there', { timeout: 180_000 }, async (t) => {
    const [celular, mesa] = [await aparelho(t), await aparelho(t)]
    const la = await celular.aba()
    await la.page.setViewportSize({ width: 390, height: 800 })
    await entrar(la)
    const antes = abertura(la)
    await antes.escolher('asfalto', 'Tapa-buraco')
    await antes.comecar()
    await preencherBuraco(antes)
    await antes.continuar('Quem está pedindo')
    await la.novo.getByText('Você está pedindo como').waitFor()
    await la.look('who asks, signed in')
    await press(la.novo.getByRole('checkbox', { name: 'Li como meus dados são usados' }), 'Space')
    await antes.continuar('Documentos')
    await antes.enviarArquivos('Escolher arquivos', [samplePng('rua.png')])
    await la.novo.getByText('Rascunho guardado na sua conta').waitFor()

    const ca = await mesa.aba()
    await entrar(ca)
    await ca.painel.getByText('passo 4 de 5').waitFor()
    await ca.look('a request that was begun')
    await press(ca.painel.getByRole('link', { name: /Continuar: Tapa-buraco/ }))
    const novo = abertura(ca)
    await focusedHeading(ca.novo, 'Documentos')
    await novo.arquivo('rua.png').waitFor()
    await novo.revisar()
    await press(novo.botao('Enviar pedido'))
    await focusedHeading(ca.novo, 'Recebemos o seu pedido')
    const numero = (await ca.novo.locator('[data-numero]').textContent()) ?? ''
    await ca.painel.getByText('Concluir pedido').waitFor({ state: 'detached' })
    await press(ca.novo.getByRole('link', { name: 'Ver em Meus processos' }))
    await focusedHeading(ca.painel, numero)
    await ca.look('it, in the panel')
    assert.deepEqual([...la.complaints, ...ca.complaints], [])
  })
})

/** A proxy that has each request answered by the next of several servers. */
async function balancear(servidores: readonly RunningServer[]): Promise<{ endereco: string; fechar(): void }> {
  let vez = 0
  const proxy = createServer((pedido, resposta) => {
    vez += 1
    const { port } = new URL(servidores[vez % servidores.length]?.address ?? '')
    const { method, url, headers } = pedido
    const adiante = request({ port, method, path: url, headers }, (vinda) => {
      resposta.writeHead(vinda.statusCode ?? 502, vinda.headers)
      vinda.pipe(resposta)
    })
    adiante.on('error', () => resposta.destroy())
    resposta.on('close', () => adiante.destroy())
    pedido.pipe(adiante)
  })
  const port = await freePort()
  await new Promise<void>((pronto) => proxy.listen(port, pronto))
  return {
    endereco: `http://localhost:${port}`,
    fechar() {
      proxy.close()
      proxy.closeAllConnections()
    },
  }
}

/** Script of a page: its clock is off by so many milliseconds. */
function desacertar(ms: number): string {
  return `const Certo = Date
    window.Date = class extends Certo {
      constructor(...partes) { super(...(partes.length > 0 ? partes : [Certo.now() + ${ms}])) }
      static now() { return Certo.now() + ${ms} }
    }`
}

function semGuarda(): void {
  Object.defineProperty(window, 'indexedDB', {
    get() {
      throw new DOMException('', 'SecurityError')
    },
  })
}

/** The key of the session that this page keeps gives way to another. */
async function trocarChave(): Promise<void> {
  const banco = await new Promise<IDBDatabase>((pronto, falhou) => {
    const pedido = indexedDB.open('protocolo', 1)
    pedido.onsuccess = () => pronto(pedido.result)
    pedido.onerror = () => falhou(pedido.error)
  })
  const par = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  await new Promise<void>((pronto) => {
    const sessoes = banco.transaction('sessoes', 'readwrite').objectStore('sessoes')
    sessoes.openCursor().onsuccess = ({ target }) => {
      const { result: cursor } = target as IDBRequest<IDBCursorWithValue | null>
      if (!cursor) return pronto()
      cursor.update({ ...cursor.value, par })
      cursor.continue()
    }
  })
  banco.close()
}

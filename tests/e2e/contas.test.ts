import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Locator } from 'playwright-core'
import { cidada } from '../../demo/pessoas.js'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { press, tabTo, type } from '../support/keyboard.js'
import { type RunningServer, startDemo } from '../support/server.js'
import { focusedHeading } from '../support/steps.js'
import { launchBrowser, type Visit, visit } from '../support/visit.js'

const senha = 'cavalo bateria grampo'
/** The first call of a page, and one after minutes of rest, is sent again with the server's nonce (RFC 9449 §8); the browser notes it. */
const expected = /status of 401/

describe('a conta, by keyboard alone', () => {
  let database: TestDatabase
  let server: RunningServer
  let browser: Browser

  before(async () => {
    database = await createTestDatabase()
    server = await startDemo({ DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' })
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    await database?.drop()
  })

  for (const { onde, caminho } of [
    { onde: 'a page under a strict policy', caminho: '/demo/painel.html' },
    { onde: 'the hosted page', caminho: '/vila-serena' },
  ]) {
    it(`is made, opened, kept over a reload and left: ${onde}`, { timeout: 180_000 }, async (t) => {
      const context = await browser.newContext({ locale: 'pt-BR' })
      t.after(() => context.close())
      const visita = await visit(context, server.address + caminho, { expected })
      const painel = visita.page.locator('protocolo-painel')
      const documento = caminho === '/vila-serena' ? '39053344705' : '52998224725'
      const email = `joana.${documento}@exemplo.br`

      await cadastrar(visita, painel, { documento, email })
      await confirmar(visita, painel, email)
      await painel.getByText('Você ainda não tem processos').waitFor()
      await visita.look('painel vazio')

      await visita.page.reload()
      await painel.getByText('Olá, Joana').waitFor()

      await press(painel.getByRole('button', { name: 'Sair' }))
      await focusedHeading(painel, 'Entrar')
      await visita.page.reload()
      await focusable(painel.getByRole('textbox', { name: 'CPF, CNPJ, usuário ou e-mail' }))
      await entrar(painel, email, senha)
      await focusedHeading(painel, 'Olá, Joana')
      assert.deepEqual(visita.complaints, [])
    })
  }

  it('shows what a person has, counted, narrowed and opened, and in another tab too', { timeout: 180_000 }, async (t) => {
    const context = await browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const visita = await visit(context, `${server.address}/demo/painel.html`, { expected })
    const outra = await visit(context, `${server.address}/demo/painel.html`, { expected })
    const painel = visita.page.locator('protocolo-painel')
    await visita.page.bringToFront()
    await entrar(painel, cidada.documento, 'passeio de bonde azul')
    await focusedHeading(painel, 'Olá, Pessoa')
    await outra.page.locator('protocolo-painel').getByText('Olá, Pessoa').waitFor()

    await painel.locator('.contador').first().waitFor()
    const [todos = 0, ...partes] = (await painel.locator('.contador b').allTextContents()).map(Number)
    assert.equal(
      partes.reduce((soma, parte) => soma + parte, 0),
      todos,
    )
    await visita.look('painel')
    await press(painel.getByRole('link', { name: /Pendentes/ }))
    await focusedHeading(painel, 'Meus processos')
    const pendentes = Number(await painel.locator('.contador[aria-current] b').textContent())
    await painel
      .locator('.processos .processo')
      .nth(pendentes - 1)
      .waitFor()
    assert.equal(await painel.locator('.processos .processo').count(), pendentes)
    await visita.look('processos pendentes')
    const primeiro = painel.locator('.processos .processo a').first()
    const numero = (await primeiro.textContent()) ?? ''
    await press(primeiro)
    await painel.getByRole('heading', { name: numero }).waitFor()
    await press(painel.getByRole('link', { name: 'Documentos' }))
    await visita.look('documentos do processo')
    await visita.page.goBack()
    await visita.page.goBack()
    await focusedHeading(painel, 'Meus processos')

    await press(painel.getByRole('button', { name: 'Sair' }))
    await outra.page.locator('protocolo-painel').getByText('Sua sessão terminou').waitFor()
    assert.deepEqual([...visita.complaints, ...outra.complaints], [])
  })

  async function cadastrar(visita: Visit, painel: Locator, { documento, email }: { documento: string; email: string }): Promise<void> {
    await press(painel.getByRole('button', { name: 'Criar conta' }))
    await focusedHeading(painel, 'Criar conta')
    await type(painel.getByRole('textbox', { name: 'CPF ou CNPJ' }), documento)
    await type(painel.getByRole('textbox', { name: 'Nome completo' }), 'Joana Exemplo Prado')
    await type(painel.getByRole('textbox', { name: 'E-mail' }), email)
    await type(painel.locator('[name=senha]'), senha)
    await visita.look('cadastro')
    await press(painel.getByRole('checkbox', { name: /Li e estou ciente/ }), 'Space')
    await press(painel.getByRole('button', { name: 'Criar conta' }))
    await focusedHeading(painel, 'Confirme o seu e-mail')
    await visita.look('confirmação')
  }

  /** With the code of the e-mail, which the demo keeps. */
  async function confirmar(visita: Visit, painel: Locator, email: string): Promise<void> {
    const codigo = await codigoEnviado(email)
    await type(painel.getByRole('textbox', { name: 'Código de 6 números' }), codigo)
    await press(painel.getByRole('button', { name: 'Confirmar' }))
    await focusedHeading(painel, 'Olá, Joana')
    await visita.look('painel')
  }

  async function codigoEnviado(email: string): Promise<string> {
    const prazo = Date.now() + 30_000
    while (Date.now() < prazo) {
      const [carta] = await database.sql<{ texto: string | null }[]>`
        select conteudo->>'texto' as texto from emails where para = ${email} order by criado_em desc limit 1`
      const [, codigo] = /Código: (\d{6})/.exec(carta?.texto ?? '') ?? []
      if (codigo) return codigo
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`no code for ${email}`)
  }

  async function entrar(painel: Locator, login: string, palavra: string): Promise<void> {
    await type(painel.getByRole('textbox', { name: 'CPF, CNPJ, usuário ou e-mail' }), login)
    await type(painel.locator('[name=senhaAtual]'), palavra)
    await press(painel.getByRole('button', { name: 'Entrar', exact: true }))
  }
})

async function focusable(control: Locator): Promise<void> {
  await control.waitFor()
  await tabTo(control)
}

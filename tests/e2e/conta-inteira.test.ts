import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import type { Browser } from 'playwright-core'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { addAuthenticator } from '../support/authenticator.js'
import { cli } from '../support/cli.js'
import { abrirMeusDados, cadastrar, codigoEnviado, confirmar, entrarComSenha, linkEnviado, sair, senha } from '../support/conta.js'
import { serveHostPage } from '../support/host-site.js'
import { press, type } from '../support/keyboard.js'
import { freePort, startDemo, startServer } from '../support/server.js'
import { focusedHeading } from '../support/steps.js'
import { launchBrowser, visit } from '../support/visit.js'

const documento = '52998224725'
const email = 'joana@exemplo.br'
const outroEmail = 'joana.prado@exemplo.br'
const outraSenha = 'passeio de barco verde'

interface Lugar {
  /** Of a page with the panel. */
  endereco: string
  database: TestDatabase
  browser: Browser
}

describe('a conta from its beginning on, by keyboard alone', () => {
  for (const { onde, montar } of [
    { onde: 'a page under a strict policy', montar: paginaDaDemo },
    { onde: 'a page of another site, where cookies of third parties are refused', montar: paginaDeOutroSite },
  ]) {
    it(`is made, opened in every way, recovered and left: ${onde}`, { timeout: 240_000 }, async (t) => viver(await montar(t)))
  }
})

async function paginaDaDemo(t: TestContext): Promise<Lugar> {
  const database = await createTestDatabase()
  const server = await startDemo({ DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' })
  const browser = await launchBrowser()
  t.after(async () => {
    await browser.close()
    await server.stop()
    await database.drop()
  })
  return { endereco: `${server.address}/demo/painel.html`, database, browser }
}

async function paginaDeOutroSite(t: TestContext): Promise<Lugar> {
  const database = await createTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'protocolo-conta-'))
  const port = String(await freePort())
  // An address is no site of a name: to the browser, 127.0.0.1 is a third party on a page of localhost.
  const api = `http://127.0.0.1:${port}`
  const site = await serveHostPage(api, 'demo/paginas/painel.html')
  const env = { DATABASE_URL: database.url, PORT: port, PROTOCOLO_ENDERECO: api, PROTOCOLO_LIMITES: '0' }
  const file = join(folder, 'vila-serena.json')
  const entidade = JSON.parse(readFileSync('demo/entidades/vila-serena.json', 'utf8'))
  writeFileSync(file, JSON.stringify({ ...entidade, origens: [`http://localhost:${site.port}`], rpId: 'localhost' }))
  await cli(env, 'entidade', 'importar', file)
  rmSync(folder, { recursive: true })
  const server = await startServer(['dist/server/main.js'], env)
  const browser = await launchBrowser('--test-third-party-cookie-phaseout')
  t.after(async () => {
    await browser.close()
    await server.stop()
    site.close()
    await database.drop()
  })
  return { endereco: `http://localhost:${site.port}/conta`, database, browser }
}

async function viver({ endereco, database, browser }: Lugar): Promise<void> {
  const context = await browser.newContext({ locale: 'pt-BR' })
  const dali = await browser.newContext({ locale: 'pt-BR' })
  const visita = await visit(context, endereco, { expected: /status of 401|MIME type/ })
  const { page } = visita
  const painel = page.locator('protocolo-painel')
  const aparelho = await addAuthenticator(page)
  const dentro = () => focusedHeading(painel, 'Olá, Joana')

  await cadastrar(visita, { documento, email })
  await confirmar(visita, database, email)
  await press(painel.getByRole('button', { name: 'Criar chave de acesso' }))
  await painel.locator('.aviso').getByText('Chave de acesso criada').waitFor()
  await page.reload()
  await painel.getByText('Olá, Joana').waitFor()
  assert.deepEqual(await context.cookies(), [], 'a session is no cookie')

  await aparelho.answers(false)
  await sair(painel)
  await visita.look('entrada')
  await aparelho.answers(true)
  await press(painel.getByRole('button', { name: 'Entrar com chave de acesso' }))
  await dentro()

  await aparelho.answers(false)
  await sair(painel)
  await aparelho.answers(true)
  // What the browser suggests in the login field is taken as soon as the field is there.
  await page.reload()
  await painel.getByText('Olá, Joana').waitFor()

  await abrirMeusDados(painel, 'Contato')
  await press(painel.getByRole('button', { name: 'Mudar: e-mail', exact: true }))
  await type(painel.getByRole('textbox', { name: 'E-mail novo' }), outroEmail)
  await press(painel.getByRole('button', { name: 'Enviar os códigos' }))
  await press(painel.getByRole('dialog').getByRole('button', { name: 'Usar chave de acesso' }))
  await type(painel.getByRole('textbox', { name: 'Código do e-mail novo' }), await codigoEnviado(database, outroEmail))
  await type(painel.getByRole('textbox', { name: 'Código do e-mail atual' }), await codigoEnviado(database, email))
  await press(painel.getByRole('button', { name: 'Confirmar' }))
  await painel.locator('.aviso').getByText('E-mail trocado.').waitFor()

  await press(painel.getByRole('link', { name: 'Voltar para Meus dados' }))
  await press(painel.getByRole('link', { name: 'Entrada na conta' }))
  await focusedHeading(painel, 'Entrada na conta')
  await press(painel.getByRole('button', { name: /^Remover / }))
  await press(painel.getByRole('dialog').getByRole('button', { name: 'Usar chave de acesso' }))
  await painel.getByText('Você ainda não tem nenhuma.').waitFor()
  await visita.look('sem chaves')

  await aparelho.answers(false)
  await sair(painel)
  await entrarComSenha(painel, outroEmail, senha)
  await dentro()

  await sair(painel)
  await press(painel.getByRole('button', { name: 'Esqueci a senha' }))
  await focusedHeading(painel, 'Esqueci a senha')
  await type(painel.getByRole('textbox', { name: 'CPF ou CNPJ' }), documento)
  await type(painel.getByRole('textbox', { name: 'E-mail da conta' }), outroEmail)
  await press(painel.getByRole('button', { name: 'Enviar o link' }))
  await focusedHeading(painel, 'Confira o seu e-mail')
  const correio = await visit(context, await linkEnviado(database, outroEmail))
  const hospedado = correio.page.locator('protocolo-painel')
  await focusedHeading(hospedado, 'Criar senha nova')
  await correio.look('senha nova')
  await type(hospedado.locator('[name=senha]'), outraSenha)
  await press(hospedado.getByRole('button', { name: 'Trocar a senha' }))
  await hospedado.getByText('Senha trocada.').waitFor()
  await correio.page.close()
  await page.bringToFront()
  await press(painel.getByRole('button', { name: 'Voltar para a entrada' }))

  const outra = await visit(dali, endereco, { expected: /status of 401|MIME type/ })
  for (const { page: uma } of [outra, visita]) {
    await uma.bringToFront()
    await entrarComSenha(uma.locator('protocolo-painel'), outroEmail, outraSenha)
    await focusedHeading(uma.locator('protocolo-painel'), 'Olá, Joana')
  }
  await abrirMeusDados(painel, 'Entrada na conta')
  await press(painel.getByRole('button', { name: 'Encerrar todos os outros' }))
  await painel.getByRole('status').getByText('Todos os outros acessos foram encerrados.').waitFor()
  await outra.page.reload()
  await outra.page.locator('protocolo-painel').getByRole('heading', { name: 'Entrar' }).waitFor()
  await page.reload()
  await painel.getByRole('button', { name: 'Sair' }).waitFor()
  await sair(painel)

  await Promise.all([context.close(), dali.close()])
  assert.deepEqual([...visita.complaints, ...correio.complaints, ...outra.complaints], [])
}

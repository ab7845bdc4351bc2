import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { cidada, senha as senhaDoDemo } from '../../demo/pessoas.js'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { addAuthenticator } from '../support/authenticator.js'
import { casaDaDemo } from '../support/casa.js'
import { cli } from '../support/cli.js'
import { abrirMeusDados, cadastrar, confirmar, entrarComSenha, sair, senha } from '../support/conta.js'
import { type HostSite, serveHostPage } from '../support/host-site.js'
import { press, type } from '../support/keyboard.js'
import { freePort, type RunningServer, startServer } from '../support/server.js'
import { focusedHeading } from '../support/steps.js'
import { launchBrowser, visit } from '../support/visit.js'

const oferta = 'Entre mais rápido da próxima vez'

describe('passkeys, by keyboard alone', () => {
  const casa = casaDaDemo()

  for (const { onde, caminho, documento } of [
    { onde: 'a page under a strict policy', caminho: '/demo/painel.html', documento: '52998224725' },
    { onde: 'the hosted page', caminho: '/vila-serena', documento: '39053344705' },
  ]) {
    it(`are made, used and removed: ${onde}`, { timeout: 180_000 }, async (t) => {
      const context = await casa.browser.newContext({ locale: 'pt-BR' })
      t.after(() => context.close())
      const visita = await visit(context, casa.server.address + caminho)
      const aparelho = await addAuthenticator(visita.page)
      const painel = visita.page.locator('protocolo-painel')
      const email = `joana.${documento}@exemplo.br`

      await cadastrar(visita, { documento, email })
      await confirmar(visita, casa.database, email)
      await painel.getByText(oferta).waitFor()
      await visita.look('oferta')
      await press(painel.getByRole('button', { name: 'Criar chave de acesso' }))
      await painel.locator('.aviso').getByText('Chave de acesso criada').waitFor()
      await visita.look('chave criada')

      await aparelho.answers(false)
      await sair(painel)
      await visita.look('entrada')
      await aparelho.answers(true)
      await press(painel.getByRole('button', { name: 'Entrar com chave de acesso' }))
      await focusedHeading(painel, 'Olá, Joana')
      assert.equal(await painel.getByText(oferta).count(), 0, 'nothing is offered to who has one')

      await aparelho.answers(false)
      await sair(painel)
      await aparelho.answers(true)
      await visita.page.reload()
      await painel.getByText('Olá, Joana').waitFor()

      await abrirMeusDados(painel, 'Entrada na conta')
      const chaves = painel.locator('.chaves')
      await press(chaves.getByRole('button', { name: /^Mudar nome/ }))
      await type(chaves.getByRole('textbox', { name: 'Nome da chave de acesso' }), 'Notebook da sala')
      await visita.look('nome da chave')
      await press(chaves.getByRole('button', { name: 'Salvar' }))
      await chaves.getByText('Notebook da sala').waitFor()
      await visita.look('chaves')

      await press(chaves.getByRole('button', { name: 'Remover Notebook da sala' }))
      await painel.getByRole('dialog', { name: 'Confirme que é você' }).waitFor()
      await visita.look('confirmação de quem é')
      await press(painel.getByRole('button', { name: 'Usar chave de acesso' }))
      await chaves.getByText('Você ainda não tem nenhuma.').waitFor()
      await focusedHeading(painel, 'Chaves de acesso')

      await aparelho.answers(false)
      await sair(painel)
      await entrarComSenha(painel, email, senha)
      await focusedHeading(painel, 'Olá, Joana')
      await painel.getByText('Você ainda não tem processos').waitFor()
      assert.equal(await painel.getByText(oferta).count(), 0, 'it was offered on this device before')
      assert.deepEqual(visita.complaints, [])
    })
  }

  it('are asked for calmly: cancelled, removed elsewhere, or none', { timeout: 120_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/painel.html`, { expected: /status of 422/ })
    const aparelho = await addAuthenticator(visita.page)
    const painel = visita.page.locator('protocolo-painel')
    const comChave = painel.getByRole('button', { name: 'Entrar com chave de acesso' })
    const recado = painel.getByRole('status')

    await press(comChave)
    await recado.getByText('A chave de acesso não foi usada.').waitFor()
    await visita.look('nenhuma chave')

    await entrarComSenha(painel, cidada.documento, senhaDoDemo)
    await focusedHeading(painel, 'Olá, Pessoa')
    await press(painel.getByRole('button', { name: 'Criar chave de acesso' }))
    await painel.locator('.aviso').getByText('Chave de acesso criada').waitFor()
    await aparelho.answers(false)
    await sair(painel)
    await aparelho.knows(false)
    await aparelho.answers(true)
    await press(comChave)
    await recado.getByText('A chave de acesso não foi usada.').waitFor()
    await visita.look('desistência')

    await casa.database.sql`delete from passkeys`
    await aparelho.knows(true)
    await press(comChave)
    await recado.getByText('não vale mais para esta conta').waitFor()
    await visita.look('chave removida')
    assert.equal(await painel.getByRole('alert').count(), 0)
    assert.deepEqual(visita.complaints, [])
  })

  it('leave other devices with the rest, once every other session is ended', { timeout: 120_000 }, async (t) => {
    const [daqui, dali] = await Promise.all([casa.browser.newContext({ locale: 'pt-BR' }), casa.browser.newContext({ locale: 'pt-BR' })])
    t.after(() => Promise.all([daqui.close(), dali.close()]))
    const esta = await visit(daqui, `${casa.server.address}/demo/painel.html`)
    const outra = await visit(dali, `${casa.server.address}/demo/painel.html`, { expected: /status of 401/ })
    for (const { page } of [outra, esta]) {
      await page.bringToFront()
      await entrarComSenha(page.locator('protocolo-painel'), cidada.documento, senhaDoDemo)
      await focusedHeading(page.locator('protocolo-painel'), 'Olá, Pessoa')
    }
    const painel = esta.page.locator('protocolo-painel')
    await abrirMeusDados(painel, 'Entrada na conta')
    await press(painel.getByRole('button', { name: 'Encerrar todos os outros' }))
    await painel.getByRole('status').getByText('Todos os outros acessos foram encerrados.').waitFor()
    await outra.page.reload()
    await outra.page.locator('protocolo-painel').getByRole('heading', { name: 'Entrar' }).waitFor()
    await esta.page.reload()
    await painel.getByRole('button', { name: 'Sair' }).waitFor()
    assert.deepEqual([...esta.complaints, ...outra.complaints], [])
  })
})

describe('a page of another domain than that of the passkeys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'protocolo-outro-dominio-'))
  let database: TestDatabase
  let server: RunningServer
  let site: HostSite
  let browser: Browser

  before(async () => {
    database = await createTestDatabase()
    const port = String(await freePort())
    const api = `http://localhost:${port}`
    site = await serveHostPage(api, 'demo/paginas/painel.html')
    const env = { DATABASE_URL: database.url, PORT: port, PROTOCOLO_ENDERECO: api }
    const file = join(folder, 'vila-serena.json')
    const entidade = JSON.parse(readFileSync('demo/entidades/vila-serena.json', 'utf8'))
    writeFileSync(file, JSON.stringify({ ...entidade, origens: [`http://127.0.0.1:${site.port}`] }))
    await cli(env, 'entidade', 'importar', file)
    server = await startServer(['dist/server/main.js'], env)
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    site?.close()
    await database?.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('offers none, says where they are made, and signs in with the password', { timeout: 120_000 }, async (t) => {
    const context = await browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const visita = await visit(context, `http://127.0.0.1:${site.port}/`, { expected: /MIME type/ })
    await addAuthenticator(visita.page)
    const painel = visita.page.locator('protocolo-painel')
    const email = 'joana@exemplo.br'
    await painel.getByRole('button', { name: 'Entrar', exact: true }).waitFor()
    await cadastrar(visita, { documento: '52998224725', email })
    await confirmar(visita, database, email)
    await sair(painel)
    await entrarComSenha(painel, email, senha)
    await focusedHeading(painel, 'Olá, Joana')
    await visita.page.reload()
    await abrirMeusDados(painel, 'Entrada na conta')
    await painel.getByText('abra a sua conta em localhost').waitFor()
    assert.equal(await painel.getByRole('button', { name: /chave de acesso/ }).count(), 0)
    assert.deepEqual(visita.complaints, [])
  })
})

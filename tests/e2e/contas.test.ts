import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { cidada } from '../../demo/pessoas.js'
import { casaDaDemo } from '../support/casa.js'
import { cadastrar, confirmar, entrarComSenha, senha } from '../support/conta.js'
import { press, tabTo } from '../support/keyboard.js'
import { focusedHeading } from '../support/steps.js'
import { visit } from '../support/visit.js'

describe('a conta, by keyboard alone', () => {
  const casa = casaDaDemo()

  for (const { onde, caminho } of [
    { onde: 'a page under a strict policy', caminho: '/demo/painel.html' },
    { onde: 'the hosted page', caminho: '/vila-serena' },
  ]) {
    it(`is made, opened, kept over a reload and left: ${onde}`, { timeout: 180_000 }, async (t) => {
      const context = await casa.browser.newContext({ locale: 'pt-BR' })
      t.after(() => context.close())
      const visita = await visit(context, casa.server.address + caminho)
      const painel = visita.page.locator('protocolo-painel')
      const documento = caminho === '/vila-serena' ? '39053344705' : '52998224725'
      const email = `joana.${documento}@exemplo.br`

      await cadastrar(visita, { documento, email })
      await confirmar(visita, casa.database, email)
      await painel.getByText('Você ainda não tem processos').waitFor()
      await visita.look('painel vazio')

      await visita.page.reload()
      await painel.getByText('Olá, Joana').waitFor()

      await press(painel.getByRole('button', { name: 'Sair' }))
      await focusedHeading(painel, 'Entrar')
      await visita.page.reload()
      await focusable(painel.getByRole('textbox', { name: 'CPF, CNPJ, usuário ou e-mail' }))
      await entrarComSenha(painel, email, senha)
      await focusedHeading(painel, 'Olá, Joana')
      assert.deepEqual(visita.complaints, [])
    })
  }

  it('shows what a person has, counted, narrowed and opened, and in another tab too', { timeout: 180_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/painel.html`)
    const outra = await visit(context, `${casa.server.address}/demo/painel.html`)
    const painel = visita.page.locator('protocolo-painel')
    await visita.page.bringToFront()
    await entrarComSenha(painel, cidada.documento, 'passeio de bonde azul')
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
})

async function focusable(control: Locator): Promise<void> {
  await control.waitFor()
  await tabTo(control)
}

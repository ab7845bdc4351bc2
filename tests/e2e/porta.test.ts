import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cidada } from '../../demo/pessoas.js'
import { casaDaDemo } from '../support/casa.js'
import { cadastrar, codigoEnviado, entrarComSenha } from '../support/conta.js'
import { press, type } from '../support/keyboard.js'
import { abertura, focusedHeading, textIn } from '../support/steps.js'
import { visit } from '../support/visit.js'
import { preencherBuraco } from '../support/walk.js'

describe('signing in beside what is being done, by keyboard alone', () => {
  const casa = casaDaDemo()

  it('a conta is made in the middle of a request, on a page under a strict policy', { timeout: 180_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/csp.html`)
    const novo = abertura(visita)
    const tag = visita.page.locator('protocolo-novo')
    const dialogo = tag.getByRole('dialog', { name: 'Sua conta' })
    const email = 'joana.beirando@exemplo.br'

    await novo.escolher('asfalto', 'Tapa-buraco')
    await novo.comecar()
    await preencherBuraco(novo)
    await novo.continuar('Quem está pedindo')
    await press(novo.botao('Entrar'))
    await focusedHeading(dialogo, 'Entrar')
    await visita.look('entrar, sobre o pedido')
    await cadastrar(visita, { documento: '52998224725', email }, dialogo)
    await type(dialogo.getByRole('textbox', { name: 'Código de 6 números' }), await codigoEnviado(casa.database, email))
    await press(dialogo.getByRole('button', { name: 'Confirmar' }))

    await focusedHeading(tag, 'Quem está pedindo')
    assert.equal(await dialogo.count(), 0)
    assert.match(await textIn(tag.getByRole('status').first()), /Você entrou como Joana/)
    await tag.locator('.titular').getByText('Joana Exemplo Prado').waitFor()
    await visita.look('quem está pedindo, com conta')
    await visita.page.locator('protocolo-consulta').getByText('Você entrou como Joana').waitFor()
    assert.equal(await novo.botao('Entrar').count(), 0)

    await press(novo.botao('Voltar'))
    await novo.passo('Sobre o pedido')
    assert.equal(await novo.texto('Como é o buraco?').inputValue(), 'Fundo, no meio da rua.')
    assert.equal(new URL(visita.page.url()).hash, '')
    assert.deepEqual(visita.complaints, [])
  })

  it('the password opens it where a protocolo is consulted, for every tag of the page', { timeout: 180_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/duas.html`, { expected: /mais de uma vez/ })
    const consulta = visita.page.locator('protocolo-consulta')
    const novo = visita.page.locator('protocolo-novo')
    const dialogo = consulta.getByRole('dialog', { name: 'Sua conta' })

    await press(consulta.getByRole('button', { name: 'Entrar' }))
    await focusedHeading(dialogo, 'Entrar')
    await visita.look('entrar, sobre a consulta')
    await entrarComSenha(dialogo, cidada.documento, 'passeio de bonde azul')
    await focusedHeading(consulta, 'Consultar protocolo')
    for (const tag of [consulta, novo]) {
      await tag.locator('.quadro').getByText('Você entrou como Pessoa').waitFor()
      await tag.getByRole('button', { name: 'Entrar' }).waitFor({ state: 'detached' })
    }
    await visita.look('depois de entrar')
    assert.deepEqual(visita.complaints, [])
  })

  it('Esc leaves it, and not the dialog of the page that the tag is in', { timeout: 180_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width: 280, height: 640 } })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/csp.html`)
    const consulta = visita.page.locator('protocolo-consulta')
    const doSite = visita.page.locator('dialog.do-site')
    await consulta.evaluate((tag) => {
      const dialogo = Object.assign(document.createElement('dialog'), { className: 'do-site', ariaLabel: 'Consulta' })
      tag.before(dialogo)
      dialogo.append(tag)
      dialogo.showModal()
    })
    const entrar = consulta.getByRole('button', { name: 'Entrar' })
    await press(entrar)
    const dialogo = consulta.getByRole('dialog', { name: 'Sua conta' })
    await focusedHeading(dialogo, 'Entrar')
    const { width = 0 } = (await dialogo.boundingBox()) ?? {}
    assert.ok(width > 250 && width <= 280, `${width} px wide`)
    await visita.page.keyboard.press('Escape')
    await dialogo.waitFor({ state: 'detached' })
    await entrar.and(visita.page.locator(':focus')).waitFor()
    assert.equal(await doSite.evaluate((dialogo: HTMLDialogElement) => dialogo.open), true)
    await visita.page.keyboard.press('Escape')
    assert.equal(await doSite.evaluate((dialogo: HTMLDialogElement) => dialogo.open), false)
    assert.deepEqual(visita.complaints, [])
  })
})

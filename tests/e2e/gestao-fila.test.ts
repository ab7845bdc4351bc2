import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { Locator } from 'playwright-core'
import { type Servidor, senha, servidores } from '../../demo/pessoas.js'
import { casaDaDemo } from '../support/casa.js'
import { entrarComSenha } from '../support/conta.js'
import { press, type } from '../support/keyboard.js'
import { focusedHeading, plain } from '../support/steps.js'
import { type Visit, visit } from '../support/visit.js'

const [atendente, gestora] = servidores
if (!atendente || !gestora) throw new Error('the demo has no officials')

/** The first call of a page is sent again with the server's nonce (RFC 9449 §8), and the browser notes it. */
const expected = /status of 401/

interface Posto extends Visit {
  mesa: Locator
  linhas: Locator
}

describe('the queues of the desk', () => {
  const casa = casaDaDemo()

  async function sentar(t: TestContext, { documento }: Servidor, largura = 1200): Promise<Posto> {
    const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width: largura, height: 900 } })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/mesa.html`, { expected })
    const mesa = visita.page.locator('protocolo-gestao')
    await entrarComSenha(mesa, documento, senha)
    await focusedHeading(mesa, 'Minhas unidades')
    const linhas = mesa.locator('.linha-da-fila')
    await linhas.first().waitFor()
    return { ...visita, mesa, linhas }
  }

  async function irPara({ mesa }: Posto, fila: string): Promise<void> {
    await press(mesa.getByRole('link', { name: new RegExp(`^${fila} \\d+$`) }))
    await mesa.getByRole('heading', { name: fila }).waitFor()
  }

  async function numeros({ linhas }: Posto): Promise<string[]> {
    return linhas.locator('.numero').allTextContents()
  }

  it('hold what they count, are searched and narrowed, and come back with Back', { timeout: 120_000 }, async (t) => {
    const posto = await sentar(t, gestora)
    const { mesa, linhas, page } = posto
    await posto.look('unidade')
    await irPara(posto, 'Vencidos')
    const contados = Number(
      await mesa
        .getByRole('link', { name: /^Vencidos/ })
        .locator('b')
        .textContent(),
    )
    await linhas
      .filter({ hasText: /venceu/ })
      .first()
      .waitFor()
    assert.ok(contados > 0)
    assert.equal(await linhas.count(), contados)
    await posto.look('vencidos')

    const [numero = ''] = await numeros(posto)
    await type(mesa.getByRole('searchbox'), numero)
    await press(mesa.getByRole('button', { name: 'Buscar' }))
    await mesa.getByText('1 processo na lista.').waitFor({ state: 'attached' })
    assert.deepEqual(await numeros(posto), [numero])
    await posto.look('busca')

    await page.goBack()
    await linhas.nth(contados - 1).waitFor()
    assert.equal(await linhas.count(), contados)

    await irPara(posto, 'Minhas unidades')
    await press(mesa.locator('summary', { hasText: 'Filtros' }))
    await mesa.getByRole('combobox', { name: 'Serviço' }).selectOption({ label: 'Emissão de ITBI' })
    await press(mesa.getByRole('button', { name: 'Filtrar' }))
    await mesa.getByText('Serviço: Emissão de ITBI').first().waitFor()
    await linhas.filter({ hasText: 'Emissão de ITBI' }).first().waitFor()
    await linhas.filter({ hasNotText: 'Emissão de ITBI' }).first().waitFor({ state: 'detached' })
    const servicos = await linhas.locator('.coluna-assunto p:first-child').allTextContents()
    assert.ok(servicos.length > 0)
    assert.deepEqual([...new Set(servicos.map(plain))], ['Emissão de ITBI'])
    await posto.look('filtros')
    assert.deepEqual(posto.complaints, [])
  })

  it('show on one desk what is done on another, without a reload', { timeout: 120_000 }, async (t) => {
    const dela = await sentar(t, gestora)
    const dele = await sentar(t, atendente)
    for (const posto of [dela, dele]) await posto.mesa.getByRole('combobox', { name: 'Unidade' }).selectOption('obras')
    for (const posto of [dela, dele]) await posto.mesa.getByRole('heading', { name: 'Minha unidade' }).waitFor()
    for (const posto of [dela, dele]) await posto.linhas.filter({ hasText: 'ninguém' }).nth(1).waitFor()
    const escolhidos = (await numeros(dela)).slice(0, 2)

    await dela.page.bringToFront()
    for (const numero of escolhidos) await press(dela.mesa.getByRole('checkbox', { name: `Selecionar ${numero}`, exact: true }), 'Space')
    await press(dela.mesa.getByRole('button', { name: 'Atribuir a…' }))
    const dialogo = dela.mesa.getByRole('dialog')
    await dela.look('atribuir')
    await dialogo.getByRole('combobox', { name: 'Responsável' }).selectOption({ label: `Eu (${gestora.nome})` })
    await press(dialogo.getByRole('button', { name: 'Atribuir 2 processos' }))
    await dialogo.waitFor({ state: 'detached' })

    for (const numero of escolhidos) {
      await dela.linhas.filter({ hasText: numero }).filter({ hasText: 'você' }).waitFor()
      await dele.linhas.filter({ hasText: numero }).filter({ hasText: gestora.nome }).waitFor()
    }
    await dele.look('atribuídos por outra pessoa')
    assert.deepEqual([...dela.complaints, ...dele.complaints], [])
  })

  it('tell two officials who have one protocolo open of each other', { timeout: 120_000 }, async (t) => {
    const dela = await sentar(t, gestora)
    const dele = await sentar(t, atendente)
    for (const { mesa } of [dela, dele]) await mesa.getByRole('combobox', { name: 'Unidade' }).selectOption('obras')
    for (const { mesa } of [dela, dele]) await mesa.getByRole('heading', { name: 'Minha unidade' }).waitFor()
    await dele.linhas.first().waitFor()
    const [numero = ''] = await numeros(dele)
    for (const { mesa, page } of [dela, dele]) {
      await page.bringToFront()
      await press(mesa.getByRole('link', { name: numero, exact: true }))
      await mesa.getByRole('heading', { name: numero }).waitFor()
    }
    await dele.mesa.getByText(gestora.nome).and(dele.mesa.locator('.presentes')).waitFor()
    await dela.mesa.getByText(atendente.nome).and(dela.mesa.locator('.presentes')).waitFor()
  })

  it('fit a telephone', { timeout: 120_000 }, async (t) => {
    const posto = await sentar(t, gestora, 360)
    await posto.mesa.getByRole('combobox', { name: 'Fila' }).selectOption('semana')
    await posto.mesa.getByRole('heading', { name: 'Vencem nesta semana' }).waitFor()
    await posto.linhas.first().waitFor()
    await posto.look('360 px')
    assert.equal(await posto.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
    assert.deepEqual(posto.complaints, [])
  })
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { abrirMeusDados, cadastrar, codigoEnviado, confirmar, entrarComSenha, senha } from '../support/conta.js'
import { press, type } from '../support/keyboard.js'
import { type RunningServer, startDemo } from '../support/server.js'
import { focusedHeading } from '../support/steps.js'
import { launchBrowser, type Visit, visit } from '../support/visit.js'

/** A session that is over says so once; the browser notes it. */
const expected = /status of 401/
const documento = '529.982.247-25'

describe('Meus dados, by keyboard alone', () => {
  let database: TestDatabase
  let server: RunningServer
  let browser: Browser
  let visita: Visit
  let page: Page
  let painel: Locator

  before(async () => {
    database = await createTestDatabase()
    server = await startDemo({ DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' })
    browser = await launchBrowser()
    const context = await browser.newContext({ locale: 'pt-BR' })
    visita = await visit(context, `${server.address}/demo/painel.html`, { expected })
    page = visita.page
    painel = page.locator('protocolo-painel')
    await cadastrar(visita, { documento, email: 'joana@exemplo.br' })
    await confirmar(visita, database, 'joana@exemplo.br')
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    await database?.drop()
  })

  it('changes the name and the address, which stay after a reload', { timeout: 120_000 }, async () => {
    await abrirMeusDados(painel, 'Quem você é')
    await press(painel.getByRole('button', { name: 'Mudar: seus dados' }))
    await type(painel.getByRole('textbox', { name: 'Nome social' }), 'Alex Prado')
    await visita.look('quem você é')
    await press(painel.getByRole('button', { name: 'Salvar' }))
    await painel.locator('.aviso').getByText('Seus dados foram salvos.').waitFor()
    await focusedHeading(painel, 'Seus dados')
    await painel.locator('.quem').getByText('Alex Prado').waitFor()

    await abrirMeusDados(painel, 'Endereço')
    await press(painel.getByRole('button', { name: 'Adicionar: onde você mora' }))
    await type(painel.getByRole('textbox', { name: 'Nome da rua' }), 'das Flores')
    await press(painel.getByRole('checkbox', { name: 'Sem número' }), 'Space')
    await type(painel.getByRole('textbox', { name: 'Cidade' }), 'Vila Serena')
    await visita.look('endereço')
    await press(painel.getByRole('button', { name: 'Salvar' }))
    await painel.getByText('das Flores, sem número').waitFor()
    await page.reload()
    await painel.getByText('das Flores, sem número').waitFor()
    await painel.locator('.quem').getByText('Alex Prado').waitFor()
    assert.deepEqual(visita.complaints, [])
  })

  it('keeps a photo that says nothing of where it was taken', { timeout: 120_000 }, async () => {
    await abrirMeusDados(painel, 'Quem você é')
    const escolha = page.waitForEvent('filechooser')
    await press(painel.getByLabel('Escolher foto'))
    await (await escolha).setFiles({ name: 'foto.png', mimeType: 'image/png', buffer: await pngDe(page, 900, 600) })
    await painel.getByText('É assim que ela vai ficar.').waitFor()
    await visita.look('foto escolhida')
    await press(painel.getByRole('button', { name: 'Salvar foto' }))
    await painel.locator('.aviso').getByText('Foto salva.').waitFor()
    await page.reload()
    await painel.getByRole('img', { name: 'Sua foto' }).waitFor()
    await visita.look('foto')
    await press(painel.getByRole('button', { name: 'Remover foto' }))
    await painel.getByText('Você ainda não tem foto.').waitFor()
    assert.deepEqual(visita.complaints, [])
  })

  it('changes the e-mail with the password and the codes of both addresses', { timeout: 120_000 }, async () => {
    await abrirMeusDados(painel, 'Contato')
    await press(painel.getByRole('button', { name: 'Mudar: e-mail', exact: true }))
    await type(painel.getByRole('textbox', { name: 'E-mail novo' }), 'alex@exemplo.br')
    await press(painel.getByRole('button', { name: 'Enviar os códigos' }))
    await provarQuemE()
    const doNovo = painel.getByRole('textbox', { name: 'Código do e-mail novo' })
    await doNovo.waitFor()
    await visita.look('os dois códigos')
    await type(doNovo, await codigoEnviado(database, 'alex@exemplo.br'))
    await type(painel.getByRole('textbox', { name: 'Código do e-mail atual' }), await codigoEnviado(database, 'joana@exemplo.br'))
    await press(painel.getByRole('button', { name: 'Confirmar' }))
    await painel.locator('.aviso').getByText('E-mail trocado.').waitFor()
    await painel.getByText('alex@exemplo.br').waitFor()
    await visita.look('contato')
    assert.deepEqual(visita.complaints, [])
  })

  it('confirms a second e-mail by its code', { timeout: 120_000 }, async () => {
    await abrirMeusDados(painel, 'Contato')
    await press(painel.getByRole('button', { name: 'Adicionar: segundo e-mail' }))
    await type(painel.getByRole('textbox', { name: 'Segundo e-mail' }), 'segundo@exemplo.br')
    await press(painel.getByRole('button', { name: 'Enviar código' }))
    await type(painel.getByRole('textbox', { name: 'Código de 6 números' }), await codigoEnviado(database, 'segundo@exemplo.br'))
    await press(painel.getByRole('button', { name: 'Confirmar' }))
    await painel.locator('.aviso').getByText('Segundo e-mail confirmado.').waitFor()
    assert.deepEqual(visita.complaints, [])
  })

  it('confirms a phone by the code of a text', { timeout: 120_000 }, async () => {
    await abrirMeusDados(painel, 'Contato')
    await press(painel.getByRole('button', { name: 'Adicionar: celular' }))
    await type(painel.getByRole('textbox', { name: 'Celular' }), '(19) 99555-0100')
    await press(painel.getByRole('button', { name: 'Enviar código' }))
    const codigo = painel.getByRole('textbox', { name: 'Código de 6 números' })
    await codigo.waitFor()
    const correio = await visit(page.context(), `${server.address}/demo/correio`)
    const texto = correio.page.locator('h2:has-text("SMS") + ul strong').first()
    while ((await texto.count()) === 0) await correio.page.reload()
    const [numero = ''] = /\d{6}/.exec((await texto.textContent()) ?? '') ?? []
    await correio.page.close()
    await page.bringToFront()
    await type(codigo, numero)
    await press(painel.getByRole('button', { name: 'Confirmar' }))
    await painel.locator('.aviso').getByText('Celular confirmado.').waitFor()
    await visita.look('celular confirmado')
    assert.deepEqual([...visita.complaints, ...correio.complaints], [])
  })

  it('changes the password', { timeout: 120_000 }, async () => {
    await abrirMeusDados(painel, 'Entrada na conta')
    await press(painel.getByRole('button', { name: 'Mudar: senha' }))
    await type(painel.locator('.secao [name=senha]'), 'passeio de barco verde')
    await press(painel.getByRole('button', { name: 'Trocar a senha' }))
    await provarQuemE()
    await painel.locator('.aviso').getByText('Senha trocada.').waitFor()
    await visita.look('senha trocada')
    assert.deepEqual(visita.complaints, [])
  })

  it('gives everything there is in a ZIP', { timeout: 120_000 }, async () => {
    await abrirMeusDados(painel, 'Seus dados e a lei')
    const baixado = page.waitForEvent('download')
    await press(painel.getByRole('button', { name: 'Baixar meus dados' }))
    await provarQuemE('passeio de barco verde')
    const arquivo = await baixado
    assert.equal(arquivo.suggestedFilename(), 'meus-dados.zip')
    assert.deepEqual((await readFile(await arquivo.path())).subarray(0, 4), Buffer.from('PK\u0003\u0004'))
    await visita.look('seus dados e a lei')
    assert.deepEqual(visita.complaints, [])
  })

  it('removes the conta, says what stays, and nobody signs in with it any more', { timeout: 120_000 }, async () => {
    await abrirMeusDados(painel, 'Seus dados e a lei')
    await press(painel.getByRole('button', { name: 'Excluir minha conta' }))
    await type(painel.getByRole('textbox', { name: 'Para confirmar' }), 'excluir')
    await visita.look('exclusão')
    await press(painel.getByRole('button', { name: 'Excluir a conta de vez' }))
    await provarQuemE('passeio de barco verde')
    await focusedHeading(painel, 'Entrar')
    await painel.getByText('O que continua guardado:').waitFor()
    await visita.look('conta excluída')
    await entrarComSenha(painel, 'alex@exemplo.br', 'passeio de barco verde')
    await painel.getByText('Não foi possível entrar').waitFor()
    assert.deepEqual(visita.complaints, [])
  })

  async function provarQuemE(palavra = senha): Promise<void> {
    const dialogo = painel.getByRole('dialog')
    await type(dialogo.locator('[name=senha]'), palavra)
    await page.keyboard.press('Enter')
    await dialogo.waitFor({ state: 'hidden' })
  }
})

async function pngDe(page: Page, largura: number, altura: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([width, height]) => {
      const tela = Object.assign(document.createElement('canvas'), { width, height })
      return tela.toDataURL('image/png').split(',')[1] ?? ''
    },
    [largura, altura],
  )
  return Buffer.from(base64, 'base64')
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paginas } from '../../demo/paginas.js'
import { casaDaDemo } from '../support/casa.js'
import { plain } from '../support/steps.js'
import { visit } from '../support/visit.js'
import { abrirItbi, abrirOutro, abrirTapaBuraco, conferirComprovante, consultar, consultarComCodigo } from '../support/walk.js'

const hostPages = [
  ...paginas
    .filter(({ arquivo }) => !['painel.html', 'mesa.html'].includes(arquivo))
    .map(({ arquivo, titulo }) => ({ titulo, caminho: `/demo/${arquivo}`, scriptTwice: arquivo === 'duas.html' })),
  { titulo: 'Página pronta', caminho: '/vila-serena', scriptTwice: false },
]

describe('a new user, by keyboard alone', { concurrency: 2 }, () => {
  const casa = casaDaDemo()

  for (const { titulo, caminho, scriptTwice } of hostPages) {
    it(`opens, keeps the receipt of and consults two protocolos: ${titulo}`, { timeout: 300_000 }, async (t) => {
      const context = await casa.browser.newContext({ locale: 'pt-BR' })
      t.after(() => context.close())
      const visita = await visit(context, casa.server.address + caminho, scriptTwice ? { expected: /mais de uma vez/ } : {})
      t.after(() => visita.complaints.forEach((complaint) => void t.diagnostic(complaint)))
      const consulta = (numero: string) => `${casa.server.address}/vila-serena?${new URLSearchParams({ protocolo: numero })}`

      const buraco = await abrirTapaBuraco(visita)
      await conferirComprovante(visita, buraco, consulta(buraco.numero))
      await abrirOutro(visita)
      const itbi = await abrirItbi(visita)
      await conferirComprovante(visita, itbi, consulta(itbi.numero))

      await consultar(visita, itbi)
      await consultarComCodigo(visita, buraco)
      assert.deepEqual(visita.complaints, [])
    })
  }

  it('leaves on paper what was consulted alone', { timeout: 60_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const [, numero = '', codigo = ''] = /(PMVS \S+)\s+(DEM\S+)/.exec(casa.server.output()) ?? []
    const page = await context.newPage()
    await page.goto(`${casa.server.address}/vila-serena?${new URLSearchParams({ protocolo: numero })}`)
    await page.getByRole('heading', { name: 'O que você precisa?' }).waitFor()
    const consulta = page.locator('protocolo-consulta .protocolo')
    await consulta.getByLabel('Código de acesso').fill(codigo)
    await consulta.getByRole('button', { name: 'Ver tudo' }).click()
    await consulta.getByRole('heading', { name: 'Andamento', exact: true }).waitFor()
    await page.emulateMedia({ media: 'print' })
    const papel = plain(await page.locator('body').innerText())
    for (const lido of [numero, 'Andamento', 'Protocolo aberto']) assert.ok(papel.includes(lido), lido)
    for (const outro of ['O que você precisa?', 'Faça um pedido', 'Baixar comprovante', 'Nova consulta'])
      assert.ok(!papel.includes(outro), outro)
  })
})

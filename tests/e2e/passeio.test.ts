import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { paginas } from '../../demo/paginas.js'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { type RunningServer, startDemo } from '../support/server.js'
import { launchBrowser, visit } from '../support/visit.js'
import { abrirItbi, abrirOutro, abrirTapaBuraco, conferirComprovante, consultar, consultarComCodigo } from '../support/walk.js'

const hostPages = [
  ...paginas
    .filter(({ arquivo }) => arquivo !== 'painel.html')
    .map(({ arquivo, titulo }) => ({ titulo, caminho: `/demo/${arquivo}`, scriptTwice: arquivo === 'duas.html' })),
  { titulo: 'Página pronta', caminho: '/vila-serena', scriptTwice: false },
]

describe('a new user, by keyboard alone', { concurrency: 2 }, () => {
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

  for (const { titulo, caminho, scriptTwice } of hostPages) {
    it(`opens, keeps the receipt of and consults two protocolos: ${titulo}`, { timeout: 300_000 }, async (t) => {
      const context = await browser.newContext({ locale: 'pt-BR' })
      t.after(() => context.close())
      const visita = await visit(context, server.address + caminho, scriptTwice ? { expected: /already defined/ } : {})
      t.after(() => visita.complaints.forEach((complaint) => void t.diagnostic(complaint)))
      const consulta = (numero: string) => `${server.address}/vila-serena?${new URLSearchParams({ protocolo: numero })}`

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
})

import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { type RunningServer, startDemo } from './server.js'
import { launchBrowser } from './visit.js'

/** The demo, its database and a browser; there while the tests of a `describe` run. */
export interface Casa {
  database: TestDatabase
  server: RunningServer
  browser: Browser
}

/** To be called in a `describe`; what it gives stands from the first test on. @param env settings besides the database's */
export function casaDaDemo(env: Record<string, string> = {}): Casa {
  const casa = {} as Casa
  before(async () => {
    casa.database = await createTestDatabase()
    casa.server = await startDemo({ DATABASE_URL: casa.database.url, PROTOCOLO_LIMITES: '0', ...env })
    casa.browser = await launchBrowser()
  })
  after(async () => {
    await casa.browser?.close()
    await casa.server?.stop()
    await casa.database?.drop()
  })
  return casa
}

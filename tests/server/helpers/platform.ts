import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Config, readConfig } from '../../../server/platform/config.js'
import { createPlatform, type PlatformOverrides, type RunningPlatform } from '../../../server/platform/create-platform.js'
import { createLog } from '../../../server/platform/log.js'
import { createTestDatabase } from './database.js'

export { type FixedClock, fixedClock } from './clock.js'
export { createEmptyDatabase, createTestDatabase } from './database.js'

export interface TestPlatformOptions extends PlatformOverrides {
  config?: Partial<Config>
}

/** A platform on a fresh database and data folder, both removed at the end of the file or suite that asked for it. */
export async function testPlatform({ config, ...overrides }: TestPlatformOptions = {}): Promise<RunningPlatform> {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-teste-'))
  const settings = { ...readConfig({ DATABASE_URL: database.url, PROTOCOLO_DADOS: dataDir }), ...config }
  const platform = await createPlatform(settings, { log: createLog('silent'), ...overrides })
  after(async () => {
    await platform.close()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return platform
}

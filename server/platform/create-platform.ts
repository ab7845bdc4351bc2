import { createAntivirus } from './antivirus.js'
import { createCepService } from './cep.js'
import { systemClock } from './clock.js'
import { type Config, ConfigError } from './config.js'
import { codeOf, type Database, isUnavailable, openDatabase } from './database.js'
import { startEmbedded } from './embedded-postgres.js'
import { demandFolder } from './folders.js'
import { createDpop } from './http/dpop.js'
import { createLimits } from './limits.js'
import { createLog } from './log.js'
import { createMail } from './mail.js'
import { createMetrics } from './metrics.js'
import { migrate } from './migrations.js'
import type { Platform } from './platform.js'
import { createProofOfWork } from './proof-of-work.js'
import { systemRandom } from './random.js'
import { sharedKey } from './shared-key.js'
import { createSms } from './sms.js'
import { openStorage } from './storage.js'

/** Parts that a test or another entry brings itself. */
export type PlatformOverrides = Partial<Omit<Platform, 'config' | 'db'>>

export type RunningPlatform = Platform & {
  /** Ends everything that the platform started, the embedded database last. */
  close(): Promise<void>
}

/**
 * Starts the database where none is configured, brings its schema up to date and puts the platform together.
 * @throws when a setting is wrong, the database is away, or its schema is newer than this program.
 */
export async function createPlatform(config: Config, overrides: PlatformOverrides = {}): Promise<RunningPlatform> {
  const log = overrides.log ?? createLog(config.logLevel)
  const clock = overrides.clock ?? systemClock
  const random = overrides.random ?? systemRandom
  if (!config.databaseUrl) await demandFolder('PROTOCOLO_DADOS', config.dataDir)
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log })
  let db: Database | undefined
  try {
    const url = config.databaseUrl ?? embedded?.url ?? ''
    await migrate({ url }, log).catch((error: unknown) => {
      throw config.databaseUrl ? explain(error) : error
    })
    const opened = await openDatabase({ url, random })
    db = opened
    const limits = overrides.limits ?? createLimits({ db: opened, clock, log, enabled: config.limits })
    limits.start()
    const mail = overrides.mail ?? createMail({ smtpUrl: config.smtpUrl, sender: config.sender })
    const key = (name: string) => sharedKey(opened.sql, random, name)
    const platform: Platform = {
      config,
      clock,
      random,
      db: opened,
      mail,
      storage: overrides.storage ?? openStorage(config.storage, config.s3),
      limits,
      proofOfWork: overrides.proofOfWork ?? createProofOfWork({ key: await key('prova-de-trabalho'), clock, random }),
      dpop: overrides.dpop ?? createDpop({ key: await key('nonces'), clock, address: config.address }),
      log,
      metrics: overrides.metrics ?? createMetrics(),
      ...(config.clamd && { antivirus: createAntivirus(config.clamd) }),
      ...(config.cep && { cep: createCepService(config.cep, clock) }),
      ...(config.sms && { sms: createSms(config.sms) }),
      ...(overrides.antivirus && { antivirus: overrides.antivirus }),
      ...(overrides.cep && { cep: overrides.cep }),
      ...(overrides.sms && { sms: overrides.sms }),
    }
    return {
      ...platform,
      async close() {
        await limits.stop()
        mail.close()
        await opened.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await db?.close()
    await embedded?.stop()
    throw error
  }
}

/** SQLSTATEs of a server that does not let us in, or has no such database. */
const refused = /^(?:28...|3D000)$/

/** Whoever set the address reads which setting it is that does not work. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error) || !(isUnavailable(error) || refused.test(codeOf(error) ?? ''))) return error
  return new ConfigError(`DATABASE_URL: o PostgreSQL não aceitou a conexão (${error.message}).`, { cause: error })
}

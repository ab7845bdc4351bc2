import type { Hono } from 'hono'
import { createApp } from './app.js'
import { manterVersao } from './modules/widget/versoes.js'
import type { Config } from './platform/config.js'
import { createPlatform, type PlatformOverrides, type RunningPlatform } from './platform/create-platform.js'
import { demandFolder } from './platform/folders.js'
import { listen } from './platform/http/server.js'
import { startJobs } from './platform/jobs.js'
import type { Platform } from './platform/platform.js'
import { crontab, tarefas } from './tarefas.js'

export interface StartOptions {
  /** How many ports after the configured one to try when it is taken. */
  nextPorts?: number
  /** Whether an origin may use every entidade. */
  extraOrigins?: (origin: string) => boolean
  /** Adds routes of another entry's own. */
  extra?: (app: Hono, platform: Platform) => void
  overrides?: PlatformOverrides
}

export interface RunningServer {
  /** Public base address. */
  address: string
  port: number
  platform: RunningPlatform
  /** Refuses new work, ends what is under way within 10 s, then the jobs, then the database. */
  stop(): Promise<void>
}

/**
 * Takes the port, then brings up database, jobs and app, in this order; until then requests get 503.
 * @throws with one line for people: the port is taken, a setting is wrong, the database is away.
 */
export async function start(
  configured: Config,
  { nextPorts = 0, extraOrigins, extra, overrides }: StartOptions = {},
): Promise<RunningServer> {
  const stopping = new AbortController()
  const http = await listen(configured.port, nextPorts)
  const config = atPort(configured, http.port)
  let platform: RunningPlatform | undefined
  let jobs: Awaited<ReturnType<typeof startJobs>> | undefined
  try {
    const opened = await createPlatform(config, overrides)
    platform = opened
    await demandFolders(config)
    const running = await startJobs(opened.db.url, { tasks: tarefas(opened), crontab, log: opened.log })
    jobs = running
    const app = createApp(opened, { extraOrigins, stopping: stopping.signal, extra: (own) => extra?.(own, opened) })
    http.serve(app.fetch)
    const mantida = manterVersao(opened, stopping.signal)
    return {
      address: config.address,
      port: http.port,
      platform: opened,
      async stop() {
        stopping.abort()
        await http.close()
        await running.stop()
        await mantida
        await opened.close()
      },
    }
  } catch (error) {
    await http.close()
    await jobs?.stop()
    await platform?.close()
    throw error
  }
}

/**
 * Those that uploads are written to. After the database: an embedded one run by root opens a data folder to its account only
 * while that folder is empty.
 */
async function demandFolders({ dataDir, storage }: Config): Promise<void> {
  await demandFolder('PROTOCOLO_DADOS', dataDir)
  if (!storage.startsWith('s3://')) await demandFolder('PROTOCOLO_ANEXOS', storage)
}

/** The default address names the port: it follows it. */
function atPort(config: Config, port: number): Config {
  const byDefault = config.address === `http://localhost:${config.port}`
  return byDefault ? { ...config, port, address: `http://localhost:${port}` } : { ...config, port }
}

import { pathToFileURL } from 'node:url'
import { type Config, readConfig, settingsToNote } from './platform/config.js'
import { type RunningServer, start } from './start.js'

/** The production entry: `npm run serve`. It makes no entidade and nobody; see `npx protocolo`. */
async function main() {
  try {
    const config: Config = readConfig(process.env)
    const server = await start(config)
    server.platform.log.info({ address: server.address, port: server.port }, 'listening')
    for (const note of settingsToNote(config)) server.platform.log.warn(note)
    stopOnSignal(server)
  } catch (error) {
    fail(error)
  }
}

/** Stops on SIGTERM or SIGINT; a second one does not wait. */
export function stopOnSignal(server: RunningServer) {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    server.stop().then(() => process.exit(0), fail)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** One line that says why, and exit 1. */
export function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error)
  console.error(message.trim() || 'O servidor parou por um erro sem explicação.')
  process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()

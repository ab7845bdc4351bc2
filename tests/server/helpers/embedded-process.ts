/** Run by a test in a process of its own: starts the embedded database of the folder given, says so, and waits to be ended. */
import { startEmbedded } from '../../../server/platform/embedded-postgres.js'
import { createLog } from '../../../server/platform/log.js'

try {
  const { url, stop } = await startEmbedded({ dataDir: process.argv[2] ?? '', log: createLog('info') })
  process.once('SIGTERM', () => stop().then(() => process.exit(0)))
  console.log(`ready ${url}`)
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exit(1)
}

import { after } from 'node:test'
import type { Hono } from 'hono'
import { listen } from '../../../server/platform/http/server.js'

/** Serves the app on a free port until the end of the file or suite; answers its base address. */
export async function overSocket(app: Pick<Hono, 'fetch'>): Promise<string> {
  const server = await listen(0, 0)
  server.serve(app.fetch)
  after(() => server.close())
  return `http://localhost:${server.port}`
}

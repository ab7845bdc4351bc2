import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

export interface HostSite {
  port: number
  close(): void
}

interface Answer {
  body: string | Uint8Array
  headers?: Record<string, string>
  status?: number
}

const html = { 'Content-Type': 'text/html; charset=utf-8' }

/** Somebody else's web server: one page of the demo, at every path, with its script tag leading to `api`. */
export function serveHostPage(api: string, file = 'demo/paginas/simples.html'): Promise<HostSite> {
  const body = readFileSync(file, 'utf8').replaceAll('src="/protocolo.js"', `src="${api}/protocolo.js"`)
  return serveSite(() => ({ body }))
}

/** Somebody else's web server. @param answer to a path with its query; a page of HTML unless it says otherwise, and not found without one */
export async function serveSite(answer: (path: string) => Answer | undefined | Promise<Answer | undefined>): Promise<HostSite> {
  const server = createServer(async (request, response) => {
    const found = request.url === '/favicon.ico' ? { body: '', status: 204 } : await answer(request.url ?? '')
    const { body, headers, status } = found ?? { body: 'not here', status: 404 }
    response.writeHead(status ?? 200, headers ?? html).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

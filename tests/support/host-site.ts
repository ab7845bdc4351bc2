import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

export interface HostSite {
  port: number
  close(): void
}

/** Somebody else's web server: one page of the demo, at every path, with its script tag leading to `api`. */
export async function serveHostPage(api: string, file = 'demo/paginas/simples.html'): Promise<HostSite> {
  const page = readFileSync(file, 'utf8').replaceAll('src="/protocolo.js"', `src="${api}/protocolo.js"`)
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') response.writeHead(204).end()
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
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

import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { codeOf } from '../database-errors.js'
import { ProblemError } from './problem.js'

export interface HttpServer {
  port: number
  /** Hands every request from now on to the app; before, each gets 503. */
  serve(fetch: Parameters<typeof getRequestListener>[0]): void
  /** Takes no more connections and waits for the requests under way, 10 s at most. */
  close(): Promise<void>
}

/** The port is taken; the message is one line for people. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

/** Milliseconds. A file of 20 MB over a slow phone takes minutes; headers never do. */
const requestTimeout = 10 * 60_000
const headersTimeout = 15_000
/** Longer than the usual 60 s of a proxy, so that it is the proxy that ends an idle connection. */
const keepAliveTimeout = 65_000
const connectionsCheckingInterval = 5_000
const closePatience = 10_000
const maxHeaderSize = 16 * 1024
const maxConnections = 10_000

/** Listens on `port`, or on the first free one of the `nextPorts` after it. 0 is any free port. @throws PortTaken */
export async function listen(port: number, nextPorts: number): Promise<HttpServer> {
  let handler: (request: IncomingMessage, response: ServerResponse) => unknown = notYet
  const options = { requestTimeout, headersTimeout, keepAliveTimeout, connectionsCheckingInterval, maxHeaderSize }
  const server = createServer(options, (request, response) => handler(request, response))
  server.maxConnections = maxConnections

  for (let candidate = port; ; candidate++) {
    try {
      await bind(candidate)
      break
    } catch (error) {
      if (codeOf(error) === 'EACCES') throw new PortTaken(`Sem permissão para usar a porta ${candidate}: escolha outra em PORT.`)
      if (codeOf(error) !== 'EADDRINUSE') throw error
      if (candidate >= port + nextPorts)
        throw new PortTaken(`A porta ${port} já está em uso: encerre o outro programa ou escolha outra em PORT.`)
    }
  }

  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  return {
    port: bound.port,
    serve(fetch) {
      handler = getRequestListener(fetch)
    },
    close,
  }

  function bind(candidate: number): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(candidate, () => {
        server.off('error', reject)
        resolve()
      })
    })
  }

  /** Connections that become idle are ended as they do, so that nobody's keep-alive holds the stop up. */
  function close(): Promise<void> {
    return new Promise((resolve) => {
      const idle = setInterval(() => server.closeIdleConnections(), 100)
      const deadline = setTimeout(() => server.closeAllConnections(), closePatience)
      server.close(() => {
        clearInterval(idle)
        clearTimeout(deadline)
        resolve()
      })
      server.closeIdleConnections()
    })
  }
}

/** What is answered while the rest of the program starts. */
function notYet(_request: IncomingMessage, response: ServerResponse) {
  const problem = new ProblemError('indisponivel')
  response.writeHead(problem.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Retry-After': '2',
    'Cache-Control': 'no-store',
  })
  response.end(JSON.stringify(problem.body()))
}

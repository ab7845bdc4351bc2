import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { setHeader } from './bindings.js'

/** What is sent: an event with its data and its place in the series, or a sign of life. */
export type ServerEvent = { event: string; id?: string; data: unknown } | 'pulse'

export interface EventSeries {
  /** Aborts when the server is on its way out: an open page does not hold it up, and goes on at another. */
  stopping: AbortSignal
  /** @param ended aborts when nobody reads any more. */
  events(ended: AbortSignal): AsyncIterable<ServerEvent>
  /** Called once, when all is over. */
  close(): void
}

/** Answers with Server-Sent Events, until they end, the page closes or the server stops. */
export function eventStream(c: Context, { stopping, events, close }: EventSeries): Response {
  setHeader(c, 'Cache-Control', 'no-store')
  // Proxies that gather answers would hold these back.
  setHeader(c, 'X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const ended = new AbortController()
    const end = () => ended.abort()
    stream.onAbort(end)
    stopping.addEventListener('abort', end)
    if (stopping.aborted) end()
    try {
      for await (const sent of events(ended.signal)) {
        if (sent === 'pulse') await stream.write(': pulso\n\n')
        else await stream.writeSSE({ ...sent, data: JSON.stringify(sent.data) })
      }
    } finally {
      stopping.removeEventListener('abort', end)
      close()
    }
  })
}

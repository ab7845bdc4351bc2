import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { Unavailable } from './unavailable.js'

export interface Antivirus {
  /** @throws Unavailable when there is no verdict: an unscanned file is never taken for a clean one. */
  scan(path: string): Promise<'clean' | 'infected'>
}

/** Milliseconds without a word from clamd. */
const patience = 60_000

/** ClamAV's clamd at `host:port` or at the path of its Unix socket, by its INSTREAM command. */
export function createAntivirus(clamd: string, options: { timeout?: number } = {}): Antivirus {
  return {
    async scan(path) {
      const socket = dial(clamd)
      socket.setTimeout(options.timeout ?? patience, () => socket.destroy(new Error('clamd is silent')))
      try {
        const reply = replyOf(socket)
        // clamd may answer before the end (a file past its limit), which fails the sending: its answer tells more.
        await Promise.race([reply, pipeline(framesOf(path), socket, { end: false })])
        return verdict(await reply)
      } catch (cause) {
        throw cause instanceof Unavailable ? cause : new Unavailable('clamd does not answer', { cause })
      } finally {
        socket.destroy()
      }
    },
  }
}

function dial(clamd: string): Socket {
  const address = /^(.+):(\d+)$/.exec(clamd)
  return address ? connect(Number(address[2]), address[1]?.replace(/^\[|\]$/g, '')) : connect(clamd)
}

/** Each chunk with its length before it, big-endian; a length of zero ends the stream. */
async function* framesOf(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for await (const chunk of createReadStream(path)) {
    yield lengthOf(chunk)
    yield chunk
  }
  yield Buffer.alloc(4)
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  return length
}

function replyOf(socket: Socket): Promise<string> {
  const reply = new Promise<string>((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part) => {
      text += part
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')))
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('clamd hung up')))
  })
  reply.catch(() => undefined)
  return reply
}

function verdict(reply: string): 'clean' | 'infected' {
  if (reply.endsWith(' FOUND')) return 'infected'
  if (reply === 'stream: OK') return 'clean'
  throw new Unavailable(`clamd gave no verdict: ${reply.slice(0, 100)}`)
}

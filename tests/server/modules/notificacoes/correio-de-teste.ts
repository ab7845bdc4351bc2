import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail server that keeps what it gets, and can be told to refuse. */
export async function startMailServer() {
  const received: Email[] = []
  const raw: string[] = []
  const state = { refusing: false }
  let beforeAccepting: () => Promise<unknown> = async () => undefined
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      buffer(stream)
        .then(async (bytes) => {
          if (state.refusing) throw new Error('ocupado')
          await beforeAccepting()
          raw.push(bytes.toString('latin1'))
          received.push(await PostalMime.parse(bytes))
        })
        .then(() => done(), done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    raw,
    refuse: (refusing: boolean) => {
      state.refusing = refusing
    },
    /** Called while a message is in hand and before it is accepted. */
    onMessage: (fn: () => Promise<unknown>) => {
      beforeAccepting = fn
    },
    clear: () => {
      received.length = 0
      raw.length = 0
      state.refusing = false
      beforeAccepting = async () => undefined
    },
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

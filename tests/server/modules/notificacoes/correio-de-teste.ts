import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail server that keeps what it gets, and can be told to refuse. */
export async function startMailServer() {
  const received: Email[] = []
  const raw: string[] = []
  const state = { refusing: false, unknown: '' }
  let beforeAccepting: () => Promise<unknown> = async () => undefined
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(address === state.unknown ? Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }) : null)
    },
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
    /** Has no such mailbox. */
    unknown: (address: string) => {
      state.unknown = address
    },
    /** Called while a message is in hand and before it is accepted. */
    onMessage: (fn: () => Promise<unknown>) => {
      beforeAccepting = fn
    },
    clear: () => {
      received.length = 0
      raw.length = 0
      state.refusing = false
      state.unknown = ''
      beforeAccepting = async () => undefined
    },
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

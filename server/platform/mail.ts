import { createTransport } from 'nodemailer'

export interface Message {
  /** `Name <address>`; the configured sender unless told. */
  from?: string
  /** One address. */
  to: string
  subject: string
  text: string
  html: string
  /** Chosen by the caller and the same at every retry, so a message sent twice is recognised as one: `<id@host>`. */
  messageId: string
  headers?: Record<string, string>
}

export interface Mail {
  /**
   * `kept` when no SMTP server is configured; `refused` when the server says that there is no such mailbox.
   * @throws when the server is away or refuses: the caller tries again later.
   */
  send(message: Message): Promise<'sent' | 'kept' | 'refused'>
  close(): void
}

/** Milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
const controls = /\p{Cc}/u
const oneAddress = /^[^\s@<>,;:()"[\]\\]+@[^\s@<>,;:()"[\]\\]+$/

export function createMail({ smtpUrl, sender }: { smtpUrl?: string | undefined; sender: string }): Mail {
  if (!smtpUrl) return keeping
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
  })
  return {
    async send(message) {
      const { to, from = sender, headers, ...rest } = checked(message)
      const envelope = {
        ...rest,
        from,
        to: { name: '', address: to },
        // RFC 3834: no holiday notice comes back.
        headers: { ...headers, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      }
      return transport.sendMail(envelope).then(
        () => 'sent',
        (error: unknown) => {
          if (noSuchMailbox(error)) return 'refused'
          throw error
        },
      )
    },
    close: () => transport.close(),
  }
}

/** RFC 5321: 550, 551 and 553 to a recipient are for good, unless the server says that it is its policy (5.7: relaying denied), which may change. */
function noSuchMailbox(error: unknown): boolean {
  const { command, responseCode, response } = Object(error)
  return command === 'RCPT TO' && [550, 551, 553].includes(responseCode) && !/^\d{3}[ -]5\.7\./.test(String(response))
}

const keeping: Mail = {
  async send(message) {
    checked(message)
    return 'kept'
  },
  close: () => undefined,
}

/** Refuses whatever could add a header or a recipient of its own. */
function checked(message: Message): Message {
  const { from = '', to, subject, messageId, headers = {} } = message
  for (const value of [from, to, subject, messageId, ...Object.keys(headers), ...Object.values(headers)]) {
    if (controls.test(value)) throw new Error('a line break or control character in an e-mail header')
  }
  if (!oneAddress.test(to)) throw new Error('not one e-mail address')
  return message
}

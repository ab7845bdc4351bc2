import { Unavailable } from './unavailable.js'

export interface Text {
  /** E.164. */
  para: string
  texto: string
}

export interface Sms {
  /**
   * `refused` when the gateway will never take this text: there is no such number.
   * @throws Unavailable when it is away or refuses us: the caller tries again later.
   */
  send(text: Text): Promise<'sent' | 'refused'>
}

/** Milliseconds. */
const patience = 10_000
/** What a gateway answers to a number that is none. */
const refusals = [400, 404, 422]

/** @param address where to post; `user:password@` in it goes as HTTP Basic. */
export function createSms(address: string): Sms {
  const { url, headers } = read(address)
  return {
    async send({ para, texto }) {
      const status = await post(url, headers, JSON.stringify({ para, texto }))
      if (status >= 200 && status < 300) return 'sent'
      if (refusals.includes(status)) return 'refused'
      throw new Unavailable(`the SMS gateway answered ${status}`)
    },
  }
}

function read(address: string): { url: URL; headers: Record<string, string> } {
  const url = new URL(address)
  const credentials = [url.username, url.password].map(decodeURIComponent).join(':')
  url.username = ''
  url.password = ''
  const basic = `Basic ${Buffer.from(credentials).toString('base64')}`
  return { url, headers: { 'Content-Type': 'application/json', ...(credentials !== ':' && { Authorization: basic }) } }
}

/** @returns the status. What failed is not told: it could quote the number. */
async function post(url: URL, headers: Record<string, string>, body: string): Promise<number> {
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    await response.body?.cancel()
    return response.status
  } catch {
    throw new Unavailable('the SMS gateway does not answer')
  }
}

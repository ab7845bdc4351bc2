import { createReadStream } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AwsV4Signer } from 'aws4fetch'
import type { S3Credentials, Storage } from './storage.js'
import { checkKey } from './storage-key.js'
import { Unavailable } from './unavailable.js'

const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
/** Milliseconds without a byte. */
const idle = 30_000

interface Sending {
  method: 'HEAD' | 'GET' | 'PUT' | 'DELETE'
  key: string
  sha256?: string
  headers?: Record<string, string>
  body?: Readable
}

/**
 * S3-compatible storage, addressed as `endpoint/bucket/prefix/key`.
 * Requests go through node:http, whose body streams with a known length: S3 refuses chunked bodies.
 * They are signed with the machine's own time, since the other side compares it with its own.
 */
export function s3Storage(location: URL, credentials: S3Credentials): Storage {
  const region = location.searchParams.get('region') ?? 'us-east-1'
  const endpoint = location.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`
  const prefix = location.pathname.replace(/^\/|\/$/g, '')
  const base = [endpoint.replace(/\/$/, ''), location.hostname, prefix].filter(Boolean).join('/')
  const signingKeys = new Map<string, ArrayBuffer>()

  async function send({ method, key, sha256 = emptySha256, headers = {}, body }: Sending): Promise<IncomingMessage> {
    const signer = new AwsV4Signer({
      method,
      url: `${base}/${checkKey(key)}`,
      headers: { ...headers, 'x-amz-content-sha256': sha256 },
      service: 's3',
      region,
      cache: signingKeys,
      ...credentials,
    })
    const signed = await signer.sign()
    return exchange(method, signed.url, Object.fromEntries(signed.headers), body)
  }

  return {
    async put(key, file) {
      const held = await send({ method: 'HEAD', key })
      held.resume()
      if (held.statusCode === 200 && Number(held.headers['content-length']) === file.size) return
      const reply = await send({
        method: 'PUT',
        key,
        sha256: file.sha256,
        headers: { 'content-length': String(file.size), 'content-type': file.type },
        body: createReadStream(file.path),
      })
      reply.resume()
      if (reply.statusCode !== 200) throw refused('PUT', reply)
    },
    async open(key) {
      const reply = await send({ method: 'GET', key })
      if (reply.statusCode === 200) return reply
      reply.resume()
      if (reply.statusCode === 404) return undefined
      throw refused('GET', reply)
    },
    async remove(key) {
      const reply = await send({ method: 'DELETE', key })
      reply.resume()
      if (reply.statusCode !== 204 && reply.statusCode !== 200 && reply.statusCode !== 404) throw refused('DELETE', reply)
    },
  }
}

async function exchange(method: string, url: URL, headers: Record<string, string>, body?: Readable): Promise<IncomingMessage> {
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { method, headers })
  request.setTimeout(idle, () => request.destroy(new Error('storage is silent')))
  const reply = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', reject)
  })
  try {
    // A refusal may come before the whole body is sent, and then the sending fails: the reply tells more.
    const sent = body ? pipeline(body, request) : Promise.resolve(request.end())
    const [message] = await Promise.all([reply, Promise.race([sent, reply])])
    return message
  } catch (cause) {
    request.destroy()
    throw new Unavailable('storage does not answer', { cause })
  }
}

function refused(method: string, reply: IncomingMessage): Error {
  const message = `storage answered ${reply.statusCode} to ${method}`
  return (reply.statusCode ?? 500) >= 500 ? new Unavailable(message) : new Error(message)
}

import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { bindings } from './bindings.js'

/** Says how many proxies stand before this server; without it none is believed. */
export function trustProxies(proxies: number): MiddlewareHandler {
  return (c, next) => {
    c.set('proxies', proxies)
    return next()
  }
}

/**
 * Where a request comes from, to count by: the IPv4 address, or the /64 network of an IPv6 address, since one household holds a whole /64.
 * Behind `proxies` it is the X-Forwarded-For entry written by the outermost of them; those before it anyone can invent.
 */
export function addressOf(c: Context): string {
  const socket = bindings(c).incoming?.socket.remoteAddress ?? ''
  const proxies = c.get('proxies') ?? 0
  if (proxies === 0) return network(socket) || 'local'
  const entries = (c.req.header('X-Forwarded-For') ?? '').split(',')
  const claimed = bare(entries[Math.max(0, entries.length - proxies)] ?? '')
  return network(isIP(claimed) ? claimed : socket) || 'local'
}

/** Without the port and brackets that some proxies add. */
function bare(entry: string): string {
  const text = entry.trim()
  return /^\[([^\]]+)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::')
  const first = head ? head.split(':') : []
  const last = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length - (address.includes('.') ? 1 : 0))
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Hono } from 'hono'
import { addressOf, trustProxies } from '../../../../server/platform/http/address.js'

async function address(remoteAddress: string | undefined, forwarded?: string, proxies = 0): Promise<string> {
  const app = new Hono()
  app.use('*', trustProxies(proxies))
  app.get('/', (c) => c.text(addressOf(c)))
  const headers: HeadersInit = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }
  return (await app.request('/', { headers }, remoteAddress ? { incoming: { socket: { remoteAddress } } } : undefined)).text()
}

it('is the socket’s, and X-Forwarded-For is not believed without a trusted proxy', async () => {
  assert.equal(await address('203.0.113.7'), '203.0.113.7')
  assert.equal(await address('203.0.113.7', '198.51.100.1'), '203.0.113.7')
})

it('is the same however IPv4 is written in IPv6', async () => {
  assert.equal(await address('::ffff:203.0.113.7'), '203.0.113.7')
})

it('is one for all of an IPv6 /64', async () => {
  assert.equal(await address('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  assert.equal(await address('2001:0db8:0001:0002::1'), '2001:db8:1:2::/64')
  assert.equal(await address('2001:db8::1'), '2001:db8:0:0::/64')
  assert.equal(await address('fe80::1%eth0'), 'fe80:0:0:0::/64')
  assert.equal(await address('::1'), '0:0:0:0::/64')
})

it('behind proxies is what the outermost trusted one wrote, whatever the sender put before it', async () => {
  assert.equal(await address('10.0.0.1', '198.51.100.1', 1), '198.51.100.1')
  assert.equal(await address('10.0.0.1', '1.1.1.1, 198.51.100.1', 1), '198.51.100.1')
  assert.equal(await address('10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', 2), '198.51.100.1')
  assert.equal(await address('10.0.0.1', '198.51.100.1:4711', 1), '198.51.100.1')
  assert.equal(await address('10.0.0.1', '[2001:db8:1:2::9]:4711', 1), '2001:db8:1:2::/64')
})

it('falls back to the socket when the proxy wrote something else', async () => {
  assert.equal(await address('10.0.0.1', 'unknown', 1), '10.0.0.1')
  assert.equal(await address('10.0.0.1', undefined, 1), '10.0.0.1')
})

it('has a name even without a socket', async () => {
  assert.equal(await address(undefined), 'local')
})

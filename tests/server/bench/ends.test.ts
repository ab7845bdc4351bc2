import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { begin, begun, endDownTo } from '../../bench/ends.js'

describe('what a bench begins', () => {
  it('is ended newest first, down to what is to stay', async () => {
    const ended: string[] = []
    await begin('database', (name) => ended.push(name))
    const stays = begun()
    for (const name of ['server', 'load']) await begin(name, (one) => ended.push(one))
    await endDownTo(stays)
    assert.deepEqual(ended, ['load', 'server'])
    await endDownTo(0)
    assert.deepEqual(ended, ['load', 'server', 'database'])
  })

  it('is ended once, also when it was still beginning and two ask', async () => {
    let resolve = (_: string): void => undefined
    const promise = new Promise<string>((pronto) => {
      resolve = pronto
    })
    const ended: string[] = []
    const beginning = begin(promise, (name) => ended.push(name))
    const both = Promise.all([endDownTo(0), endDownTo(0)])
    resolve('server')
    await both
    assert.deepEqual([await beginning, ended], ['server', ['server']])
  })

  it('leaves nothing to end when it did not begin', async () => {
    await assert.rejects(
      begin(Promise.reject(new Error('no')), () => assert.fail('ended')),
      /no/,
    )
    await endDownTo(0)
    assert.equal(begun(), 0)
  })
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { tokens } from '../../demo/tokens.js'

describe('tokens', () => {
  it('are told once in the code, for every tag, and once to webmasters, by the same names and in the same order', () => {
    const told = [...readFileSync('widget/base/element.ts', 'utf8').matchAll(/@cssprop \[(--protocolo-[a-z-]+)/g)].map(([, name]) => name)
    assert.deepEqual(
      told,
      tokens.map(({ nome }) => nome),
    )
  })
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { paginaDePermissoes } from '../../scripts/permissoes.js'

it('docs/permissoes.md says what the permission table says: npm run permissoes writes it', () => {
  assert.equal(readFileSync('docs/permissoes.md', 'utf8'), paginaDePermissoes())
})

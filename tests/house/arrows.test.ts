import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, describe, it } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'protocolo-setas-'))
const config = JSON.parse(readFileSync('biome.json', 'utf8'))
writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Whether the lint refuses `file` for importing `specifier`. */
function refused(file: string, specifier: string): boolean {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `import { x } from '${specifier}'\n\nexport const y = x\n`)
  const lint = spawnSync(resolve('node_modules/.bin/biome'), ['lint', '--reporter=json', file], { cwd: folder, encoding: 'utf8' })
  assert.match(lint.stdout, /"diagnostics"/, lint.stderr)
  return lint.stdout.includes('noRestrictedImports')
}

const against = [
  ['server/domain/a.ts', '../contract/b.js'],
  ['server/domain/a.ts', '../platform/database.js'],
  ['server/domain/a.ts', 'node:fs'],
  ['server/domain/a.ts', 'hono'],
  ['server/contract/a.ts', '../platform/b.js'],
  ['server/contract/a.ts', '../modules/b/b.js'],
  ['server/platform/a.ts', '../modules/b/b.js'],
  ['server/platform/http/a.ts', '../../domain/b.js'],
  ['server/modules/a/a.ts', '../b/queries.js'],
  ['server/modules/a/a.ts', '../b/routes.js'],
  ['server/modules/a/a.ts', '../../app.js'],
  ['widget/protocolo.ts', '../server/platform/b.js'],
  ['widget/client/a.ts', '../elements/b/b.js'],
  ['widget/client/a.ts', '../../server/domain/b.js'],
  ['widget/account/a.ts', '../elements/b/b.js'],
  ['widget/account/a.ts', '../../server/domain/b.js'],
  ['widget/parts/a.ts', '../account/b.js'],
  ['widget/elements/a/a.ts', '../b/b.js'],
  ['widget/elements/a/a.ts', '../../../server/modules/b/b.js'],
] as const

const along = [
  ['server/domain/a.ts', './b.js'],
  ['server/contract/a.ts', '../domain/b.js'],
  ['server/platform/http/a.ts', '../../contract/b.js'],
  ['server/modules/a/a.ts', './queries.js'],
  ['server/modules/a/a.ts', '../b/b.js'],
  ['server/modules/a/a.ts', '../../platform/database.js'],
  ['server/modules/a/a.ts', '../../domain/b.js'],
  ['server/app.ts', './modules/a/routes.js'],
  ['widget/client/a.ts', '../../server/app.js'],
  ['widget/account/a.ts', '../client/b.js'],
  ['widget/elements/a/a.ts', '../../account/b.js'],
  ['widget/elements/a/a.ts', '../../base/b.js'],
  ['widget/elements/a/a.ts', '../../../server/contract/b.js'],
] as const

describe('the arrows of the house', () => {
  for (const [file, specifier] of against) {
    it(`${file} may not import ${specifier}`, () => assert.equal(refused(file, specifier), true))
  }
  for (const [file, specifier] of along) {
    it(`${file} may import ${specifier}`, () => assert.equal(refused(file, specifier), false))
  }
})

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { describe, it } from 'node:test'

interface Packed {
  files: { path: string }[]
}

describe('the package', () => {
  it('is importable in Node, where there is no DOM', () => {
    const program = `const tags = await import('protocolo'); console.log(typeof tags, typeof document)`
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
    assert.equal(printed, 'object undefined\n')
  })

  it('holds the program and the widget as built, and neither tests nor sources', () => {
    const [packed]: Packed[] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }))
    const paths = (packed?.files ?? []).map(({ path }) => path)
    for (const path of [
      'bin/protocolo.js',
      'dist/server/cli.js',
      'dist/server/platform/migrations/0001_inicio.sql',
      'dist/widget/protocolo.js',
    ]) {
      assert.ok(paths.includes(path), `${path} is missing`)
    }
    assert.deepEqual(
      paths.filter((path) => !/^(bin|dist\/(server|widget)|demo\/entidades)\/|^[^/]+$/.test(path)),
      [],
    )
  })
})

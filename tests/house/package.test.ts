import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

interface Packed {
  files: { path: string }[]
}

interface Manifest {
  modules: {
    path: string
    declarations: {
      tagName?: string
      attributes?: { name: string; type?: { text: string } }[]
      members?: { name: string; privacy?: string }[]
    }[]
  }[]
}

const fields = JSON.parse(readFileSync('package.json', 'utf8'))
const readManifest = (): Manifest => JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'))
const tags = ['protocolo-consulta', 'protocolo-gestao', 'protocolo-novo', 'protocolo-painel']

describe('the package', () => {
  it('is importable in Node, where there is no DOM', () => {
    const program = `const tags = await import('protocolo'); console.log(Object.keys(tags), typeof document)`
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
    assert.equal(printed, "[ 'apiEm' ] undefined\n")
  })

  it('holds the program and the widget as built, and neither tests nor sources', () => {
    const [packed]: Packed[] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }))
    const paths = (packed?.files ?? []).map(({ path }) => path)
    for (const path of [
      'bin/protocolo.js',
      'dist/server/cli.js',
      'dist/server/platform/migrations/0001_inicio.sql',
      'dist/widget/protocolo.js',
      'dist/widget/integridade.json',
    ]) {
      assert.ok(paths.includes(path), `${path} is missing`)
    }
    assert.deepEqual(
      paths.filter((path) => !/^(bin|dist\/(server|widget)|types|demo\/entidades)\/|^dist\/[^/]+\.json$|^[^/]+$/.test(path)),
      [],
    )
  })

  it('names no file that the build does not make', () => {
    const named = [fields.customElements, fields['web-types'], fields.unpkg, fields.jsdelivr, fields.exports['.'].default]
    const asJson = Object.entries(fields.exports).flatMap(([name, path]) => (name.endsWith('.json') ? [path] : []))
    for (const path of [...named, ...asJson]) assert.ok(existsSync(String(path)), String(path))
  })
})

describe('custom-elements.json', () => {
  it('tells of every tag, in the package’s own entry', () => {
    const { modules } = readManifest()
    assert.deepEqual(
      modules.map(({ path }) => path),
      [fields.unpkg],
    )
    assert.deepEqual(modules[0]?.declarations.flatMap(({ tagName }) => tagName ?? []).sort(), tags)
  })

  it('tells what pages use, with its words written out, and nothing of how it is done', () => {
    for (const { tagName, attributes = [], members = [] } of readManifest().modules.flatMap(({ declarations }) => declarations)) {
      const tema = attributes.find(({ name }) => name === 'tema')
      assert.match(tema?.type?.text ?? '', /'govbr'/, tagName)
      const inner = ['cartao', 'cliente', 'recipiente', 'esqueleto', 'renderizar', 'usarEstilos', 'connectedCallback', 'prefixo']
      assert.deepEqual(
        members.filter(({ name, privacy = 'public' }) => privacy !== 'public' || inner.includes(name)).map(({ name }) => name),
        [],
        tagName,
      )
    }
  })

  it('is what VS Code and JetBrains are told too', () => {
    const names = (list: { name: string }[]) => list.map(({ name }) => name).sort()
    assert.deepEqual(names(JSON.parse(readFileSync('dist/vscode.html-custom-data.json', 'utf8')).tags), tags)
    const css = names(JSON.parse(readFileSync('dist/vscode.css-custom-data.json', 'utf8')).properties)
    assert.ok(css.includes('--protocolo-cor-acao'))
    assert.doesNotMatch(readFileSync('dist/vscode.html-custom-data.json', 'utf8'), /default: undefined/)
    const { version, contributions } = JSON.parse(readFileSync('dist/web-types.json', 'utf8'))
    assert.deepEqual(names(contributions.html.elements), tags)
    assert.equal(version, fields.version)
  })
})

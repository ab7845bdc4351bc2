/**
 * `npm run manifest`, and part of the build: custom-elements.json in `dist/`, from which editors and the guide know the tags, their
 * attributes, events, methods, slots and custom properties; and the same as VS Code and JetBrains read it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const entry = 'dist/widget/pacote.js'

export async function writeManifest(folder) {
  const { cli } = await import('@custom-elements-manifest/analyzer/cli.js')
  const { getVsCodeCssCustomData, getVsCodeHtmlCustomData } = await import('custom-element-vs-code-integration')
  const { getWebTypesData } = await import('custom-element-jet-brains-integration')
  const argv = ['analyze', '--quiet', '--config', join('scripts', 'manifest.config.mjs')]
  const manifest = asPacked(await cli({ argv, cwd: root, noWrite: true }))
  const options = { hideLogs: true }
  const files = {
    'custom-elements.json': manifest,
    'vscode.html-custom-data.json': forEditors(getVsCodeHtmlCustomData(manifest, options)),
    'vscode.css-custom-data.json': forEditors(getVsCodeCssCustomData(manifest, options)),
    'web-types.json': forEditors(getWebTypesData(manifest, options)),
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`)
}

/** Without what the converters write of a property that has no default, nor the empty value, which nobody writes. */
function forEditors(json) {
  return JSON.parse(json.replaceAll(' _(default: undefined)_', ''), (key, value) =>
    key === 'values' ? value.filter(({ name }) => name !== "''") : value,
  )
}

/** Who takes the package finds every tag in its one entry. */
function asPacked({ modules, ...manifest }) {
  const declarations = modules.flatMap((module) => module.declarations).filter(({ kind }) => kind === 'class')
  for (const { superclass, ...declaration } of declarations) {
    for (const part of [superclass, ...Object.values(declaration).flatMap((value) => (Array.isArray(value) ? value : []))]) {
      if (part?.module) part.module = entry
      if (part?.inheritedFrom?.module) part.inheritedFrom.module = entry
    }
  }
  const tags = declarations.filter(({ tagName }) => tagName)
  const exports = tags.map(({ name, tagName }) => ({
    kind: 'custom-element-definition',
    name: tagName,
    declaration: { name, module: entry },
  }))
  return { ...manifest, modules: [{ kind: 'javascript-module', path: entry, declarations, exports }] }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeManifest(join(root, 'dist'))

/**
 * `npm run build`: server and demo file by file into `dist/`, the widget bundled, minified and compressed into `dist/widget/`, and what
 * editors and the guide know the tags by.
 * All is made beside the old `dist/` and takes its place at the end: who reads meanwhile never meets half a build.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { writeEntry } from './entrada.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const widget = join(root, 'widget', 'protocolo.ts')

/** How what browsers run is bundled. */
export const bundling = {
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
}

export async function build() {
  const esbuild = await import('esbuild')
  const scratch = join(root, 'node_modules', '.cache', `protocolo-${process.pid}`)
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true })
  try {
    const { writeManifest } = await import('./manifest.mjs')
    await Promise.all([buildServer(esbuild, scratch), buildWidget(esbuild, scratch), writeManifest(scratch)])
    rmSync(dist, { recursive: true, force: true })
    renameSync(scratch, dist)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function buildServer(esbuild, outdir) {
  const files = ['server', 'demo'].flatMap(filesIn)
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: files.filter((file) => file.endsWith('.ts')),
    outdir,
    outbase: '.',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  for (const file of files.filter((name) => !name.endsWith('.ts'))) cpSync(join(root, file), join(outdir, file))
}

async function buildWidget(esbuild, outdir) {
  const { widgetPlugin } = await import('./widget-plugin.mjs')
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [widget],
    outdir: join(outdir, 'widget'),
    entryNames: '[name]',
    chunkNames: 'protocolo/[name]-[hash]',
    ...bundling,
    platform: 'neutral',
    // Lit's own files for where there may be no DOM, without the DOM that they would bring along: a server may import the widget.
    conditions: ['node'],
    alias: { '@lit-labs/ssr-dom-shim': join(root, 'widget', 'base', 'sem-dom.ts') },
    plugins: [widgetPlugin],
    logLevel: 'warning',
  })
  const folder = join(outdir, 'widget')
  await esbuild.build({ absWorkingDir: root, entryPoints: ['widget/pacote.ts'], outdir: folder, target: 'es2022', logLevel: 'warning' })
  writeEntry(folder)
  const files = namesRelativeTo(folder, metafile)
  await Promise.all(Object.keys(files).map((name) => compress(join(folder, name))))
  writeFileSync(join(folder, 'meta.json'), JSON.stringify(files))
  writeFileSync(join(folder, 'integridade.json'), JSON.stringify(integrity(folder, Object.keys(files)), null, 2))
}

/** What a page that holds to this version checks each file by. */
function integrity(folder, names) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const hash = (name) =>
    `sha384-${createHash('sha384')
      .update(readFileSync(join(folder, name)))
      .digest('base64')}`
  return { versao: version, arquivos: Object.fromEntries(names.sort().map((name) => [name, hash(name)])) }
}

/** What each file of the widget imports and how large it is, for the size budget. */
function namesRelativeTo(folder, { outputs }) {
  const relative = (file) => join(root, file).slice(folder.length + 1)
  return Object.fromEntries(
    Object.entries(outputs).map(([file, { imports, bytes, entryPoint }]) => [
      relative(file),
      { bytes, entryPoint, imports: imports.map(({ path, kind }) => ({ path: relative(path), kind })) },
    ]),
  )
}

async function compress(file) {
  const bytes = readFileSync(file)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  writeFileSync(`${file}.br`, br)
  writeFileSync(`${file}.gz`, gz)
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => statSync(join(root, name)).isFile())
}

async function main() {
  try {
    await build()
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && existsSync(dist)) return console.log('esbuild is not installed: dist/ stays as it is')
    console.error(error.message)
    process.exitCode = 1
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()

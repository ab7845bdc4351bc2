/**
 * The table of `npm run size -- --outros`: what a page downloads at first load, JavaScript and CSS, with four components of others that do
 * part of what ours do. Each is taken from the registry as published and bundled as our widget is, in its plainest usable setup.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { bundling, root } from './build.mjs'

const cache = join(root, 'node_modules', '.cache', 'others')

const others = [
  {
    name: '@teamhanko/hanko-elements',
    version: '2.7.0',
    does: 'signing in and up; no requests',
    code: "import { register } from './dist/elements.js'; register('https://hanko.exemplo.br')",
  },
  {
    name: 'altcha',
    version: '3.2.2',
    does: 'the proof of work of a form; no form',
    code: "import './dist/main/altcha.js'",
  },
  {
    name: '@formio/js',
    version: '5.6.0',
    does: 'forms by description, its renderer alone; no sign-in, no consult',
    code: "import './dist/formio.form.min.js'; import './dist/formio.form.min.css'",
  },
  {
    name: '@open-formulieren/sdk',
    version: '3.3.0',
    does: 'forms of municipalities; what it imports later, such as its form engine, left out',
    code: "import './dist/open-forms-sdk.mjs'; import './dist/open-forms-sdk.css'",
  },
]

/** @returns each with its bytes, gzip and brotli, or with why it could not be built. */
export async function measureOthers() {
  const esbuild = await import('esbuild')
  const rows = []
  for (const other of others) rows.push({ ...other, ...(await measure(esbuild, other).catch(({ message }) => ({ failed: message }))) })
  return rows
}

async function measure(esbuild, { name, version, code }) {
  const { outputFiles, metafile } = await esbuild.build({
    ...bundling,
    stdin: { contents: code, resolveDir: unpacked(name, version) },
    outdir: join(cache, 'out'),
    write: false,
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: Object.fromEntries(['.woff', '.woff2', '.ttf', '.eot', '.svg', '.png', '.gif'].map((end) => [end, 'file'])),
    logLevel: 'silent',
  })
  const first = new Set(Object.keys(metafile.outputs).filter((file) => /\/stdin\.(js|css)$/.test(file)))
  for (const file of first) {
    for (const { path, kind } of metafile.outputs[file].imports) if (kind === 'import-statement') first.add(path)
  }
  const files = outputFiles.filter(({ path }) => [...first].some((file) => path === join(root, file))).map(({ contents }) => contents)
  const sum = (size) => files.reduce((total, bytes) => total + size(bytes), 0)
  return {
    raw: sum(({ length }) => length),
    gzip: sum((bytes) => gzipSync(bytes, { level: 9 }).length),
    brotli: sum((bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length),
  }
}

/** The package as published, without what it depends on: each of these brings all that it needs. */
function unpacked(name, version) {
  const folder = join(cache, `${name.replace(/\W/g, '-')}-${version}`)
  if (!existsSync(folder)) {
    mkdirSync(`${folder}.part`, { recursive: true })
    const packed = execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: `${folder}.part`, encoding: 'utf8' }).trim()
    execFileSync('tar', ['-xzf', packed], { cwd: `${folder}.part` })
    renameSync(join(`${folder}.part`, 'package'), folder)
    rmSync(`${folder}.part`, { recursive: true })
  }
  return folder
}

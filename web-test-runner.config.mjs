import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playwrightLauncher } from '@web/test-runner-playwright'
import { build } from 'esbuild'
import { tsImport } from 'tsx/esm/api'

const { findChromium, flags } = await tsImport('./tests/support/chromium.ts', import.meta.url)

const root = fileURLToPath(new URL('.', import.meta.url))

/** Files of the widget whose templates people see. */
const drawing = readdirSync(`${root}widget`, { recursive: true, encoding: 'utf8' })
  .map((file) => `widget/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts') && readFileSync(root + file, 'utf8').includes('html`'))
  .sort()

/** Has each of them note, in the tests of the states, that it drew. */
const noteDrawing = {
  name: 'note-drawing',
  setup(build) {
    build.onLoad({ filter: /[\\/]widget[\\/].*\.ts$/ }, ({ path }) => {
      const file = path.slice(root.length).replaceAll('\\', '/')
      if (!drawing.includes(file)) return undefined
      const source = readFileSync(path, 'utf8').replace(/(import \{[^}]*\bhtml)\b([^}]*\} from 'lit'\n)/, '$1 as drawn$2')
      const note = `function html(...parts) { (globalThis.desenhados ??= new Set()).add('${file}'); return drawn(...parts) }`
      return { contents: `${source}\n${note}\n`, loader: 'ts' }
    })
  },
}

/** Keeps a picture of the page for `npm run folhas`, in the folder that `PROTOCOLO_FOTOS` names. */
const photos = process.env.PROTOCOLO_FOTOS
const photographer = {
  name: 'photographer',
  async executeCommand({ command, payload, session }) {
    if (command !== 'fotografar' || !photos) return undefined
    const { tag, nome, tema, largura } = payload
    const path = join(photos, tag, `${nome}.${tema}.${largura}.png`)
    await session.browser.getPage(session.id).screenshot({ path, fullPage: true, animations: 'disabled' })
    return true
  },
}

/** Each file of tests is bundled from its TypeScript with what it tests: one request instead of hundreds. */
const typescript = {
  name: 'typescript',
  resolveMimeType: ({ path }) => (path.endsWith('.ts') ? 'js' : undefined),
  async serve({ path }) {
    const file = root + path.slice(1)
    if (!path.endsWith('.test.ts') || !existsSync(file)) return undefined
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [file],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      sourcemap: 'inline',
      logLevel: 'error',
      ...(path.includes('/estados/') && {
        plugins: [noteDrawing],
        define: { DESENHAM: JSON.stringify(drawing), FOTOS: JSON.stringify(Boolean(photos)) },
      }),
    })
    return outputFiles[0].text
  },
}

export default {
  files: ['tests/widget/**/*.test.ts'],
  plugins: [typescript, photographer],
  concurrency: 2,
  concurrentBrowsers: 1,
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: findChromium(),
        args: flags,
      },
    }),
  ],
  testsFinishTimeout: 600_000,
  testFramework: { config: { ui: 'bdd', timeout: 5000 } },
}

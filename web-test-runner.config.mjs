import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { playwrightLauncher } from '@web/test-runner-playwright'
import { build } from 'esbuild'
import { tsImport } from 'tsx/esm/api'

const { findChromium, flags } = await tsImport('./tests/support/chromium.ts', import.meta.url)

const root = fileURLToPath(new URL('.', import.meta.url))

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
    })
    return outputFiles[0].text
  },
}

export default {
  files: ['tests/widget/**/*.test.ts'],
  plugins: [typescript],
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
  testFramework: { config: { ui: 'bdd', timeout: 5000 } },
}

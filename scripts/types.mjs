/**
 * `npm run types`: the types of the public face into `types/`, before the package is packed. The compiler writes them from the sources,
 * without what is marked `@internal`, and only the files that the package's entries lead to are kept: all others are the server's.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
const imported = /(?:from|import|import\(|declare module) ?'(\.[^']+)\.js'/g

function main() {
  const scratch = mkdtempSync(join(root, 'node_modules', '.cache', 'types-'))
  const kept = join(root, 'types')
  try {
    execFileSync(process.execPath, [tsc, '--project', join(root, 'scripts', 'tsconfig.types.json'), '--outDir', scratch], {
      stdio: 'inherit',
    })
    rmSync(kept, { recursive: true, force: true })
    for (const file of reach(['pacote', 'react'].map((name) => join(scratch, 'widget', `${name}.d.ts`)))) {
      cpSync(file, join(kept, relative(scratch, file)))
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function reach(entries) {
  const found = new Set(entries)
  for (const file of found) {
    for (const [, path] of readFileSync(file, 'utf8').matchAll(imported)) {
      const next = join(dirname(file), `${path}.d.ts`)
      if (existsSync(next)) found.add(next)
    }
  }
  return found
}

main()

/**
 * `npm run size`: what a page with each tag downloads, first and in all, from the files of the last build.
 * "First" is what the tag needs before people can use it. Fails past a budget.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'widget')

/** `calls` are those to the API before the tag can be used: the entidade's card, and for `novo` the list of tipos. `all` bounds what it may ever load. */
const tags = [
  { tag: 'protocolo-consulta', code: 'widget/elements/consulta/consulta.ts', calls: 1, brotli: 15_000, requests: 4 },
  { tag: 'protocolo-novo', code: 'widget/elements/novo/novo.ts', calls: 2, brotli: 30_000, requests: 10 },
  { tag: 'protocolo-painel', code: 'widget/elements/painel/painel.ts', calls: 1, brotli: 25_000, requests: 10, all: 45_000 },
]
const everything = 77_000

function main() {
  if (!existsSync(join(folder, 'meta.json'))) return fail('dist/widget is missing: run npm run build')
  const files = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'))
  const rows = tags.flatMap(({ tag, code, calls, all: inAll, ...budget }) => {
    const chunk = Object.keys(files).find((name) => files[name].entryPoint === code)
    if (!chunk) return [{ name: `${tag}: no file for ${code}`, over: true }]
    const first = reach(files, ['protocolo.js', chunk], ['import-statement'])
    const all = new Set([...first, ...reach(files, [chunk], ['import-statement', 'dynamic-import'])])
    return [measure(`${tag}, first`, first, calls, budget), measure(`${tag}, in all`, all, calls, { brotli: inAll })]
  })
  rows.push(measure('all three tags, in all', new Set(Object.keys(files)), 2, { brotli: everything }))
  print(rows)
  if (rows.some(({ over }) => over)) fail('over budget')
}

/** The files that some lead to, by imports of the given kinds. */
function reach(files, from, kinds) {
  const found = new Set()
  const visit = (name) => {
    if (found.has(name)) return
    found.add(name)
    for (const { path, kind } of files[name].imports) if (kinds.includes(kind)) visit(path)
  }
  from.forEach(visit)
  return found
}

function measure(name, files, calls, budget) {
  const sum = (extension) => [...files].reduce((total, file) => total + statSync(join(folder, file + extension)).size, 0)
  const requests = files.size + calls
  const [raw, gzip, brotli] = ['', '.gz', '.br'].map(sum)
  const over = brotli > (budget.brotli ?? Number.POSITIVE_INFINITY) || requests > (budget.requests ?? Number.POSITIVE_INFINITY)
  return { name, raw, gzip, brotli, requests, budget, over }
}

function print(rows) {
  console.log(line('', 'raw', 'gzip', 'brotli', 'requests', 'budget'))
  for (const { name, raw, gzip, brotli, requests, budget = {}, over } of rows) {
    const limit = [budget.brotli && kB(budget.brotli), budget.requests && `${budget.requests} requests`].filter(Boolean).join(', ')
    console.log(line(name, kB(raw), kB(gzip), kB(brotli), requests, limit + (over ? '  OVER' : '')))
  }
}

function line(name, ...[raw, gzip, brotli, requests, budget]) {
  return `${name.padEnd(28)}${[raw, gzip, brotli, requests].map((cell) => String(cell).padStart(10)).join('')}   ${budget}`.trimEnd()
}

/** Kilobytes of 1000 bytes. */
function kB(bytes) {
  return bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`
}

function fail(message) {
  console.error(message)
  process.exitCode = 1
}

main()

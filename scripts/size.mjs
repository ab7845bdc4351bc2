/**
 * `npm run size`: what a page with each tag downloads, first and in all, from the files of the last build.
 * "First" is what the tag needs before people can use it. Fails past a budget.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'widget')

/**
 * `calls` are those to the API before the tag can be used: the entidade's card, and for `novo` the list of tipos. `inUse` bounds what a
 * visit loads that stays out of what `apart` leads to, and `all` what it may ever load.
 */
const tags = [
  { tag: 'protocolo-consulta', code: 'widget/elements/consulta/consulta.ts', calls: 1, brotli: 15_000, requests: 4 },
  { tag: 'protocolo-novo', code: 'widget/elements/novo/novo.ts', calls: 2, brotli: 30_000, requests: 10 },
  {
    tag: 'protocolo-painel',
    code: 'widget/elements/painel/painel.ts',
    calls: 1,
    brotli: 25_000,
    requests: 10,
    inUse: 45_000,
    apart: {
      'signing up, recovering': 'widget/account/vistas.ts',
      'own data': 'widget/elements/painel/dados/dados.ts',
      procurações: 'widget/elements/painel/procuracoes/procuracoes.ts',
      'who may see a process': 'widget/elements/painel/acessos/acessos.ts',
      'answering what was asked': 'widget/elements/painel/responder.ts',
      'one process': 'widget/elements/painel/processo.ts',
      'offering a passkey': 'widget/elements/painel/oferta.ts',
      'writing to the unidade': 'widget/parts/mensagens/escrita.ts',
      'evaluating, appealing, giving up': 'widget/parts/fim/fim.ts',
      'showing again who one is': 'widget/account/dialogo-da-reautenticacao.ts',
    },
    all: 105_000,
  },
  {
    tag: 'protocolo-gestao',
    code: 'widget/elements/gestao/gestao.ts',
    calls: 1,
    brotli: 25_000,
    requests: 10,
    inUse: 50_000,
    apart: {
      'signing up, recovering': 'widget/account/vistas.ts',
      'one protocolo': 'widget/elements/gestao/processo/processo.ts',
      'the counter': 'widget/elements/gestao/balcao/balcao.ts',
      indicators: 'widget/elements/gestao/indicadores/indicadores.ts',
      administration: 'widget/elements/gestao/administracao/administracao.ts',
      'showing again who one is': 'widget/account/dialogo-da-reautenticacao.ts',
    },
  },
]
const everything = 195_000

function main() {
  if (!existsSync(join(folder, 'meta.json'))) return fail('dist/widget is missing: run npm run build')
  const files = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'))
  const rows = tags.flatMap(({ tag, code, calls, apart = {}, inUse, all: inAll, ...budget }) => {
    const [chunk, ...aside] = [code, ...Object.values(apart)].map((entry) =>
      Object.keys(files).find((name) => files[name].entryPoint === entry),
    )
    if (!chunk || aside.includes(undefined)) return [{ name: `${tag}: a file that it is measured by is missing`, over: true }]
    const first = reach(files, ['protocolo.js', chunk], ['import-statement'])
    const used = new Set([...first, ...reach(files, [chunk], ['import-statement', 'dynamic-import'], aside)])
    const all = new Set([...first, ...reach(files, [chunk], ['import-statement', 'dynamic-import'])])
    return [
      measure(`${tag}, first`, first, calls, budget),
      ...(inUse ? [{ ...measure(`${tag}, with sign-in`, used, calls, { brotli: inUse }), without: Object.keys(apart) }] : []),
      measure(`${tag}, in all`, all, calls, { brotli: inAll }),
    ]
  })
  rows.push(measure('all four tags, in all', new Set(Object.keys(files)), 2, { brotli: everything }))
  print(rows)
  if (rows.some(({ over }) => over)) fail('over budget')
}

/** The files that some lead to, by imports of the given kinds and not through `aside`. */
function reach(files, from, kinds, aside = []) {
  const found = new Set()
  const visit = (name) => {
    if (found.has(name) || aside.includes(name)) return
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
  for (const { name, raw, gzip, brotli, requests, budget = {}, over, without = [] } of rows) {
    const limit = [budget.brotli && kB(budget.brotli), budget.requests && `${budget.requests} requests`].filter(Boolean).join(', ')
    console.log(line(name, kB(raw), kB(gzip), kB(brotli), requests, limit + (over ? '  OVER' : '')))
    if (without.length > 0) console.log(`  without ${without.join('; ')}`)
  }
}

function line(name, ...[raw, gzip, brotli, requests, budget]) {
  return `${name.padEnd(32)}${[raw, gzip, brotli, requests].map((cell) => String(cell).padStart(10)).join('')}   ${budget}`.trimEnd()
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

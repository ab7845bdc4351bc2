/**
 * `npm run size`: what a page with each tag downloads from an empty cache, told from the files of the last build. Fails past a budget.
 *
 * - "first": what comes before people can use the tag: `protocolo.js`, what the tag shows first, and all that these import.
 * - "with sign-in": everything from there until somebody has signed in, by password or passkey, and looks at what the row below names.
 *   That row also names all that is left out: other ways on, which load when taken, and the acts on a process, which load once it allows one.
 * - "in all": every file that the tag leads to, in Portuguese; what other languages bring has rows of its own.
 *
 * Requests are those for files, and those to the API before people can use the tag.
 *
 * `npm run size -- --outros` builds first, and also sets what each tag takes first beside components of others.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { measureOthers } from './size-others.mjs'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'widget')

/**
 * `calls` are those to the API before the tag can be used: the entidade's card, and for `novo` the list of tipos. `signedIn` bounds the row
 * "with sign-in", which goes as far as `seeing` and not into `apart`; `all` bounds "in all".
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
    signedIn: 45_000,
    seeing: 'the panel and one process',
    apart: {
      'signing up, recovering': 'widget/account/vistas.ts',
      'own data': 'widget/elements/painel/dados/dados.ts',
      procurações: 'widget/elements/painel/procuracoes/procuracoes.ts',
      'drafts, where there are some': 'widget/elements/painel/rascunhos.ts',
      'contacts to confirm and requests from before the conta, where there are some': 'widget/elements/painel/avisos-do-inicio.ts',
      'who may see a process': 'widget/elements/painel/acessos/acessos.ts',
      'answering what was asked': 'widget/elements/painel/responder.ts',
      'writing to the unidade': 'widget/parts/mensagens/escrita.ts',
      'evaluating, appealing, giving up': 'widget/parts/fim/fim.ts',
      'replacing the access code': 'widget/elements/painel/troca-do-codigo.ts',
      'offering a passkey, once on each device': 'widget/elements/painel/oferta.ts',
      'showing again who one is': 'widget/account/dialogo-da-reautenticacao.ts',
      'proof of work, after many failed tries': 'widget/client/prova.ts',
      'what only a page is told or asks for': 'widget/base/para-a-pagina.ts',
    },
    all: 108_000,
  },
  {
    tag: 'protocolo-gestao',
    code: 'widget/elements/gestao/gestao.ts',
    calls: 1,
    brotli: 25_000,
    requests: 10,
    signedIn: 50_000,
    seeing: 'the lists of processes',
    apart: {
      'signing up, recovering': 'widget/account/vistas.ts',
      'one protocolo': 'widget/elements/gestao/processo/processo.ts',
      'the counter': 'widget/elements/gestao/balcao/balcao.ts',
      indicators: 'widget/elements/gestao/indicadores/indicadores.ts',
      administration: 'widget/elements/gestao/administracao/administracao.ts',
      'showing again who one is': 'widget/account/dialogo-da-reautenticacao.ts',
      'what only a page is told or asks for': 'widget/base/para-a-pagina.ts',
    },
  },
]
const everything = 212_000
const bothKinds = ['import-statement', 'dynamic-import']

async function main() {
  const beside = process.argv.includes('--outros')
  if (beside) await build()
  if (!existsSync(join(folder, 'meta.json'))) return fail('dist/widget is missing: run npm run build')
  const files = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'))
  const made = (entry) => Object.keys(files).find((name) => files[name].entryPoint === entry)
  const languages = made('widget/texts/idiomas.ts')
  const rows = tags.flatMap(({ tag, code, calls, apart = {}, signedIn, seeing, all: inAll, ...budget }) => {
    const [chunk, ...aside] = [code, ...Object.values(apart)].map(made)
    if (!chunk || aside.includes(undefined)) return [{ name: `${tag}: a file that it is measured by is missing`, over: true }]
    const first = reach(files, ['protocolo.js', chunk], ['import-statement'])
    const used = new Set([...first, ...reach(files, [chunk], bothKinds, [languages, ...aside])])
    const all = new Set([...first, ...reach(files, [chunk], bothKinds, [languages])])
    return [
      measure(`${tag}, first`, first, calls, budget),
      ...(signedIn ? [{ ...measure(`${tag}, with sign-in`, used, calls, { brotli: signedIn }), seeing, without: Object.keys(apart) }] : []),
      measure(`${tag}, in all`, all, calls, { brotli: inAll }),
    ]
  })
  const inPortuguese = reach(files, ['protocolo.js'], bothKinds, [languages])
  rows.push(measure('all four tags, in all', inPortuguese, 2, { brotli: everything }))
  for (const idioma of ['es', 'en']) {
    const words = ['cidadao', 'gestao'].map((part) => made(`widget/texts/${idioma}/${part}.ts`))
    const further = [...reach(files, [languages, ...words], ['import-statement'])].filter((name) => !inPortuguese.has(name))
    rows.push(measure(`all four tags, further in ${idioma}`, new Set(further), 0, {}))
  }
  print(rows)
  if (rows.some(({ over }) => over)) fail('over budget')
  if (beside)
    printBeside(
      rows.filter(({ name }) => name.endsWith(', first')),
      await measureOthers(),
    )
}

/** How many times as much as each tag of ours the others take, in Brotli. */
function printBeside(ours, others) {
  const cell = (text) => String(text).padStart(11)
  const times = (brotli, other) => (other / brotli).toFixed(2)
  console.log(
    `\nfirst load, JS and CSS${' '.repeat(12)}${['raw', 'gzip', 'brotli', ...ours.map(({ name }) => `÷ ${name.slice(10, -7)}`)].map(cell).join('')}`,
  )
  for (const { name, version, does, raw, gzip, brotli, failed } of others) {
    const head = `${name} ${version}`.padEnd(34)
    if (failed) console.log(`${head}could not be built: ${failed}`)
    else console.log(head + [kB(raw), kB(gzip), kB(brotli), ...ours.map((tag) => times(tag.brotli, brotli))].map(cell).join(''))
    console.log(`  ${does}`)
  }
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
  for (const { name, raw, gzip, brotli, requests, budget = {}, over, seeing, without = [] } of rows) {
    const limit = [budget.brotli && kB(budget.brotli), budget.requests && `${budget.requests} requests`].filter(Boolean).join(', ')
    console.log(line(name, kB(raw), kB(gzip), kB(brotli), requests, limit + (over ? '  OVER' : '')))
    if (seeing) console.log(`  up to ${seeing}, without ${without.join('; ')}`)
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

await main()

/** esbuild plugin for the widget: what its source says for reading is taken out of what people download. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'

const cssTemplate = /\bcss`([^`$]+)`/g
const container = ':is(#_#_,[slot=protocolo])'
const rules = new URL('../server/contract/regras.ts', import.meta.url)
const sheets = fileURLToPath(new URL('../widget/base/sem-folhas.ts', import.meta.url))
const physical = {
  'inline-size:': 'width:',
  'block-size:': 'height:',
  'inset-inline-start:': 'left:',
  'inset-inline-end:': 'right:',
  'inset-block-start:': 'top:',
  'inset-block-end:': 'bottom:',
  'inline-start': 'left',
  'inline-end': 'right',
  'block-start': 'top',
  'block-end': 'bottom',
}
/** Before these, and after them, a browser shows no space. */
const blocks = 'p|li|ul|ol|dl|dd|dt|div|form|section|fieldset|legend|h[1-6]'
const spaceAtBlocks = new RegExp(`\\n[ \\t]+(?=</?(?:${blocks})[ >])|(?<=</(?:${blocks})>)\\n[ \\t]+`, 'g')
const reexport = /export \{([^}]+)\} from '\.\.(\/domain\/[^']+)'/g
const rulesImport = /import \{([^}]+)\} from '([^']+)\/contract\/regras\.js'/g

export const widgetPlugin = {
  name: 'protocolo-widget',
  setup(build) {
    let homes
    build.onResolve({ filter: /^\.\/css-tag\.js$/ }, () => ({ path: sheets }))
    build.onLoad({ filter: /[\\/]widget[\\/].*\.ts$/ }, async ({ path }) => {
      homes ??= homesOfRules(await readFile(rules, 'utf8'))
      const source = await readFile(path, 'utf8')
      const minified = await Promise.all([...source.matchAll(cssTemplate)].map(([, css]) => minify(css)))
      const contents = source
        .replace(cssTemplate, () => `css\`${minified.shift()}\``)
        .replace(spaceAtBlocks, '')
        .replace(/\n[ \t]+/g, '\n')
        .replace(rulesImport, (_, names, server) => importsByHome(namesIn(names), server, homes))
      return { contents, loader: 'ts' }
    })
  },
}

/**
 * Older browsers want every rule to name the container: `adotar` puts it where this writes `?`, and `var(--p-` where it writes `@(`, which are
 * nothing in CSS. The spaces are those that esbuild keeps within values of custom properties. In the tags, which are always written from
 * left to right, a width is an inline size, and shorter.
 */
async function minify(css) {
  const { code } = await transform(css, { loader: 'css', minify: true, target: ['chrome111', 'firefox113', 'safari16.4'] })
  const short = code
    .trim()
    .replace(/([:,]) /g, '$1')
    .replace(
      /inline-size:|block-size:|inset-(?:inline|block)-(?:start|end):|(?<=-)(?:inline|block)-(?:start|end)/g,
      (name) => physical[name],
    )
    .replaceAll(container, '?')
    .replaceAll('var(--p-', '@(')
  if (short.includes('#_#_')) throw new Error(`a stylesheet names the container otherwise than ${container}`)
  return short.replaceAll('\\', '\\\\').replaceAll('`', '\\`')
}

/** Which file of the domain each name of `contract/regras` comes from. */
function homesOfRules(source) {
  return new Map(
    [...source.matchAll(reexport)].flatMap(([, names, home]) => namesIn(names).map((name) => [name.replace(/^type /, ''), home])),
  )
}

/** Imports straight from those files: through `contract/regras`, whoever takes one rule would take the files of all. */
function importsByHome(names, server, homes) {
  const home = (name) => homes.get(name.replace(/^type /, '').split(' ')[0])
  return names.map((name) => `import { ${name} } from '${server}${home(name)}'`).join('\n')
}

function namesIn(list) {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

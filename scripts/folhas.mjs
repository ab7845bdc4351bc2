/**
 * `npm run folhas`: pictures of every state of every tag, in each theme at 280, 600 and 1200 px, in forced colours and as printed, under `folhas/`,
 * with a page for each tag that shows them side by side. The states are those of `tests/widget/estados/`.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, 'folhas')
const tags = ['consulta', 'novo', 'painel', 'gestao'].map((name) => `protocolo-${name}`)

function main() {
  rmSync(folder, { recursive: true, force: true })
  for (const tag of tags) mkdirSync(join(folder, tag), { recursive: true })
  const runner = join(root, 'node_modules', '@web', 'test-runner', 'dist', 'bin.js')
  const env = { ...process.env, PROTOCOLO_FOTOS: folder }
  const { status } = spawnSync(process.execPath, [runner, 'tests/widget/estados/*.test.ts'], { cwd: root, stdio: 'inherit', env })
  for (const tag of tags) writeFileSync(join(folder, `${tag}.html`), page(tag, readdirSync(join(folder, tag)).sort()))
  for (const tag of tags) console.log(join('folhas', `${tag}.html`))
  process.exitCode = status ?? 1
}

function page(tag, files) {
  const states = grouped(files)
  const pictures = (names) =>
    names.map(
      (name) =>
        `<figure><img loading="lazy" alt="" src="${tag}/${encodeURIComponent(name)}"><figcaption>${name.split('.').slice(1, 3).join(' ')}</figcaption></figure>`,
    )
  const rows = [...states].map(([state, names]) => `<h2>${state}</h2><div>${pictures(names).join('')}</div>`)
  return `<!doctype html><html lang="pt-BR"><meta charset="utf-8"><title>${tag}</title>
<style>body{font:16px system-ui;background:#999}div{display:flex;gap:8px;overflow-x:auto;align-items:start}figure{margin:0}img{max-height:900px}</style>
<h1>${tag}</h1>${rows.join('\n')}</html>`
}

/** Files named `state.theme.width.png`, by state. */
function grouped(files) {
  const states = new Map()
  for (const file of files) states.set(file.split('.')[0], [...(states.get(file.split('.')[0]) ?? []), file])
  return states
}

main()

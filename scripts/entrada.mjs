/**
 * Makes protocolo.js, the entry of script tags, of what esbuild made of `widget/protocolo.ts`.
 *
 * A module that imports others runs only once all of them are there: the code of the tags and the entidade's card, which only running
 * tells of, would come a round trip later. So this entry imports nothing before it runs: it asks at once for what it shares with the
 * tags, for the code of the citizens' tags that are in the page, and for their cards, which the tags then find in the browser's cache. What
 * esbuild made stays beside it as inicio.js, which is what `import 'protocolo'` leads to.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const imported = /import\{([^}]*)\}from"([^"]+)";/g
const exported = /export\{[^}]*\};?\s*$/
const lazy = /import\("(\.\/protocolo\/(consulta|novo|painel)-[^"]+)"\)/g

export function writeEntry(folder) {
  const path = join(folder, 'protocolo.js')
  const made = readFileSync(path, 'utf8')
  const shared = [...made.matchAll(imported)]
  const tags = [...made.matchAll(lazy)].map(([load, , name]) => `["protocolo-${name}",()=>${load}]`)
  const body = made.replace(imported, '').replace(exported, '')
  if (shared.length === 0 || tags.length !== 3 || /\bimport["{*\w]/.test(body))
    throw new Error('scripts/entrada.mjs does not know this entry')
  const asked = shared.map(([, , from], n) => `$${n}=import("${from}")`)
  const taken = shared.map(([, names], n) => `{${names.replaceAll(' as ', ':')}}=await $${n}`)
  renameSync(path, join(folder, 'inicio.js'))
  const bundled = join(folder, 'pacote.js')
  writeFileSync(bundled, readFileSync(bundled, 'utf8').replaceAll('./protocolo.js', './inicio.js'))
  writeFileSync(path, `let ${asked};${ahead(tags)}let ${taken};${body}`)
}

/** What fails here is told by the tag, which asks for it again. The card of a tag that names its API is left to it. */
function ahead(tags) {
  return `for(let[n,t]of[${tags}])for(let e of globalThis.document?.querySelectorAll(n+"[entidade]")??[])Promise.allSettled([t(),e.hasAttribute("api")||fetch(import.meta.url.replace(/(@[^/]+\\/)?[^/]*(\\?.*)?$/,"")+"v1/entidades/"+encodeURIComponent(e.getAttribute("entidade")))]);`
}

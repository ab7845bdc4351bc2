/**
 * Makes protocolo.js, the entry of script tags, of what esbuild made of `widget/protocolo.ts`.
 *
 * A module that imports others runs only once all of them are there: the code of the tags and the entidade's card, which only running
 * tells of, would come a round trip later. So this entry imports nothing before it runs: it asks at once for what it shares with the
 * tags, for the code of the tags that are in the page, and for their cards, which the tags then find in the browser's cache. What
 * esbuild made stays beside it as inicio.js, for who bundles it.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const imported = /import\{([^}]*)\}from"([^"]+)";/g
const lazy = /import\("(\.\/protocolo\/(consulta|gestao|novo|painel)-[^"]+)"\)/g

export function writeEntry(folder) {
  const path = join(folder, 'protocolo.js')
  const made = readFileSync(path, 'utf8')
  const shared = [...made.matchAll(imported)]
  const tags = [...made.matchAll(lazy)].map(([load, , name]) => `["${name}",()=>${load}]`)
  const body = made.replace(imported, '')
  if (shared.length === 0 || tags.length !== 4 || /\bimport["{*\w]/.test(body))
    throw new Error('scripts/entrada.mjs does not know this entry')
  const asked = shared.map(([, , from], n) => `$${n}=import("${from}")`)
  const taken = shared.map(([, names], n) => `{${names.replaceAll(' as ', ':')}}=await $${n}`)
  renameSync(path, join(folder, 'inicio.js'))
  writeFileSync(path, `let ${asked};${ahead(tags)}let ${taken};${body}`)
}

/** What fails here is told by the tag, which asks for it again. The card of a tag that names its API is left to it. */
function ahead(tags) {
  return `if(typeof document!="undefined")for(let[n,t]of[${tags}])for(let e of document.querySelectorAll("protocolo-"+n)){let i=e.getAttribute("entidade");Promise.allSettled([t(),i&&!e.hasAttribute("api")&&fetch(new URL(".",import.meta.url).href.replace(/@[^/]+\\/$/,"")+"v1/entidades/"+encodeURIComponent(i))])}`
}

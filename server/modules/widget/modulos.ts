import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { root } from '../../platform/paths.js'

export type Tag = 'consulta' | 'novo' | 'painel' | 'gestao'

/** Of each file of the script, as the build writes it. */
const meta = v.record(
  v.string(),
  v.object({
    entryPoint: v.optional(v.string()),
    imports: v.array(v.object({ path: v.string(), kind: v.string() })),
  }),
)

/** Names of the files, beside the script, that these tags cannot draw without, in this program's build; none before the first. */
export function modulosDe(tags: readonly Tag[], pasta = join(root, 'dist', 'widget')): string[] {
  const indice = join(pasta, 'meta.json')
  if (!existsSync(indice)) return []
  const arquivos = v.parse(meta, JSON.parse(readFileSync(indice, 'utf8')))
  const feitoDe = (fonte: string) => Object.keys(arquivos).filter((nome) => arquivos[nome]?.entryPoint === fonte)
  const nomes = new Set(tags.flatMap((tag) => feitoDe(`widget/elements/${tag}/${tag}.ts`)))
  for (const nome of nomes) for (const { path, kind } of arquivos[nome]?.imports ?? []) if (kind === 'import-statement') nomes.add(path)
  return [...nomes]
}

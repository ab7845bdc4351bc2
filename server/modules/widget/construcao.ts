import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Integridade, integridade } from '../../contract/componentes.js'
import { type Asset, readAsset } from '../../platform/http/assets.js'
import { root } from '../../platform/paths.js'

/** One version of the script: its files, by their address beside it. */
export interface Versao {
  integridade: Integridade
  arquivo(nome: string): Asset | undefined
}

/** The version that was built with this program; none before the first build. */
export function lerConstrucao(pasta = join(root, 'dist', 'widget')): Versao | undefined {
  const indice = join(pasta, 'integridade.json')
  if (!existsSync(indice)) return undefined
  const arquivos = lerPasta(pasta)
  return {
    integridade: v.parse(integridade, JSON.parse(readFileSync(indice, 'utf8'))),
    arquivo: (nome) => arquivos.get(nome),
  }
}

/** What the build compressed is what may be served. */
function lerPasta(pasta: string): Map<string, Asset> {
  const nomes = readdirSync(pasta, { recursive: true, encoding: 'utf8' })
  const servidos = nomes.filter((nome) => nomes.includes(`${nome}.br`))
  return new Map(servidos.map((nome) => [nome.replaceAll('\\', '/'), readAsset(join(pasta, nome))]))
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../server/platform/paths.js'

/** What the guide has to know of an entidade of the demo; its file has more. */
export interface EntidadeDaDemo {
  codigo: string
  nome: string
  tema?: { base?: string; corAcao?: string }
  orgaos: readonly { sigla: string; nome?: string }[]
  tipos: readonly { codigo: string; nome: string }[]
}

const pasta = join(root, 'demo', 'entidades')

/** The entidades that `npm start` imports, each file whole. */
export function entidadesDaDemo(): EntidadeDaDemo[] {
  return readdirSync(pasta)
    .filter((nome) => nome.endsWith('.json'))
    .map((nome) => JSON.parse(readFileSync(join(pasta, nome), 'utf8')))
}

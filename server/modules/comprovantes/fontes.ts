import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { caracteresDaFonte } from './glifos.js'

/** DejaVu: free to embed, and covers what pt-BR and the names of people here are written with. */
const fontes = { texto: 'DejaVuSans', forte: 'DejaVuSans-Bold', letras: 'DejaVuSansMono', 'letras-fortes': 'DejaVuSansMono-Bold' }
export type Fonte = keyof typeof fontes

export interface FonteAberta {
  bytes: Buffer
  tem(codigo: number): boolean
}
const abertas = new Map<Fonte, FonteAberta>()

/** The bytes of a font and what it can draw, read once. */
export function abrirFonte(fonte: Fonte): FonteAberta {
  let aberta = abertas.get(fonte)
  if (!aberta) {
    const bytes = readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${fontes[fonte]}.ttf`))
    aberta = { bytes, tem: caracteresDaFonte(bytes) }
    abertas.set(fonte, aberta)
  }
  return aberta
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../server/platform/paths.js'
import { politicaInteira, type Trecho } from './trecho.js'

interface Previa {
  nome: string
  titulo: string
}

/** Small host pages with a place for whatever tags were chosen. */
export const previas: readonly Previa[] = [
  { nome: 'wordpress', titulo: 'Tema de WordPress' },
  { nome: 'bootstrap', titulo: 'Bootstrap 5' },
  { nome: 'simples', titulo: 'Página simples' },
  { nome: 'lateral', titulo: 'Coluna de 280 px' },
]

const lugar = '<!-- protocolo -->'

/** A host page with exactly the snippet in its place, and the policy shown for it, under which it runs. */
export function previaCom(nome: string, { inteiro, politica }: Trecho): { pagina: string; politica: string } | undefined {
  if (!previas.some((previa) => previa.nome === nome)) return undefined
  const pagina = readFileSync(join(root, 'demo', 'guia', 'previas', `${nome}.html`), 'utf8')
  return {
    pagina: pagina.replace(lugar, () => inteiro),
    // Beyond it, the host page's own style sheet and the frame of the configurator.
    politica: `${politicaInteira(politica, { 'style-src': "'self'" })}; frame-ancestors 'self'`,
  }
}

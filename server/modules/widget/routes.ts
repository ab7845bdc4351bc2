import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { type Asset, readAsset, serveAsset } from '../../platform/http/assets.js'
import { describe } from '../../platform/http/describe.js'
import { root } from '../../platform/paths.js'

const script = describe({
  summary: 'O script dos componentes, para <script type="module">',
  tag: 'Componentes',
  responses: {
    200: { description: 'JavaScript; páginas de qualquer site podem usá-lo.', media: 'text/javascript' },
    304: { description: 'Não mudou desde o ETag dado em If-None-Match.' },
  },
  problems: ['nao_encontrado'],
  example: "import './protocolo/inicio-ABCDEFGH.js'",
})

const parte = describe({
  summary: 'Uma parte do script, carregada quando é usada',
  description: 'O nome muda com o conteúdo: pode ser guardada para sempre.',
  tag: 'Componentes',
  responses: {
    200: { description: 'JavaScript.', media: 'text/javascript' },
    304: { description: 'Não mudou desde o ETag dado em If-None-Match.' },
  },
  problems: ['nao_encontrado'],
  example: 'export const a = 1',
})

const curta = 'public, max-age=300, stale-while-revalidate=86400'
const imutavel = 'public, max-age=31536000, immutable'
/** It holds no data, and the API looks at origins for itself. */
const paraTodos = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

/** The widget as built, for pages of any site. */
export function rotasDoWidget(pasta = join(root, 'dist', 'widget')) {
  const arquivos = lerPasta(pasta)
  return new Hono()
    .get('/protocolo.js', script, (c) => serveAsset(c, arquivos.get('protocolo.js'), curta, paraTodos))
    .get('/protocolo/:arquivo', parte, (c) => serveAsset(c, arquivos.get(`protocolo/${c.req.param('arquivo')}`), imutavel, paraTodos))
}

/** What the build compressed is what may be served. */
function lerPasta(pasta: string): Map<string, Asset> {
  const nomes = existsSync(pasta) ? readdirSync(pasta, { recursive: true, encoding: 'utf8' }) : []
  const servidos = nomes.filter((nome) => nomes.includes(`${nome}.br`))
  return new Map(servidos.map((nome) => [nome.replaceAll('\\', '/'), readAsset(join(pasta, nome))]))
}

import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { instalacaoDeAgora } from '../../server/modules/widget/instalacao.js'
import { readAsset, serveAsset } from '../../server/platform/http/assets.js'
import { root } from '../../server/platform/paths.js'
import type { Platform } from '../../server/platform/platform.js'
import { entidadesDaDemo } from '../entidades.js'
import { opcoesDe } from './campos.js'
import { paginaDosExemplos } from './exemplos.js'
import { paginaInicial } from './inicio.js'
import { lerManifesto } from './manifesto.js'
import { type Html, politicaDoGuia } from './moldura.js'
import { type Montagem, montar } from './montagem.js'
import { paginaDeMontar } from './montar.js'
import { previaCom } from './previas.js'
import { paginaDosProblemas } from './problemas.js'
import { paginaDaReferencia } from './referencia.js'
import { paginaDoDrupal } from './sites/drupal.js'
import { paginaDoHtml } from './sites/html.js'
import { paginaDoJoomla } from './sites/joomla.js'
import { paginaDoWordpress } from './sites/wordpress.js'
import { politicaInteira } from './trecho.js'

const publico = join(root, 'demo', 'guia', 'publico')
const arquivos = ['guia.css', 'montar.css', 'previa.css', 'correio.css', 'temas.css', 'copiar.js', 'montar.js', 'temas.js']

/** The guide for webmasters, at /demo/. */
export function rotasDoGuia(platform: Platform) {
  const endereco = platform.config.address
  const manifesto = lerManifesto()
  const entidades = entidadesDaDemo()
  const publicos = new Map(arquivos.map((nome) => [nome, readAsset(join(publico, nome))]))
  const montarDe = async (c: Context) =>
    montar(manifesto, entidades, new URL(c.req.url).searchParams, { endereco, fixa: await instalacaoDeAgora(platform) })
  return new Hono()
    .get('/', (c) => c.redirect('/demo/'))
    .get('/demo', (c) => c.redirect('/demo/'))
    .get('/demo/', async (c) => mostrar(c, paginaInicial((await montarDe(c)).trecho)))
    .get('/demo/montar', async (c) => mostrar(c, paginaDeMontar(await montarDe(c))))
    .get('/demo/montar.json', async (c) => c.json(emResumo(await montarDe(c))))
    .get('/demo/previa/:nome', async (c) => {
      const { trecho } = await montarDe(c)
      const previa = previaCom(c.req.param('nome'), trecho)
      return previa ? c.html(previa.pagina, 200, { 'Content-Security-Policy': previa.politica }) : c.notFound()
    })
    .get('/demo/wordpress', (c) => mostrar(c, paginaDoWordpress(endereco)))
    .get('/demo/joomla', (c) => mostrar(c, paginaDoJoomla(endereco)))
    .get('/demo/drupal', (c) => mostrar(c, paginaDoDrupal(endereco)))
    .get('/demo/html', (c) => mostrar(c, paginaDoHtml(endereco)))
    .get('/demo/problemas', (c) => mostrar(c, paginaDosProblemas(endereco)))
    .get('/demo/referencia', (c) => mostrar(c, paginaDaReferencia(manifesto)))
    .get('/demo/exemplos', (c) => mostrar(c, paginaDosExemplos(entidades)))
    .get('/demo/guia/:arquivo', (c) => serveAsset(c, publicos.get(c.req.param('arquivo')), 'no-cache'))
}

function mostrar(c: Context, pagina: Html) {
  return c.html(pagina, 200, { 'Content-Security-Policy': politicaDoGuia })
}

/** What the configurator's script puts in place of what the page came with. */
function emResumo(montagem: Montagem) {
  const { trecho, leituras } = montagem
  return {
    trecho: trecho.inteiro,
    politica: politicaInteira(trecho.politica),
    diretivas: Object.fromEntries(trecho.politica.map(({ diretiva, valor }) => [diretiva, valor])),
    leituras: Object.fromEntries(leituras),
    opcoes: { tipo: opcoesDe('tipo', montagem), orgao: opcoesDe('orgao', montagem) },
  }
}

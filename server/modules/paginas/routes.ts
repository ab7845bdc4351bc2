import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problema } from '../../contract/problema.js'
import { diaEm } from '../../domain/prazo.js'
import { addressOf } from '../../platform/http/address.js'
import { readAsset, serveAsset } from '../../platform/http/assets.js'
import { setHeader } from '../../platform/http/bindings.js'
import { readAll } from '../../platform/http/body.js'
import { download } from '../../platform/http/download.js'
import { pagePolicy } from '../../platform/http/headers.js'
import { noIdioma } from '../../platform/http/idioma.js'
import { ProblemError, problemOf } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { gerarComprovantePdf, nomeDoPdf } from '../comprovantes/comprovantes.js'
import { abrirAnexo, comprovanteDaConsulta } from '../consulta/documentos.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { buscarEntidade } from '../entidades/entidades.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import { responderCsv } from '../indicadores/csv.js'
import { indicadoresPublicos } from '../indicadores/indicadores.js'
import { modulosDe } from '../widget/modulos.js'
import * as descricoes from './descricoes.js'
import { type Fala, falaDe } from './fala.js'
import { type Digitado, vazio } from './formulario.js'
import { type Html, paginaDeAviso } from './moldura.js'
import { type DoNumero, paginaDeConsulta, paginaDoServidor, paginaInicial } from './pagina.js'
import { chaveDe, consultarSemScript, contarTentativa, formularioCom } from './paginas.js'
import { paginaDeTransparencia } from './transparencia.js'

const pasta = dirname(fileURLToPath(import.meta.url))
const estilo = readAsset(join(pasta, 'pagina.css'))
const escuro = readAsset(join(pasta, 'escuro.css'))
const curta = 'public, max-age=300'
/** An entidade's name has no dot: what has one is a file that this server does not have. */
const caminho = '/:entidade{[a-z0-9-]+}'
/** As long as its numbers are kept by the server. */
const publica = { 'Cache-Control': curta }
const maiorFormulario = 16 * 1024

/** The page that the server gives each entidade, which also consults without script, and the server's own. */
export function rotasDePaginas(platform: Platform) {
  const modulos = modulosDe(['novo', 'consulta', 'painel'])
  const pagina = createMiddleware<AmbienteDaEntidade>(async (c, next) => {
    setHeader(c, 'Content-Security-Policy', pagePolicy)
    setHeader(c, 'Cache-Control', 'private, no-store')
    const entidade = await buscarEntidade(platform, c.req.param('entidade') ?? '')
    if (!entidade) throw new ProblemError('entidade_desconhecida')
    c.set('entidade', entidade)
    await next()
  })

  const rotas = new Hono<AmbienteDaEntidade>()
    .get('/', descricoes.servidor, (c) => {
      const fala = falaDe(c)
      return responder(c, fala, paginaDoServidor(fala), 200, { 'Content-Security-Policy': pagePolicy, 'Cache-Control': curta })
    })
    .get('/pagina.css', descricoes.estilo, (c) => serveAsset(c, estilo, curta))
    .get('/escuro.css', descricoes.escuro, (c) => serveAsset(c, escuro, curta))
    .get(`${caminho}/tema.css`, descricoes.tema, pagina, (c) =>
      c.body(temaCss(c.var.entidade), 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': curta }),
    )
    .get(caminho, descricoes.inicial, pagina, async (c) => {
      const numero = (c.req.query('protocolo') ?? '').slice(0, 100)
      const fala = falaDe(c, c.var.entidade)
      return responder(c, fala, paginaInicial(c.var.entidade, fala, modulos, numero ? await doNumero(c, numero) : undefined))
    })
    .get(`${caminho}/transparencia`, descricoes.transparencia, pagina, async (c) => {
      const fala = falaDe(c, c.var.entidade)
      const indicadores = await indicadoresPublicos(platform, c.var.entidade)
      return responder(c, fala, paginaDeTransparencia(c.var.entidade, fala, indicadores), 200, publica)
    })
    .get(`${caminho}/transparencia.csv`, descricoes.transparenciaEmCsv, pagina, async (c) => {
      const nome = `transparencia-${c.var.entidade.codigo}.csv`
      return responderCsv(c, await indicadoresPublicos(platform, c.var.entidade), nome, publica)
    })
    .post(`${caminho}/consulta`, descricoes.consulta, pagina, async (c) => {
      const digitado = await lerFormulario(c)
      const { entidade } = c.var
      const fala = falaDe(c, entidade)
      if (digitado.numero && !digitado.codigo && !digitado.orgao && !digitado.ano) {
        return c.redirect(`/${entidade.codigo}?protocolo=${encodeURIComponent(digitado.numero)}#consulta`, 303)
      }
      try {
        const consulta = await consultarSemScript(platform, entidade, digitado, addressOf(c))
        const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
        return responder(c, fala, paginaDeConsulta(entidade, fala, { consulta, codigo: digitado.codigo, hoje }))
      } catch (error) {
        const problema = esperado(error)
        const pagina = paginaDeConsulta(entidade, fala, formularioCom(digitado, dito(c, problema)))
        return responder(c, fala, pagina, problema.status, problema.extras.headers)
      }
    })
    .post(`${caminho}/consulta/arquivo`, descricoes.arquivo, pagina, async (c) => {
      const digitado = await lerFormulario(c)
      contarTentativa(platform, c.var.entidade, digitado, addressOf(c))
      const { anexo, bytes } = await abrirAnexo(platform, c.var.entidade, chaveDe(digitado), digitado.id)
      return download(c, bytes, { name: anexo.nome, type: anexo.tipo, size: anexo.tamanho })
    })
    .post(`${caminho}/consulta/comprovante`, descricoes.comprovante, pagina, async (c) => {
      const digitado = await lerFormulario(c)
      contarTentativa(platform, c.var.entidade, digitado, addressOf(c))
      const comprovante = await comprovanteDaConsulta(platform, c.var.entidade, chaveDe(digitado))
      const bytes = await gerarComprovantePdf(platform, c.var.entidade, comprovante)
      return download(c, bytes, { name: nomeDoPdf(comprovante), type: 'application/pdf' })
    })
  rotas.onError(paginaDeErro)
  return rotas

  /** Only what the number alone shows: a code never stands in an address. */
  async function doNumero(c: Context<AmbienteDaEntidade>, numero: string): Promise<DoNumero> {
    const digitado = { ...vazio, numero }
    try {
      return { consulta: await consultarSemScript(platform, c.var.entidade, digitado, addressOf(c)) }
    } catch (error) {
      return formularioCom(digitado, dito(c, esperado(error)))
    }
  }
}

/** A refusal to be told beside the form; anything else goes on as it is. */
function esperado(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  throw error
}

function paginaDeErro(error: Error, c: Context): Response | Promise<Response> {
  const problema = problemOf(error)
  const { title, detail } = dito(c, problema)
  const fala = falaDe(c)
  return responder(c, fala, paginaDeAviso(fala.idioma, title, html`<p>${detail}</p>`), problema.status, {
    ...problema.extras.headers,
    'Content-Security-Policy': pagePolicy,
    'Cache-Control': 'no-store',
  })
}

/** A problem as the page says it. */
function dito(c: Context, problema: ProblemError): Problema {
  return noIdioma(c.req.header('Accept-Language'), problema.codigo, problema.body()).problema
}

/** A page, which is another one for who reads another language. */
function responder(
  c: Context,
  { idioma }: Fala,
  pagina: Html,
  status: ContentfulStatusCode = 200,
  headers: Record<string, string> = {},
): Response | Promise<Response> {
  return c.html(pagina, status, { ...headers, 'Content-Language': idioma, Vary: 'Accept-Language' })
}

function temaCss({ cartao: { tema } }: EntidadeAberta): string {
  return tema.cores ? `:root{--da-entidade:${tema.cores.noClaro};--da-entidade-no-escuro:${tema.cores.noEscuro}}\n` : ''
}

/** The fields of a form as browsers send it; what is missing is empty, what is too long is cut. */
async function lerFormulario(c: Context): Promise<Digitado & { id: string }> {
  const campos = new URLSearchParams((await readAll(c, { most: maiorFormulario })).toString('utf8'))
  const campo = (nome: string) => [...(campos.get(nome) ?? '').trim()].slice(0, 100).join('')
  return { numero: campo('numero'), codigo: campo('codigo'), orgao: campo('orgao'), ano: campo('ano'), id: campo('id') }
}

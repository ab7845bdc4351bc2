import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Hono } from 'hono'
import * as v from 'valibot'
import { type Asset, readAsset, serveAsset } from '../../platform/http/assets.js'
import { describe } from '../../platform/http/describe.js'
import { root } from '../../platform/paths.js'
import type { Platform } from '../../platform/platform.js'
import { type Documento, descrever } from './documento.js'
import { caminhoDoEsquema, esquemaDaEntidade } from './esquema.js'
import { inicio, pagina, politica } from './pagina.js'

const qualquerObjeto = v.record(v.string(), v.unknown())
const paraTodos = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' }

const openapi = describe({
  summary: 'Esta descrição, em OpenAPI 3.1',
  tag: 'Descrição',
  responses: { 200: qualquerObjeto },
  problems: [],
  example: { openapi: '3.1.0', info: { title: 'Protocolo' } },
})

const esquema = describe({
  summary: 'JSON Schema do arquivo de uma entidade',
  description: 'Para o `$schema` do arquivo que `npx protocolo entidade importar` lê.',
  tag: 'Descrição',
  responses: { 200: qualquerObjeto },
  problems: [],
  example: { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' },
})

const docs = describe({
  summary: 'Esta descrição, em página',
  tag: 'Descrição',
  responses: { 200: { description: 'Página.', media: 'text/html' } },
  problems: [],
  example: '<!doctype html>',
})

const partes = describe({
  summary: 'Partes da página de descrição',
  tag: 'Descrição',
  responses: { 200: { description: 'Script ou folha de estilo.', media: 'text/javascript' }, 304: { description: 'Não mudou.' } },
  problems: ['nao_encontrado'],
  example: 'SwaggerUIBundle({})',
})

const daPagina = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** @param app the whole app, from whose routes the description is made when it is first asked for. */
export function rotasDaDescricao({ config }: Platform, app: () => Hono) {
  let documento: Promise<Documento> | undefined
  const arquivos = new Map<string, Asset>()
  const localizar = createRequire(import.meta.url)

  function arquivo(nome: string): Asset | undefined {
    if (!daPagina.includes(nome)) return undefined
    const lido = arquivos.get(nome) ?? readAsset(localizar.resolve(`swagger-ui-dist/${nome}`))
    arquivos.set(nome, lido)
    return lido
  }

  return new Hono()
    .get('/v1/openapi.json', openapi, async (c) => {
      documento ??= descrever(app(), config.address, versao())
      return c.json({ ...(await documento) }, 200, paraTodos)
    })
    .get(caminhoDoEsquema, esquema, (c) => c.json(esquemaDaEntidade(config.address), 200, paraTodos))
    .get('/docs', docs, (c) => c.html(pagina(), 200, { 'Content-Security-Policy': politica, 'Cache-Control': 'no-cache' }))
    .get('/docs/inicio.js', partes, (c) => c.body(inicio, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
    .get('/docs/:arquivo', partes, (c) => serveAsset(c, arquivo(c.req.param('arquivo')), 'public, max-age=86400'))
}

function versao(): string {
  return v.parse(v.object({ version: v.string() }), JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version
}

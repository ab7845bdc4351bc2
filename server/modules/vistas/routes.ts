import { Hono } from 'hono'
import { lugarNaLista, paginaDeLiberados } from '../../contract/meus.js'
import { query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { pagina } from '../meus/exemplos.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { parametrosDaPosse, recusasDaSessao } from '../sessoes/posse.js'
import { listarLiberados } from './vistas.js'

const lista = describe({
  summary: 'Lista os protocolos de outras pessoas que a conta pode ver',
  description:
    'Os que foram liberados para o documento ou para o e-mail confirmado da conta, enquanto a vista vale: o mais novo primeiro, 20 por página. Cada um abre em …/protocolos/{id}, só para leitura, e cada leitura fica registrada.',
  tag: 'Painel',
  parameters: parametrosDaPosse,
  responses: { 200: paginaDeLiberados },
  problems: [...recusasDaSessao, 'campos_invalidos'],
  example: { ...pagina, protocolos: pagina.protocolos.map((um) => ({ ...um, vistaAte: '2026-12-05T02:59:59.000Z' })) },
})

export function rotasDeVistas(platform: Platform) {
  return new Hono<AmbienteDaSessao>().get('/meus/liberados', lista, sessao(platform), query(lugarNaLista), async (c) =>
    c.json(await listarLiberados(platform, c.var.entidade, c.var.sessao, c.req.valid('query')), 200, noStore),
  )
}

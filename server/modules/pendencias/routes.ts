import { Hono } from 'hono'
import { lugarNaLista, type PaginaDePendencias, paginaDePendencias } from '../../contract/meus.js'
import { query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { parametrosDaRepresentacao, recusasDaRepresentacao, sessaoOuProcuracao } from '../procuracoes/guarda.js'
import type { AmbienteDaSessao } from '../sessoes/guarda.js'
import { listarPendencias } from './pendencias.js'

const exemplo: PaginaDePendencias = {
  pendencias: [
    {
      especie: 'exigencia',
      protocolo: {
        id: '019aa5b1-0000-7000-8000-000000000001',
        numero: 'PMVS 2026/500114',
        tipo: 'Emissão de ITBI',
        unidade: 'Tributos Imobiliários',
      },
      texto: 'A matrícula enviada é antiga. Envie uma emitida nos últimos 30 dias.',
      pedidaEm: '2026-11-21T12:10:00.000Z',
      prazo: '2026-12-12',
      diasRestantes: 21,
    },
  ],
  proximo: null,
}

const lista = describe({
  summary: 'Lista o que espera pela pessoa',
  description: 'O que vence antes vem primeiro, 20 por página. `exigencia` é o que o setor pediu e espera; `prazo` é o do protocolo.',
  tag: 'Painel',
  parameters: parametrosDaRepresentacao,
  responses: { 200: paginaDePendencias },
  problems: [...recusasDaRepresentacao, 'campos_invalidos'],
  example: exemplo,
})

export function rotasDePendencias(platform: Platform) {
  return new Hono<AmbienteDaSessao>().get(
    '/meus/pendencias',
    lista,
    sessaoOuProcuracao(platform, 'acompanhar'),
    query(lugarNaLista),
    async (c) => c.json(await listarPendencias(platform, c.var.entidade, c.var.sessao, c.req.valid('query')), 200, noStore),
  )
}

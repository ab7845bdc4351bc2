import { Hono } from 'hono'
import { atoDoRequerente, pedidoDeAvaliacao, pedidoDeDesistencia, pedidoDeRecurso } from '../../contract/desfecho.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { parametrosDaRepresentacao, recusasDaRepresentacao, sessaoOuProcuracao } from '../procuracoes/guarda.js'
import type { AmbienteDaSessao } from '../sessoes/guarda.js'
import { requerenteDe } from '../tramitacao/ator.js'
import { avaliar, desistir, recorrer } from './desfecho.js'
import * as exemplos from './exemplos.js'

const comum = { tag: 'Painel', parameters: parametrosDaRepresentacao } as const

const avaliacao = describe({
  ...comum,
  summary: 'Avalia o atendimento de um protocolo da conta',
  description: exemplos.regras.avaliacao,
  responses: { 201: atoDoRequerente },
  problems: [...recusasDaRepresentacao, ...exemplos.problemas],
  example: exemplos.avaliado,
  requestExample: exemplos.avaliacao,
})

const recurso = describe({
  ...comum,
  summary: 'Recorre do que foi decidido em um protocolo da conta',
  description: exemplos.regras.recurso,
  responses: { 201: atoDoRequerente },
  problems: [...recusasDaRepresentacao, ...exemplos.problemas, 'anexo_desconhecido'],
  example: exemplos.recorrido,
  requestExample: exemplos.recurso,
})

const desistencia = describe({
  ...comum,
  summary: 'Desiste de um protocolo da conta',
  description: exemplos.regras.desistencia,
  responses: { 201: atoDoRequerente },
  problems: [...recusasDaRepresentacao, ...exemplos.problemas],
  example: exemplos.desistido,
  requestExample: exemplos.desistencia,
})

/** What a requerente does at the end of a protocolo, or to end it. */
export function rotasDoDesfecho(platform: Platform) {
  const [avaliando, terminando] = [sessaoOuProcuracao(platform, 'responder'), sessaoOuProcuracao(platform, 'recorrer_desistir')]
  return new Hono<AmbienteDaSessao>()
    .post('/meus/protocolos/:id/avaliacao', avaliacao, avaliando, body(pedidoDeAvaliacao), async (c) => {
      const { entidade, sessao } = c.var
      return c.json(await avaliar(platform, entidade, requerenteDe(sessao), c.req.param('id'), c.req.valid('json')), 201, noStore)
    })
    .post('/meus/protocolos/:id/recurso', recurso, terminando, body(pedidoDeRecurso), async (c) => {
      const { entidade, sessao } = c.var
      return c.json(await recorrer(platform, entidade, requerenteDe(sessao), c.req.param('id'), c.req.valid('json')), 201, noStore)
    })
    .post('/meus/protocolos/:id/desistencia', desistencia, terminando, body(pedidoDeDesistencia), async (c) => {
      const { entidade, sessao } = c.var
      return c.json(await desistir(platform, entidade, requerenteDe(sessao), c.req.param('id'), c.req.valid('json')), 201, noStore)
    })
}

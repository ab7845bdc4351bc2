import { Hono } from 'hono'
import * as v from 'valibot'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'

const estado = v.object({ estado: v.literal('ok') })

const viva = describe({
  summary: 'O processo está de pé',
  tag: 'Saúde',
  responses: { 200: estado },
  problems: [],
  example: { estado: 'ok' },
})

const pronta = describe({
  summary: 'O servidor pode receber pedidos: o banco responde e não está parando',
  tag: 'Saúde',
  responses: { 200: estado },
  problems: ['indisponivel'],
  example: { estado: 'ok' },
})

const medidas = describe({
  summary: 'Medidas no formato do Prometheus',
  tag: 'Saúde',
  responses: { 200: { description: 'Texto do Prometheus.', media: 'text/plain' } },
  problems: [],
  example: 'http_request_duration_seconds_count{method="GET",route="/health/live",status="200"} 1',
})

/** @param stopping aborts when the server is on its way out: it still answers, but a balancer should send nothing more. */
export function rotasDeSaude(platform: Platform, stopping: AbortSignal) {
  return new Hono()
    .get('/health/live', viva, (c) => c.json({ estado: 'ok' } as const, 200, noStore))
    .get('/health/ready', pronta, async (c) => {
      if (stopping.aborted) throw new ProblemError('indisponivel', { headers: { 'Retry-After': '5' } })
      await platform.db.sql`select 1`
      return c.json({ estado: 'ok' } as const, 200, noStore)
    })
    .get('/metrics', medidas, async (c) => {
      const { registry } = platform.metrics
      return c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType, ...noStore })
    })
}

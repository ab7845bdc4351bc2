import { Hono } from 'hono'
import * as v from 'valibot'
import { sessaoListada } from '../../contract/sessoes.js'
import { describe } from '../../platform/http/describe.js'
import type { Platform } from '../../platform/platform.js'
import * as exemplos from './exemplos.js'
import { type AmbienteDaSessao, sessao } from './guarda.js'
import { parametros, recusasDaSessao } from './posse.js'
import { encerrarSessao, encerrarSessoes, listarSessoes } from './sessoes.js'

const semGuardar = { 'Cache-Control': 'no-store' }

const lista = describe({
  summary: 'Lista as sessões abertas da conta',
  description: 'As desta entidade, a usada por último primeiro.',
  tag: 'Conta',
  parameters: parametros,
  responses: { 200: v.object({ sessoes: v.array(sessaoListada) }) },
  problems: recusasDaSessao,
  example: { sessoes: [exemplos.sessao] },
})

const uma = describe({
  summary: 'Encerra uma sessão',
  tag: 'Conta',
  parameters: parametros,
  responses: { 204: { description: 'Encerrada.' } },
  problems: [...recusasDaSessao, 'nao_encontrado'],
})

const outras = describe({
  summary: 'Encerra todas as outras sessões',
  description: 'Em todas as entidades. Fica só a que pede.',
  tag: 'Conta',
  parameters: parametros,
  responses: { 204: { description: 'Encerradas.' } },
  problems: recusasDaSessao,
})

export function rotasDeSessoes(platform: Platform) {
  const guarda = sessao(platform)
  return new Hono<AmbienteDaSessao>()
    .get('/sessoes', lista, guarda, async (c) => c.json({ sessoes: await listarSessoes(platform, c.get('sessao')) }, 200, semGuardar))
    .delete('/sessoes/:id', uma, guarda, async (c) => {
      await encerrarSessao(platform, c.get('sessao'), c.req.param('id'))
      return c.body(null, 204)
    })
    .delete('/sessoes', outras, guarda, async (c) => {
      const propria = c.get('sessao')
      await encerrarSessoes(platform, propria.contaId, { menos: propria })
      return c.body(null, 204)
    })
}

import { Hono } from 'hono'
import * as v from 'valibot'
import { sessaoListada } from '../../contract/sessoes.js'
import { setHeader } from '../../platform/http/bindings.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import * as exemplos from './exemplos.js'
import { type AmbienteDaSessao, sessao } from './guarda.js'
import { naEntidade, parametros, recusasDaSessao } from './posse.js'
import { encerrarOutras, encerrarSessao, listarSessoes } from './sessoes.js'

const nonce = describe({
  summary: 'Dá o nonce da próxima prova de posse',
  description:
    'No cabeçalho `DPoP-Nonce` (RFC 9449, seção 8); vale por 2 minutos ou mais. Toda resposta a um pedido assinado traz outro: este é para quem ainda não tem nenhum, ou só um antigo.',
  tag: 'Conta',
  parameters: [naEntidade],
  responses: { 204: { description: 'O nonce está no cabeçalho.' } },
  problems: [],
})

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
    .get('/sessoes/nonce', nonce, (c) => {
      setHeader(c, 'DPoP-Nonce', platform.dpop.nonce())
      return c.body(null, 204, noStore)
    })
    .get('/sessoes', lista, guarda, async (c) => c.json({ sessoes: await listarSessoes(platform, c.get('sessao')) }, 200, noStore))
    .delete('/sessoes/:id', uma, guarda, async (c) => {
      await encerrarSessao(platform, c.get('sessao'), c.req.param('id'))
      return c.body(null, 204)
    })
    .delete('/sessoes', outras, guarda, async (c) => {
      await encerrarOutras(platform, c.get('sessao'))
      return c.body(null, 204)
    })
}

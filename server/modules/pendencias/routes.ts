import { Hono } from 'hono'
import { lugarNaLista, paginaDePendencias } from '../../contract/meus.js'
import { respostaDePendencia, respostaRecebida } from '../../contract/pendencias.js'
import { body, query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { idempotencyKey } from '../../platform/http/idempotency.js'
import type { Platform } from '../../platform/platform.js'
import { parametroDaChave } from '../mensagens/descricao.js'
import { parametrosDaRepresentacao, recusasDaRepresentacao, sessaoOuProcuracao } from '../procuracoes/guarda.js'
import type { AmbienteDaSessao } from '../sessoes/guarda.js'
import { requerenteDe } from '../tramitacao/ator.js'
import * as exemplos from './descricao.js'
import { listarPendencias } from './pendencias.js'
import { responderPendencia } from './respostas.js'

const lista = describe({
  summary: 'Lista o que espera pela pessoa',
  description: 'O que vence antes vem primeiro, 20 por página. `prazo` é o último dia para responder.',
  tag: 'Painel',
  parameters: parametrosDaRepresentacao,
  responses: { 200: paginaDePendencias },
  problems: [...recusasDaRepresentacao, 'campos_invalidos'],
  example: exemplos.pagina,
})

const resposta = describe({
  summary: 'Responde ao que foi pedido em um protocolo da conta',
  description: exemplos.regras,
  tag: 'Painel',
  parameters: [...parametrosDaRepresentacao, parametroDaChave],
  responses: { 201: respostaRecebida },
  problems: [...recusasDaRepresentacao, ...exemplos.problemas],
  example: exemplos.recebida,
  requestExample: exemplos.resposta,
})

export function rotasDePendencias(platform: Platform) {
  const [guarda, respondendo] = [sessaoOuProcuracao(platform, 'acompanhar'), sessaoOuProcuracao(platform, 'responder')]
  return new Hono<AmbienteDaSessao>()
    .get('/meus/pendencias', lista, guarda, query(lugarNaLista), async (c) =>
      c.json(await listarPendencias(platform, c.var.entidade, c.var.sessao, c.req.valid('query')), 200, noStore),
    )
    .post('/meus/protocolos/:id/pendencias/:pendencia/resposta', resposta, respondendo, body(respostaDePendencia), async (c) => {
      const { entidade, sessao } = c.var
      const { id: protocoloId, pendencia: pendenciaId } = c.req.param()
      const ator = requerenteDe(sessao)
      const dada = { protocoloId, pendenciaId, resposta: c.req.valid('json'), chave: idempotencyKey(c) }
      return c.json(await responderPendencia(platform, entidade, ator, dada), 201, noStore)
    })
}

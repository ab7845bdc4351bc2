import { Hono } from 'hono'
import { leituraSchema, mensagemSchema, pedidoDeLeitura, pedidoDeMensagem } from '../../contract/mensagens.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { idempotencyKey } from '../../platform/http/idempotency.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDoOficial, oficial, recusasDoOficial } from '../lotacoes/guarda.js'
import { parametrosDaPosse } from '../sessoes/posse.js'
import * as descricao from './descricao.js'
import { enviarMensagem, marcarLidas } from './mensagens.js'

const envio = describe({
  summary: 'Escreve a quem fez o pedido, em nome do setor',
  description: `Quem fez o pedido é avisado por e-mail. ${descricao.regras}`,
  tag: 'Gestão',
  parameters: [...parametrosDaPosse, descricao.parametroDaChave],
  responses: { 201: mensagemSchema },
  problems: [...recusasDoOficial, ...descricao.problemas],
  example: { ...descricao.mensagem, de: 'orgao', unidade: 'Secretaria de Obras' },
  requestExample: { texto: descricao.texto },
})

const leitura = describe({
  summary: 'Marca como lidas as mensagens de quem fez o pedido, até uma',
  description: 'Repetir não muda nada, e ler não muda a `versao`. `lidas` é quantas foram marcadas agora.',
  tag: 'Gestão',
  parameters: parametrosDaPosse,
  responses: { 200: leituraSchema },
  problems: [...recusasDoOficial, 'protocolo_nao_encontrado'],
  example: { lidas: 1 },
  requestExample: { ate: descricao.mensagem.id },
})

/** The officials' side of the conversation. */
export function rotasDeMensagensDaGestao(platform: Platform) {
  const guarda = oficial(platform)
  return new Hono<AmbienteDoOficial>()
    .post('/gestao/protocolos/:id/mensagens', envio, guarda, body(pedidoDeMensagem), async (c) => {
      const mensagem = { protocoloId: c.req.param('id'), pedido: c.req.valid('json'), chave: idempotencyKey(c) }
      return c.json(await enviarMensagem(platform, c.var.entidade, c.var.oficial, mensagem), 201, noStore)
    })
    .post('/gestao/protocolos/:id/mensagens/lidas', leitura, guarda, body(pedidoDeLeitura), async (c) => {
      const { ate } = c.req.valid('json')
      return c.json(await marcarLidas(platform, c.var.entidade, c.var.oficial, c.req.param('id'), ate), 200, noStore)
    })
}

import { Hono } from 'hono'
import { leituraSchema, mensagemSchema, pedidoDeLeitura, pedidoDeMensagem } from '../../contract/mensagens.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { idempotencyKey } from '../../platform/http/idempotency.js'
import type { Platform } from '../../platform/platform.js'
import { parametrosDaRepresentacao, recusasDaRepresentacao, sessaoOuProcuracao } from '../procuracoes/guarda.js'
import type { AmbienteDaSessao } from '../sessoes/guarda.js'
import { requerenteDe } from '../tramitacao/ator.js'
import * as exemplos from './descricao.js'
import { enviarMensagem, marcarLidas } from './mensagens.js'

const envio = describe({
  summary: 'Escreve ao setor que está com um protocolo da conta',
  description: `O setor é avisado por e-mail. ${exemplos.regras}`,
  tag: 'Painel',
  parameters: [...parametrosDaRepresentacao, exemplos.parametroDaChave],
  responses: { 201: mensagemSchema },
  problems: [...recusasDaRepresentacao, ...exemplos.problemas],
  example: exemplos.mensagem,
  requestExample: { texto: exemplos.texto },
})

const leitura = describe({
  summary: 'Marca como lidas as mensagens do setor, até uma',
  description: 'Repetir não muda nada. `lidas` é quantas foram marcadas agora.',
  tag: 'Painel',
  parameters: parametrosDaRepresentacao,
  responses: { 200: leituraSchema },
  problems: [...recusasDaRepresentacao, 'protocolo_nao_encontrado'],
  example: { lidas: 1 },
  requestExample: { ate: exemplos.mensagem.id },
})

export function rotasDeMensagens(platform: Platform) {
  const [escrevendo, lendo] = [sessaoOuProcuracao(platform, 'responder'), sessaoOuProcuracao(platform, 'acompanhar')]
  return new Hono<AmbienteDaSessao>()
    .post('/protocolos/:id/mensagens', envio, escrevendo, body(pedidoDeMensagem), async (c) => {
      const { entidade, sessao } = c.var
      const ator = requerenteDe(sessao)
      const mensagem = { protocoloId: c.req.param('id'), pedido: c.req.valid('json'), chave: idempotencyKey(c) }
      return c.json(await enviarMensagem(platform, entidade, ator, mensagem), 201, noStore)
    })
    .post('/protocolos/:id/mensagens/lidas', leitura, lendo, body(pedidoDeLeitura), async (c) => {
      const { entidade, sessao } = c.var
      const leitor = requerenteDe(sessao)
      return c.json(await marcarLidas(platform, entidade, leitor, c.req.param('id'), c.req.valid('json').ate), 200, noStore)
    })
}

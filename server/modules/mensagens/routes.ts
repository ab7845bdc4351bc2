import { Hono } from 'hono'
import { type Mensagem, mensagemSchema, pedidoDeMensagem } from '../../contract/mensagens.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { idempotencyKey } from '../../platform/http/idempotency.js'
import type { Platform } from '../../platform/platform.js'
import { parametrosDaRepresentacao, recusasDaRepresentacao, sessaoOuProcuracao } from '../procuracoes/guarda.js'
import type { AmbienteDaSessao } from '../sessoes/guarda.js'
import { enviarMensagem } from './mensagens.js'

const texto = 'O buraco aumentou depois da chuva de ontem.'
const exemplo: Mensagem = {
  id: '019ab4c2-0000-7000-8000-000000000003',
  de: 'cidadao',
  em: '2026-11-24T12:00:00.000Z',
  unidade: null,
  texto,
}

const envio = describe({
  summary: 'Escreve ao setor que está com um protocolo da conta',
  description:
    'Até 2.000 caracteres. O setor é avisado por e-mail. Não é aceita depois que o protocolo termina: veja `acoes`. Repetir com a mesma Idempotency-Key e o mesmo texto dá a mesma mensagem.',
  tag: 'Painel',
  parameters: [
    ...parametrosDaRepresentacao,
    {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'De 16 a 255 letras, números e sinais, sorteados a cada mensagem: um UUID aleatório serve',
      required: true,
      example: '9b1d4e7a-2c58-4f63-8a0e-5d7c6b3f2a19',
    },
  ],
  responses: { 201: mensagemSchema },
  problems: [
    ...recusasDaRepresentacao,
    'protocolo_nao_encontrado',
    'campos_invalidos',
    'acao_indisponivel',
    'chave_ausente',
    'chave_reutilizada',
    'muitas_tentativas',
  ],
  example: exemplo,
  requestExample: { texto },
})

export function rotasDeMensagens(platform: Platform) {
  return new Hono<AmbienteDaSessao>().post(
    '/protocolos/:id/mensagens',
    envio,
    sessaoOuProcuracao(platform, 'responder'),
    body(pedidoDeMensagem),
    async (c) => {
      const { entidade, sessao } = c.var
      return c.json(
        await enviarMensagem(platform, entidade, sessao, c.req.param('id'), c.req.valid('json'), idempotencyKey(c)),
        201,
        noStore,
      )
    },
  )
}

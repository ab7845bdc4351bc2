import { Hono } from 'hono'
import * as v from 'valibot'
import { confirmacaoDeContato, contaSchema, contatoPedido, especieDeContato, pedidoDeContato } from '../../contract/contas.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { conta } from '../contas/exemplos.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { confirmacaoDe, parametroDaConfirmacao, parametros, recusasDaSessao } from '../sessoes/posse.js'
import { confirmarContato, pedirContato, reenviarContato, removerContato } from './contatos.js'
import * as exemplos from './exemplos.js'

const pedido = describe({
  summary: 'Pede para trocar um contato',
  description:
    'O contato novo só vale com o código que vai para ele. Trocar o `email` pede uma confirmação para a operação `email`, e um segundo código vai para o e-mail atual. O `telefone` recebe um SMS, onde o cartão da entidade diz `sms: true`, e precisa ser um celular do Brasil.',
  tag: 'Conta',
  parameters: [...parametros, parametroDaConfirmacao],
  responses: { 202: contatoPedido },
  problems: [...recusasDaSessao, 'campos_invalidos', 'confirmacao_necessaria', 'sms_indisponivel', 'muitas_tentativas'],
  example: exemplos.pedido,
  requestExample: { especie: 'email', valor: 'lena@exemplo.br' },
})

const confirmacao = describe({
  summary: 'Confirma um contato com o código recebido',
  description:
    'Para o `email`, também com o código que foi para o e-mail atual, que depois é avisado da troca. Cinco tentativas erradas, e só um novo envio serve.',
  tag: 'Conta',
  parameters: parametros,
  responses: { 200: contaSchema },
  problems: [...recusasDaSessao, 'campos_invalidos', 'confirmacao_vencida'],
  example: conta,
  requestExample: { codigo: '012345', codigoAtual: '678901' },
})

const reenvio = describe({
  summary: 'Envia os códigos de um contato de novo',
  description: 'Os anteriores deixam de valer.',
  tag: 'Conta',
  parameters: parametros,
  responses: { 202: contatoPedido },
  problems: [...recusasDaSessao, 'confirmacao_vencida', 'sms_indisponivel', 'muitas_tentativas'],
  example: exemplos.pedido,
})

const remocao = describe({
  summary: 'Remove um contato, ou desiste de trocar o e-mail',
  description: 'Confirmado ou à espera do código. O `email` da conta não se remove: só a troca que espera é esquecida.',
  tag: 'Conta',
  parameters: parametros,
  responses: { 200: contaSchema },
  problems: [...recusasDaSessao, 'nao_encontrado'],
  example: conta,
})

export function rotasDeContatos(platform: Platform) {
  const guarda = sessao(platform)
  return new Hono<AmbienteDaSessao>()
    .post('/conta/contatos', pedido, guarda, body(pedidoDeContato), async (c) => {
      const confirmacao = confirmacaoDe(c)
      return c.json(await pedirContato(platform, c.get('entidade'), c.get('sessao'), c.req.valid('json'), confirmacao), 202, noStore)
    })
    .post('/conta/contatos/:confirmacao', confirmacao, guarda, body(confirmacaoDeContato), async (c) => {
      const id = c.req.param('confirmacao')
      return c.json(await confirmarContato(platform, c.get('entidade'), c.get('sessao'), id, c.req.valid('json')), 200, noStore)
    })
    .post('/conta/contatos/:confirmacao/envios', reenvio, guarda, async (c) =>
      c.json(await reenviarContato(platform, c.get('entidade'), c.get('sessao'), c.req.param('confirmacao')), 202, noStore),
    )
    .delete('/conta/contatos/:especie', remocao, guarda, async (c) => {
      const especie = c.req.param('especie')
      if (!v.is(especieDeContato, especie)) throw new ProblemError('nao_encontrado')
      return c.json(await removerContato(platform, c.get('entidade'), c.get('sessao'), especie), 200, noStore)
    })
}

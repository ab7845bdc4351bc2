import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { mudancaDePasskey, opcoesDePasskey, passkeyListada, pedidoDeRegistro } from '../../contract/passkeys.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import type { Sites } from '../entidades/sites.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { confirmacaoDe, parametroDaConfirmacao, parametros, recusasDaSessao } from '../sessoes/posse.js'
import * as exemplos from './exemplos.js'
import { listarPasskeys, type Mudanca, prepararPasskey, registrarPasskey, removerPasskey, renomearPasskey } from './passkeys.js'

const comConfirmacao = [...parametros, parametroDaConfirmacao]

const opcoes = describe({
  summary: 'Prepara uma nova chave de acesso (passkey)',
  description:
    'O que `PublicKeyCredential.parseCreationOptionsFromJSON()` recebe; o desafio vale por 5 minutos, uma vez. Pede uma confirmação para `credenciais`, sem gastá-la, a não ser para a primeira chave, nos 10 minutos depois de entrar.',
  tag: 'Conta',
  parameters: comConfirmacao,
  responses: { 200: opcoesDePasskey },
  problems: [...recusasDaSessao, 'confirmacao_necessaria'],
  example: exemplos.registro,
})

const registro = describe({
  summary: 'Guarda a chave de acesso que o navegador criou',
  description: 'Gasta a confirmação, quando é preciso uma. O e-mail da conta é avisado.',
  tag: 'Conta',
  parameters: comConfirmacao,
  responses: { 201: passkeyListada },
  problems: [...recusasDaSessao, 'confirmacao_necessaria', 'desafio_vencido', 'passkey_recusada'],
  example: exemplos.passkey,
  requestExample: exemplos.criada,
})

const lista = describe({
  summary: 'Lista as chaves de acesso da conta',
  description: 'De todos os sites, a mais antiga primeiro. Cada uma só serve nas páginas do seu `rpId`.',
  tag: 'Conta',
  parameters: parametros,
  responses: { 200: v.object({ passkeys: v.array(passkeyListada) }) },
  problems: recusasDaSessao,
  example: { passkeys: [exemplos.passkey] },
})

const nome = describe({
  summary: 'Muda o nome de uma chave de acesso',
  tag: 'Conta',
  parameters: parametros,
  responses: { 200: passkeyListada },
  problems: [...recusasDaSessao, 'nao_encontrado'],
  example: exemplos.passkey,
  requestExample: { nome: 'Celular' },
})

const remocao = describe({
  summary: 'Remove uma chave de acesso',
  description: 'Pede uma confirmação para `credenciais`. O último jeito de entrar não é removido. O e-mail da conta é avisado.',
  tag: 'Conta',
  parameters: comConfirmacao,
  responses: { 204: { description: 'Removida.' } },
  problems: [...recusasDaSessao, 'confirmacao_necessaria', 'nao_encontrado', 'ultima_entrada'],
})

export function rotasDePasskeys(platform: Platform, sites: Sites) {
  const guarda = sessao(platform)
  return new Hono<AmbienteDaSessao>()
    .post('/conta/passkeys/opcoes', opcoes, guarda, async (c) =>
      c.json(await prepararPasskey(platform, c.get('entidade'), c.get('sessao'), mudancaDe(c)), 200, noStore),
    )
    .post('/conta/passkeys', registro, guarda, body(pedidoDeRegistro), async (c) => {
      const lugar = { entidade: c.get('entidade'), sites }
      return c.json(await registrarPasskey(platform, lugar, c.get('sessao'), c.req.valid('json'), mudancaDe(c)), 201, noStore)
    })
    .get('/conta/passkeys', lista, guarda, async (c) => c.json({ passkeys: await listarPasskeys(platform, c.get('sessao')) }, 200, noStore))
    .patch('/conta/passkeys/:id', nome, guarda, body(mudancaDePasskey), async (c) =>
      c.json(await renomearPasskey(platform, c.get('sessao'), c.req.param('id'), c.req.valid('json')), 200, noStore),
    )
    .delete('/conta/passkeys/:id', remocao, guarda, async (c) => {
      await removerPasskey(platform, c.get('entidade'), c.get('sessao'), c.req.param('id'), mudancaDe(c))
      return c.body(null, 204)
    })
}

function mudancaDe(c: Context): Mudanca {
  return { userAgent: c.req.header('User-Agent') ?? '', confirmacao: confirmacaoDe(c) }
}

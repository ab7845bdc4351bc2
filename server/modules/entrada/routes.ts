import { Hono } from 'hono'
import { opcoesDePasskey } from '../../contract/passkeys.js'
import {
  operacaoAConfirmar,
  operacaoConfirmada,
  pedidoDeEntrada,
  pedidoDeEntradaComPasskey,
  pedidoDeReautenticacao,
  sessaoAberta,
} from '../../contract/sessoes.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { parametroDaProva as prova, tentativaDe } from '../desafio/tentativa.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import type { Sites } from '../entidades/sites.js'
import { opcoesDeConfirmacao } from '../passkeys/cerimonias.js'
import { usada, uso } from '../passkeys/exemplos.js'
import * as exemplos from '../sessoes/exemplos.js'
import { type AmbienteDaSessao, type AmbienteDoAparelho, aparelho, sessao } from '../sessoes/guarda.js'
import { naEntidade, parametros, parametrosDoAparelho, recusasDaSessao, recusasDoAparelho } from '../sessoes/posse.js'
import { entrarComPasskey, entrarComSenha, prepararEntrada, reautenticar } from './entrada.js'

const comSenha = describe({
  summary: 'Entra com login e senha',
  description:
    'O login é o CPF, o CNPJ, o usuário ou o e-mail. A sessão só vale com a chave que assinou o cabeçalho DPoP. Login desconhecido e senha errada respondem igual.',
  tag: 'Conta',
  parameters: [...parametrosDoAparelho, prova],
  responses: { 201: sessaoAberta },
  problems: [...recusasDoAparelho, 'entrada_recusada', 'prova_necessaria', 'muitas_tentativas'],
  example: exemplos.aberta,
  requestExample: { login: '111.444.777-35', senha: 'cavalo bateria grampo', lembrar: true },
})

const opcoes = describe({
  summary: 'Prepara a entrada com chave de acesso (passkey)',
  description:
    'O que `PublicKeyCredential.parseRequestOptionsFromJSON()` recebe: a pessoa escolhe uma das suas chaves, sem escrever o login. O desafio vale por 5 minutos, uma vez.',
  tag: 'Conta',
  parameters: [naEntidade, prova],
  responses: { 200: opcoesDePasskey },
  problems: ['prova_necessaria', 'muitas_tentativas'],
  example: uso,
})

const comPasskey = describe({
  summary: 'Entra com uma chave de acesso',
  description: 'A sessão só vale com a chave que assinou o cabeçalho DPoP.',
  tag: 'Conta',
  parameters: parametrosDoAparelho,
  responses: { 201: sessaoAberta },
  problems: [...recusasDoAparelho, 'desafio_vencido', 'passkey_recusada'],
  example: exemplos.aberta,
  requestExample: { ...usada, lembrar: true },
})

const opcoesDaConfirmacao = describe({
  summary: 'Prepara a confirmação de uma operação com chave de acesso',
  description: 'Como na entrada, só com as chaves desta conta. O desafio só serve para esta operação, nesta sessão.',
  tag: 'Conta',
  parameters: parametros,
  responses: { 200: opcoesDePasskey },
  problems: recusasDaSessao,
  example: uso,
  requestExample: { operacao: 'credenciais' },
})

const confirmacao = describe({
  summary: 'Confirma quem é, para uma operação',
  description:
    'Com `senha`, ou com `desafio` e `resposta` de uma chave de acesso. O que vem em `confirmacao` vai no cabeçalho `Protocolo-Confirmacao` da operação: vale por 5 minutos, uma vez, nesta sessão.',
  tag: 'Conta',
  parameters: [...parametros, prova],
  responses: { 201: operacaoConfirmada },
  problems: [...recusasDaSessao, 'campos_invalidos', 'desafio_vencido', 'passkey_recusada', 'prova_necessaria', 'muitas_tentativas'],
  example: { confirmacao: 'q0b1J1oQ4pWn7yYt3e0xk2V8m5R6s9ZcAbDfGhIjKlM', expiraEm: '2026-11-21T12:05:00.000Z' },
  requestExample: { operacao: 'credenciais', senha: 'cavalo bateria grampo' },
})

export function rotasDeEntrada(platform: Platform, sites: Sites) {
  return new Hono<AmbienteDaEntidade>()
    .post('/sessoes/passkey/opcoes', opcoes, async (c) =>
      c.json(await prepararEntrada(platform, c.get('entidade'), tentativaDe(c)), 200, noStore),
    )
    .route('/', rotasDoAparelho(platform, sites))
    .route('/', rotasDaSessao(platform, sites))
}

function rotasDoAparelho(platform: Platform, sites: Sites) {
  const guarda = aparelho(platform)
  return new Hono<AmbienteDoAparelho>()
    .post('/sessoes', comSenha, guarda, body(pedidoDeEntrada), async (c) =>
      c.json(await entrarComSenha(platform, c.get('entidade'), c.req.valid('json'), c.get('aparelho'), tentativaDe(c)), 201, noStore),
    )
    .post('/sessoes/passkey', comPasskey, guarda, body(pedidoDeEntradaComPasskey), async (c) => {
      const lugar = { entidade: c.get('entidade'), sites }
      return c.json(await entrarComPasskey(platform, lugar, c.req.valid('json'), c.get('aparelho')), 201, noStore)
    })
}

function rotasDaSessao(platform: Platform, sites: Sites) {
  const guarda = sessao(platform)
  return new Hono<AmbienteDaSessao>()
    .post('/sessoes/confirmacoes/opcoes', opcoesDaConfirmacao, guarda, body(operacaoAConfirmar), async (c) => {
      const { operacao } = c.req.valid('json')
      return c.json(await opcoesDeConfirmacao(platform, c.get('entidade'), c.get('sessao'), operacao), 200, noStore)
    })
    .post('/sessoes/confirmacoes', confirmacao, guarda, body(pedidoDeReautenticacao), async (c) => {
      const lugar = { entidade: c.get('entidade'), sites }
      return c.json(await reautenticar(platform, lugar, c.get('sessao'), c.req.valid('json'), tentativaDe(c)), 201, noStore)
    })
}

import { Hono } from 'hono'
import * as v from 'valibot'
import {
  cadastroRecebido,
  contaSchema,
  mudancaDaConta,
  novaSenha,
  pedidoDeCadastro,
  pedidoDeConfirmacao,
  pedidoDeRecuperacao,
  pedidoDeReenvio,
  senhaPropria,
} from '../../contract/contas.js'
import { sessaoAberta } from '../../contract/sessoes.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { parametroDaProva as prova, tentativaDe } from '../desafio/tentativa.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import { aberta } from '../sessoes/exemplos.js'
import { type AmbienteDaSessao, type AmbienteDoAparelho, aparelho, sessao } from '../sessoes/guarda.js'
import {
  confirmacaoDe,
  naEntidade,
  parametroDaConfirmacao,
  parametros,
  parametrosDoAparelho,
  recusasDaSessao,
  recusasDoAparelho,
} from '../sessoes/posse.js'
import { cadastrar, confirmarCadastro, reenviarCodigo } from './cadastro.js'
import { mudarConta, verConta } from './contas.js'
import * as exemplos from './exemplos.js'
import { definirSenha, recuperarAcesso, trocarSenha } from './recuperacao.js'

const dita = v.object({ mensagem: v.string() })
/** Said whatever there is on file. */
const pedida = {
  mensagem: 'Se houver uma conta com este documento e este e-mail, um link para criar outra senha chega em alguns minutos.',
}

const cadastroNovo = describe({
  summary: 'Cria uma conta',
  description:
    'A conta nasce quando o e-mail é confirmado. A resposta é a mesma, haja ou não uma conta com este CPF ou CNPJ; se houver, quem a tem é avisado por e-mail.',
  tag: 'Conta',
  parameters: [naEntidade, prova],
  responses: { 202: cadastroRecebido },
  problems: ['campos_invalidos', 'prova_necessaria', 'muitas_tentativas'],
  example: exemplos.recebido,
  requestExample: exemplos.cadastro,
})

const confirmacao = describe({
  summary: 'Confirma o e-mail de um cadastro e entra',
  description: 'Com o código de 6 números, ou com o que está no link enviado. Cinco códigos errados, e só um novo envio serve.',
  tag: 'Conta',
  parameters: parametrosDoAparelho,
  responses: { 201: sessaoAberta },
  problems: [...recusasDoAparelho, 'codigo_recusado', 'confirmacao_vencida'],
  example: aberta,
  requestExample: { confirmacao: exemplos.recebido.confirmacao, codigo: '012345' },
})

const reenvio = describe({
  summary: 'Envia o código de novo',
  description: 'O código anterior deixa de valer. Com `email`, corrige o e-mail.',
  tag: 'Conta',
  parameters: [naEntidade, prova],
  responses: { 202: dita },
  problems: ['campos_invalidos', 'confirmacao_vencida', 'prova_necessaria', 'muitas_tentativas'],
  example: { mensagem: exemplos.recebido.mensagem },
  requestExample: { email: 'helena@exemplo.br' },
})

const recuperacao = describe({
  summary: 'Pede para recuperar o acesso',
  description: 'A resposta é a mesma, haja ou não a conta. O link enviado vale por 30 minutos, uma vez.',
  tag: 'Conta',
  parameters: [naEntidade, prova],
  responses: { 202: dita },
  problems: ['campos_invalidos', 'prova_necessaria', 'muitas_tentativas'],
  example: pedida,
  requestExample: { documento: '111.444.777-35', email: 'helena@exemplo.br' },
})

const senha = describe({
  summary: 'Cria uma senha nova, com o link recebido por e-mail',
  description: 'Todas as sessões da conta terminam. Uma senha recusada não gasta o link.',
  tag: 'Conta',
  parameters: [naEntidade, prova],
  responses: { 204: { description: 'Trocada.' } },
  problems: ['campos_invalidos', 'confirmacao_vencida', 'prova_necessaria', 'muitas_tentativas'],
  requestExample: { link: exemplos.link, senha: 'cavalo bateria grampo' },
})

const propria = describe({
  summary: 'Mostra a própria conta',
  tag: 'Conta',
  parameters: parametros,
  responses: { 200: contaSchema },
  problems: recusasDaSessao,
  example: exemplos.conta,
})

const mudanca = describe({
  summary: 'Muda os próprios dados',
  description: 'Só o que vier muda; vazio ou nulo apaga. O endereço muda inteiro.',
  tag: 'Conta',
  parameters: parametros,
  responses: { 200: contaSchema },
  problems: [...recusasDaSessao, 'campos_invalidos', 'muitas_tentativas'],
  example: exemplos.conta,
  requestExample: { nomeSocial: 'Lena Exemplo', telefone: null },
})

const troca = describe({
  summary: 'Cria ou troca a própria senha',
  description: 'As outras sessões da conta terminam. Pede uma confirmação para a operação `credenciais`.',
  tag: 'Conta',
  parameters: [...parametros, parametroDaConfirmacao],
  responses: { 204: { description: 'Trocada.' } },
  problems: [...recusasDaSessao, 'confirmacao_necessaria', 'campos_invalidos', 'muitas_tentativas'],
  requestExample: { senha: 'cavalo bateria grampo' },
})

export function rotasDeContas(platform: Platform) {
  return new Hono<AmbienteDaEntidade>()
    .post('/contas', cadastroNovo, body(pedidoDeCadastro), async (c) =>
      c.json(await cadastrar(platform, c.get('entidade'), c.req.valid('json'), tentativaDe(c)), 202, noStore),
    )
    .post('/contas/confirmacoes/:id/envios', reenvio, body(pedidoDeReenvio), async (c) =>
      c.json(await reenviarCodigo(platform, c.get('entidade'), c.req.param('id'), c.req.valid('json'), tentativaDe(c)), 202, noStore),
    )
    .post('/senhas/recuperacoes', recuperacao, body(pedidoDeRecuperacao), async (c) => {
      await recuperarAcesso(platform, c.get('entidade'), c.req.valid('json'), tentativaDe(c))
      return c.json(pedida, 202, noStore)
    })
    .put('/senhas', senha, body(novaSenha), async (c) => {
      await definirSenha(platform, c.get('entidade'), c.req.valid('json'), tentativaDe(c))
      return c.body(null, 204)
    })
    .route('/', rotasDoAparelho(platform))
    .route('/', rotasDaSessao(platform))
}

function rotasDoAparelho(platform: Platform) {
  return new Hono<AmbienteDoAparelho>().post(
    '/contas/confirmacoes',
    confirmacao,
    aparelho(platform),
    body(pedidoDeConfirmacao),
    async (c) => c.json(await confirmarCadastro(platform, c.get('entidade'), c.req.valid('json'), c.get('aparelho')), 201, noStore),
  )
}

function rotasDaSessao(platform: Platform) {
  const guarda = sessao(platform)
  return new Hono<AmbienteDaSessao>()
    .get('/conta', propria, guarda, async (c) => c.json(await verConta(platform, c.get('sessao')), 200, noStore))
    .patch('/conta', mudanca, guarda, body(mudancaDaConta), async (c) =>
      c.json(await mudarConta(platform, c.get('entidade'), c.get('sessao'), c.req.valid('json')), 200, noStore),
    )
    .put('/conta/senha', troca, guarda, body(senhaPropria), async (c) => {
      const confirmacao = confirmacaoDe(c)
      await trocarSenha(platform, c.get('entidade'), c.get('sessao'), c.req.valid('json'), confirmacao)
      return c.body(null, 204)
    })
}

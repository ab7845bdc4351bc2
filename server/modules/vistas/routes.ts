import { Hono } from 'hono'
import { lugarNaLista, paginaDeLiberados } from '../../contract/meus.js'
import { pedidoDeVista, vistaDaGestao, vistaPedida, vistasDaGestao } from '../../contract/vistas.js'
import { body, query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDoOficial, oficial, recusasDoOficial } from '../lotacoes/guarda.js'
import { pagina } from '../meus/exemplos.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { parametrosDaPosse, recusasDaSessao } from '../sessoes/posse.js'
import { encerrarVista, liberarVista, listarVistas, proporVista } from './concessao.js'
import * as exemplos from './exemplos.js'
import { listarLiberados } from './vistas.js'

const lista = describe({
  summary: 'Lista os protocolos de outras pessoas que a conta pode ver',
  description:
    'Os que foram liberados para o documento ou para o e-mail confirmado da conta, enquanto a vista vale: o mais novo primeiro, 20 por página. Cada um abre em …/protocolos/{id}, só para leitura, e cada leitura fica registrada.',
  tag: 'Painel',
  parameters: parametrosDaPosse,
  responses: { 200: paginaDeLiberados },
  problems: [...recusasDaSessao, 'campos_invalidos'],
  example: { ...pagina, protocolos: pagina.protocolos.map((um) => ({ ...um, vistaAte: '2026-12-05T02:59:59.000Z' })) },
})

const daGestao = [...recusasDoOficial, 'protocolo_nao_encontrado'] as const

const concedidas = describe({
  summary: 'Lista as vistas de um protocolo',
  description: 'A quem pode dá-las: o CPF ou o e-mail de cada pessoa vem por inteiro.',
  tag: 'Gestão',
  parameters: parametrosDaPosse,
  responses: { 200: vistasDaGestao },
  problems: [...daGestao, 'acao_indisponivel'],
  example: { vistas: [exemplos.vista] },
})

const concessao = describe({
  summary: 'Dá vista de um protocolo',
  description:
    'A quem tem o CPF ou CNPJ, ou lê o e-mail, até o fim do dia `ate`: do processo inteiro, menos o que é privado, ou só dos `documentos`. Com `pedido`, a quem pediu a vista. Avisa por e-mail quem recebe e o interessado.',
  tag: 'Gestão',
  parameters: parametrosDaPosse,
  responses: { 201: vistaDaGestao },
  problems: [...daGestao, 'nao_encontrado', 'acao_indisponivel', 'campos_invalidos'],
  example: exemplos.vista,
  requestExample: exemplos.pedido,
})

const fim = describe({
  summary: 'Encerra uma vista',
  description: 'Vale na hora, e quem a tinha é avisado por e-mail. Repetir não muda nada.',
  tag: 'Gestão',
  parameters: parametrosDaPosse,
  responses: { 200: vistaDaGestao },
  problems: [...daGestao, 'nao_encontrado', 'acao_indisponivel'],
  example: { ...exemplos.vista, estado: 'revogada', revogadaEm: '2026-11-24T12:00:00.000Z' },
})

const pedida = describe({
  summary: 'Diz de que processo um pedido de vista trata, e para quem',
  description:
    'De um protocolo do serviço `vista-processo`. Onde quem pergunta não pode dar a vista, responde como se não houvesse pedido.',
  tag: 'Gestão',
  parameters: parametrosDaPosse,
  responses: { 200: vistaPedida },
  problems: [...daGestao, 'nao_encontrado'],
  example: exemplos.pedida,
})

/** What officials do about vistas. */
export function rotasDasVistasDadas(platform: Platform) {
  const guarda = oficial(platform)
  return new Hono<AmbienteDoOficial>()
    .get('/gestao/protocolos/:id/vistas', concedidas, guarda, async (c) =>
      c.json(await listarVistas(platform, c.var.entidade, c.var.oficial, c.req.param('id')), 200, noStore),
    )
    .post('/gestao/protocolos/:id/vistas', concessao, guarda, body(pedidoDeVista), async (c) =>
      c.json(await liberarVista(platform, c.var.entidade, c.var.oficial, c.req.param('id'), c.req.valid('json')), 201, noStore),
    )
    .delete('/gestao/protocolos/:id/vistas/:vista', fim, guarda, async (c) => {
      const { id, vista } = c.req.param()
      return c.json(await encerrarVista(platform, c.var.entidade, c.var.oficial, id, vista), 200, noStore)
    })
    .get('/gestao/protocolos/:id/vista-pedida', pedida, guarda, async (c) =>
      c.json(await proporVista(platform, c.var.entidade, c.var.oficial, c.req.param('id')), 200, noStore),
    )
}

export function rotasDeVistas(platform: Platform) {
  return new Hono<AmbienteDaSessao>().get('/meus/liberados', lista, sessao(platform), query(lugarNaLista), async (c) =>
    c.json(await listarLiberados(platform, c.var.entidade, c.var.sessao, c.req.valid('query')), 200, noStore),
  )
}

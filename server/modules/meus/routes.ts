import { Hono } from 'hono'
import * as v from 'valibot'
import {
  achadoDoPainel,
  anterioresSchema,
  filtroDosMeus,
  paginaDosMeus,
  procuraDoPainel,
  protocoloDaConta,
  resumoSchema,
} from '../../contract/meus.js'
import { vistasDoInteressado } from '../../contract/vistas.js'
import { query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { download } from '../../platform/http/download.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { gerarComprovantePdf, nomeDoPdf } from '../comprovantes/comprovantes.js'
import { parametroDaProva, tentativaDe } from '../desafio/tentativa.js'
import { parametrosDaRepresentacao as parametros, recusasDaRepresentacao, sessaoOuProcuracao } from '../procuracoes/guarda.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { parametrosDaPosse, recusasDaSessao } from '../sessoes/posse.js'
import * as exemplos from './exemplos.js'
import {
  abrirAnexoDoPainel,
  comprovanteProprio,
  escreverPagina,
  procurar,
  resumir,
  tomarAnteriores,
  trocarCodigoProprio,
  verProtocolo,
  verVistas,
} from './meus.js'

const tag = 'Painel'
const doProprio = [...recusasDaRepresentacao, 'protocolo_nao_encontrado'] as const

const contadores = describe({
  summary: 'Conta os protocolos da conta, por situação',
  description:
    '`porSituacao` soma `total`. `anteriores` são os abertos sem conta, com o mesmo documento e e-mail, que ainda não foram trazidos.',
  tag,
  parameters: parametros,
  responses: { 200: resumoSchema },
  problems: recusasDaRepresentacao,
  example: exemplos.resumo,
})

const lista = describe({
  summary: 'Lista os protocolos da conta',
  description:
    'O mais novo primeiro, 20 por página. Os filtros somam-se; a busca vale para o número e o nome do serviço, com ou sem acento.',
  tag,
  parameters: parametros,
  responses: { 200: paginaDosMeus },
  problems: [...recusasDaRepresentacao, 'campos_invalidos'],
  example: exemplos.pagina,
})

const trazer = describe({
  summary: 'Traz para a conta os protocolos abertos sem ela',
  description: 'Os que têm o documento da conta e o e-mail que ela confirmou. Repetir não muda nada. `total` é quantos vieram.',
  tag,
  parameters: parametrosDaPosse,
  responses: { 200: anterioresSchema },
  problems: recusasDaSessao,
  example: { total: 2 },
})

const procura = describe({
  summary: 'Procura um número, da conta ou não',
  description: '`id` é o do protocolo que a conta pode abrir aqui; sem ele, `consulta` é o que o número sozinho mostra.',
  tag,
  parameters: [...parametros, parametroDaProva],
  responses: { 200: achadoDoPainel },
  problems: [...doProprio, 'numero_incompleto', 'numero_ambiguo', 'prova_necessaria', 'muitas_tentativas'],
  example: { id: exemplos.protocolo.id, consulta: null },
})

const um = describe({
  summary: 'Mostra um protocolo da conta, ou um liberado para ela',
  description:
    'O que número e código mostram, e em `acoes` o que pode ser feito. `vistaAte` diz até quando vale a vista de um liberado, em que nada pode ser feito; cada leitura dele fica registrada. Com `soDocumentos`, só os `anexos` escolhidos foram liberados. O de outra conta responde como um que não existe.',
  tag,
  parameters: [...parametros, { name: 'If-None-Match', in: 'header', description: 'ETag de uma resposta anterior' }],
  responses: { 200: protocoloDaConta, 304: { description: 'Nada mudou.' } },
  problems: doProprio,
  example: exemplos.protocolo,
})

const quemVe = describe({
  summary: 'Mostra quem pode ver um protocolo da conta, e cada leitura',
  description:
    'As vistas que o órgão deu a outras pessoas, com documento e e-mail em parte ocultos. `arquivo` nulo é uma leitura do processo.',
  tag,
  parameters: parametros,
  responses: { 200: vistasDoInteressado },
  problems: doProprio,
  example: exemplos.vistas,
})

const arquivo = describe({
  summary: 'Baixa um arquivo de um protocolo da conta, ou de um liberado para ela',
  tag,
  parameters: parametros,
  responses: { 200: { description: 'O arquivo, para salvar.', media: 'application/octet-stream' } },
  problems: [...doProprio, 'nao_encontrado'],
})

const pdf = describe({
  summary: 'Baixa o comprovante de um protocolo da conta, em PDF',
  description: 'Sem o código de acesso, que só é mostrado na abertura ou quando é trocado.',
  tag,
  parameters: parametros,
  responses: { 200: { description: 'O comprovante.', media: 'application/pdf' } },
  problems: doProprio,
})

const novoCodigo = describe({
  summary: 'Troca o código de acesso de um protocolo da conta',
  description: 'Para quem perdeu o código, que deixa de valer na hora.',
  tag,
  parameters: parametrosDaPosse,
  responses: { 200: v.object({ codigoAcesso: v.string() }) },
  problems: [...recusasDaSessao, 'protocolo_nao_encontrado'],
  example: { codigoAcesso: '8WZR-4C6D-1NQE' },
})

/** The panel: what a conta has in an entidade. */
export function rotasDosMeus(platform: Platform) {
  const guarda = sessaoOuProcuracao(platform, 'acompanhar')
  const soPorSi = sessao(platform)
  return new Hono<AmbienteDaSessao>()
    .get('/meus/resumo', contadores, guarda, async (c) => c.json(await resumir(platform, c.get('sessao')), 200, noStore))
    .get('/meus/protocolos', lista, guarda, query(filtroDosMeus), async (c) => {
      const texto = await escreverPagina(platform, c.get('entidade'), c.get('sessao'), c.req.valid('query'))
      return new Response(texto, { headers: { 'Content-Type': 'application/json', ...noStore } })
    })
    .post('/meus/anteriores', trazer, soPorSi, async (c) => c.json(await tomarAnteriores(platform, c.get('sessao')), 200, noStore))
    .get('/meus/procura', procura, guarda, query(procuraDoPainel), async (c) => {
      const { numero } = c.req.valid('query')
      return c.json(await procurar(platform, c.get('entidade'), c.get('sessao'), numero, tentativaDe(c)), 200, noStore)
    })
    .get('/protocolos/:id', um, guarda, async (c) => {
      const conhecida = c.req.header('If-None-Match')
      const { etag, protocolo } = await verProtocolo(platform, c.get('entidade'), c.get('sessao'), c.req.param('id'), conhecida)
      return protocolo ? c.json(protocolo, 200, { ...noStore, ETag: etag }) : c.body(null, 304, { ...noStore, ETag: etag })
    })
    .get('/meus/protocolos/:id/vistas', quemVe, guarda, async (c) =>
      c.json(await verVistas(platform, c.var.entidade, c.var.sessao, c.req.param('id')), 200, noStore),
    )
    .get('/protocolos/:id/anexos/:anexo', arquivo, guarda, async (c) => {
      const { id, anexo: anexoId } = c.req.param()
      const { anexo, bytes } = await abrirAnexoDoPainel(platform, c.get('entidade'), c.get('sessao'), id, anexoId)
      return download(c, bytes, { name: anexo.nome, type: anexo.tipo, size: anexo.tamanho })
    })
    .get('/protocolos/:id/comprovante', pdf, guarda, async (c) => {
      const entidade = c.get('entidade')
      const comprovante = await comprovanteProprio(platform, entidade, c.get('sessao'), c.req.param('id'))
      return download(c, await gerarComprovantePdf(platform, entidade, comprovante), {
        name: nomeDoPdf(comprovante),
        type: 'application/pdf',
      })
    })
    .post('/protocolos/:id/codigo', novoCodigo, soPorSi, async (c) =>
      c.json(await trocarCodigoProprio(platform, c.get('entidade'), c.get('sessao'), c.req.param('id')), 200, noStore),
    )
}

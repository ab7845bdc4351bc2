import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import {
  avaliacaoComCodigo,
  chaveDeConsulta,
  consultaNivel1,
  consultaNivel2,
  desistenciaComCodigo,
  leituraComCodigo,
  mensagemComCodigo,
  type ProcuraPorNumero,
  pedidoDeLembrete,
  recursoComCodigo,
  respostaComCodigo,
} from '../../contract/consulta.js'
import { atoDoRequerente } from '../../contract/desfecho.js'
import { leituraSchema, mensagemSchema } from '../../contract/mensagens.js'
import { respostaRecebida } from '../../contract/pendencias.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { download } from '../../platform/http/download.js'
import { noStore } from '../../platform/http/headers.js'
import { idempotencyKey } from '../../platform/http/idempotency.js'
import type { Platform } from '../../platform/platform.js'
import { gerarComprovantePdf, nomeDoPdf } from '../comprovantes/comprovantes.js'
import { parametroDaProva as prova, tentativaDe } from '../desafio/tentativa.js'
import * as doDesfecho from '../desfecho/exemplos.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import * as daMensagem from '../mensagens/descricao.js'
import * as daResposta from '../pendencias/descricao.js'
import { consultarComCodigo, escreverNivel1, pedirLembrete, trocarCodigo } from './consulta.js'
import { escreverComCodigo, lerComCodigo, responderComCodigo } from './conversa.js'
import { avaliarComCodigo, desistirComCodigo, recorrerComCodigo } from './desfecho.js'
import { abrirAnexo, comprovanteDaConsulta } from './documentos.js'
import * as exemplos from './exemplos.js'

const recusas = ['protocolo_nao_encontrado', 'numero_incompleto', 'prova_necessaria', 'muitas_tentativas'] as const
/** Said whatever there is on file. */
const aceito = {
  mensagem: 'Se houver protocolos com este documento, a lista chega em alguns minutos aos e-mails informados na abertura.',
}

const porNumero = describe({
  summary: 'Consulta só pelo número',
  description: 'Não mostra nome, documento, textos nem arquivos. Um protocolo restrito ou sigiloso responde como um que não existe.',
  tag: 'Consulta',
  parameters: [
    { name: 'numero', in: 'query', description: 'Número, completo ou só a sequência', required: true, example: 'PMVS 2026/500100' },
    { name: 'orgao', in: 'query', description: 'Sigla do órgão', example: 'PMVS' },
    { name: 'ano', in: 'query', description: 'Ano do número', example: '2026' },
    { name: 'If-None-Match', in: 'header', description: 'ETag de uma resposta anterior' },
    prova,
  ],
  responses: { 200: consultaNivel1, 304: { description: 'Nada mudou.' } },
  problems: [...recusas, 'numero_ambiguo'],
  example: exemplos.nivel1,
})

const comCodigo = describe({
  summary: 'Consulta com número e código de acesso',
  description: 'Número errado e código errado respondem igual.',
  tag: 'Consulta',
  parameters: [prova],
  responses: { 200: consultaNivel2 },
  problems: recusas,
  example: exemplos.nivel2,
  requestExample: exemplos.chave,
})

const arquivo = describe({
  summary: 'Baixa um arquivo do protocolo',
  tag: 'Consulta',
  parameters: [prova],
  responses: { 200: { description: 'O arquivo, para salvar.', media: 'application/octet-stream' } },
  problems: [...recusas, 'nao_encontrado'],
  requestExample: exemplos.chave,
})

const pdf = describe({
  summary: 'Baixa o comprovante em PDF',
  tag: 'Consulta',
  parameters: [prova],
  responses: { 200: { description: 'O comprovante.', media: 'application/pdf' } },
  problems: recusas,
  requestExample: exemplos.chave,
})

const novoCodigo = describe({
  summary: 'Troca o código de acesso',
  description:
    'O código antigo deixa de valer na hora. Se a resposta se perder, repetir o pedido com a mesma Idempotency-Key, o mesmo número e o código antigo dá o mesmo código novo.',
  tag: 'Consulta',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'De 16 a 255 letras, números e sinais, sorteados a cada nova troca e guardados em segredo: um UUID aleatório serve',
      required: true,
      example: '9b1d4e7a-2c58-4f63-8a0e-5d7c6b3f2a19',
    },
    prova,
  ],
  responses: { 200: v.object({ codigoAcesso: v.string() }) },
  problems: [...recusas, 'chave_ausente'],
  example: { codigoAcesso: '8WZR-4C6D-1NQE' },
  requestExample: exemplos.chave,
})

const resposta = describe({
  summary: 'Responde ao que foi pedido, com número e código de acesso',
  description: daResposta.regras,
  tag: 'Consulta',
  parameters: [daMensagem.parametroDaChave, prova],
  responses: { 201: respostaRecebida },
  problems: [...recusas, ...daResposta.problemas],
  example: daResposta.recebida,
  requestExample: { ...exemplos.chave, ...daResposta.resposta },
})

const mensagem = describe({
  summary: 'Escreve ao setor, com número e código de acesso',
  description: `O setor é avisado por e-mail. ${daMensagem.regras}`,
  tag: 'Consulta',
  parameters: [daMensagem.parametroDaChave, prova],
  responses: { 201: mensagemSchema },
  problems: [...recusas, ...daMensagem.problemas],
  example: daMensagem.mensagem,
  requestExample: { ...exemplos.chave, texto: daMensagem.texto },
})

const leitura = describe({
  summary: 'Marca como lidas as mensagens do setor, até uma, com número e código de acesso',
  tag: 'Consulta',
  parameters: [prova],
  responses: { 200: leituraSchema },
  problems: recusas,
  example: { lidas: 1 },
  requestExample: { ...exemplos.chave, ate: daMensagem.mensagem.id },
})

const avaliacao = describe({
  summary: 'Avalia o atendimento, com número e código de acesso',
  description: doDesfecho.regras.avaliacao,
  tag: 'Consulta',
  parameters: [prova],
  responses: { 201: atoDoRequerente },
  problems: [...recusas, 'acao_indisponivel', 'campos_invalidos'],
  example: doDesfecho.avaliado,
  requestExample: { ...exemplos.chave, ...doDesfecho.avaliacao },
})

const recurso = describe({
  summary: 'Recorre do que foi decidido, com número e código de acesso',
  description: doDesfecho.regras.recurso,
  tag: 'Consulta',
  parameters: [prova],
  responses: { 201: atoDoRequerente },
  problems: [...recusas, 'acao_indisponivel', 'campos_invalidos', 'anexo_desconhecido'],
  example: doDesfecho.recorrido,
  requestExample: { ...exemplos.chave, ...doDesfecho.recurso },
})

const desistencia = describe({
  summary: 'Desiste do pedido, com número e código de acesso',
  description: doDesfecho.regras.desistencia,
  tag: 'Consulta',
  parameters: [prova],
  responses: { 201: atoDoRequerente },
  problems: [...recusas, 'acao_indisponivel', 'campos_invalidos'],
  example: doDesfecho.desistido,
  requestExample: { ...exemplos.chave, ...doDesfecho.desistencia },
})

const lembrete = describe({
  summary: 'Pede a lista de protocolos por e-mail',
  description: 'A lista vai para os e-mails informados nas aberturas. A resposta é a mesma, haja protocolos ou não.',
  tag: 'Consulta',
  parameters: [{ ...prova, description: 'A prova de trabalho, com o desafio de GET …/desafio?para=lembrete' }],
  responses: { 202: v.object({ mensagem: v.string() }) },
  problems: ['campos_invalidos', 'prova_necessaria', 'muitas_tentativas'],
  example: aceito,
  requestExample: { documento: '111.444.777-35' },
})

export function rotasDeConsulta(platform: Platform) {
  return new Hono<AmbienteDaEntidade>()
    .get('/consulta', porNumero, async (c) => {
      const { etag, texto } = await escreverNivel1(platform, c.get('entidade'), procuraDe(c), tentativaDe(c))
      if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304, { ETag: etag, 'Cache-Control': 'no-cache' })
      return new Response(texto, { headers: { 'Content-Type': 'application/json', ETag: etag, 'Cache-Control': 'no-cache' } })
    })
    .post('/consulta', comCodigo, body(chaveDeConsulta), async (c) =>
      c.json(await consultarComCodigo(platform, c.var.entidade, c.req.valid('json'), tentativaDe(c)), 200, noStore),
    )
    .post('/consulta/anexos/:id', arquivo, body(chaveDeConsulta), async (c) => {
      const { anexo, bytes } = await abrirAnexo(platform, c.var.entidade, c.req.valid('json'), c.req.param('id'), tentativaDe(c))
      return download(c, bytes, { name: anexo.nome, type: anexo.tipo, size: anexo.tamanho })
    })
    .post('/consulta/comprovante', pdf, body(chaveDeConsulta), async (c) => {
      const comprovante = await comprovanteDaConsulta(platform, c.var.entidade, c.req.valid('json'), tentativaDe(c))
      const bytes = await gerarComprovantePdf(platform, c.var.entidade, comprovante)
      return download(c, bytes, { name: nomeDoPdf(comprovante), type: 'application/pdf' })
    })
    .post('/consulta/codigo', novoCodigo, body(chaveDeConsulta), async (c) =>
      c.json(await trocarCodigo(platform, c.var.entidade, c.req.valid('json'), idempotencyKey(c), tentativaDe(c)), 200, noStore),
    )
    .post('/consulta/pendencias/:id/resposta', resposta, body(respostaComCodigo), async (c) => {
      const vez = { idempotencia: idempotencyKey(c), tentativa: tentativaDe(c) }
      return c.json(await responderComCodigo(platform, c.var.entidade, c.req.param('id'), c.req.valid('json'), vez), 201, noStore)
    })
    .post('/consulta/mensagens', mensagem, body(mensagemComCodigo), async (c) => {
      const vez = { idempotencia: idempotencyKey(c), tentativa: tentativaDe(c) }
      return c.json(await escreverComCodigo(platform, c.var.entidade, c.req.valid('json'), vez), 201, noStore)
    })
    .post('/consulta/mensagens/lidas', leitura, body(leituraComCodigo), async (c) =>
      c.json(await lerComCodigo(platform, c.var.entidade, c.req.valid('json'), tentativaDe(c)), 200, noStore),
    )
    .post('/consulta/avaliacao', avaliacao, body(avaliacaoComCodigo), async (c) =>
      c.json(await avaliarComCodigo(platform, c.var.entidade, c.req.valid('json'), tentativaDe(c)), 201, noStore),
    )
    .post('/consulta/recurso', recurso, body(recursoComCodigo), async (c) =>
      c.json(await recorrerComCodigo(platform, c.var.entidade, c.req.valid('json'), tentativaDe(c)), 201, noStore),
    )
    .post('/consulta/desistencia', desistencia, body(desistenciaComCodigo), async (c) =>
      c.json(await desistirComCodigo(platform, c.var.entidade, c.req.valid('json'), tentativaDe(c)), 201, noStore),
    )
    .post('/consulta/lembrete', lembrete, body(pedidoDeLembrete), async (c) => {
      await pedirLembrete(platform, c.var.entidade, c.req.valid('json').documento, tentativaDe(c))
      return c.json(aceito, 202, noStore)
    })
}

function procuraDe(c: Context): ProcuraPorNumero {
  const { url } = c.req
  const busca = new URLSearchParams(url.slice(url.indexOf('?') + 1))
  const numero = busca.get('numero') ?? ''
  if (busca.size === 1) return { numero }
  const [orgao, ano] = [busca.get('orgao'), busca.get('ano')]
  return { numero, ...(orgao && { orgao }), ...(ano && { ano }) }
}

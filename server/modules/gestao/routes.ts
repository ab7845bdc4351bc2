import { Hono } from 'hono'
import { atoDaGestao, protocoloDaGestao } from '../../contract/gestao.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { download } from '../../platform/http/download.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { gerarComprovantePdf, nomeDoPdf } from '../comprovantes/comprovantes.js'
import { type AmbienteDoOficial, oficial, recusasDoOficial } from '../lotacoes/guarda.js'
import { parametrosDaPosse as parameters } from '../sessoes/posse.js'
import * as exemplos from './exemplos.js'
import { abrirAnexoDaGestao, comprovanteDaGestao, praticar, verProtocoloDaGestao } from './gestao.js'

const tag = 'Gestão'
const recusas = [...recusasDoOficial, 'protocolo_nao_encontrado'] as const

const um = describe({
  summary: 'Mostra um processo a quem atende',
  description:
    'Inteiro, com o que é privado, a quem trabalha no setor que está com ele. Se não for sigiloso, também a quem trabalha em um setor por onde ele passou e a quem administra. Para os demais responde como um que não existe. `acoes` é o que a pessoa pode fazer agora.',
  tag,
  parameters: [...parameters, { name: 'If-None-Match', in: 'header', description: 'ETag de uma resposta anterior' }],
  responses: { 200: protocoloDaGestao, 304: { description: 'Nada mudou.' } },
  problems: recusas,
  example: exemplos.protocolo,
})

const arquivo = describe({
  summary: 'Baixa um arquivo de um processo, público ou privado',
  tag,
  parameters,
  responses: { 200: { description: 'O arquivo, para salvar.', media: 'application/octet-stream' } },
  problems: [...recusas, 'nao_encontrado'],
})

const pdf = describe({
  summary: 'Baixa o comprovante de um processo, em PDF',
  description: 'Sem o código de acesso, que só é mostrado na abertura ou quando é trocado.',
  tag,
  parameters,
  responses: { 200: { description: 'O comprovante.', media: 'application/pdf' } },
  problems: recusas,
})

const tramite = describe({
  summary: 'Faz algo com um processo',
  description:
    'Um ato, com a `versao` do processo que a pessoa leu. Se algo aconteceu desde então, responde `processo_mudou` e diz o quê em `mudancas`; se o ato não cabe agora, `acao_indisponivel` e o que cabe em `acoes`. Os arquivos são os enviados por PUT …/anexos. Sem corpo (204) quando o processo foi para onde a pessoa não o vê mais.',
  tag,
  parameters,
  responses: { 201: protocoloDaGestao, 204: { description: 'Feito; a pessoa não vê mais o processo.' } },
  problems: [...recusas, 'campos_invalidos', 'processo_mudou', 'acao_indisponivel', 'anexo_desconhecido', 'nao_encontrado'],
  example: exemplos.protocolo,
  requestExample: exemplos.ato,
})

/** What officials do with one protocolo. */
export function rotasDaGestao(platform: Platform) {
  const guarda = oficial(platform)
  return new Hono<AmbienteDoOficial>()
    .get('/gestao/protocolos/:id', um, guarda, async (c) => {
      const conhecida = c.req.header('If-None-Match')
      const { etag, protocolo } = await verProtocoloDaGestao(platform, c.var.entidade, c.var.oficial, c.req.param('id'), conhecida)
      return protocolo ? c.json(protocolo, 200, { ...noStore, ETag: etag }) : c.body(null, 304, { ...noStore, ETag: etag })
    })
    .get('/gestao/protocolos/:id/anexos/:anexo', arquivo, guarda, async (c) => {
      const { id, anexo: anexoId } = c.req.param()
      const { anexo, bytes } = await abrirAnexoDaGestao(platform, c.var.entidade, c.var.oficial, id, anexoId)
      return download(c, bytes, { name: anexo.nome, type: anexo.tipo, size: anexo.tamanho })
    })
    .get('/gestao/protocolos/:id/comprovante', pdf, guarda, async (c) => {
      const comprovante = await comprovanteDaGestao(platform, c.var.entidade, c.var.oficial, c.req.param('id'))
      return download(c, await gerarComprovantePdf(platform, c.var.entidade, comprovante), {
        name: nomeDoPdf(comprovante),
        type: 'application/pdf',
      })
    })
    .post('/gestao/protocolos/:id/tramites', tramite, guarda, body(atoDaGestao), async (c) => {
      const protocolo = await praticar(platform, c.var.entidade, c.var.oficial, c.req.param('id'), c.req.valid('json'))
      return protocolo ? c.json(protocolo, 201, noStore) : c.body(null, 204, noStore)
    })
}

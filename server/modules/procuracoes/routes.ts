import { Hono } from 'hono'
import { minhasProcuracoes, pedidoDeProcuracao, procuracaoSchema } from '../../contract/procuracoes.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { download } from '../../platform/http/download.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { parametrosDaPosse as parameters, recusasDaSessao } from '../sessoes/posse.js'
import * as exemplos from './exemplos.js'
import { abrirArquivo, decidirProcuracao, listarProcuracoes, pedirProcuracao } from './procuracoes.js'

const tag = 'Painel'
const problems = [...recusasDaSessao, 'nao_encontrado', 'acao_indisponivel'] as const

const lista = describe({
  summary: 'Lista as procurações da conta',
  description:
    'As em que ela age por alguém e as em que alguém age por ela, a mais nova primeiro. Para agir por alguém, mande a `id` de uma que esteja `emVigor` no cabeçalho `Protocolo-Procuracao` das rotas que o aceitam.',
  tag,
  parameters,
  responses: { 200: minhasProcuracoes },
  problems: recusasDaSessao,
  example: { porQuemAjo: [exemplos.aceita], quemAgePorMim: [] },
})

const pedido = describe({
  summary: 'Pede para agir em nome de outra pessoa ou empresa',
  description:
    'A conta com esse CPF ou CNPJ, se houver, é avisada e pode aceitar. Com o `anexo`, o documento assinado, o órgão também pode aprovar. `responder` e `recorrer_desistir` trazem `acompanhar`.',
  tag,
  parameters,
  responses: { 201: procuracaoSchema },
  problems: [...recusasDaSessao, 'campos_invalidos', 'anexo_desconhecido', 'acao_indisponivel', 'muitas_tentativas'],
  example: exemplos.pedida,
  requestExample: exemplos.pedido,
})

const aceite = describe({
  summary: 'Aceita que alguém aja em nome da conta',
  tag,
  parameters,
  responses: { 200: procuracaoSchema },
  problems,
  example: exemplos.aceita,
})

const recusa = describe({
  summary: 'Recusa que alguém aja em nome da conta',
  tag,
  parameters,
  responses: { 200: procuracaoSchema },
  problems,
  example: { ...exemplos.recusada, motivo: null },
})

const revogacao = describe({
  summary: 'Encerra uma procuração',
  description: 'De qualquer dos dois lados; vale na hora. Quem pediu desiste do pedido do mesmo jeito.',
  tag,
  parameters,
  responses: { 200: procuracaoSchema },
  problems,
  example: exemplos.revogada,
})

const arquivo = describe({
  summary: 'Baixa o documento assinado de uma procuração',
  tag,
  parameters,
  responses: { 200: { description: 'O arquivo, para salvar.', media: 'application/octet-stream' } },
  problems: [...recusasDaSessao, 'nao_encontrado'],
})

/** What the two sides of a procuracao do. */
export function rotasDeProcuracoes(platform: Platform) {
  const guarda = sessao(platform)
  const decidir = (decisao: Parameters<typeof decidirProcuracao>[4]) => (c: { var: AmbienteDaSessao['Variables'] }, id: string) =>
    decidirProcuracao(platform, c.var.entidade, c.var.sessao, id, decisao)
  const [aceitar, recusar, revogar] = [decidir('aceitar'), decidir('recusar'), decidir('revogar')]
  return new Hono<AmbienteDaSessao>()
    .get('/meus/procuracoes', lista, guarda, async (c) =>
      c.json(await listarProcuracoes(platform, c.var.entidade, c.var.sessao), 200, noStore),
    )
    .post('/meus/procuracoes', pedido, guarda, body(pedidoDeProcuracao), async (c) =>
      c.json(await pedirProcuracao(platform, c.var.entidade, c.var.sessao, c.req.valid('json')), 201, noStore),
    )
    .post('/meus/procuracoes/:id/aceite', aceite, guarda, async (c) => c.json(await aceitar(c, c.req.param('id')), 200, noStore))
    .post('/meus/procuracoes/:id/recusa', recusa, guarda, async (c) => c.json(await recusar(c, c.req.param('id')), 200, noStore))
    .delete('/meus/procuracoes/:id', revogacao, guarda, async (c) => c.json(await revogar(c, c.req.param('id')), 200, noStore))
    .get('/meus/procuracoes/:id/arquivo', arquivo, guarda, async (c) => {
      const { arquivo: achado, bytes } = await abrirArquivo(platform, c.var.entidade, c.var.sessao, c.req.param('id'))
      return download(c, bytes, { name: achado.nome, type: achado.tipo, size: achado.tamanho })
    })
}

import { Hono } from 'hono'
import {
  filtroDeProcuracoes,
  minhasProcuracoes,
  motivoDaProcuracao,
  paginaDeProcuracoes,
  pedidoDeProcuracao,
  procuracaoSchema,
} from '../../contract/procuracoes.js'
import { body, query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { download } from '../../platform/http/download.js'
import { noStore } from '../../platform/http/headers.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDoOficial, oficial, recusasDoOficial } from '../lotacoes/guarda.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { parametrosDaPosse as parameters, recusasDaSessao } from '../sessoes/posse.js'
import type { Oficial } from '../tramitacao/tramitacao.js'
import * as exemplos from './exemplos.js'
import { abrirArquivo, decidirProcuracao, listarDaEntidade, listarProcuracoes, pedirProcuracao, type QuemDecide } from './procuracoes.js'

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

const daGestao = [...recusasDoOficial, 'nao_encontrado', 'acao_indisponivel'] as const

const listaDaGestao = describe({
  summary: 'Lista as procurações da entidade',
  description: 'A mais nova primeiro, 25 por página. Para gestores e administradores.',
  tag: 'Gestão',
  parameters,
  responses: { 200: paginaDeProcuracoes },
  problems: [...recusasDoOficial, 'campos_invalidos'],
  example: { procuracoes: [{ ...exemplos.pedida, temArquivo: true, acoes: ['aprovar', 'recusar'] }], proximo: null },
})

const aprovacao = describe({
  summary: 'Aprova uma procuração pelo documento assinado',
  description: 'Só com o documento assinado. Os dois lados são avisados. Ninguém decide a procuração em que é parte.',
  tag: 'Gestão',
  parameters,
  responses: { 200: procuracaoSchema },
  problems: daGestao,
  example: { ...exemplos.aprovada, acoes: ['revogar'] },
})

const recusaDaGestao = describe({
  summary: 'Recusa uma procuração, com o motivo',
  tag: 'Gestão',
  parameters,
  responses: { 200: procuracaoSchema },
  problems: [...daGestao, 'campos_invalidos'],
  example: exemplos.recusada,
  requestExample: { motivo: exemplos.recusada.motivo },
})

const revogacaoDaGestao = describe({
  summary: 'Encerra uma procuração, com o motivo',
  tag: 'Gestão',
  parameters,
  responses: { 200: procuracaoSchema },
  problems: [...daGestao, 'campos_invalidos'],
  example: { ...exemplos.revogada, revogadaPor: 'orgao', motivo: 'A empresa avisou que o mandato terminou.' },
  requestExample: { motivo: 'A empresa avisou que o mandato terminou.' },
})

const arquivoDaGestao = describe({
  summary: 'Baixa o documento assinado de uma procuração da entidade',
  tag: 'Gestão',
  parameters,
  responses: { 200: { description: 'O arquivo, para salvar.', media: 'application/octet-stream' } },
  problems: [...recusasDoOficial, 'nao_encontrado'],
})

/** What gestores and administradores do about the procuracoes of their entidade. */
export function rotasDasProcuracoesDaEntidade(platform: Platform) {
  const guarda = oficial(platform)
  return new Hono<AmbienteDoOficial>()
    .get('/gestao/procuracoes', listaDaGestao, guarda, query(filtroDeProcuracoes), async (c) =>
      c.json(await listarDaEntidade(platform, c.var.entidade, queCuida(c.var.oficial).contaId, c.req.valid('query')), 200, noStore),
    )
    .get('/gestao/procuracoes/:id/arquivo', arquivoDaGestao, guarda, async (c) => {
      const { arquivo: achado, bytes } = await abrirArquivo(platform, c.var.entidade, queCuida(c.var.oficial), c.req.param('id'))
      return download(c, bytes, { name: achado.nome, type: achado.tipo, size: achado.tamanho })
    })
    .post('/gestao/procuracoes/:id/aprovacao', aprovacao, guarda, async (c) =>
      c.json(await decidirProcuracao(platform, c.var.entidade, queCuida(c.var.oficial), c.req.param('id'), 'aprovar'), 200, noStore),
    )
    .post('/gestao/procuracoes/:id/recusa', recusaDaGestao, guarda, body(motivoDaProcuracao), async (c) => {
      const { motivo } = c.req.valid('json')
      return c.json(
        await decidirProcuracao(platform, c.var.entidade, queCuida(c.var.oficial), c.req.param('id'), 'recusar', motivo),
        200,
        noStore,
      )
    })
    .post('/gestao/procuracoes/:id/revogacao', revogacaoDaGestao, guarda, body(motivoDaProcuracao), async (c) => {
      const { motivo } = c.req.valid('json')
      return c.json(
        await decidirProcuracao(platform, c.var.entidade, queCuida(c.var.oficial), c.req.param('id'), 'revogar', motivo),
        200,
        noStore,
      )
    })
}

/** @throws sem_lotacao for an atendente: who acts for whom is for gestores and administradores to judge. */
function queCuida({ contaId, lotacoes, deOnde }: Oficial): QuemDecide {
  if (lotacoes.some(({ papel }) => papel !== 'atendente')) return { contaId, comoOrgao: true, deOnde }
  throw new ProblemError('sem_lotacao', { detail: 'As procurações são cuidadas por gestores e administradores. Fale com um deles.' })
}

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

import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import {
  alvoDaLotacao,
  chaveCriada,
  chavesDeApi,
  indisponibilidadeRegistrada,
  indisponibilidadesListadas,
  lotacoesListadas,
  novaIndisponibilidade,
  novaLotacao,
  pedidoDeChave,
  pessoaDaLotacao,
  resultadoDaImportacao,
  tipoDoArquivo,
  tiposListados,
} from '../../contract/administracao.js'
import { arquivoDeEntidade } from '../../contract/entidade.js'
import { body, readJson } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { Autor } from '../auditoria/auditoria.js'
import { criarChave, listarChaves, revogarChave } from '../chaves/chaves.js'
import { administrador, recusasDoAdministrador } from '../lotacoes/administrador.js'
import type { AmbienteDoOficial } from '../lotacoes/guarda.js'
import { listarLotacoes } from '../lotacoes/lotacoes.js'
import { type Indisponibilidade, listarIndisponibilidades, registrarIndisponibilidade } from '../prazos/prazos.js'
import { exigirConfirmacao } from '../reautenticacao/reautenticacao.js'
import { confirmacaoDe, parametroDaConfirmacao, parametrosDaPosse } from '../sessoes/posse.js'
import * as arquivos from './arquivo.js'
import * as exemplos from './exemplos.js'
import { deslotar, lotar } from './pessoas.js'

const tag = 'Gestão'
const ifMatch = { name: 'If-Match', in: 'header', description: 'O `ETag` do que foi lido antes de mudar', example: '"7"' } as const
const comVersao = [...parametrosDaPosse, ifMatch] as const
const comConfirmacao = [...parametrosDaPosse, parametroDaConfirmacao] as const
const recusasDaMudanca = [...recusasDoAdministrador, 'arquivo_mudou', 'campos_invalidos', 'corpo_grande'] as const

const verArquivo = describe({
  summary: 'Lê o arquivo da entidade',
  description: 'O mesmo JSON de `npx protocolo entidade exportar`. O `ETag` é a versão dele.',
  tag,
  parameters: parametrosDaPosse,
  responses: { 200: arquivoDeEntidade },
  problems: recusasDoAdministrador,
  example: exemplos.arquivo,
})

const gravarArquivo = describe({
  summary: 'Troca o arquivo da entidade',
  description:
    'Como `npx protocolo entidade importar`: diz o que mudou e recusa o que deixaria órfão. Com `?simular=1` nada é gravado e as recusas vêm em `problemas`; sem isso pede `If-Match` e uma confirmação para a operação `administracao`.',
  tag,
  parameters: [...comConfirmacao, ifMatch, { name: 'simular', in: 'query', description: '1 para só ver o que mudaria', example: '1' }],
  requestMedia: 'application/json',
  responses: { 200: resultadoDaImportacao },
  problems: [...recusasDaMudanca, 'json_malformado', 'confirmacao_necessaria'],
  example: exemplos.importado,
  requestExample: exemplos.arquivo,
})

const verTipos = describe({
  summary: 'Lista os serviços',
  description: 'Uma linha de cada, os fechados também, com a versão em vigor.',
  tag,
  parameters: parametrosDaPosse,
  responses: { 200: tiposListados },
  problems: recusasDoAdministrador,
  example: exemplos.tipos,
})

const verTipo = describe({
  summary: 'Lê um serviço como está no arquivo',
  description: 'Os fechados também. O `ETag` é a versão do serviço.',
  tag,
  parameters: parametrosDaPosse,
  responses: { 200: tipoDoArquivo },
  problems: [...recusasDoAdministrador, 'tipo_desconhecido'],
  example: exemplos.tipoDoArquivo,
})

const gravarTipo = describe({
  summary: 'Cria ou muda um serviço',
  description:
    'O serviço como no arquivo. O que muda ganha uma versão nova; os processos abertos ficam com a deles. `If-Match` traz a versão do serviço que foi lida; um serviço novo vai sem ele.',
  tag,
  parameters: comVersao,
  requestMedia: 'application/json',
  responses: { 200: resultadoDaImportacao },
  problems: [...recusasDaMudanca, 'json_malformado'],
  example: exemplos.importado,
  requestExample: exemplos.tipoDoArquivo.tipo,
})

const fecharTipo = describe({
  summary: 'Fecha um serviço',
  description: 'Ele não recebe mais pedidos, e os que já tem seguem. Para reabrir, grave-o sem `fechado`.',
  tag,
  parameters: comVersao,
  responses: { 200: resultadoDaImportacao },
  problems: [...recusasDoAdministrador, 'tipo_desconhecido', 'arquivo_mudou'],
  example: exemplos.importado,
})

const gravarCalendario = describe({
  summary: 'Muda o calendário',
  description: 'O calendário como no arquivo. `If-Match` traz a versão do arquivo.',
  tag,
  parameters: comVersao,
  requestMedia: 'application/json',
  responses: { 200: resultadoDaImportacao },
  problems: [...recusasDaMudanca, 'json_malformado'],
  example: exemplos.importado,
  requestExample: exemplos.calendario,
})

const gravarUnidade = describe({
  summary: 'Cria ou muda um setor',
  description: 'O setor como no arquivo, e a sigla do `orgao`. `If-Match` traz a versão do arquivo.',
  tag,
  parameters: comVersao,
  requestMedia: 'application/json',
  responses: { 200: resultadoDaImportacao },
  problems: [...recusasDaMudanca, 'json_malformado'],
  example: exemplos.importado,
  requestExample: exemplos.unidade,
})

const verLotacoes = describe({
  summary: 'Lista quem trabalha na entidade',
  tag,
  parameters: parametrosDaPosse,
  responses: { 200: lotacoesListadas },
  problems: recusasDoAdministrador,
  example: exemplos.lotacoes,
})

const darLotacao = describe({
  summary: 'Põe uma pessoa para trabalhar em um setor',
  description: 'Pelo CPF ou CNPJ da conta. Se já trabalha nele, muda a função. Pede uma confirmação para a operação `administracao`.',
  tag,
  parameters: comConfirmacao,
  responses: { 200: pessoaDaLotacao },
  problems: [...recusasDoAdministrador, 'campos_invalidos', 'confirmacao_necessaria'],
  example: { nome: 'Gestora Exemplo' },
  requestExample: exemplos.novaLotacao,
})

const tirarLotacao = describe({
  summary: 'Tira uma pessoa de um setor',
  description: 'Não tira a última pessoa que administra. Pede uma confirmação para a operação `administracao`.',
  tag,
  parameters: comConfirmacao,
  responses: { 200: pessoaDaLotacao },
  problems: [...recusasDoAdministrador, 'campos_invalidos', 'confirmacao_necessaria'],
  example: { nome: 'Gestora Exemplo' },
  requestExample: { documento: '200.300.400-94', unidade: 'obras' },
})

const verChaves = describe({
  summary: 'Lista as chaves de API',
  description: 'As revogadas também. As chaves não são guardadas: só o começo de cada uma.',
  tag,
  parameters: parametrosDaPosse,
  responses: { 200: chavesDeApi },
  problems: recusasDoAdministrador,
  example: { chaves: [exemplos.chave] },
})

const novaChave = describe({
  summary: 'Cria uma chave de API',
  description:
    'Para outro programa ler, com `Authorization: Bearer`, os indicadores ou o que o número de um protocolo mostra. Só aparece nesta resposta. Pede uma confirmação para a operação `administracao`.',
  tag,
  parameters: comConfirmacao,
  responses: { 201: chaveCriada },
  problems: [...recusasDoAdministrador, 'confirmacao_necessaria'],
  example: { ...exemplos.chave, chave: 'protocolo_Qx7Lp2m5R6s9ZcAbDfGhIjKlMq0b1J1oQ4pWn7yYt3e' },
  requestExample: { nome: 'Painel da prefeitura', escopos: ['indicadores'] },
})

const revogar = describe({
  summary: 'Revoga uma chave de API',
  description: 'Ela deixa de valer na hora.',
  tag,
  parameters: parametrosDaPosse,
  responses: { 204: { description: 'Revogada.' } },
  problems: [...recusasDoAdministrador, 'nao_encontrado'],
})

const verIndisponibilidades = describe({
  summary: 'Lista quando o sistema esteve fora do ar',
  tag,
  parameters: parametrosDaPosse,
  responses: { 200: indisponibilidadesListadas },
  problems: recusasDoAdministrador,
  example: { indisponibilidades: [exemplos.indisponibilidade] },
})

const novaQueda = describe({
  summary: 'Registra que o sistema esteve fora do ar',
  description: 'Os prazos que terminam nesses dias passam para o próximo dia útil (Lei 11.419, art. 10, § 2º). Não pode ser desfeito.',
  tag,
  parameters: parametrosDaPosse,
  responses: { 201: indisponibilidadeRegistrada },
  problems: [...recusasDoAdministrador, 'campos_invalidos'],
  example: exemplos.indisponibilidade,
  requestExample: exemplos.novaIndisponibilidade,
})

/** Bytes of an entidade's file. */
const maiorArquivo = 4 * 1024 * 1024

export function rotasDaAdministracao(platform: Platform) {
  const raiz = '/gestao/administracao'
  const guarda = administrador(platform)
  const autor = ({ var: { oficial } }: Context<AmbienteDoOficial>): Autor => ({ quem: oficial.contaId, deOnde: oficial.deOnde })
  const confirmado = (c: Context<AmbienteDoOficial>): Autor => ({
    ...autor(c),
    conferir: (sql) => exigirConfirmacao(platform, c.var.sessao, 'administracao', confirmacaoDe(c), sql),
  })
  const mudanca = (c: Context<AmbienteDoOficial>) => ({ autor: autor(c), versao: versaoDe(c) })
  const entrada = (c: Context) => readJson(c, { most: maiorArquivo })

  return new Hono<AmbienteDoOficial>()
    .get(`${raiz}/arquivo`, verArquivo, guarda, async (c) => {
      const { arquivo, versao } = await arquivos.verArquivo(platform, c.var.entidade)
      return c.json(arquivo, 200, { ...noStore, ETag: `"${versao}"` })
    })
    .put(`${raiz}/arquivo`, gravarArquivo, guarda, async (c) => {
      const arquivo = await entrada(c)
      if (c.req.query('simular') === '1') return c.json(await arquivos.simularImportacao(platform, c.var.entidade, arquivo), 200, noStore)
      return c.json(
        await arquivos.importarArquivo(platform, c.var.entidade, arquivo, { ...mudanca(c), autor: confirmado(c) }),
        200,
        noStore,
      )
    })
    .get(`${raiz}/tipos`, verTipos, guarda, async (c) => c.json(await arquivos.listarTipos(platform, c.var.entidade), 200, noStore))
    .get(`${raiz}/tipos/:codigo`, verTipo, guarda, async (c) => {
      const tipo = await arquivos.verTipo(platform, c.var.entidade, c.req.param('codigo'))
      return c.json(tipo, 200, { ...noStore, ETag: `"${tipo.versao}"` })
    })
    .put(`${raiz}/tipos/:codigo`, gravarTipo, guarda, async (c) => {
      const feito = await arquivos.gravarTipo(platform, c.var.entidade, c.req.param('codigo'), await entrada(c), mudanca(c))
      return c.json(feito, 200, noStore)
    })
    .delete(`${raiz}/tipos/:codigo`, fecharTipo, guarda, async (c) =>
      c.json(await arquivos.fecharTipo(platform, c.var.entidade, c.req.param('codigo'), mudanca(c)), 200, noStore),
    )
    .put(`${raiz}/calendario`, gravarCalendario, guarda, async (c) =>
      c.json(await arquivos.gravarCalendario(platform, c.var.entidade, await entrada(c), mudanca(c)), 200, noStore),
    )
    .put(`${raiz}/unidades/:codigo`, gravarUnidade, guarda, async (c) => {
      const feito = await arquivos.gravarUnidade(platform, c.var.entidade, c.req.param('codigo'), await entrada(c), mudanca(c))
      return c.json(feito, 200, noStore)
    })
    .get(`${raiz}/lotacoes`, verLotacoes, guarda, async (c) =>
      c.json({ lotacoes: await listarLotacoes(platform, c.var.entidade) }, 200, noStore),
    )
    .put(`${raiz}/lotacoes`, darLotacao, guarda, body(novaLotacao), async (c) => {
      return c.json(await lotar(platform, c.var.entidade, confirmado(c), c.req.valid('json')), 200, noStore)
    })
    .delete(`${raiz}/lotacoes`, tirarLotacao, guarda, body(alvoDaLotacao), async (c) => {
      return c.json(await deslotar(platform, c.var.entidade, confirmado(c), c.req.valid('json')), 200, noStore)
    })
    .get(`${raiz}/chaves`, verChaves, guarda, async (c) => c.json({ chaves: await listarChaves(platform, c.var.entidade) }, 200, noStore))
    .post(`${raiz}/chaves`, novaChave, guarda, body(pedidoDeChave), async (c) => {
      return c.json(await criarChave(platform, c.var.entidade, confirmado(c), c.req.valid('json')), 201, noStore)
    })
    .delete(`${raiz}/chaves/:id`, revogar, guarda, async (c) => {
      await revogarChave(platform, c.var.entidade, autor(c), c.req.param('id'))
      return c.body(null, 204)
    })
    .get(`${raiz}/indisponibilidades`, verIndisponibilidades, guarda, async (c) => {
      const indisponibilidades = (await listarIndisponibilidades(platform, c.var.entidade)).map(escrita)
      return c.json({ indisponibilidades }, 200, noStore)
    })
    .post(`${raiz}/indisponibilidades`, novaQueda, guarda, body(novaIndisponibilidade), async (c) => {
      const { de, ate, motivo } = c.req.valid('json')
      const nova = { de: new Date(de), ate: new Date(ate), motivo, quem: c.var.oficial.contaId }
      return c.json(escrita(await registrarIndisponibilidade(platform, c.var.entidade, nova)), 201, noStore)
    })
}

function escrita({ de, ate, ...resto }: Indisponibilidade) {
  return { ...resto, de: de.toISOString(), ate: ate.toISOString() }
}

const etag = v.pipe(v.string(), v.regex(/^(W\/)?"\d{1,9}"$/))

/** @throws arquivo_mudou for an `If-Match` that no reply of ours could have told. */
function versaoDe(c: Context): number | undefined {
  const texto = c.req.header('If-Match')
  if (texto === undefined) return undefined
  if (!v.is(etag, texto)) throw new ProblemError('arquivo_mudou')
  return Number(texto.replace(/\D/g, ''))
}

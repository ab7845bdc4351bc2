import type { Readable } from 'node:stream'
import type {
  FiltroDeProcuracoes,
  MinhasProcuracoes,
  PaginaDeProcuracoes,
  PedidoDeProcuracao,
  Procuracao,
} from '../../contract/procuracoes.js'
import { lerMotivo } from '../../domain/conversa.js'
import { diaEm } from '../../domain/prazo.js'
import { type Decisao, decisoesDe, type Estado, emVigor, estadoDe, lerPedido, type Parte } from '../../domain/procuracao.js'
import type { Sql } from '../../platform/database.js'
import { pageOf, placeAfter } from '../../platform/http/cursor.js'
import { ProblemError } from '../../platform/http/problem.js'
import { countOne } from '../../platform/http/rate.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { chaveDoConteudo } from '../anexos/anexos.js'
import { auditar, type DeOnde } from '../auditoria/auditoria.js'
import { ConteudoAusente } from '../consulta/documentos.js'
import { comoChamar, contaDaSessao } from '../contas/contas.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarProcuracao } from '../notificacoes/procuracoes.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

/** What a conta may ask for in an hour, and have waiting at once: each tells somebody by e-mail. */
const porHora = 10
const maisEsperando = 20
const porPagina = 25

/**
 * Asks to act for another CPF or CNPJ, whose conta is told, if there is one: who asks does not learn whether there is.
 * @throws campos_invalidos, anexo_desconhecido, muitas_tentativas.
 */
export async function pedirProcuracao(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  { anexo, ...informado }: PedidoDeProcuracao,
): Promise<Procuracao> {
  const conta = await contaDaSessao(platform, sessao)
  const { id: contaId, documento } = conta
  const hoje = hojeEm(platform, entidade)
  const lido = lerPedido(informado, documento, hoje)
  if ('erros' in lido) throw new ProblemError('campos_invalidos', { campos: lido.erros })
  countOne(platform, `procuracoes ${contaId}`, { most: porHora })
  const { documento: outorganteDocumento, nome: outorganteNome, ...pedido } = lido.valor
  const id = platform.random.id()
  return platform.db.transaction(async (sql) => {
    if ((await queries.esperando(sql, entidade.id, contaId, hoje)) >= maisEsperando) throw muitasEsperando()
    const procurador = { id: contaId, documento, nome: comoChamar(conta) }
    const pedidaEm = platform.clock.now()
    await queries.inserir(sql, entidade.id, { id, outorganteDocumento, outorganteNome, procurador, pedidaEm, ...pedido })
    if (anexo) await guardarArquivo(platform, sql, entidade, id, anexo)
    await auditar(platform, sql, entidade.id, {
      quem: contaId,
      acao: 'procuracao.pedir',
      dados: { procuracao: id, poderes: pedido.poderes },
    })
    await avisarConta(platform, sql, entidade, outorganteDocumento, 'procuracao-pedida')
    return paraLer(platform, entidade, await exigirLinha(sql, entidade, id), 'procurador', conta)
  })
}

function muitasEsperando(): ProblemError {
  return new ProblemError('acao_indisponivel', {
    detail: `Você já tem ${maisEsperando} procurações à espera de resposta. Aguarde ou desista de alguma.`,
  })
}

async function guardarArquivo(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  procuracaoId: string,
  de: { id: string; sha256: string },
): Promise<void> {
  if (await queries.guardarArquivo(sql, entidade.id, { procuracaoId, anexoId: platform.random.id(), de })) return
  throw new ProblemError('anexo_desconhecido', {
    campos: [{ caminho: 'anexo', mensagem: 'Não encontramos este arquivo. Envie-o de novo.' }],
  })
}

/** In which the conta stands on either side. */
export async function listarProcuracoes(platform: Platform, entidade: EntidadeAberta, sessao: Sessao): Promise<MinhasProcuracoes> {
  const conta = await contaDaSessao(platform, sessao)
  const { id: contaId, documento } = conta
  const linhas = await queries.daConta(platform.db.sql, entidade.id, { contaId, documento })
  const desta = (parte: Parte) => (linha: queries.Linha) => paraLer(platform, entidade, linha, parte, conta)
  return {
    porQuemAjo: linhas.filter(({ procuradorId }) => procuradorId === contaId).map(desta('procurador')),
    quemAgePorMim: linhas.filter(({ outorganteDocumento }) => outorganteDocumento === documento).map(desta('outorgante')),
  }
}

/** Those of an entidade, newest first, for its officials. @throws campos_invalidos. */
export async function listarDaEntidade(
  platform: Platform,
  entidade: EntidadeAberta,
  contaId: string,
  { estado, depois }: FiltroDeProcuracoes,
): Promise<PaginaDeProcuracoes> {
  if (estado && estado !== 'pedida') {
    throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'estado', mensagem: 'Use `pedida`, ou nada para ver todas.' }] })
  }
  const conta = await contaDaSessao(platform, { contaId })
  const linhas = await queries.todas(platform.db.sql, entidade.id, {
    ...(estado === 'pedida' && { estado }),
    hoje: hojeEm(platform, entidade),
    depois: placeAfter(contaId, depois),
    limite: porPagina + 1,
  })
  const { rows, next } = pageOf(contaId, linhas, porPagina, ({ posicao, id }) => [posicao, id])
  return { procuracoes: rows.map((linha) => paraLer(platform, entidade, linha, 'orgao', conta)), proximo: next }
}

/** Who decides, as what. An official's right to has been checked. */
export interface QuemDecide {
  contaId: string
  comoOrgao?: boolean
  /** Of an official. */
  deOnde?: DeOnde | undefined
}

/**
 * Accepts, approves, refuses or ends a procuracao, whose other side is told by e-mail.
 * @param motivo of an official who refuses or ends one.
 * @throws nao_encontrado when who decides stands on neither side; acao_indisponivel; campos_invalidos when an official gives no reason.
 */
export async function decidirProcuracao(
  platform: Platform,
  entidade: EntidadeAberta,
  quem: QuemDecide,
  id: string,
  decisao: Decisao,
  motivo?: string,
): Promise<Procuracao> {
  const lido = motivo === undefined ? undefined : exigirMotivo(motivo)
  const conta = await contaDaSessao(platform, quem)
  return platform.db.transaction(async (sql) => {
    const linha = isId(id) ? await queries.travar(sql, entidade.id, id, 'mudar') : undefined
    const parte = linha && parteDe(linha, conta, quem)
    if (!linha || !parte) throw naoEncontrada()
    const estado = estadoDe(linha, hojeEm(platform, entidade))
    if (!decisoesNa(linha, parte, estado, conta).includes(decisao)) {
      throw new ProblemError('acao_indisponivel', { detail: 'Esta procuração mudou. Recarregue a página para ver como ela está.' })
    }
    const em = platform.clock.now()
    if (decisao === 'revogar') await queries.revogar(sql, entidade.id, id, { em, por: parte, ...(lido && { motivo: lido }) })
    else {
      const nome = decisao === 'aceitar' ? { nome: comoChamar(conta) } : {}
      await queries.decidir(sql, entidade.id, id, {
        decisao: participios[decisao],
        em,
        por: quem.contaId,
        ...nome,
        ...(lido && { motivo: lido }),
      })
    }
    await auditar(platform, sql, entidade.id, {
      quem: quem.contaId,
      ...(quem.comoOrgao && { deOnde: quem.deOnde }),
      acao: `procuracao.${decisao}`,
      dados: { procuracao: id, como: parte },
    })
    await avisarOutros(platform, sql, entidade, linha, parte, decisao)
    return paraLer(platform, entidade, await exigirLinha(sql, entidade, id), parte, conta)
  })
}

const participios = { aceitar: 'aceita', aprovar: 'aprovada', recusar: 'recusada' } as const

function exigirMotivo(texto: string): string {
  const lido = lerMotivo(texto)
  if ('valor' in lido) return lido.valor
  throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'motivo', ...lido }] })
}

interface ContaNaProcuracao {
  id: string
  documento: string
}

function parteDe(
  { outorganteDocumento, procuradorId }: queries.Linha,
  { id, documento }: ContaNaProcuracao,
  { comoOrgao }: Pick<QuemDecide, 'comoOrgao'>,
): Parte | undefined {
  if (comoOrgao) return 'orgao'
  if (procuradorId === id) return 'procurador'
  return outorganteDocumento === documento ? 'outorgante' : undefined
}

/** An official decides nothing of what they stand in themselves: another one does. */
function decisoesNa(linha: queries.Linha, parte: Parte, estado: Estado, conta: ContaNaProcuracao): Decisao[] {
  const emCausaPropria = parte === 'orgao' && parteDe(linha, conta, {}) !== undefined
  return emCausaPropria ? [] : decisoesDe(parte, estado, linha.temArquivo)
}

/** Both sides are told of what somebody else did. */
async function avisarOutros(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  linha: queries.Linha,
  parte: Parte,
  decisao: Decisao,
): Promise<void> {
  const especie = decisao === 'revogar' ? 'procuracao-encerrada' : decisao === 'recusar' ? 'procuracao-recusada' : 'procuracao-aceita'
  if (parte !== 'procurador') await avisarConta(platform, sql, entidade, linha.procuradorDocumento, especie)
  if (parte !== 'outorgante') await avisarConta(platform, sql, entidade, linha.outorganteDocumento, especie)
}

async function avisarConta(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  documento: string,
  especie: Parameters<typeof avisarProcuracao>[3]['especie'],
): Promise<void> {
  const conta = await queries.contaDo(sql, documento)
  if (conta?.email) await avisarProcuracao(platform, sql, entidade, { especie, para: conta.email })
}

/** The signed instrument. @throws nao_encontrado, ConteudoAusente. */
export async function abrirArquivo(
  platform: Platform,
  entidade: EntidadeAberta,
  quem: QuemDecide,
  id: string,
): Promise<{ arquivo: queries.Arquivo; bytes: Readable }> {
  const { sql } = platform.db
  const conta = await contaDaSessao(platform, quem)
  const linha = isId(id) ? await queries.porId(sql, entidade.id, id) : undefined
  const arquivo = linha && parteDe(linha, conta, quem) ? await queries.arquivo(sql, entidade.id, id) : undefined
  if (!arquivo) throw naoEncontrada()
  const bytes = await platform.storage.open(chaveDoConteudo(entidade.id, arquivo.sha256))
  if (!bytes) throw new ConteudoAusente(`the file of procuracao ${id} is missing from storage`)
  return { arquivo, bytes }
}

/** Ends all in which a conta that is being deleted stands, in the transaction of `sql`. */
export async function encerrarDaConta({ clock }: Platform, sql: Sql, conta: { id: string; documento: string }): Promise<void> {
  await queries.encerrarDaConta(sql, { contaId: conta.id, documento: conta.documento }, clock.now())
}

function hojeEm({ clock }: Platform, { arquivo }: EntidadeAberta): string {
  return diaEm(arquivo.fuso, clock.now())
}

async function exigirLinha(sql: Sql, entidade: EntidadeAberta, id: string): Promise<queries.Linha> {
  const linha = await queries.porId(sql, entidade.id, id)
  if (!linha) throw new Error('a procuracao that was just written is gone')
  return linha
}

function naoEncontrada(): ProblemError {
  return new ProblemError('nao_encontrado', { detail: 'Não encontramos esta procuração.' })
}

function paraLer(platform: Platform, entidade: EntidadeAberta, linha: queries.Linha, parte: Parte, conta: ContaNaProcuracao): Procuracao {
  const hoje = hojeEm(platform, entidade)
  const estado = estadoDe(linha, hoje)
  const { id, poderes, de, ate, temArquivo, motivo } = linha
  return {
    id,
    outorgante: { documento: linha.outorganteDocumento, nome: linha.outorganteNome },
    procurador: { documento: linha.procuradorDocumento, nome: linha.procuradorNome },
    poderes,
    de,
    ate,
    temArquivo,
    estado,
    emVigor: emVigor(linha, hoje),
    pedidaEm: linha.pedidaEm.toISOString(),
    decididaEm: linha.decididaEm?.toISOString() ?? null,
    revogadaEm: linha.revogadaEm?.toISOString() ?? null,
    revogadaPor: linha.revogadaPor,
    motivo,
    acoes: decisoesNa(linha, parte, estado, conta),
  }
}

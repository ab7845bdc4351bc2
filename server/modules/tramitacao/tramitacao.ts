import type { EspecieDeTramite } from '../../contract/especies.js'
import { type Acao, acoesDe, type Fatos } from '../../domain/permissoes.js'
import { acoesComPoderes } from '../../domain/procuracao.js'
import { emAberto, podeMudar, type Situacao } from '../../domain/situacao.js'
import { aparece, type Visibilidade } from '../../domain/visibilidade.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarAndamento } from '../notificacoes/andamento.js'
import { alcanca, type EmVigor, exigirProcuracao } from '../procuracoes/representacao.js'
import { type Ator, marcaDoAtor, posicoesDe, quemAgiu, temNasMaos } from './ator.js'
import { type FatosDatados, fatosDe } from './fatos.js'
import * as queries from './queries.js'

export type { Ator, Lotacao, Oficial } from './ator.js'
export type { Colunas } from './queries.js'

/** A protocolo as it stands, and what may be done with it. */
export interface Alvo extends queries.Linha {
  fatos: Fatos
  /** Of whoever asks. */
  acoes: Acao[]
}

/** One tramite, and what changes with it. */
export interface Passo {
  /** Of the tramite, where what `decidir` writes refers to it. */
  id?: string
  especie: EspecieDeTramite
  /** Where it leads; what follows from that (resultado, dates) is set or cleared with it. */
  situacao?: Situacao
  colunas?: Omit<queries.Colunas, 'situacao'>
  texto?: string | null
  /** Of the text: `publico` unless told. */
  visibilidade?: Visibilidade
  /** Files that were sent and belong to nothing yet. */
  anexos?: readonly queries.AnexoDoTramite[]
  /** As the text's, unless told. */
  visibilidadeAnexos?: Visibilidade
  destinoId?: string
  /** By when it is to be back. */
  prazo?: Date
  /** What else the especie tells; officials read it. */
  dados?: object
}

/** What was done. */
export interface Feito {
  protocoloId: string
  versao: number
  situacao: Situacao
  /** Ids, in the order of the steps. */
  tramites: string[]
}

interface Pedido {
  ator: Ator
  protocoloId: string
  acao: Acao
  /** That whoever acts has read; without it, whatever happened meanwhile is taken as known. */
  versao?: number
}

type Decidir = (sql: Sql, alvo: Alvo) => Passo | Passo[] | Promise<Passo | Passo[]>

/**
 * Does something to a protocolo: the one way to change where it stands. Holds it, checks who acts and whether they may now, asks `decidir`
 * what that is, and writes it all, with its audit entry and the notices owed, in one transaction.
 * @param decidir is given the transaction and what was found; it may write what belongs to the act, and throw to undo everything.
 * @throws protocolo_nao_encontrado when the actor does not see it; processo_mudou with `mudancas` when something happened after `versao`;
 *   campos_invalidos when there is no such `versao` yet; acao_indisponivel with the `acoes` there are; anexo_desconhecido.
 */
export function tramitar(platform: Platform, entidade: EntidadeAberta, pedido: Pedido, decidir: Decidir): Promise<Feito> {
  return platform.db.transaction((sql) => tramitarEm(platform, sql, entidade, pedido, decidir))
}

/** The same in the transaction of `sql`, for what has to happen together with something else. @throws as {@link tramitar}. */
export async function tramitarEm(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  { ator, protocoloId, acao, versao }: Pedido,
  decidir: Decidir,
): Promise<Feito> {
  const alvo = await travarAlvo(platform, sql, entidade, ator, protocoloId)
  if (versao !== undefined) await exigirAtual(sql, entidade, ator, alvo, versao)
  if (!alvo.acoes.includes(acao)) throw indisponivel(alvo)
  const decidido = await decidir(sql, alvo)
  const passos = Array.isArray(decidido) ? decidido : [decidido]
  return gravar(platform, sql, entidade, { ator, acao, alvo, passos })
}

/**
 * A protocolo that an actor sees, and what they may do with it.
 * @throws protocolo_nao_encontrado for what they do not see as for what never was.
 */
export async function verAlvo(platform: Platform, entidade: EntidadeAberta, ator: Ator, protocoloId: string): Promise<Alvo> {
  const { sql } = platform.db
  const linha = isId(protocoloId) ? await queries.ler(sql, entidade.id, protocoloId) : undefined
  return exigirVisto(platform, sql, entidade, ator, linha)
}

/** The same, held until the transaction of `sql` ends, for what is written of a protocolo without changing where it stands. */
export async function travarAlvo(platform: Platform, sql: Sql, entidade: EntidadeAberta, ator: Ator, protocoloId: string): Promise<Alvo> {
  const linha = isId(protocoloId) ? await queries.travar(sql, entidade.id, protocoloId) : undefined
  return exigirVisto(platform, sql, entidade, ator, linha)
}

/** What has to be so before something may be done, in the transaction of `sql` if there is one; of a protocolo that was found to be there. */
export async function verFatos(platform: Platform, sql: Sql, entidade: EntidadeAberta, protocoloId: string): Promise<FatosDatados> {
  const linha = await queries.ler(sql, entidade.id, protocoloId)
  if (!linha) throw new Error('a protocolo that was just found is gone')
  return fatosDe(entidade, linha, platform.clock.now())
}

async function exigirVisto(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  ator: Ator,
  linha: queries.Linha | undefined,
): Promise<Alvo> {
  const procuracao = await procuracaoDoAtor(platform, sql, entidade, ator)
  const ve = linha && (procuracao ? alcanca(procuracao, linha) : await enxerga(sql, entidade, ator, linha))
  if (!ve) throw new ProblemError('protocolo_nao_encontrado', { detail: foraDoAlcance })
  const fatos = fatosDe(entidade, linha, platform.clock.now())
  const acoes = acoesDe(fatos, posicoesDe(ator, linha))
  return { ...linha, fatos, acoes: procuracao ? acoesComPoderes(acoes, procuracao.poderes) : acoes }
}

/** By which a requerente acts, if by one, held until the transaction ends. @throws procuracao_invalida when it is not in force. */
async function procuracaoDoAtor(platform: Platform, sql: Sql, entidade: EntidadeAberta, ator: Ator): Promise<EmVigor | undefined> {
  if (ator.especie !== 'requerente' || ator.procuracaoId === undefined) return undefined
  return exigirProcuracao(platform, sql, entidade, { procuracaoId: ator.procuracaoId, contaId: ator.contaId })
}

const foraDoAlcance = 'Não encontramos este processo entre os que você pode ver.'

/**
 * Officials see what a unidade of theirs holds; unless it is sigiloso, also what passed through one, and an administrador all of the
 * entidade's.
 */
async function enxerga(sql: Sql, entidade: EntidadeAberta, ator: Ator, linha: queries.Linha): Promise<boolean> {
  if (temNasMaos(ator, linha)) return true
  if (ator.especie !== 'oficial' || linha.sigilo === 'sigiloso' || ator.lotacoes.length === 0) return false
  if (ator.lotacoes.some(({ papel }) => papel === 'administrador')) return true
  const unidades = ator.lotacoes.map(({ unidadeId }) => unidadeId)
  return queries.passouPor(sql, entidade.id, linha.id, unidades)
}

const versaoPorVir = 'O processo ainda não chegou a esta versão. Leia-o de novo e use a que vier.'

/** What is no tramite, like a message, does not get into anybody's way. A requerente is told of what they may read. */
async function exigirAtual(sql: Sql, entidade: EntidadeAberta, ator: Ator, alvo: Alvo, versao: number): Promise<void> {
  if (versao === alvo.versao) return
  if (versao > alvo.versao) throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'versao', mensagem: versaoPorVir }] })
  const todas = await queries.mudancasDesde(sql, entidade.id, alvo.id, versao)
  const mudancas = ator.especie === 'requerente' ? todas.filter((mudanca) => aparece({ ...mudanca, anexos: [] })) : todas
  if (mudancas.length === 0) return
  const nomear = ator.especie !== 'requerente'
  throw new ProblemError('processo_mudou', {
    mudancas: mudancas.map(({ especie, em, autor }) => ({ especie, em: em.toISOString(), autor: nomear ? autor : null })),
  })
}

function indisponivel({ acoes }: Alvo): ProblemError {
  return new ProblemError('acao_indisponivel', { acoes })
}

interface Ato {
  ator: Ator
  acao: Acao
  alvo: Alvo
  passos: readonly Passo[]
}

async function gravar(platform: Platform, sql: Sql, entidade: EntidadeAberta, { ator, acao, alvo, passos }: Ato): Promise<Feito> {
  const agora = platform.clock.now()
  const gravacao = { protocoloId: alvo.id, versao: alvo.versao + 1, agora }
  const { colunas, tramites } = caminhar(platform, agora, alvo, ator, passos)
  // Sent together: each waits for none of the others.
  await Promise.all([
    queries.inserirTramites(sql, entidade.id, gravacao, tramites),
    ...passos.map(({ anexos = [] }, n) => prender(sql, entidade, alvo, tramites[n]?.id, anexos)),
    queries.atualizar(sql, entidade.id, gravacao, colunas),
    auditar(platform, sql, entidade.id, {
      quem: quemAgiu(ator),
      acao: `protocolo.${acao}`,
      protocoloId: alvo.id,
      ...(ator.especie !== 'requerente' && { deOnde: ator.deOnde }),
      dados: { tramites: tramites.map(({ id }) => id), ...diferenca(alvo, colunas), ...marcaDoAtor(ator) },
    }),
  ])
  for (const { id, especie } of tramites) await avisarAndamento(platform, sql, entidade, { protocoloId: alvo.id, tramiteId: id, especie })
  return {
    protocoloId: alvo.id,
    versao: gravacao.versao,
    situacao: colunas.situacao ?? alvo.situacao,
    tramites: tramites.map(({ id }) => id),
  }
}

/** The steps one after another: each starts where the one before it led. @throws acao_indisponivel where the state machine has no such way. */
function caminhar(platform: Platform, agora: Date, alvo: Alvo, ator: Ator, passos: readonly Passo[]) {
  let { situacao, unidadeId } = alvo
  let colunas: queries.Colunas = {}
  const tramites = passos.map((passo): queries.TramiteNovo => {
    if (passo.situacao && !podeMudar(situacao, passo.situacao)) throw indisponivel(alvo)
    const tramite = tramiteDe(platform, ator, unidadeId, passo)
    colunas = { ...colunas, ...(passo.situacao && aoMudar(situacao, passo.situacao, agora)), ...passo.colunas }
    situacao = passo.situacao ?? situacao
    unidadeId = passo.colunas?.unidadeId ?? unidadeId
    return tramite
  })
  return { colunas, tramites }
}

/** What a change of situacao sets and clears, whoever makes it. */
function aoMudar(de: Situacao, para: Situacao, agora: Date): queries.Colunas {
  const terminou = !emAberto(para)
  return {
    situacao: para,
    ...(de === 'parado' && { paradoAte: null }),
    ...(terminou && { encerradoEm: agora, retornoEm: null, retornoUnidadeId: null, paradoAte: null }),
    ...(!emAberto(de) && { encerradoEm: null, resultado: null, arquivadoEm: null }),
  }
}

function tramiteDe({ random }: Platform, ator: Ator, unidadeId: string, passo: Passo): queries.TramiteNovo {
  const {
    id = random.id(),
    especie,
    texto = null,
    visibilidade = 'publico',
    visibilidadeAnexos = visibilidade,
    destinoId = null,
    prazo = null,
    dados,
  } = passo
  const procuracao = ator.especie === 'requerente' ? ator.procuracaoId : undefined
  return {
    id,
    especie,
    unidadeId,
    destinoId,
    autorId: ator.especie === 'oficial' ? ator.contaId : null,
    texto: texto?.trim() || null,
    visibilidade,
    visibilidadeAnexos,
    prazo,
    dados: { ...dados, ...(procuracao !== undefined && { procuracao }) },
  }
}

async function prender(
  sql: Sql,
  entidade: EntidadeAberta,
  { id: protocoloId }: Alvo,
  tramiteId: string | undefined,
  anexos: readonly queries.AnexoDoTramite[],
): Promise<void> {
  if (anexos.length === 0 || tramiteId === undefined) return
  const presos = await queries.prenderAnexos(sql, entidade.id, { protocoloId, tramiteId }, anexos)
  if (presos === anexos.length) return
  throw new ProblemError('anexo_desconhecido', {
    campos: [{ caminho: 'anexos', mensagem: 'Não encontramos um dos arquivos. Envie-o de novo.' }],
  })
}

/** Before and after of what changed, for the audit, which keeps nothing that somebody wrote of themselves. */
function diferenca(alvo: Alvo, { requerente, ...colunas }: queries.Colunas): object {
  const mudadas = (Object.keys(colunas) as (keyof typeof colunas)[]).filter((coluna) => String(alvo[coluna]) !== String(colunas[coluna]))
  return {
    antes: Object.fromEntries(mudadas.map((coluna) => [coluna, alvo[coluna]])),
    depois: Object.fromEntries(mudadas.map((coluna) => [coluna, colunas[coluna]])),
    ...(requerente && { interessado: 'mudou' }),
  }
}

import { createHash } from 'node:crypto'
import type { SessaoAberta, SessaoListada } from '../../contract/sessoes.js'
import { nomearAparelho } from '../../domain/aparelho.js'
import type { Poder } from '../../domain/procuracao.js'
import type { Sql } from '../../platform/database.js'
import type { PublicJwk } from '../../platform/http/dpop.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import type { DeOnde } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { memoriaDe, type SessaoEmMemoria } from './memoria.js'
import * as queries from './queries.js'

/** Who is signed in, where. */
export interface Sessao {
  id: string
  /** Whose things are looked at: of who is signed in, or of whom they act for; where that one has no conta, an id that no conta has. */
  contaId: string
  entidadeId: string
  /** When a passkey showed in it who it is: at its opening, or since; null until then. */
  passkeyEm: Date | null
  /** Of the request that it was used for. */
  deOnde?: DeOnde
  /** Who is signed in, when they act for somebody else. */
  por?: Representacao
}

/** Somebody who acts for another, by a procuracao that was found to be in force. */
export interface Representacao {
  procuracaoId: string
  /** The conta that is signed in. */
  contaId: string
  nome: string
  poderes: readonly Poder[]
  /** Whom they act for. */
  outorgante: { documento: string; nome: string }
}

/** Whose something is, and where. */
export type Dono = Pick<Sessao, 'entidadeId' | 'contaId' | 'por'>

/** The conta that is signed in, whomever it acts for. */
export function quemAge({ contaId, por }: Pick<Dono, 'contaId' | 'por'>): string {
  return por?.contaId ?? contaId
}

/** What history and audit tell of something that was done for another. */
export function marcaDaProcuracao({ por }: Pick<Dono, 'por'>): { porProcuracao?: { procuracao: string; nome: string } } {
  return por ? { porProcuracao: { procuracao: por.procuracaoId, nome: por.nome } } : {}
}

/** What a new session is bound to. */
export interface Aparelho {
  chave: PublicJwk
  userAgent: string
  /** Whether it is a passkey that opens it. */
  comPasskey?: boolean
  /** As `addressOf` tells it. */
  endereco: string
}

const minuto = 60_000
const hora = 60 * minuto
const prazos = {
  passageira: { ociosa: 30 * minuto, total: 12 * hora },
  lembrada: { ociosa: 30 * 24 * hora, total: 30 * 24 * hora },
} as const
/** Sessions of a conta in an entidade; the one longest unused goes when one more opens. */
const maisSessoes = 200
/** Least time between two writings of a session's last use. */
const entreUsos = minuto

/** Opens a session of a conta in an entidade, usable only with the device's key. @param sql of a transaction that this is part of. */
export async function abrirSessao(
  platform: Platform,
  entidade: EntidadeAberta,
  contaId: string,
  { chave, userAgent, comPasskey = false }: Aparelho,
  lembrar: boolean,
  sql: Sql = platform.db.sql,
): Promise<Omit<SessaoAberta, 'nome'>> {
  const agora = platform.clock.now()
  const token = platform.random.bytes(32).toString('base64url')
  const sessao: queries.SessaoGuardada = {
    id: platform.random.id(),
    contaId,
    entidadeId: entidade.id,
    tokenHash: hashDoToken(token),
    chave,
    aparelho: nomearAparelho(userAgent),
    lembrar,
    criadaEm: agora,
    usadaEm: agora,
    expiraEm: new Date(agora.getTime() + prazosDe({ lembrar }).total),
    passkeyEm: comPasskey ? agora : null,
  }
  await queries.inserir(sql, sessao)
  await queries.encerrarExcesso(sql, sessao, maisSessoes)
  return { token, sessao: sessao.id, conta: contaId, expiraEm: sessao.expiraEm.toISOString() }
}

/**
 * The session that a token opens in an entidade, while it lasts.
 * @throws sessao_encerrada when it never was, was ended, expired, lay idle, or belongs to another entidade: all told alike.
 */
export async function buscarSessao(platform: Platform, entidade: EntidadeAberta, token: string): Promise<SessaoEmMemoria> {
  const tokenHash = hashDoToken(token)
  const memoria = memoriaDe(platform)
  const agora = platform.clock.now().getTime()
  let sessao = await memoria.buscar(tokenHash)
  if (sessao && acabou(sessao, agora)) sessao = await memoria.reler(tokenHash)
  if (!sessao || acabou(sessao, agora) || sessao.entidadeId !== entidade.id) throw new ProblemError('sessao_encerrada')
  return sessao
}

/** Notes that a session was used, now and then: a read costs no write. */
export function notarUso(platform: Platform, sessao: SessaoEmMemoria): void {
  const agora = platform.clock.now()
  if (agora.getTime() - sessao.usadaEm.getTime() < entreUsos) return
  sessao.usadaEm = agora
  queries
    .marcarUso(platform.db.sql, sessao, agora)
    .catch((err: unknown) => platform.log.warn({ err }, 'the use of a session was not noted'))
}

/** Notes that a passkey has just shown in a session who it is. */
export async function notarPasskey(platform: Platform, { id, contaId }: Sessao): Promise<void> {
  await platform.db.transaction((tx) => queries.marcarPasskey(tx, contaId, id, platform.clock.now()))
  memoriaDe(platform).esquecerDaConta(contaId)
}

/** When a session was opened. @throws sessao_encerrada when it has ended meanwhile. */
export async function aberturaDaSessao(platform: Platform, { contaId, id }: Sessao): Promise<Date> {
  const sessao = await queries.porId(platform.db.sql, contaId, id)
  if (!sessao) throw new ProblemError('sessao_encerrada')
  return sessao.criadaEm
}

/** Whether a session goes on. A page that only listens does not keep it from lying idle. */
export async function sessaoContinua(platform: Platform, quem: Sessao): Promise<boolean> {
  const sessao = await queries.porId(platform.db.sql, quemAge(quem), quem.id)
  return sessao !== undefined && !acabou(sessao, platform.clock.now().getTime())
}

/** The sessions of a conta in the entidade where it asks. */
export async function listarSessoes(platform: Platform, { id: esta, contaId, entidadeId }: Sessao): Promise<SessaoListada[]> {
  const agora = platform.clock.now().getTime()
  const guardadas = await queries.daConta(platform.db.sql, contaId, entidadeId)
  return guardadas
    .filter((sessao) => !acabou(sessao, agora))
    .map(({ id, aparelho, criadaEm, usadaEm, expiraEm }) => ({
      id,
      aparelho,
      criadaEm: criadaEm.toISOString(),
      usadaEm: usadaEm.toISOString(),
      expiraEm: expiraEm.toISOString(),
      esta: id === esta,
    }))
}

/** @throws nao_encontrado when the conta has no such session. */
export async function encerrarSessao(platform: Platform, { contaId }: Sessao, sessaoId: string): Promise<void> {
  const encerrada = isId(sessaoId) && (await platform.db.transaction((tx) => queries.encerrar(tx, contaId, sessaoId)))
  if (!encerrada) throw new ProblemError('nao_encontrado')
  memoriaDe(platform).esquecerDaConta(contaId)
}

/** Ends every other session of who is signed in. */
export async function encerrarOutras(platform: Platform, { id, contaId }: Sessao): Promise<void> {
  await platform.db.transaction((tx) => queries.encerrarTodas(tx, contaId, id))
  memoriaDe(platform).esquecerDaConta(contaId)
}

/** Ends what a conta has open anywhere, save the session that asks, if one does. @param sql of the transaction that this is part of. */
export async function encerrarSessoes(platform: Platform, contaId: string, { menos, sql }: { menos?: Sessao; sql: Sql }) {
  await queries.encerrarTodas(sql, contaId, menos?.id ?? null)
  memoriaDe(platform).esquecerDaConta(contaId)
}

/** Forgets sessions that have expired. */
export async function limparSessoes(platform: Platform): Promise<void> {
  await queries.apagarVencidas(platform.db.sql, platform.clock.now())
}

function prazosDe({ lembrar }: { lembrar: boolean }) {
  return lembrar ? prazos.lembrada : prazos.passageira
}

function acabou({ lembrar, usadaEm, expiraEm }: queries.SessaoGuardada, agora: number): boolean {
  return agora >= expiraEm.getTime() || agora >= usadaEm.getTime() + prazosDe({ lembrar }).ociosa
}

function hashDoToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

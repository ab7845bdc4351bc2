import { createHash } from 'node:crypto'
import type { Operacao, OperacaoConfirmada } from '../../contract/sessoes.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

/** Milliseconds. */
const validade = 5 * 60_000

/** Notes that who holds this session has just shown again who they are. @returns what the header of one such operation carries. */
export async function criarReautenticacao(platform: Platform, sessao: Sessao, operacao: Operacao): Promise<OperacaoConfirmada> {
  const confirmacao = platform.random.bytes(32).toString('base64url')
  const expiraEm = new Date(platform.clock.now().getTime() + validade)
  await platform.db.transaction((tx) => queries.inserir(tx, sessao, { hash: hashDe(confirmacao), operacao, expiraEm }))
  return { confirmacao, expiraEm: expiraEm.toISOString() }
}

/**
 * Spends the confirmation of an operation.
 * @param cabecalho the header Protocolo-Confirmacao.
 * @param sql of the transaction that does what is confirmed: if that fails, the confirmation still serves.
 * @throws confirmacao_necessaria when it is absent, spent, expired, or of another session or operation: all told alike.
 */
export async function exigirConfirmacao(
  platform: Platform,
  sessao: Sessao,
  operacao: Operacao,
  cabecalho: string | undefined,
  sql: Sql = platform.db.sql,
): Promise<void> {
  const gasta = await queries.gastar(sql, sessao, operacao, hashDe(cabecalho ?? ''), platform.clock.now())
  if (!gasta) throw new ProblemError('confirmacao_necessaria')
}

/** Looks whether {@link exigirConfirmacao} would pass, and spends nothing: for what only prepares the operation. @throws confirmacao_necessaria. */
export async function verConfirmacao(platform: Platform, sessao: Sessao, operacao: Operacao, cabecalho: string | undefined): Promise<void> {
  const vale = await queries.existe(platform.db.sql, sessao, operacao, hashDe(cabecalho ?? ''), platform.clock.now())
  if (!vale) throw new ProblemError('confirmacao_necessaria')
}

/** Forgets confirmations that have expired. */
export async function limparReautenticacoes(platform: Platform): Promise<void> {
  await queries.apagarVencidas(platform.db.sql, platform.clock.now())
}

function hashDe(confirmacao: string): Buffer {
  return createHash('sha256').update(confirmacao).digest()
}

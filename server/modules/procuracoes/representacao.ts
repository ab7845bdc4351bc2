import { diaEm } from '../../domain/prazo.js'
import { emVigor, type Poder } from '../../domain/procuracao.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Representacao, Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

/**
 * Who is signed in, as who acts for whom a procuracao is of.
 * @throws procuracao_invalida when it is another's, of another entidade, not in force, or without the power: all told alike.
 */
export async function representar(
  platform: Platform,
  entidade: EntidadeAberta,
  propria: Sessao,
  { procuracao, poder }: { procuracao: string; poder: Poder },
): Promise<Sessao> {
  const { sql } = platform.db
  const { contaId, entidadeId } = propria
  const achada = isId(procuracao) ? await queries.porId(sql, entidadeId, procuracao) : undefined
  if (!achada || achada.procuradorId !== contaId || !vale(platform, entidade, achada, poder)) throw new ProblemError('procuracao_invalida')
  const outorgante = await queries.contaDo(sql, achada.outorganteDocumento)
  const por: Representacao = {
    procuracaoId: achada.id,
    contaId,
    nome: achada.procuradorNome,
    poderes: achada.poderes,
    outorgante: { documento: achada.outorganteDocumento, nome: achada.outorganteNome },
  }
  return { ...propria, contaId: outorgante?.id ?? achada.id, por }
}

/** Whether what somebody does for another may go on. A session that acts for nobody may. */
export async function continuaRepresentando({ db, clock }: Platform, entidade: EntidadeAberta, { por }: Sessao): Promise<boolean> {
  if (!por) return true
  const achada = await queries.porId(db.sql, entidade.id, por.procuracaoId)
  return achada !== undefined && emVigor(achada, diaEm(entidade.arquivo.fuso, clock.now()))
}

/** A procuracao that is in force, and the conta of whom it is of, if there is one. */
export interface EmVigor {
  procuracaoId: string
  poderes: readonly Poder[]
  documento: string
  contaId: string | undefined
}

/** Looked at again in the transaction of `sql`, which nobody who ends the procuracao overtakes. @throws procuracao_invalida. */
export async function exigirProcuracao(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  { procuracaoId, contaId, poder }: { procuracaoId: string; contaId: string | null; poder?: Poder },
): Promise<EmVigor> {
  const achada = await queries.travar(sql, entidade.id, procuracaoId, 'usar')
  if (!achada || achada.procuradorId !== contaId || !vale(platform, entidade, achada, poder)) throw new ProblemError('procuracao_invalida')
  const outorgante = await queries.contaDo(sql, achada.outorganteDocumento)
  return { procuracaoId, poderes: achada.poderes, documento: achada.outorganteDocumento, contaId: outorgante?.id }
}

interface Linha {
  contaId: string | null
  procuracaoId: string | null
  requerente: { documento?: string }
}

/** Whether a protocolo is of whom a procuracao is of: the same ones as `doPainel` finds. */
export function alcanca({ procuracaoId, contaId, documento }: EmVigor, linha: Linha): boolean {
  if (linha.contaId !== null) return linha.contaId === contaId
  return linha.procuracaoId === procuracaoId && linha.requerente.documento === documento
}

function vale({ clock }: Platform, { arquivo }: EntidadeAberta, procuracao: queries.Linha, poder: Poder | undefined): boolean {
  return emVigor(procuracao, diaEm(arquivo.fuso, clock.now())) && (poder === undefined || procuracao.poderes.includes(poder))
}

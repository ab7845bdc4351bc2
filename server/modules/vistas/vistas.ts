import type { LugarNaLista, PaginaDeLiberados } from '../../contract/meus.js'
import { diaEm } from '../../domain/prazo.js'
import type { Sql } from '../../platform/database.js'
import { pageOf, placeAfter } from '../../platform/http/cursor.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

const porPagina = 20

/** To whom a vista is given: whoever has the documento, or shows to read the e-mail. */
export type Favorecido = { documento: string } | { email: string }

export interface Concessao {
  protocoloId: string
  para: Favorecido
  /** It opens nothing any more from this instant on. */
  ate: Date
  /** The conta that gives it. */
  dadaPor: string
}

/** Lets somebody who is no interessado see a whole protocolo for a while, in the transaction of `sql`. */
export async function concederVista(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  { protocoloId, para, ate, dadaPor }: Concessao,
): Promise<void> {
  const id = platform.random.id()
  await queries.conceder(sql, entidade.id, { id, protocoloId, ...colunasDe(para), ate, dadaPor, agora: platform.clock.now() })
  await auditar(platform, sql, entidade.id, { quem: dadaPor, acao: 'vista.conceder', protocoloId, dados: { vista: id } })
}

export interface Revogacao {
  protocoloId: string
  para: Favorecido
  /** The conta that takes it back. */
  quem: string
}

/** Takes back what somebody was let see of a protocolo, from now on, in the transaction of `sql`. */
export async function revogarVista(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  { protocoloId, para, quem }: Revogacao,
): Promise<void> {
  const vistas = await queries.revogar(sql, entidade.id, { protocoloId, ...colunasDe(para), agora: platform.clock.now() })
  if (vistas.length > 0) await auditar(platform, sql, entidade.id, { quem, acao: 'vista.revogar', protocoloId, dados: { vistas } })
}

function colunasDe(para: Favorecido): { documento: string | null; email: string | null } {
  return 'documento' in para ? { documento: para.documento, email: null } : { documento: null, email: para.email }
}

/** What a vista lets somebody do, as the audit tells it. */
type Olhada = 'vista.ver' | 'vista.arquivo'

/** The vista of a conta to a protocolo, if one is in force. Each look is in the audit before it is granted. */
export async function olharComVista(
  platform: Platform,
  { entidadeId, contaId }: Sessao,
  protocoloId: string,
  acao: Olhada,
): Promise<{ ate: Date; versao: number } | undefined> {
  const { sql } = platform.db
  const vista = await queries.daConta(sql, { entidadeId, contaId }, protocoloId, platform.clock.now())
  if (vista) await auditar(platform, sql, entidadeId, { quem: contaId, acao, protocoloId, dados: { vista: vista.id } })
  return vista
}

/** Of some protocolos, those that the conta was let see now. */
export function liberadosEntre({ db, clock }: Platform, quem: Sessao, protocolos: readonly string[]): Promise<string[]> {
  return queries.liberadosEntre(db.sql, quem, protocolos, clock.now())
}

/** What others let the conta see now, newest first. @throws campos_invalidos. */
export async function listarLiberados(
  { db, clock }: Platform,
  entidade: EntidadeAberta,
  quem: Sessao,
  { depois }: LugarNaLista,
): Promise<PaginaDeLiberados> {
  const agora = clock.now()
  const hoje = diaEm(entidade.arquivo.fuso, agora)
  const linhas = await queries.liberados(db.sql, quem, { agora, hoje, depois: placeAfter(quem.contaId, depois), limite: porPagina + 1 })
  const { rows, next } = pageOf(quem.contaId, linhas, porPagina, ({ posicao, id }) => [posicao, id])
  return { protocolos: rows.map((linha) => paraLer(entidade, linha)), proximo: next }
}

function paraLer(entidade: EntidadeAberta, { posicao: _, orgaoId, ...linha }: queries.Linha): PaginaDeLiberados['protocolos'][number] {
  const orgao = entidade.orgaosPorId.get(orgaoId)
  return {
    ...linha,
    orgao: { sigla: orgao?.sigla ?? '', nome: orgao?.nome ?? '' },
    abertoEm: linha.abertoEm.toISOString(),
    atualizadoEm: linha.atualizadoEm.toISOString(),
    vistaAte: linha.vistaAte.toISOString(),
  }
}

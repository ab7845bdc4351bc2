import type { LugarNaLista, PaginaDeLiberados } from '../../contract/meus.js'
import type { VistasDoInteressado } from '../../contract/vistas.js'
import { mascararDocumento, mascararEmail } from '../../domain/documento.js'
import { diaEm } from '../../domain/prazo.js'
import type { Sql } from '../../platform/database.js'
import { pageOf, placeAfter } from '../../platform/http/cursor.js'
import type { Platform } from '../../platform/platform.js'
import { auditar, type DeOnde } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarAndamento } from '../notificacoes/andamento.js'
import { avisarVista } from '../notificacoes/vistas.js'
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
  deOnde?: DeOnde | undefined
  /** Who it is, as an official wrote it. */
  nome?: string
  /** Ids of the files that it opens, and nothing else; without it, the whole file. */
  anexos?: readonly string[]
  motivo?: string
  /** The protocolo by which it was asked for. */
  pedidoId?: string
  /** The e-mail to which it is told. */
  avisar?: string
}

/** Lets somebody who is no interessado see a protocolo for a while, in the transaction of `sql`. @returns the id of the vista. */
export async function concederVista(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  { protocoloId, para, ate, dadaPor, deOnde, nome = '', anexos, motivo, pedidoId, avisar }: Concessao,
): Promise<string> {
  const id = platform.random.id()
  const texto = { nome: nome || null, motivo: motivo ?? null, avisar: avisar ?? null, pedidoId: pedidoId ?? null, anexos: anexos ?? null }
  await queries.conceder(sql, entidade.id, { id, protocoloId, ...colunasDe(para), ate, dadaPor, ...texto, agora: platform.clock.now() })
  await auditar(platform, sql, entidade.id, { quem: dadaPor, deOnde, acao: 'vista.conceder', protocoloId, dados: { vista: id } })
  await avisarAndamento(platform, sql, entidade, { protocoloId, especie: 'vista' })
  if (avisar !== undefined) {
    const dados = { ate: ate.toISOString(), documentos: anexos !== undefined }
    await avisarVista(platform, sql, entidade, { especie: 'vista-concedida', para: avisar, protocoloId, dados })
  }
  return id
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
  anexo?: string,
): Promise<Pick<queries.Vista, 'ate' | 'versao' | 'anexos'> | undefined> {
  const { sql } = platform.db
  const vista = await queries.daConta(sql, { entidadeId, contaId }, protocoloId, platform.clock.now(), anexo ?? null)
  if (!vista || (anexo !== undefined && !abreArquivo(vista, anexo))) return undefined
  const dados = { vista: vista.id, ...(anexo !== undefined && { anexo }) }
  await auditar(platform, sql, entidadeId, { quem: contaId, acao, protocoloId, dados })
  return vista
}

function abreArquivo({ anexos }: Pick<queries.Vista, 'anexos'>, anexo: string): boolean {
  return anexos === null || anexos.includes(anexo)
}

/** Looks told of each vista. */
const olhadasDeCada = 50

/** Who may see a protocolo, or might, and every look they took, for whoever was found to be its interessado. Newest first. */
export async function vistasDoInteressado(
  { db, clock }: Platform,
  { id: entidadeId }: EntidadeAberta,
  protocoloId: string,
): Promise<VistasDoInteressado> {
  const [vistas, olhadas, arquivos] = await Promise.all([
    queries.doProtocolo(db.sql, entidadeId, protocoloId),
    queries.olhadas(db.sql, entidadeId, protocoloId, olhadasDeCada),
    queries.arquivos(db.sql, entidadeId, protocoloId),
  ])
  const nomes = new Map(arquivos.map(({ id, nome }) => [id, nome]))
  return {
    vistas: vistas.map((vista) => ({
      ...comum(vista, nomes, clock.now()),
      documento: vista.documento === null ? null : mascararDocumento(vista.documento),
      email: vista.email === null ? null : mascararEmail(vista.email),
      totalDeOlhadas: vista.totalDeOlhadas,
      olhadas: olhadas
        .filter((olhada) => olhada.vista === vista.id)
        .map(({ em, anexo }) => ({ em: em.toISOString(), arquivo: anexo === null ? null : (nomes.get(anexo) ?? null) })),
    })),
  }
}

/** What everybody who may read of a vista is told. */
export function comum(
  { id, nome, documento, email, dadaEm, ate, revogadaEm, anexos }: queries.Concedida,
  nomes: ReadonlyMap<string, string>,
  agora: Date,
) {
  return {
    id,
    nome,
    documento,
    email,
    dadaEm: dadaEm.toISOString(),
    ate: ate.toISOString(),
    revogadaEm: revogadaEm?.toISOString() ?? null,
    estado: revogadaEm ? ('revogada' as const) : ate <= agora ? ('terminada' as const) : ('em_vigor' as const),
    documentos: anexos?.flatMap((anexo) => nomes.get(anexo) ?? []) ?? null,
  }
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

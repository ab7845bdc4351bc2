import type { Readable } from 'node:stream'
import type { Anteriores, FiltroDosMeus, ProtocoloDaConta, Resumo } from '../../contract/meus.js'
import type { Anexo } from '../../contract/protocolos.js'
import { acoesDe } from '../../domain/acoes.js'
import { diaEm } from '../../domain/prazo.js'
import { situacoes } from '../../domain/situacao.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { DadosDoComprovante } from '../comprovantes/comprovantes.js'
import { trocarCodigoDe, verNivel2 } from '../consulta/consulta.js'
import { abrirAnexoDe, comprovanteDe } from '../consulta/documentos.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Sessao } from '../sessoes/sessoes.js'
import { escreverCursor, lerBusca, lerFiltro } from './filtro.js'
import * as queries from './queries.js'

/** The counters of a conta in the entidade where it asks, kept by the database. */
export async function resumir(platform: Platform, dono: Sessao): Promise<Resumo> {
  const contadas = await queries.contagens(platform.db.sql, dono)
  const porSituacao = { nao_analisado: 0, em_andamento: 0, pendente: 0, parado: 0, encerrado: 0, cancelado: 0, ...contadas.porSituacao }
  const total = situacoes.reduce((soma, situacao) => soma + porSituacao[situacao], 0)
  return { total, porSituacao, anteriores: contadas.anteriores }
}

/**
 * A page of what a conta has in an entidade, newest first: PaginaDosMeus as JSON, its protocolos written by the database.
 * @throws campos_invalidos.
 */
export async function escreverPagina(platform: Platform, entidade: EntidadeAberta, dono: Sessao, filtro: FiltroDosMeus): Promise<string> {
  const { busca, limite, ...lido } = lerFiltro(entidade, dono.contaId, filtro)
  const { sql } = platform.db
  const procurado = busca && lerBusca(entidade, await queries.nomesDosTipos(sql, entidade.id), busca)
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  const { texto, fim } = await queries.pagina(sql, dono, { ...lido, ...(procurado && { busca: procurado }) }, limite, hoje)
  return `{"protocolos":${texto},"proximo":${fim ? `"${escreverCursor(dono.contaId, fim)}"` : 'null'}}`
}

/** How many protocolos opened without a conta wait for this one: with its documento, and its e-mail, which it has shown to read. */
export async function contarAnteriores(platform: Platform, dono: Sessao): Promise<Anteriores> {
  return { total: await queries.contarAnteriores(platform.db.sql, dono) }
}

/** Takes them in. @returns how many. */
export async function tomarAnteriores(platform: Platform, dono: Sessao): Promise<Anteriores> {
  const nota = { auditoriaId: platform.random.id(), agora: platform.clock.now() }
  return { total: await queries.tomarAnteriores(platform.db.sql, dono, nota) }
}

/**
 * What the conta whose it is sees of a protocolo, unless the reader has it already.
 * @param conhecida the ETag of what the reader has.
 * @throws protocolo_nao_encontrado for another's as for one that never was.
 */
export async function verProtocolo(
  platform: Platform,
  entidade: EntidadeAberta,
  dono: Sessao,
  id: string,
  conhecida: string | undefined,
): Promise<{ etag: string; protocolo?: ProtocoloDaConta }> {
  const { versao } = await exigirProprio(platform, dono, id)
  const etag = `"${versao}-${diaEm(entidade.arquivo.fuso, platform.clock.now())}"`
  if (conhecida?.includes(etag)) return { etag }
  const visto = await verNivel2(platform, entidade, id)
  return { etag, protocolo: { ...visto, id, acoes: acoesDe(visto.situacao, 'dono') } }
}

/** @throws protocolo_nao_encontrado, nao_encontrado. */
export async function abrirAnexoProprio(
  platform: Platform,
  entidade: EntidadeAberta,
  dono: Sessao,
  id: string,
  anexoId: string,
): Promise<{ anexo: Anexo; bytes: Readable }> {
  await exigirProprio(platform, dono, id)
  return abrirAnexoDe(platform, entidade, id, anexoId)
}

/** Without the access code, of which only the hash is kept. @throws protocolo_nao_encontrado. */
export async function comprovanteProprio(
  platform: Platform,
  entidade: EntidadeAberta,
  dono: Sessao,
  id: string,
): Promise<DadosDoComprovante> {
  await exigirProprio(platform, dono, id)
  return comprovanteDe(platform, entidade, id)
}

/** A new access code for who lost the old one, which opens nothing from now on. @throws protocolo_nao_encontrado. */
export async function trocarCodigoProprio(platform: Platform, entidade: EntidadeAberta, dono: Sessao, id: string) {
  const { codigoHash } = await exigirProprio(platform, dono, id)
  return trocarCodigoDe(platform, entidade, { id, codigoHash }, dono.contaId)
}

async function exigirProprio(platform: Platform, dono: Sessao, id: string): Promise<queries.Proprio> {
  const proprio = formaDeId.test(id) ? await queries.proprio(platform.db.sql, dono, id) : undefined
  if (!proprio) throw new ProblemError('protocolo_nao_encontrado', { detail: 'Este protocolo não está na sua conta.' })
  return proprio
}

const formaDeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

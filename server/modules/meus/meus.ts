import type { Readable } from 'node:stream'
import type { AchadoDoPainel, Anteriores, FiltroDosMeus, ProtocoloDaConta, Resumo } from '../../contract/meus.js'
import type { Anexo } from '../../contract/protocolos.js'
import type { VistasDoInteressado } from '../../contract/vistas.js'
import type { Acao } from '../../domain/permissoes.js'
import { diaEm } from '../../domain/prazo.js'
import { acoesComPoderes } from '../../domain/procuracao.js'
import { situacoes } from '../../domain/situacao.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import type { DadosDoComprovante } from '../comprovantes/comprovantes.js'
import { consultarNumero, trocarCodigoDe, verNivel2 } from '../consulta/consulta.js'
import { abrirAnexoDe, comprovanteDe } from '../consulta/documentos.js'
import { candidatos } from '../consulta/numero.js'
import type { Tentativa } from '../desafio/tentativa.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Sessao } from '../sessoes/sessoes.js'
import { liberadosEntre, olharComVista, vistasDoInteressado } from '../vistas/vistas.js'
import { escreverCursor, lerBusca, lerFiltro } from './filtro.js'
import { foraDaConta } from './fora-da-conta.js'
import * as queries from './queries.js'

export type { ProtocoloInteiro } from './queries.js'

/** The counters of a conta in the entidade where it asks, kept by the database. */
export async function resumir(platform: Platform, dono: Sessao): Promise<Resumo> {
  const { anteriores, pendencias, mensagens, ...contadas } = await queries.contagens(platform.db.sql, dono)
  const porSituacao = { nao_analisado: 0, em_andamento: 0, pendente: 0, parado: 0, encerrado: 0, cancelado: 0, ...contadas.porSituacao }
  const total = situacoes.reduce((soma, situacao) => soma + porSituacao[situacao], 0)
  return { total, porSituacao, anteriores, pendencias, mensagens }
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

/** Takes in the protocolos that were opened without the conta and wait for it. @returns how many. */
export async function tomarAnteriores(platform: Platform, dono: Sessao): Promise<Anteriores> {
  const nota = { auditoriaId: platform.random.id(), agora: platform.clock.now() }
  return { total: await platform.db.transaction((tx) => queries.tomarAnteriores(tx, dono, nota)) }
}

/**
 * What a conta sees of a protocolo, its own or one that it was let see, unless the reader has it already.
 * @param conhecida the ETag of what the reader has.
 * @throws protocolo_nao_encontrado for another's as for one that never was.
 */
export async function verProtocolo(
  platform: Platform,
  entidade: EntidadeAberta,
  quem: Sessao,
  id: string,
  conhecida: string | undefined,
): Promise<{ etag: string; protocolo?: ProtocoloDaConta }> {
  const { versao, lidas, vistaAte, anexos } = await exigirVisivel(platform, quem, id, 'vista.ver')
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  const etag = `"${[`${versao}.${lidas}`, hoje, vistaAte, quem.por?.procuracaoId].filter((parte) => parte != null).join('-')}"`
  if (conhecida?.includes(etag) && anexos === null) return { etag }
  const { acoes = [], recorrerAte = null, avaliacao = null, ...visto } = await verNivel2(platform, entidade, id)
  const proprio = vistaAte === null ? { acoes: acoesDoDono(acoes, quem), recorrerAte, avaliacao } : { acoes: [] }
  const protocolo = { ...visto, ...proprio, id, vistaAte }
  return { etag, protocolo: anexos ? soOsArquivos(protocolo, anexos) : protocolo }
}

/** What the number alone tells, and some files. */
function soOsArquivos(inteiro: ProtocoloDaConta, ids: readonly string[]): ProtocoloDaConta {
  const { documentoEmitido: _, ...protocolo } = inteiro
  const doAndamento = protocolo.tramites.flatMap(({ anexos }) => anexos.map((anexo) => ({ ...anexo, documento: anexo.nome })))
  return {
    ...protocolo,
    soDocumentos: true,
    requerente: null,
    respostas: [],
    anexos: [...protocolo.anexos, ...doAndamento].filter(({ id }) => ids.includes(id)),
    tramites: [],
    pendencias: [],
    mensagens: [],
  }
}

function acoesDoDono(acoes: Acao[], { por }: Sessao): Acao[] {
  return por ? acoesComPoderes(acoes, por.poderes) : acoes
}

/** All that a conta has in an entidade, newest first, read as it is asked for, whatever time that takes. */
export async function* percorrer(platform: Platform, dono: Sessao): AsyncGenerator<queries.ProtocoloInteiro> {
  for (let depois: queries.Posicao | undefined; ; ) {
    const pagina = await queries.seguintes(platform.db.sql, dono, depois)
    yield* pagina
    depois = pagina.at(-1)
    if (!depois) return
  }
}

/** @throws protocolo_nao_encontrado, nao_encontrado, ConteudoAusente. */
export async function abrirAnexoDoPainel(
  platform: Platform,
  entidade: EntidadeAberta,
  quem: Sessao,
  id: string,
  anexoId: string,
): Promise<{ anexo: Anexo; bytes: Readable }> {
  await exigirVisivel(platform, quem, id, 'vista.arquivo', anexoId)
  return abrirAnexoDe(platform, entidade, id, anexoId)
}

/**
 * What somebody who types a number is after: what they may open in the panel, else what the number alone shows.
 * @throws as {@link consultarNumero}.
 */
export async function procurar(
  platform: Platform,
  entidade: EntidadeAberta,
  quem: Sessao,
  numero: string,
  tentativa: Tentativa,
): Promise<AchadoDoPainel> {
  const achados = await queries.porNumero(platform.db.sql, quem, candidatos(entidade, { numero }))
  const proprios = achados.filter(({ proprio }) => proprio).map(({ id }) => id)
  const deOutros = achados.filter(({ proprio }) => !proprio).map(({ id }) => id)
  const [id, outro] = [...proprios, ...(deOutros.length > 0 && !quem.por ? await liberadosEntre(platform, quem, deOutros) : [])]
  if (id !== undefined && outro === undefined) return { id, consulta: null }
  return { id: null, consulta: await consultarNumero(platform, entidade, { numero }, tentativa) }
}

/** Who may see a protocolo of the conta's own by a vista, and every look they took. @throws protocolo_nao_encontrado. */
export async function verVistas(platform: Platform, entidade: EntidadeAberta, dono: Sessao, id: string): Promise<VistasDoInteressado> {
  await exigirProprio(platform, dono, id)
  return vistasDoInteressado(platform, entidade, id)
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
  const proprio = await acharProprio(platform, dono, id)
  if (!proprio) throw foraDaConta()
  return proprio
}

/** One's own, or one that the conta was let see: then the look is kept in the audit, by the name of `acao`. */
async function exigirVisivel(
  platform: Platform,
  quem: Sessao,
  id: string,
  acao: 'vista.ver' | 'vista.arquivo',
  anexo?: string,
): Promise<{ versao: number; lidas: number; vistaAte: string | null; anexos: readonly string[] | null }> {
  const proprio = await acharProprio(platform, quem, id)
  if (proprio) return { versao: proprio.versao, lidas: proprio.lidas, vistaAte: null, anexos: null }
  if (anexo !== undefined && !isId(anexo)) throw foraDaConta()
  const vista = isId(id) && !quem.por ? await olharComVista(platform, quem, id, acao, anexo) : undefined
  if (!vista) throw foraDaConta()
  return { versao: vista.versao, lidas: 0, vistaAte: vista.ate.toISOString(), anexos: vista.anexos }
}

async function acharProprio(platform: Platform, dono: Sessao, id: string): Promise<queries.Proprio | undefined> {
  return isId(id) ? queries.proprio(platform.db.sql, dono, id) : undefined
}

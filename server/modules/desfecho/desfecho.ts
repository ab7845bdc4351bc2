import type { AtoDoRequerente, Avaliacao, Nota, PedidoDeAvaliacao, PedidoDeDesistencia, PedidoDeRecurso } from '../../contract/desfecho.js'
import { mensagens } from '../../domain/mensagens.js'
import { type Acao, acoesDe } from '../../domain/permissoes.js'
import { contarPrazo, type Dia, diaEm } from '../../domain/prazo.js'
import { contarCaracteres, textoLimpo } from '../../domain/texto.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { marcaDoAtor, quemAgiu, type Requerente } from '../tramitacao/ator.js'
import { tramitar, travarAlvo, verAlvo, verFatos } from '../tramitacao/tramitacao.js'
import * as queries from './queries.js'

const requerente = [{ agente: 'requerente' }] as const

const maiorComentario = 2_000
const maiorTexto = 5_000
/** Days to decide an appeal (Lei 9.784 art. 59 §1). */
const prazoDaDecisao = { dias: 30, contagem: 'corridos' } as const

/**
 * Keeps what the requerente thought of the service, once (Lei 13.460 art. 23).
 * @throws protocolo_nao_encontrado, acao_indisponivel, campos_invalidos.
 */
export async function avaliar(
  platform: Platform,
  entidade: EntidadeAberta,
  ator: Requerente,
  protocoloId: string,
  { nota, comentario }: PedidoDeAvaliacao,
): Promise<AtoDoRequerente> {
  const escrito = lerTexto('comentario', comentario, maiorComentario)
  const { id } = await verAlvo(platform, entidade, ator, protocoloId)
  await platform.db.transaction(async (sql) => {
    await queries.tocar(sql, entidade.id, id)
    const { acoes } = await travarAlvo(platform, sql, entidade, ator, id)
    if (!acoes.includes('avaliar')) throw new ProblemError('acao_indisponivel', { acoes })
    const { procuracaoId = null } = ator
    await queries.inserirAvaliacao(sql, entidade.id, id, { nota, comentario: escrito, procuracaoId, em: platform.clock.now() })
    const dados = marcaDoAtor(ator)
    await auditar(platform, sql, entidade.id, { quem: quemAgiu(ator), acao: 'protocolo.avaliar', protocoloId: id, dados })
  })
  return comoEsta(platform, entidade, ator, id)
}

/**
 * Appeals from what was decided, or asks for it to be looked at again: back to the unidade that decided, which has yet to receive it and
 * decides within thirty days (Lei 9.784 art. 56 and 59).
 * @throws protocolo_nao_encontrado, acao_indisponivel past the term, campos_invalidos, anexo_desconhecido.
 */
export async function recorrer(
  platform: Platform,
  entidade: EntidadeAberta,
  ator: Requerente,
  protocoloId: string,
  { texto, anexos = [] }: PedidoDeRecurso,
): Promise<AtoDoRequerente> {
  const escrito = lerTexto('texto', texto, maiorTexto)
  if (escrito === null) throw campo('texto', 'Conte por que você não concorda.')
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  const prazo = contarPrazo(entidade.calendario, hoje, prazoDaDecisao)
  await tramitar(platform, entidade, { ator, protocoloId, acao: 'recorrer' }, (_sql, { unidadeId }) => ({
    especie: 'recurso',
    situacao: 'em_andamento',
    texto: escrito,
    anexos,
    destinoId: unidadeId,
    colunas: { recebidoEm: null, responsavelId: null, prazo, prorrogadoEm: null },
  }))
  return comoEsta(platform, entidade, ator, protocoloId)
}

/** Ends a protocolo that its requerente does not want any more (Lei 9.784 art. 51). @throws as {@link recorrer}. */
export async function desistir(
  platform: Platform,
  entidade: EntidadeAberta,
  ator: Requerente,
  protocoloId: string,
  { texto }: PedidoDeDesistencia,
): Promise<AtoDoRequerente> {
  const escrito = lerTexto('texto', texto, maiorTexto) ?? 'Quem fez o pedido desistiu dele.'
  await tramitar(platform, entidade, { ator, protocoloId, acao: 'desistir' }, () => ({
    especie: 'cancelamento',
    situacao: 'cancelado',
    texto: escrito,
    dados: { desistencia: true },
  }))
  return comoEsta(platform, entidade, ator, protocoloId)
}

async function comoEsta(platform: Platform, entidade: EntidadeAberta, ator: Requerente, protocoloId: string): Promise<AtoDoRequerente> {
  const { situacao, acoes } = await verAlvo(platform, entidade, ator, protocoloId)
  return { situacao, acoes }
}

/** As it is kept, or null when there is nothing. @throws campos_invalidos when it is longer than it may be, or holds what can't be shown. */
function lerTexto(caminho: string, texto: string | undefined, limite: number): string | null {
  const escrito = textoLimpo(texto ?? '', { linhas: true })
  if (escrito === undefined) throw campo(caminho, mensagens.caractere)
  if (contarCaracteres(escrito) <= limite) return escrito || null
  throw campo(caminho, `Escreva no máximo ${limite.toLocaleString('pt-BR')} caracteres.`)
}

function campo(caminho: string, mensagem: string): ProblemError {
  return new ProblemError('campos_invalidos', { campos: [{ caminho, mensagem }] })
}

export interface Desfecho {
  /** Of the requerente. */
  acoes: Acao[]
  /** The last day to appeal, of what ended and may still be appealed. */
  recorrerAte: Dia | null
  /** What the requerente gave it. */
  avaliacao: Nota | null
}

/** What a requerente may do with a protocolo, for whoever was found to stand for them. */
export async function desfechoDe(platform: Platform, entidade: EntidadeAberta, protocoloId: string): Promise<Desfecho> {
  const { sql } = platform.db
  const [fatos, avaliacao] = await Promise.all([
    verFatos(platform, sql, entidade, protocoloId),
    queries.avaliacao(sql, entidade.id, protocoloId),
  ])
  return {
    acoes: acoesDe(fatos, requerente),
    recorrerAte: fatos.recorrerAte,
    avaliacao: avaliacao?.nota ?? null,
  }
}

/** For officials who see the protocolo. */
export async function avaliacaoDe({ db }: Platform, entidade: EntidadeAberta, protocoloId: string): Promise<Avaliacao | null> {
  const linha = await queries.avaliacao(db.sql, entidade.id, protocoloId)
  if (!linha) return null
  const { nota, comentario, em, procurador } = linha
  return { nota, comentario, em: em.toISOString(), ...(procurador !== null && { porProcuracao: procurador }) }
}

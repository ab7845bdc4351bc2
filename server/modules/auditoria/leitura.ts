import type { FiltroDaAuditoria, IntegridadeDaAuditoria, PaginaDaAuditoria, RegistroDaAuditoria } from '../../contract/auditoria.js'
import type { CampoComErro } from '../../contract/problema.js'
import { lerDocumento } from '../../domain/documento.js'
import { noSuchPage, pageOf, readCursor } from '../../platform/http/cursor.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { type Candidato, candidatos } from '../consulta/numero.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { type Oficial, verAlvo } from '../tramitacao/tramitacao.js'
import * as queries from './queries.js'
import { verificarAuditoria } from './verificacao.js'

const porPagina = 50
const maisPorPagina = 100

/** The audit of an entidade, for who administers it. @throws campos_invalidos. */
export async function lerAuditoria(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  filtro: FiltroDaAuditoria,
): Promise<PaginaDaAuditoria> {
  const { sql } = platform.db
  const lido = lerFiltro(entidade, filtro)
  const [periodo, protocolos, quem] = await Promise.all([
    queries.comecos(sql, entidade.arquivo.fuso, lido.de, lido.ate),
    lido.numero === null ? lido.protocolos : queries.protocolosDosNumeros(sql, entidade.id, lido.numero),
    lido.documento === null ? lido.quem : queries.contaDoDocumento(sql, lido.documento),
  ])
  // Of somebody who has no conta there is nothing.
  if (quem === undefined) return { registros: [], proximo: null }
  const unidades = oficial.lotacoes.map(({ unidadeId }) => unidadeId)
  const { acao, depois, limite } = lido
  return pagina(platform, entidade, { protocolos, acao, quem, ...periodo, unidades, depois, limite })
}

/** What was done to one protocolo, for an official who sees it. @throws protocolo_nao_encontrado, campos_invalidos. */
export async function lerAuditoriaDoProtocolo(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  protocoloId: string,
  filtro: Pick<FiltroDaAuditoria, 'depois' | 'limite'>,
): Promise<PaginaDaAuditoria> {
  const { id } = await verAlvo(platform, entidade, oficial, protocoloId)
  const { depois, limite } = lerFiltro(entidade, filtro)
  return pagina(platform, entidade, { protocolos: [id], acao: null, quem: null, de: null, ate: null, unidades: null, depois, limite })
}

/** Walks the whole chain: the time that it takes grows with the acts that there are. */
export async function conferirAuditoria({ db }: Platform, entidade: EntidadeAberta): Promise<IntegridadeDaAuditoria> {
  const { total, falhas } = await verificarAuditoria(db.sql, entidade.id)
  const ate = await queries.quandoFoi(db.sql, entidade.id, total)
  return { integra: falhas.length === 0, total, ate: ate?.toISOString() ?? null, falhas: falhas.length }
}

async function pagina({ db }: Platform, entidade: EntidadeAberta, procura: queries.Procura): Promise<PaginaDaAuditoria> {
  const linhas = await queries.procurar(db.sql, entidade.id, { ...procura, limite: procura.limite + 1 })
  const { rows, next } = pageOf(entidade.id, linhas, procura.limite, ({ posicao, id }) => [posicao, id])
  return { registros: rows.map(paraLer), proximo: next }
}

function paraLer({ posicao: _, em, ...registro }: queries.Registro): RegistroDaAuditoria {
  return { ...registro, em: em.toISOString() }
}

function lerFiltro(entidade: EntidadeAberta, filtro: FiltroDaAuditoria) {
  const erros: CampoComErro[] = []
  function ler<T>(campo: keyof FiltroDaAuditoria, mensagem: string, leitura: (texto: string) => T | undefined): T | undefined {
    const texto = filtro[campo]?.trim()
    if (!texto) return undefined
    const lido = leitura(texto)
    if (lido === undefined) erros.push({ caminho: campo, mensagem })
    return lido
  }
  const diaErrado = 'Confira a data: use ano, mês e dia, como 2026-11-21.'
  const protocolo = ler('protocolo', 'Confira o número do processo.', (texto) => (isId(texto) ? [texto] : lerNumero(entidade, texto)))
  const acao = ler('acao', 'Escolha um ato da lista.', (texto) => (/^[a-z_]+(\.[a-z_]+)?$/.test(texto) ? texto : undefined))
  const documento = /[\d./-]{11,18}/.test(filtro.quem?.trim() ?? '') && !isId(filtro.quem?.trim() ?? '')
  const deQuem = ler('quem', 'Confira o CPF ou CNPJ.', (texto) => (documento ? lerDocumento(texto)?.valor : texto.slice(0, 100)))
  const de = ler('de', diaErrado, lerDia)
  const ate = ler('ate', diaErrado, lerDia)
  const depois = ler('depois', noSuchPage, (texto) => readCursor(entidade.id, texto))
  const limite = ler('limite', `Use de 1 a ${maisPorPagina}.`, lerLimite) ?? porPagina
  if (de && ate && de > ate) erros.push({ caminho: 'ate', mensagem: 'O fim do período vem antes do começo.' })
  if (erros.length > 0) throw new ProblemError('campos_invalidos', { campos: erros })
  return {
    protocolos: protocolo?.every((um) => typeof um === 'string') ? protocolo : null,
    numero: protocolo?.every((um) => typeof um !== 'string') ? protocolo : null,
    acao: acao ?? null,
    documento: documento ? (deQuem ?? null) : null,
    quem: documento ? null : (deQuem ?? null),
    de: de ?? null,
    ate: ate ?? null,
    depois,
    limite,
  }
}

/** Undefined for what is no number here. */
function lerNumero(entidade: EntidadeAberta, numero: string): Candidato[] | undefined {
  try {
    return candidatos(entidade, { numero })
  } catch (erro) {
    if (erro instanceof ProblemError) return undefined
    throw erro
  }
}

function lerDia(texto: string): string | undefined {
  const instante = /^[12]\d{3}-\d\d-\d\d$/.test(texto) ? Date.parse(texto) : Number.NaN
  return !Number.isNaN(instante) && new Date(instante).toISOString().startsWith(texto) ? texto : undefined
}

function lerLimite(texto: string): number | undefined {
  const limite = /^\d{1,3}$/.test(texto) ? Number(texto) : 0
  return limite >= 1 && limite <= maisPorPagina ? limite : undefined
}

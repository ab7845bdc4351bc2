import { type ContagensDasFilas, type FiltroDaFila, filas } from '../../contract/gestao.js'
import { diaEm } from '../../domain/prazo.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { createLine } from '../../platform/line.js'
import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Oficial } from '../tramitacao/tramitacao.js'
import { alcanceDe } from './alcance.js'
import { lerBusca } from './busca.js'
import { escreverCursor, lerFiltro, unidadeAlheia } from './filtro.js'
import type { Alcance, Recorte } from './lugares.js'
import * as queries from './queries.js'

/**
 * A page of a queue: PaginaDaFila as JSON, its protocolos written by the database. Where a search finds very many, a page may hold less than
 * was asked for and still go on; it is never empty then.
 * @throws campos_invalidos.
 */
export async function escreverFila(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, pedido: FiltroDaFila): Promise<string> {
  const { alcance, filtro, limite, busca } = lerFiltro(entidade, oficial, pedido)
  const recorte = { alcance, filtro, hoje: diaEm(entidade.arquivo.fuso, platform.clock.now()) }
  const { texto, fim } =
    busca === undefined
      ? await queries.pagina(platform.db.sql, recorte, limite)
      : await paginaDaBusca(platform, entidade, recorte, busca, limite)
  return `{"protocolos":${texto},"proximo":${fim ? `"${escreverCursor(oficial.contaId, filtro.fila, fim)}"` : 'null'}}`
}

/** Searches of a node at once: they leave most of the connections of transactions to those. */
const buscasJuntas = 2
const vezDe = oncePer((_platform: Platform) => createLine(buscasJuntas))

/** In a transaction, which has a connection to itself: common words take long, and nobody else's reading waits behind them. */
function paginaDaBusca(platform: Platform, entidade: EntidadeAberta, recorte: Recorte, busca: string, limite: number) {
  const { texto, numeros } = lerBusca(entidade, busca)
  const procurar = async (sql: Sql): Promise<queries.Pagina> => {
    const { tsquery, demais } = await queries.procurar(sql, entidade.id, texto)
    const procurada = { tsquery, numeros }
    if (!demais) return queries.paginaDosAchados(sql, recorte, procurada, limite)
    for (let { filtro } = recorte; ; ) {
      const pagina = await queries.paginaPercorrida(sql, { ...recorte, filtro }, procurada, limite)
      if (!pagina.fim || pagina.texto !== '[]') return pagina
      filtro = { ...filtro, depois: pagina.fim }
    }
  }
  return vezDe(platform).run(() => platform.db.transaction(procurar))
}

/**
 * How many each queue holds, up to {@link queries.maisContados}.
 * @param unidade codigo of one; without it, all in which the official works.
 * @throws campos_invalidos.
 */
export async function contarFilas(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  unidade: string | undefined,
): Promise<ContagensDasFilas> {
  const alcance = alcanceDe(entidade, oficial, unidade || undefined)
  if (!alcance) throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'unidade', mensagem: unidadeAlheia }] })
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  const [doSetor, propria] = await Promise.all([
    contarDoSetor(platform, alcance, hoje),
    queries.contagens(platform.db.sql, alcance, hoje, ['minha']),
  ])
  return { ...doSetor, ...propria }
}

const emCursoEm = oncePer((_platform: Platform) => new Map<string, Promise<Omit<ContagensDasFilas, 'minha'>>>())

/** The same for all who work there: when something changes and many ask at once, it is counted once. */
function contarDoSetor(platform: Platform, alcance: Alcance, hoje: string): Promise<Omit<ContagensDasFilas, 'minha'>> {
  const contando = emCursoEm(platform)
  const chave = [alcance.entidadeId, alcance.semSigilosos, hoje, ...[...alcance.unidades].sort()].join(' ')
  const contada = contando.get(chave) ?? queries.contagens(platform.db.sql, alcance, hoje, doSetor).finally(() => contando.delete(chave))
  contando.set(chave, contada)
  return contada
}

const doSetor = filas.filter((fila) => fila !== 'minha')

import type { LugarNaLista, PaginaDePendencias, Pendencia } from '../../contract/meus.js'
import { diaEm } from '../../domain/prazo.js'
import { pageOf, placeAfter } from '../../platform/http/cursor.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

const porPagina = 20

/** What waits for a conta in an entidade, the soonest first. @throws campos_invalidos. */
export async function listarPendencias(
  { db, clock }: Platform,
  entidade: EntidadeAberta,
  quem: Sessao,
  { depois }: LugarNaLista,
): Promise<PaginaDePendencias> {
  const hoje = diaEm(entidade.arquivo.fuso, clock.now())
  const linhas = await queries.exigencias(db.sql, quem, { hoje, depois: placeAfter(quem.contaId, depois), limite: porPagina + 1 })
  const { rows, next } = pageOf(quem.contaId, linhas, porPagina, ({ prazo, id }) => [prazo, id])
  return { pendencias: rows.map(paraLer), proximo: next }
}

function paraLer({ id, numero, tipo, unidade, pedidaEm, ...resto }: queries.Linha): Pendencia {
  return { especie: 'exigencia', protocolo: { id, numero, tipo, unidade }, pedidaEm: pedidaEm?.toISOString() ?? null, ...resto }
}

import type { PendenciaDaGestao } from '../../contract/gestao.js'
import type { LugarNaLista, PaginaDePendencias } from '../../contract/meus.js'
import type { CorrecaoParaLer, PendenciaParaLer } from '../../contract/pendencias.js'
import { escreverResposta } from '../../domain/escrita-das-respostas.js'
import { diaEm, diasEntre } from '../../domain/prazo.js'
import { pageOf, placeAfter } from '../../platform/http/cursor.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

export type { Correcao } from './queries.js'

const porPagina = 20

/** What waits for a conta in an entidade, the soonest first. @throws campos_invalidos. */
export async function listarPendencias(
  { db, clock }: Platform,
  entidade: EntidadeAberta,
  quem: Sessao,
  { depois }: LugarNaLista,
): Promise<PaginaDePendencias> {
  const hoje = diaEm(entidade.arquivo.fuso, clock.now())
  const linhas = await queries.daConta(db.sql, quem, { hoje, depois: placeAfter(quem.contaId, depois), limite: porPagina + 1 })
  const { rows, next } = pageOf(quem.contaId, linhas, porPagina, ({ prazo, id }) => [prazo, id])
  const pendencias = rows.map(({ protocoloId, numero, tipo, unidade, pedidaEm, ...resto }) => ({
    ...resto,
    protocolo: { id: protocoloId, numero, tipo, unidade },
    pedidaEm: pedidaEm.toISOString(),
  }))
  return { pendencias, proximo: next }
}

/** What a protocolo waits for, the soonest first, for whoever was found to be let into it. */
export async function pendenciasAbertas(
  { db, clock }: Platform,
  entidade: EntidadeAberta,
  protocoloId: string,
): Promise<PendenciaParaLer[]> {
  const hoje = diaEm(entidade.arquivo.fuso, clock.now())
  const abertas = await queries.abertas(db.sql, entidade.id, protocoloId)
  return abertas.map((aberta) => ({
    id: aberta.id,
    especie: aberta.especie,
    texto: aberta.texto,
    pedidaEm: aberta.pedidaEm.toISOString(),
    prazo: aberta.prazo,
    diasRestantes: diasEntre(hoje, aberta.prazo),
    correcao: correcaoParaLer(aberta),
  }))
}

function correcaoParaLer({ alvo, campo, valor, anexo, documento, tipo }: queries.Aberta): CorrecaoParaLer | null {
  if (!alvo) return null
  const { motivo } = alvo
  if (campo) return { motivo, campo, valor: valor === null ? null : escreverResposta(campo, valor) }
  const nome = tipo.documentos.find(({ codigo }) => codigo === documento)?.nome ?? documento
  return anexo && { motivo, anexo, documento: nome }
}

/** What was corrected in a protocolo, in the order in which it was. */
export function correcoesDe({ db }: Platform, entidade: EntidadeAberta, protocoloId: string): Promise<queries.Correcao[]> {
  return queries.correcoes(db.sql, entidade.id, protocoloId)
}

/** All that was ever asked, newest first, for officials who see the protocolo. */
export async function pendenciasDaGestao(
  { db, clock }: Platform,
  entidade: EntidadeAberta,
  protocoloId: string,
): Promise<PendenciaDaGestao[]> {
  const hoje = diaEm(entidade.arquivo.fuso, clock.now())
  const todas = await queries.todas(db.sql, entidade.id, protocoloId)
  return todas.map(({ criadaEm, respondidaEm, dispensadaEm, encerradaEm, ...pendencia }) => {
    const estado = respondidaEm ? 'respondida' : dispensadaEm ? 'dispensada' : encerradaEm ? 'encerrada' : 'aberta'
    return { ...pendencia, criadaEm: criadaEm.toISOString(), estado, vencida: estado === 'aberta' && pendencia.prazo < hoje }
  })
}

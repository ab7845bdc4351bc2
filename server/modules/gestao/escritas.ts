import type { AtoDaGestao } from '../../contract/gestao.js'
import type { Sql } from '../../platform/database.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { dispensar, encerrarSemResposta, exigir } from '../pendencias/atos.js'
import type { Alvo, Oficial, Passo } from '../tramitacao/tramitacao.js'
import { mudarSigilo, prorrogar, reclassificar } from './escritas-da-classificacao.js'
import { atribuir, despachar, encaminhar, parar, receber, retomar } from './escritas-do-andamento.js'
import { arquivar, cancelar, concluir, reabrir } from './escritas-do-fim.js'

/** What an act finds: the transaction, and the protocolo, held. */
export interface Cena {
  platform: Platform
  sql: Sql
  entidade: EntidadeAberta
  oficial: Oficial
  alvo: Alvo
}

export type AtoDe<A extends AtoDaGestao['acao']> = Extract<AtoDaGestao, { acao: A }>

/** What an act of an official writes. @throws campos_invalidos. */
export type Escrita<A extends AtoDaGestao['acao']> = (cena: Cena, ato: AtoDe<A>) => Passo | Passo[] | Promise<Passo | Passo[]>

/** Every act that an official may do by POST gestao/protocolos/{id}/tramites. */
const escritas: { [A in AtoDaGestao['acao']]: Escrita<A> } = {
  receber,
  atribuir,
  encaminhar,
  despachar,
  reclassificar,
  mudar_sigilo: mudarSigilo,
  parar,
  retomar,
  prorrogar,
  concluir,
  cancelar,
  reabrir,
  arquivar,
  exigir: ({ platform, sql, entidade, alvo }, ato) => exigir(platform, sql, entidade, alvo, ato),
  dispensar: ({ platform, sql, entidade, alvo }, ato) => dispensar(platform, sql, entidade, alvo, ato),
  encerrar_sem_resposta: (_, ato) => encerrarSemResposta(ato),
}

/** What writes an act. */
export function escritaDe<A extends AtoDaGestao['acao']>(acao: A): Escrita<A> {
  return escritas[acao]
}

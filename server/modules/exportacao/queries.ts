import type { Sql } from '../../platform/database.js'
import type { Dono } from '../sessoes/sessoes.js'

export interface Datas {
  criadaEm: Date
  atualizadaEm: Date | null
}

export async function datas(sql: Sql, { contaId }: Dono): Promise<Datas | undefined> {
  const [linha] = await sql<Datas[]>`
    select criada_em as "criadaEm", atualizada_em as "atualizadaEm" from contas where conta_id = ${contaId}`
  return linha
}

export interface RascunhoGuardado {
  tipo: string
  atualizadoEm: Date
  dados: object
}

/** The latest first. */
export async function rascunhos(sql: Sql, { entidadeId, contaId }: Dono): Promise<RascunhoGuardado[]> {
  return await sql<RascunhoGuardado[]>`
    select tipo, atualizado_em as "atualizadoEm", dados from rascunhos
     where entidade_id = ${entidadeId} and conta_id = ${contaId} order by atualizado_em desc, rascunho_id`
}

export interface Espera {
  especie: string
  pedidaEm: Date
  expiraEm: Date
}

/** What waits to be confirmed by a code or a link. */
export async function esperas(sql: Sql, { entidadeId, contaId }: Dono, agora: Date): Promise<Espera[]> {
  return await sql<Espera[]>`
    select especie, criada_em as "pedidaEm", expira_em as "expiraEm" from confirmacoes
     where conta_id = ${contaId} and entidade_id = ${entidadeId} and especie <> 'nenhuma' and usada_em is null and expira_em > ${agora}
     order by criada_em`
}

export interface Lotacao {
  unidade: string
  papel: string
}

export async function lotacoes(sql: Sql, { entidadeId, contaId }: Dono): Promise<Lotacao[]> {
  return await sql<Lotacao[]>`
    select u.nome as unidade, l.papel from lotacoes l join unidades u using (entidade_id, unidade_id)
     where l.entidade_id = ${entidadeId} and l.conta_id = ${contaId} order by u.nome`
}

export interface Registro {
  em: Date
  acao: string
  dados: object
  endereco: string | null
  aparelho: string | null
}

/** What the audit keeps of the use of a conta, oldest first. */
export async function registros(sql: Sql, { entidadeId, contaId }: Dono): Promise<Registro[]> {
  return await sql<Registro[]>`
    select em, acao, dados, endereco, aparelho from auditoria
     where entidade_id = ${entidadeId} and quem = ${contaId} and acao not like 'protocolo.%' order by em, auditoria_id`
}

import type { Operacao } from '../../contract/sessoes.js'
import type { Sql } from '../../platform/database.js'
import type { Sessao } from '../sessoes/sessoes.js'

export async function inserir(
  sql: Sql,
  { contaId, id }: Sessao,
  { hash, operacao, expiraEm }: { hash: Buffer; operacao: Operacao; expiraEm: Date },
): Promise<void> {
  await sql`
    insert into reautenticacoes (conta_id, confirmacao_hash, sessao_id, operacao, expira_em)
    values (${contaId}, ${hash}, ${id}, ${operacao}, ${expiraEm})`
}

export async function existe(sql: Sql, { contaId, id }: Sessao, operacao: Operacao, hash: Buffer, agora: Date): Promise<boolean> {
  const [linha] = await sql`
    select from reautenticacoes
     where conta_id = ${contaId} and confirmacao_hash = ${hash} and sessao_id = ${id} and operacao = ${operacao} and expira_em > ${agora}`
  return linha !== undefined
}

/** @returns false when there is none to spend: of two at once only one does. */
export async function gastar(sql: Sql, { contaId, id }: Sessao, operacao: Operacao, hash: Buffer, agora: Date): Promise<boolean> {
  const { count } = await sql`
    delete from reautenticacoes
     where conta_id = ${contaId} and confirmacao_hash = ${hash} and sessao_id = ${id} and operacao = ${operacao} and expira_em > ${agora}`
  return count === 1
}

export async function apagarVencidas(sql: Sql, agora: Date): Promise<void> {
  await sql`delete from reautenticacoes where expira_em < ${agora}`
}

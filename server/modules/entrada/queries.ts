import type { Sql } from '../../platform/database.js'

/** Names of the devices from which a conta was opened in an entidade. */
export async function aparelhosDe(sql: Sql, entidadeId: string, contaId: string): Promise<string[]> {
  const linhas = await sql<{ aparelho: string }[]>`
    select distinct dados->>'aparelho' as aparelho from auditoria
     where entidade_id = ${entidadeId} and quem = ${contaId} and acao = 'conta.entrar'`
  return linhas.map(({ aparelho }) => aparelho)
}

/** Whether a conta still has the password that was checked, until the transaction ends. */
export async function senhaContinua(sql: Sql, contaId: string, senhaHash: string | null): Promise<boolean> {
  const [linha] = await sql`select from contas where conta_id = ${contaId} and senha_hash is not distinct from ${senhaHash} for share`
  return linha !== undefined
}

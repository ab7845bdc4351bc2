import type { Sql } from '../../platform/database.js'

/** A second e-mail that becomes the first is second no more. */
export async function mudarEmail(sql: Sql, id: string, email: string, agora: Date): Promise<void> {
  await sql`
    update contas set email = ${email}, atualizada_em = ${agora},
           email_alternativo = case when lower(email_alternativo) <> lower(${email}) then email_alternativo end
     where conta_id = ${id}`
}

export async function mudarEmailAlternativo(sql: Sql, id: string, email: string | null, agora: Date): Promise<void> {
  await sql`update contas set email_alternativo = ${email}, atualizada_em = ${agora} where conta_id = ${id}`
}

/** @param telefone confirmed; null for none. */
export async function mudarTelefone(sql: Sql, id: string, telefone: string | null, agora: Date): Promise<void> {
  await sql`
    update contas set dados = jsonb_strip_nulls(dados || jsonb_build_object('telefone', ${telefone}::text)), telefone_confirmado = ${telefone},
           atualizada_em = ${agora}
     where conta_id = ${id}`
}

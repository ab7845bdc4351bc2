import type { Sql } from '../../platform/database.js'
import type { Dono } from '../sessoes/sessoes.js'

export interface Linha {
  id: string
  tipo: string
  dados: Record<string, unknown>
  atualizadoEm: Date
}

/** A row of the list. `lugar` is as the device wrote it. */
export type Item = Omit<Linha, 'dados'> & { lugar: unknown }

/** The latest first. */
export async function listar(sql: Sql, { entidadeId, contaId }: Dono, desde: Date): Promise<Item[]> {
  return await sql<Item[]>`
    select rascunho_id as id, tipo, dados->'lugar' as lugar, atualizado_em as "atualizadoEm" from rascunhos
     where entidade_id = ${entidadeId} and conta_id = ${contaId} and atualizado_em > ${desde}
     order by atualizado_em desc, rascunho_id desc`
}

export async function ler(sql: Sql, { entidadeId, contaId }: Dono, id: string, desde: Date): Promise<Linha | undefined> {
  const [linha] = await sql<Linha[]>`
    select rascunho_id as id, tipo, dados, atualizado_em as "atualizadoEm" from rascunhos
     where entidade_id = ${entidadeId} and conta_id = ${contaId} and rascunho_id = ${id} and atualizado_em > ${desde}`
  return linha
}

/** Writes a draft, and lets go of the oldest past `mais`. */
export async function gravar(
  sql: Sql,
  { entidadeId, contaId }: Dono,
  { id, tipo, dados, atualizadoEm }: Omit<Linha, 'dados'> & { dados: object },
  mais: number,
): Promise<void> {
  await sql`
    with gravado as (
      insert into rascunhos (entidade_id, conta_id, rascunho_id, tipo, dados, atualizado_em)
      values (${entidadeId}, ${contaId}, ${id}, ${tipo}, ${sql.json({ ...dados })}, ${atualizadoEm})
          on conflict (entidade_id, conta_id, rascunho_id) do update
         set tipo = excluded.tipo, dados = excluded.dados, atualizado_em = excluded.atualizado_em
    )
    delete from rascunhos r using (
      select rascunho_id from rascunhos
       where entidade_id = ${entidadeId} and conta_id = ${contaId} and rascunho_id <> ${id}
       order by atualizado_em desc, rascunho_id desc offset ${mais - 1}
    ) velhos
     where r.entidade_id = ${entidadeId} and r.conta_id = ${contaId} and r.rascunho_id = velhos.rascunho_id`
}

/** Writes over what was written at `lido`. @returns whether that was still there */
export async function regravar(
  sql: Sql,
  { entidadeId, contaId }: Dono,
  { id, tipo, dados, atualizadoEm }: Omit<Linha, 'dados'> & { dados: object },
  lido: Date,
): Promise<boolean> {
  const gravados = await sql`
    update rascunhos set tipo = ${tipo}, dados = ${sql.json({ ...dados })}, atualizado_em = ${atualizadoEm}
     where entidade_id = ${entidadeId} and conta_id = ${contaId} and rascunho_id = ${id} and atualizado_em = ${lido} returning rascunho_id`
  return gravados.length > 0
}

export async function apagar(sql: Sql, { entidadeId, contaId }: Dono, id: string): Promise<boolean> {
  const apagados = await sql`
    delete from rascunhos where entidade_id = ${entidadeId} and conta_id = ${contaId} and rascunho_id = ${id} returning rascunho_id`
  return apagados.length > 0
}

export async function apagarVelhos(sql: Sql, antesDe: Date): Promise<void> {
  await sql`delete from rascunhos where atualizado_em < ${antesDe}`
}

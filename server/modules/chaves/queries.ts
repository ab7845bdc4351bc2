import type { Escopo } from '../../contract/administracao.js'
import type { Sql } from '../../platform/database.js'

export interface Linha {
  id: string
  nome: string
  prefixo: string
  escopos: Escopo[]
  criadaEm: Date
  usadaEm: Date | null
  revogadaEm: Date | null
}

export async function inserir(
  sql: Sql,
  entidadeId: string,
  { id, nome, prefixo, escopos, criadaEm, hash, criadaPor }: Omit<Linha, 'usadaEm' | 'revogadaEm'> & { hash: Buffer; criadaPor: string },
): Promise<void> {
  await sql`
    insert into chaves (entidade_id, chave_id, nome, prefixo, chave_hash, escopos, criada_em, criada_por)
    values (${entidadeId}, ${id}, ${nome}, ${prefixo}, ${hash}, ${escopos}, ${criadaEm}, ${criadaPor})`
}

/** Newest first. */
export async function todas(sql: Sql, entidadeId: string): Promise<Linha[]> {
  return sql<Linha[]>`
    select chave_id as id, nome, prefixo, escopos, criada_em as "criadaEm", usada_em as "usadaEm", revogada_em as "revogadaEm"
      from chaves where entidade_id = ${entidadeId} order by criada_em desc, chave_id desc`
}

/** @returns its name, unless there is none or it was revoked before. */
export async function revogar(sql: Sql, entidadeId: string, id: string, agora: Date): Promise<string | undefined> {
  const [linha] = await sql<{ nome: string }[]>`
    update chaves set revogada_em = ${agora} where entidade_id = ${entidadeId} and chave_id = ${id} and revogada_em is null returning nome`
  return linha?.nome
}

export async function porHash(sql: Sql, entidadeId: string, hash: Buffer): Promise<Linha | undefined> {
  const [linha] = await sql<Linha[]>`
    select chave_id as id, nome, prefixo, escopos, criada_em as "criadaEm", usada_em as "usadaEm", revogada_em as "revogadaEm"
      from chaves where entidade_id = ${entidadeId} and chave_hash = ${hash}`
  return linha
}

export async function marcarUso(sql: Sql, entidadeId: string, id: string, agora: Date): Promise<void> {
  await sql`update chaves set usada_em = ${agora} where entidade_id = ${entidadeId} and chave_id = ${id}`
}

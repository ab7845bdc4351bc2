import type { Sql } from '../../platform/database.js'
import type { PublicJwk } from '../../platform/http/dpop.js'

export interface SessaoGuardada {
  id: string
  contaId: string
  entidadeId: string
  tokenHash: Buffer
  chave: PublicJwk
  aparelho: string
  lembrar: boolean
  criadaEm: Date
  usadaEm: Date
  expiraEm: Date
  passkeyEm: Date | null
}

export async function inserir(sql: Sql, sessao: SessaoGuardada): Promise<void> {
  const { id, contaId, entidadeId, tokenHash, chave, aparelho, lembrar, criadaEm, usadaEm, expiraEm, passkeyEm } = sessao
  await sql`
    insert into sessoes (conta_id, sessao_id, entidade_id, token_hash, chave, aparelho, lembrar, criada_em, usada_em, expira_em, passkey_em)
    values (${contaId}, ${id}, ${entidadeId}, ${tokenHash}, ${sql.json({ ...chave })}, ${aparelho}, ${lembrar}, ${criadaEm}, ${usadaEm}, ${expiraEm}, ${passkeyEm})`
}

export async function porToken(sql: Sql, tokenHash: Buffer): Promise<SessaoGuardada | undefined> {
  const [sessao] = await sql<SessaoGuardada[]>`
    select sessao_id as id, conta_id as "contaId", entidade_id as "entidadeId", token_hash as "tokenHash", chave, aparelho, lembrar,
           criada_em as "criadaEm", usada_em as "usadaEm", expira_em as "expiraEm", passkey_em as "passkeyEm"
      from sessoes where token_hash = ${tokenHash}`
  return sessao
}

export async function porId(sql: Sql, contaId: string, sessaoId: string): Promise<SessaoGuardada | undefined> {
  const [sessao] = await sql<SessaoGuardada[]>`
    select sessao_id as id, conta_id as "contaId", entidade_id as "entidadeId", token_hash as "tokenHash", chave, aparelho, lembrar,
           criada_em as "criadaEm", usada_em as "usadaEm", expira_em as "expiraEm", passkey_em as "passkeyEm"
      from sessoes where conta_id = ${contaId} and sessao_id = ${sessaoId}`
  return sessao
}

/** Waits for nobody: a session that is being ended needs no such note. */
export async function marcarUso(sql: Sql, { contaId, id }: SessaoGuardada, agora: Date): Promise<void> {
  await sql`
    update sessoes set usada_em = ${agora} where (conta_id, sessao_id) in (
      select conta_id, sessao_id from sessoes
       where conta_id = ${contaId} and sessao_id = ${id} and usada_em < ${agora} for no key update skip locked)`
}

/** Tells every node to read the session again. */
export async function marcarPasskey(sql: Sql, contaId: string, sessaoId: string, agora: Date): Promise<void> {
  await sql`
    with marcada as (
      update sessoes set passkey_em = ${agora} where conta_id = ${contaId} and sessao_id = ${sessaoId} returning token_hash)
    select pg_notify('sessoes', encode(token_hash, 'hex')) from marcada`
}

/** Of one entidade, the most lately used first. */
export async function daConta(sql: Sql, contaId: string, entidadeId: string): Promise<SessaoGuardada[]> {
  return await sql<SessaoGuardada[]>`
    select sessao_id as id, conta_id as "contaId", entidade_id as "entidadeId", token_hash as "tokenHash", chave, aparelho, lembrar,
           criada_em as "criadaEm", usada_em as "usadaEm", expira_em as "expiraEm", passkey_em as "passkeyEm"
      from sessoes where conta_id = ${contaId} and entidade_id = ${entidadeId} order by usada_em desc, sessao_id`
}

/** Ends one session of a conta, and tells every node. @returns whether there was one. */
export async function encerrar(sql: Sql, contaId: string, sessaoId: string): Promise<boolean> {
  const fim = await sql`
    with fim as (delete from sessoes where conta_id = ${contaId} and sessao_id = ${sessaoId} returning token_hash)
    select pg_notify('sessoes', encode(token_hash, 'hex')) from fim`
  return fim.length > 0
}

/** Ends those of a conta in an entidade that were used before its latest `mais`, and tells every node. */
export async function encerrarExcesso(sql: Sql, { contaId, entidadeId }: SessaoGuardada, mais: number): Promise<void> {
  await sql`
    with fim as (
      delete from sessoes where conta_id = ${contaId} and sessao_id in (
        select sessao_id from sessoes where conta_id = ${contaId} and entidade_id = ${entidadeId}
         order by usada_em desc, sessao_id desc offset ${mais})
      returning token_hash)
    select pg_notify('sessoes', encode(token_hash, 'hex')) from fim`
}

/** Ends every session of a conta, in every entidade, save one; and tells every node. */
export async function encerrarTodas(sql: Sql, contaId: string, menos: string | null): Promise<void> {
  await sql`
    with fim as (delete from sessoes where conta_id = ${contaId} and sessao_id is distinct from ${menos} returning token_hash)
    select pg_notify('sessoes', encode(token_hash, 'hex')) from fim`
}

export async function apagarVencidas(sql: Sql, agora: Date): Promise<void> {
  await sql`delete from sessoes where expira_em < ${agora}`
}

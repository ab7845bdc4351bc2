import type { Anexo, AnexoEnviado } from '../../contract/protocolos.js'
import type { Database, Sql } from '../../platform/database.js'

/** A file's content in an entidade. */
export interface Conteudo {
  entidadeId: string
  sha256: string
}

/** Waits while content of the same hash is being removed. */
export function inserir(db: Database, entidadeId: string, anexo: Anexo, agora: Date): Promise<void> {
  return db.transaction(async (sql) => {
    await trancar(sql, { entidadeId, sha256: anexo.sha256 })
    await sql`
      insert into anexos (entidade_id, anexo_id, nome, tipo, tamanho, sha256, criado_em)
      values (${entidadeId}, ${anexo.id}, ${anexo.nome}, ${anexo.tipo}, ${anexo.tamanho}, ${anexo.sha256}, ${agora})`
  })
}

export interface AnexoGuardado extends Anexo {
  /** Codigo of the one that was asked for. */
  documento: string | null
  tramiteId: string | null
  daAbertura: boolean
}

export async function doProtocolo(sql: Sql, entidadeId: string, protocoloId: string): Promise<AnexoGuardado[]> {
  return await sql<AnexoGuardado[]>`
    select anexo_id as id, nome, tipo, tamanho, sha256, documento, tramite_id as "tramiteId",
           tramite_id is null and mensagem_id is null as "daAbertura"
      from anexos where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}
     order by posicao, anexo_id`
}

/** Of those named, the ones that nothing has taken, held until the transaction ends. */
export async function soltos(sql: Sql, entidadeId: string, enviados: readonly AnexoEnviado[]): Promise<Anexo[]> {
  return await sql<Anexo[]>`
    select a.anexo_id as id, a.nome, a.tipo, a.tamanho, a.sha256
      from anexos a
      join unnest(${enviados.map(({ id }) => id)}::uuid[], ${enviados.map(({ sha256 }) => sha256)}::text[]) as n (anexo_id, sha256)
           using (anexo_id, sha256)
     where a.entidade_id = ${entidadeId} and a.protocolo_id is null
       for update of a`
}

export async function apagar(db: Database, entidadeId: string, anexoId: string): Promise<void> {
  await db.sql`delete from anexos where entidade_id = ${entidadeId} and anexo_id = ${anexoId} and protocolo_id is null`
}

/** Removes the rows that no protocolo took, at most 500 at a time, and tells whose content they were. One taken meanwhile stays. */
export async function apagarSoltos(db: Database, antesDe: Date): Promise<Conteudo[]> {
  return await db.sql<Conteudo[]>`
    delete from anexos a
     using (select entidade_id, anexo_id from anexos where protocolo_id is null and procuracao_id is null and criado_em < ${antesDe} order by criado_em limit 500) velho
     where a.entidade_id = velho.entidade_id and a.anexo_id = velho.anexo_id and a.protocolo_id is null and a.procuracao_id is null
    returning a.entidade_id as "entidadeId", a.sha256`
}

/** Runs `remover` if no row needs the content, while keeping new rows for it waiting. */
export function semUso(db: Database, conteudo: Conteudo, remover: () => Promise<void>): Promise<void> {
  return db.transaction(async (sql) => {
    await trancar(sql, conteudo)
    const { count } = await sql`
      select 1 from anexos where entidade_id = ${conteudo.entidadeId} and sha256 = ${conteudo.sha256} limit 1`
    if (count === 0) await remover()
  })
}

async function trancar(sql: Sql, { entidadeId, sha256 }: Conteudo): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`anexo ${entidadeId}/${sha256}`}, 0))`
}

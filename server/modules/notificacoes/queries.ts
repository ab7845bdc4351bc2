import type { Situacao } from '../../domain/situacao.js'
import type { Sql } from '../../platform/database.js'

export interface EmailDevido {
  para: string
  especie: string
  protocoloId: string | null
  /** What its especie keeps until it is written. */
  dados: object
}

export async function codigoDaEntidade(sql: Sql, entidadeId: string): Promise<string | undefined> {
  const [linha] = await sql<{ codigo: string }[]>`select codigo from entidades where entidade_id = ${entidadeId}`
  return linha?.codigo
}

/** Seconds for which this transaction may wait for a mail server. */
export async function esperarCorreio(sql: Sql, segundos: number): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', ${`${segundos}s`}, true)`
}

/** The e-mail, held until the transaction ends; nothing when it was sent or another run holds it. */
export async function tomar(sql: Sql, entidadeId: string, emailId: string): Promise<EmailDevido | undefined> {
  const [email] = await sql<EmailDevido[]>`
    select para, especie, protocolo_id as "protocoloId", dados from emails
     where entidade_id = ${entidadeId} and email_id = ${emailId} and enviado_em is null and recusado_em is null
       for update skip locked`
  return email
}

export async function porEnviar(sql: Sql, entidadeId: string, emailId: string): Promise<boolean> {
  const [linha] = await sql`
    select from emails where entidade_id = ${entidadeId} and email_id = ${emailId} and enviado_em is null and recusado_em is null`
  return linha !== undefined
}

export interface Enviado {
  em: Date
  /** Where there is no SMTP: what would have been sent. */
  conteudo?: { de: string; assunto: string; texto: string; html: string }
}

export async function marcarEnviado(sql: Sql, entidadeId: string, emailId: string, { em, conteudo }: Enviado): Promise<void> {
  await sql`
    update emails set enviado_em = ${em}, conteudo = ${conteudo ? sql.json(conteudo) : null}
     where entidade_id = ${entidadeId} and email_id = ${emailId}`
}

export async function marcarRecusado(sql: Sql, entidadeId: string, emailId: string, agora: Date): Promise<void> {
  await sql`update emails set recusado_em = ${agora} where entidade_id = ${entidadeId} and email_id = ${emailId}`
}

export interface ProtocoloDoAviso {
  numero: string
  abertoEm: Date
  /** `AAAA-MM-DD`. */
  prazo: string
  situacao: Situacao
  unidade: string
  /** Null when it is restrito or sigiloso: a mailbox may be read by others. */
  tipo: string | null
}

/** Newest first. */
export async function protocolos(sql: Sql, entidadeId: string, ids: readonly string[]): Promise<ProtocoloDoAviso[]> {
  return await sql<ProtocoloDoAviso[]>`
    select p.numero, p.aberto_em as "abertoEm", p.prazo, p.situacao, u.nome as unidade,
           case when p.sigilo = 'publico' then t.definicao->>'nome' end as tipo
      from protocolos p
      join unidades u using (entidade_id, unidade_id)
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
     where p.entidade_id = ${entidadeId} and p.protocolo_id = any (${[...ids]}::uuid[])
     order by p.aberto_em desc, p.protocolo_id desc`
}

export interface Caixa {
  /** As it was written in the newest of `protocolos`. */
  para: string
  protocolos: string[]
}

/** The addresses on file of a person, each with the protocolos filed with it, newest first and no more than `limite`. */
export async function caixasDe(sql: Sql, entidadeId: string, documento: string, limite: number): Promise<Caixa[]> {
  return await sql<Caixa[]>`
    select (array_agg(coalesce(requerente->>'email', requerente_email) order by aberto_em desc, protocolo_id desc))[1] as para,
           (array_agg(protocolo_id order by aberto_em desc, protocolo_id desc))[1:${limite}] as protocolos
      from protocolos
     where entidade_id = ${entidadeId} and requerente_documento = ${documento} and requerente_email is not null
     group by requerente_email`
}

/** One at a time for each address, until the transaction ends. */
export async function travarCaixa(sql: Sql, entidadeId: string, para: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('lembrete ' || ${entidadeId}::text || lower(${para}::text), 0))`
}

export async function lembradaDesde(sql: Sql, entidadeId: string, para: string, desde: Date): Promise<boolean> {
  const [linha] = await sql`
    select from emails
     where entidade_id = ${entidadeId} and especie = 'lembrete' and lower(para) = lower(${para}) and criado_em > ${desde} limit 1`
  return linha !== undefined
}

/** Owes an e-mail, about a protocolo or about none, and adds its job. */
export async function dever(
  sql: Sql,
  entidadeId: string,
  { id, especie, para, dados, protocoloId = null }: Omit<EmailDevido, 'protocoloId'> & { id: string; protocoloId?: string | null },
  agora: Date,
): Promise<void> {
  await sql`
    insert into emails (entidade_id, email_id, protocolo_id, especie, para, dados, criado_em)
    values (${entidadeId}, ${id}, ${protocoloId}, ${especie}, ${para}, ${sql.json({ ...dados })}, ${agora})`
  await sql`
    select graphile_worker.add_job('enviar_email',
             json_build_object('entidadeId', ${entidadeId}::text, 'emailId', ${id}::text), max_attempts := 25)`
}

/** Adds the job of a text with a code. The number is not in it. */
export async function deverTexto(sql: Sql, { confirmacao, envio }: { confirmacao: string; envio: number }): Promise<void> {
  await sql`
    select graphile_worker.add_job('enviar_sms',
             json_build_object('confirmacao', ${confirmacao}::text, 'envio', ${envio}::int), max_attempts := 25)`
}

export async function apagarSemProtocolo(sql: Sql, antesDe: Date): Promise<void> {
  await sql`delete from emails where protocolo_id is null and criado_em < ${antesDe}`
}

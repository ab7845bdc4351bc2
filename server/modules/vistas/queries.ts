import type { PaginaDeLiberados } from '../../contract/meus.js'
import type { Sql } from '../../platform/database.js'
import type { Dono } from '../sessoes/sessoes.js'

export interface Nova {
  id: string
  protocoloId: string
  documento: string | null
  email: string | null
  ate: Date
  dadaPor: string
  agora: Date
}

export async function conceder(sql: Sql, entidadeId: string, nova: Nova): Promise<void> {
  const { id, protocoloId, documento, email, ate, dadaPor, agora } = nova
  await sql`
    insert into vistas (entidade_id, vista_id, protocolo_id, documento, email, ate, dada_em, dada_por)
    values (${entidadeId}, ${id}, ${protocoloId}, ${documento}, lower(${email}::text), ${ate}, ${agora}, ${dadaPor})`
}

/** Ends those that are in force for one documento or one e-mail. @returns their ids. */
export async function revogar(
  sql: Sql,
  entidadeId: string,
  { protocoloId, documento, email, agora }: Pick<Nova, 'protocoloId' | 'documento' | 'email' | 'agora'>,
): Promise<string[]> {
  const revogadas = await sql<{ id: string }[]>`
    update vistas set revogada_em = ${agora}
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and revogada_em is null and ate > ${agora}
           and (documento = ${documento} or email = lower(${email}::text))
    returning vista_id as id`
  return revogadas.map(({ id }) => id)
}

/** Of the conta, by its documento or an e-mail that it has shown to read, in force at `agora`. */
function emVigor(sql: Sql, { entidadeId, contaId }: Dono, agora: Date) {
  return sql`
    vistas v join contas c on c.conta_id = ${contaId} and (v.documento = c.documento or v.email in (lower(c.email), lower(c.email_alternativo)))
    where v.entidade_id = ${entidadeId} and v.ate > ${agora} and v.revogada_em is null`
}

export interface Vista {
  id: string
  ate: Date
  /** Of the protocolo. */
  versao: number
}

/** The vista of a conta to a protocolo that lasts longest. */
export async function daConta(sql: Sql, dono: Dono, protocoloId: string, agora: Date): Promise<Vista | undefined> {
  const [vista] = await sql<Vista[]>`
    with vista as (
      select v.vista_id, v.protocolo_id, v.ate from ${emVigor(sql, dono, agora)} and v.protocolo_id = ${protocoloId}
       order by v.ate desc limit 1)
    select v.vista_id as id, v.ate, p.versao
      from vista v join protocolos p on p.entidade_id = ${dono.entidadeId} and p.protocolo_id = v.protocolo_id`
  return vista
}

/** Of some protocolos, those that the conta was let see. */
export async function liberadosEntre(sql: Sql, dono: Dono, protocolos: readonly string[], agora: Date): Promise<string[]> {
  const linhas = await sql<{ id: string }[]>`
    select distinct v.protocolo_id as id from ${emVigor(sql, dono, agora)} and v.protocolo_id = any (${[...protocolos]}::uuid[])`
  return linhas.map(({ id }) => id)
}

type Liberado = PaginaDeLiberados['protocolos'][number]

export type Linha = Omit<Liberado, 'orgao' | 'abertoEm' | 'atualizadoEm' | 'vistaAte'> & {
  orgaoId: string
  abertoEm: Date
  atualizadoEm: Date
  vistaAte: Date
  /** ISO 8601, UTC, microseconds. */
  posicao: string
}

/** Each protocolo once, by the vista that lasts longest; none of the conta's own. */
export async function liberados(
  sql: Sql,
  dono: Dono,
  { agora, hoje, depois, limite }: { agora: Date; hoje: string; depois: readonly [string, string] | undefined; limite: number },
): Promise<Linha[]> {
  return await sql<Linha[]>`
    with vistos as (
      select distinct on (v.protocolo_id) v.entidade_id, v.protocolo_id, v.ate from ${emVigor(sql, dono, agora)}
       order by v.protocolo_id, v.ate desc)
    select p.protocolo_id as id, p.numero, t.nome as tipo, p.orgao_id as "orgaoId", u.nome as unidade, p.situacao, p.resultado,
           p.aberto_em as "abertoEm", p.atualizado_em as "atualizadoEm", p.prazo, p.prazo - ${hoje}::date as "diasRestantes",
           l.ate as "vistaAte", to_char(p.aberto_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as posicao
      from vistos l
      join protocolos p using (entidade_id, protocolo_id)
      join unidades u using (entidade_id, unidade_id)
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
     where p.conta_id is distinct from ${dono.contaId}
           ${depois ? sql`and (p.aberto_em, p.protocolo_id) < (${depois[0]}::timestamptz, ${depois[1]}::uuid)` : sql``}
     order by p.aberto_em desc, p.protocolo_id desc limit ${limite}`
}

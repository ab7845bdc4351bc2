import type { PaginaDeLiberados } from '../../contract/meus.js'
import type { Visibilidade } from '../../domain/visibilidade.js'
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
  nome: string | null
  /** Null for the whole file. */
  anexos: readonly string[] | null
  motivo: string | null
  pedidoId: string | null
  /** Where it is told. */
  avisar: string | null
}

export async function conceder(sql: Sql, entidadeId: string, nova: Nova): Promise<void> {
  const { id, protocoloId, documento, email, ate, dadaPor, agora, nome, anexos, motivo, pedidoId, avisar } = nova
  await sql`
    insert into vistas (entidade_id, vista_id, protocolo_id, documento, email, ate, dada_em, dada_por, nome, anexos, motivo, pedido_id, avisar)
    values (${entidadeId}, ${id}, ${protocoloId}, ${documento}, lower(${email}::text), ${ate}, ${agora}, ${dadaPor}, ${nome},
      ${anexos ? [...anexos] : null}::uuid[], ${motivo}, ${pedidoId}, lower(${avisar}::text))`
}

/** The instant at which a day ends in a time zone. */
export async function fimDoDia(sql: Sql, fuso: string, dia: string): Promise<Date> {
  const [linha] = await sql<{ fim: Date }[]>`select (${dia}::date + 1)::timestamp at time zone ${fuso} as fim`
  if (!linha) throw new Error('a select of one value gave no row')
  return linha.fim
}

export interface Concedida {
  id: string
  nome: string | null
  documento: string | null
  email: string | null
  dadaEm: Date
  ate: Date
  revogadaEm: Date | null
  dadaPor: string | null
  motivo: string | null
  pedido: string | null
  anexos: string[] | null
  avisar: string | null
  totalDeOlhadas: number
}

/** Of a protocolo, newest first; one alone, if asked. */
export async function doProtocolo(sql: Sql, entidadeId: string, protocoloId: string, vistaId?: string): Promise<Concedida[]> {
  return await sql<Concedida[]>`
    select v.vista_id as id, v.nome, v.documento, v.email, v.dada_em as "dadaEm", v.ate, v.revogada_em as "revogadaEm", c.nome as "dadaPor",
           v.motivo, v.pedido_id as pedido, v.anexos, v.avisar,
           (select count(*)::int from auditoria a where a.entidade_id = v.entidade_id and a.protocolo_id = v.protocolo_id
               and a.acao in ('vista.ver', 'vista.arquivo') and a.dados->>'vista' = v.vista_id::text) as "totalDeOlhadas"
      from vistas v left join contas c on c.conta_id = v.dada_por
     where v.entidade_id = ${entidadeId} and v.protocolo_id = ${protocoloId} ${vistaId === undefined ? sql`` : sql`and v.vista_id = ${vistaId}`}
     order by v.dada_em desc, v.vista_id desc`
}

export interface Olhada {
  vista: string
  em: Date
  /** Id of the file that was taken; null: the process was read. */
  anexo: string | null
}

/** Every look that the vistas of a protocolo gave, newest first, so many of each. */
export async function olhadas(sql: Sql, entidadeId: string, protocoloId: string, deCada: number): Promise<Olhada[]> {
  return await sql<Olhada[]>`
    select vista, em, anexo from (
      select dados->>'vista' as vista, em, dados->>'anexo' as anexo, auditoria_id,
             row_number() over (partition by dados->>'vista' order by em desc, auditoria_id desc) as n
        from auditoria
       where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and acao in ('vista.ver', 'vista.arquivo')) o
     where n <= ${deCada} order by em desc, auditoria_id desc`
}

/** @returns whether it was in force. */
export async function revogarUma(
  sql: Sql,
  entidadeId: string,
  { id, protocoloId, agora }: Pick<Nova, 'id' | 'protocoloId' | 'agora'>,
): Promise<boolean> {
  const { count } = await sql`
    update vistas set revogada_em = ${agora}
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and vista_id = ${id} and revogada_em is null and ate > ${agora}`
  return count === 1
}

export async function emailDoDocumento(sql: Sql, documento: string): Promise<string | null> {
  const [conta] = await sql<{ email: string | null }[]>`select email from contas where documento = ${documento}`
  return conta?.email ?? null
}

export interface PedidoFeito {
  tipo: string
  respostas: Record<string, unknown>
  requerente: { nome?: string; documento?: string; email?: string }
}

export async function pedidoFeito(sql: Sql, entidadeId: string, protocoloId: string): Promise<PedidoFeito | undefined> {
  const [pedido] = await sql<PedidoFeito[]>`
    select t.codigo as tipo, p.respostas, p.requerente from protocolos p join tipos t using (entidade_id, tipo_id)
     where p.entidade_id = ${entidadeId} and p.protocolo_id = ${protocoloId}`
  return pedido
}

export async function comNumero(
  sql: Sql,
  entidadeId: string,
  candidatos: readonly { orgaoId: string; ano: number; sequencia: number }[],
): Promise<string[]> {
  const achados = await sql<{ id: string }[]>`
    select p.protocolo_id as id
      from unnest(${candidatos.map((c) => c.orgaoId)}::uuid[], ${candidatos.map((c) => c.ano)}::int[], ${candidatos.map((c) => c.sequencia)}::int[])
             as n (orgao_id, ano, sequencia)
      join protocolos p on p.entidade_id = ${entidadeId} and p.orgao_id = n.orgao_id and p.ano = n.ano and p.sequencia = n.sequencia`
  return achados.map(({ id }) => id)
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
  /** The files that it opens alone; null for the whole file. */
  anexos: string[] | null
}

/** The vista of a conta to a protocolo: one to the whole file before those to some, and of those that of the file that is asked for. Then the longest. */
export async function daConta(sql: Sql, dono: Dono, protocoloId: string, agora: Date, anexoId: string | null): Promise<Vista | undefined> {
  const [vista] = await sql<Vista[]>`
    with vista as (
      select v.vista_id, v.protocolo_id, v.ate, v.anexos from ${emVigor(sql, dono, agora)} and v.protocolo_id = ${protocoloId}
       order by v.anexos is not null, ${anexoId}::uuid = any (v.anexos) desc nulls last, v.ate desc limit 1)
    select v.vista_id as id, v.ate, p.versao, case when v.anexos is not null then array(
             select distinct unnest(v.anexos) from ${emVigor(sql, dono, agora)} and v.protocolo_id = ${protocoloId}) end as anexos
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

export interface Arquivo {
  id: string
  nome: string
  /** That it came with; null for those of the opening. */
  tramite: { especie: string; visibilidadeAnexos: Visibilidade } | null
}

export async function arquivos(sql: Sql, entidadeId: string, protocoloId: string): Promise<Arquivo[]> {
  return await sql<Arquivo[]>`
    select a.anexo_id as id, a.nome,
           case when t.tramite_id is not null then json_build_object('especie', t.especie, 'visibilidadeAnexos', t.visibilidade_anexos) end as tramite
      from anexos a
      left join tramites t on t.entidade_id = a.entidade_id and t.protocolo_id = a.protocolo_id and t.tramite_id = a.tramite_id
     where a.entidade_id = ${entidadeId} and a.protocolo_id = ${protocoloId}`
}

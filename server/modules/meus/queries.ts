import type { Situacao } from '../../domain/situacao.js'
import type { Sql } from '../../platform/database.js'
import { doPainel } from '../sessoes/dono.js'
import type { Dono } from '../sessoes/sessoes.js'

export type { Dono } from '../sessoes/sessoes.js'

/** `total` of each situacao that was ever counted, how many protocolos of earlier wait, pendencias that are open and messages unread. */
export interface Contagens {
  porSituacao: Partial<Record<Situacao, number>>
  anteriores: number
  pendencias: number
  mensagens: number
}

export async function contagens(sql: Sql, dono: Dono): Promise<Contagens> {
  const { entidadeId, contaId } = dono
  const [linha] = await sql<Contagens[]>`
    select ${dono.por ? contadas(sql, dono) : guardadas(sql, dono)} as "porSituacao",
           ${dono.por ? sql`0` : sql`(select count(*)::int from protocolos p, contas c where ${anteriores(sql, { entidadeId, contaId })})`} as anteriores,
           (select count(*)::int from protocolos p join pendencias d using (entidade_id, protocolo_id)
             where p.entidade_id = ${entidadeId} and ${doPainel(sql, dono)} and p.situacao = 'pendente'
               and d.respondida_em is null and d.dispensada_em is null and d.encerrada_em is null) as pendencias,
           (select count(*)::int from mensagens m join protocolos p using (entidade_id, protocolo_id)
             where p.entidade_id = ${entidadeId} and ${doPainel(sql, dono)} and m.de = 'orgao' and m.lida_em is null) as mensagens`
  if (!linha) throw new Error('a select of two values gave no row')
  return linha
}

function guardadas(sql: Sql, { entidadeId, contaId }: Dono) {
  return sql`coalesce((
    select json_object_agg(situacao, total) from contagens_da_conta where entidade_id = ${entidadeId} and conta_id = ${contaId}), '{}')`
}

/** Counted now: the counters are kept by conta, and whom one acts for may have none. */
function contadas(sql: Sql, dono: Dono) {
  return sql`(
    select coalesce(json_object_agg(situacao, total), '{}')
      from (select p.situacao, count(*)::int as total from protocolos p where p.entidade_id = ${dono.entidadeId} and ${doPainel(sql, dono)} group by 1) c)`
}

/** Which protocolos `p`, opened without a conta, wait for the conta `c`: those with its documento, and its e-mail, which it has shown to read. */
function anteriores(sql: Sql, { entidadeId, contaId }: Dono) {
  return sql`
    c.conta_id = ${contaId} and p.entidade_id = ${entidadeId} and p.conta_id is null
    and p.requerente_documento = c.documento and p.requerente_email = lower(c.email)`
}

/** @returns how many were taken in. */
export async function tomarAnteriores(
  sql: Sql,
  { entidadeId, contaId }: Dono,
  { auditoriaId, agora }: { auditoriaId: string; agora: Date },
): Promise<number> {
  const [linha] = await sql<{ total: number }[]>`
    with tomados as (
      update protocolos p set conta_id = c.conta_id
        from contas c where ${anteriores(sql, { entidadeId, contaId })}
      returning p.protocolo_id),
    auditados as (
      insert into auditoria (entidade_id, auditoria_id, em, quem, acao, dados)
      select ${entidadeId}, ${auditoriaId}, ${agora}, ${contaId}::text, 'conta.anteriores', jsonb_build_object('protocolos', jsonb_agg(protocolo_id))
        from tomados having count(*) > 0)
    select count(*)::int as total from tomados`
  return linha?.total ?? 0
}

/** The place of a protocolo in the list. */
export interface Posicao {
  /** ISO 8601, UTC, microseconds. */
  abertoEm: string
  id: string
}

export interface Filtro {
  situacao?: Situacao
  tipoId?: string
  orgaoId?: string
  /** ISO 8601: days of the entidade's time zone. */
  periodo?: { fuso: string; de?: string; ate?: string }
  busca?: Busca
  depois?: Posicao
}

/** Any of these: versions of tipos, numbers, and digits that a sequence has in it. */
export interface Busca {
  tipos: { id: string; versao: number }[]
  numeros: { orgaoId: string; ano: number; sequencia: number }[]
  digitos?: string
}

export interface Pagina {
  /** The protocolos of the page as a JSON array. */
  texto: string
  /** Where the page ends, when others come after. */
  fim: Posicao | null
}

export const maisPorPagina = 50

/**
 * A page, newest first. What it holds is found in the index alone (protocolos_da_conta), whatever the filters; only those that are shown
 * are read. As many are looked for as the largest page has, whatever `limite`: with the limit as a parameter PostgreSQL would plan anew each
 * time, which takes five times as long as all the rest.
 * @param limite at most {@link maisPorPagina}.
 * @param hoje day in the entidade's time zone.
 */
export async function pagina(sql: Sql, dono: Dono, filtro: Filtro, limite: number, hoje: string): Promise<Pagina> {
  const [achada] = await sql<Pagina[]>`
    with achados as (
      select p.entidade_id, p.protocolo_id, p.aberto_em, row_number() over (order by p.aberto_em desc, p.protocolo_id desc) as n
        from protocolos p
       where p.entidade_id = ${dono.entidadeId} and ${doPainel(sql, dono)} ${condicoes(sql, filtro)}
       order by p.aberto_em desc, p.protocolo_id desc limit ${sql.unsafe(String(maisPorPagina + 1))})
    select coalesce((
             select json_agg(json_build_object(
                      'id', p.protocolo_id, 'numero', p.numero, 'tipo', t.nome, 'orgao', json_build_object('sigla', o.sigla, 'nome', o.nome), 'unidade', u.nome,
                      'situacao', p.situacao, 'resultado', p.resultado,
                      'abertoEm', to_char(p.aberto_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                      'atualizadoEm', to_char(p.atualizado_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                      'prazo', p.prazo, 'diasRestantes', p.prazo - ${hoje}::date) order by a.n)
               from achados a
               join protocolos p using (entidade_id, protocolo_id)
               join orgaos o using (entidade_id, orgao_id)
               join unidades u using (entidade_id, unidade_id)
               join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
              where a.n <= ${limite})::text, '[]') as texto,
           (select json_build_object('abertoEm', to_char(aberto_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'id', protocolo_id)
              from achados where n = ${limite} and exists (select from achados where n > ${limite})) as fim`
  if (!achada) throw new Error('a select of two values gave no row')
  return achada
}

export interface ProtocoloInteiro extends Posicao {
  numero: string
  /** As it was told at the opening. */
  requerente: object
}

/** The next ones after a place of the list, or the first. */
export async function seguintes(sql: Sql, { entidadeId, contaId }: Dono, depois: Posicao | undefined): Promise<ProtocoloInteiro[]> {
  return await sql<ProtocoloInteiro[]>`
    select p.protocolo_id as id, p.numero, p.requerente, to_char(p.aberto_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "abertoEm"
      from protocolos p
     where p.entidade_id = ${entidadeId} and p.conta_id = ${contaId} ${condicoes(sql, depois ? { depois } : {})}
     order by p.aberto_em desc, p.protocolo_id desc limit ${sql.unsafe(String(maisPorPagina))}`
}

function condicoes(sql: Sql, { situacao, tipoId, orgaoId, periodo, busca, depois }: Filtro) {
  return [
    sql``,
    ...(situacao ? [sql`and p.situacao = ${situacao}`] : []),
    ...(tipoId ? [sql`and p.tipo_id = ${tipoId}`] : []),
    ...(orgaoId ? [sql`and p.orgao_id = ${orgaoId}`] : []),
    ...(periodo?.de ? [sql`and p.aberto_em >= ${periodo.de}::date::timestamp at time zone ${periodo.fuso}`] : []),
    ...(periodo?.ate ? [sql`and p.aberto_em < (${periodo.ate}::date + 1)::timestamp at time zone ${periodo.fuso}`] : []),
    ...(depois ? [sql`and (p.aberto_em, p.protocolo_id) < (${depois.abertoEm}::timestamptz, ${depois.id}::uuid)`] : []),
    ...(busca ? [condicaoDaBusca(sql, busca)] : []),
  ]
}

function condicaoDaBusca(sql: Sql, { tipos, numeros, digitos }: Busca) {
  return sql`and (
    (p.tipo_id, p.tipo_versao) in (select * from unnest(${tipos.map(({ id }) => id)}::uuid[], ${tipos.map(({ versao }) => versao)}::int[]))
    or (p.orgao_id, p.ano, p.sequencia) in (
      select * from unnest(${numeros.map(({ orgaoId }) => orgaoId)}::uuid[], ${numeros.map(({ ano }) => ano)}::int[], ${numeros.map(({ sequencia }) => sequencia)}::int[]))
    or p.sequencia::text like ${digitos === undefined ? null : `%${digitos}%`})`
}

export interface NomeDeTipo {
  id: string
  versao: number
  nome: string
}

/** Every version's: a protocolo shows the name of the one it was opened with. */
export async function nomesDosTipos(sql: Sql, entidadeId: string): Promise<NomeDeTipo[]> {
  return await sql<NomeDeTipo[]>`select tipo_id as id, versao, nome from tipos_versoes where entidade_id = ${entidadeId}`
}

export interface Proprio {
  versao: number
  /** Messages that the other side has read: marking them is no new versao. */
  lidas: number
  codigoHash: Buffer
}

/** A protocolo of the conta's own. */
export async function proprio(sql: Sql, dono: Dono, protocoloId: string): Promise<Proprio | undefined> {
  const [achado] = await sql<Proprio[]>`
    select p.versao, p.codigo_hash as "codigoHash",
           (select count(m.lida_em)::int from mensagens m where m.entidade_id = p.entidade_id and m.protocolo_id = p.protocolo_id) as lidas
      from protocolos p
     where p.entidade_id = ${dono.entidadeId} and p.protocolo_id = ${protocoloId} and ${doPainel(sql, dono)}`
  return achado
}

/** Protocolos of an entidade by their numbers, and whether they are the conta's own. */
export async function porNumero(
  sql: Sql,
  dono: Dono,
  numeros: readonly { orgaoId: string; ano: number; sequencia: number }[],
): Promise<{ id: string; proprio: boolean }[]> {
  return await sql<{ id: string; proprio: boolean }[]>`
    select p.protocolo_id as id, coalesce(${doPainel(sql, dono)}, false) as proprio
      from unnest(${numeros.map((n) => n.orgaoId)}::uuid[], ${numeros.map((n) => n.ano)}::int[], ${numeros.map((n) => n.sequencia)}::int[])
             as n (orgao_id, ano, sequencia)
      join protocolos p on p.entidade_id = ${dono.entidadeId} and p.orgao_id = n.orgao_id and p.ano = n.ano and p.sequencia = n.sequencia`
}

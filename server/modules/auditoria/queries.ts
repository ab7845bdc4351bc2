import type { Sql } from '../../platform/database.js'
import type { Candidato } from '../consulta/numero.js'
import type { Ato } from './auditoria.js'

interface Nota extends Pick<Ato, 'quem' | 'acao' | 'deOnde'> {
  id: string
  em: Date
  protocoloId?: string | null
  dados: object
}

export async function inserir(
  sql: Sql,
  entidadeId: string,
  { id, em, quem, acao, protocoloId = null, deOnde, dados }: Nota,
): Promise<void> {
  await sql`
    insert into auditoria (entidade_id, auditoria_id, em, quem, acao, protocolo_id, endereco, aparelho, dados)
    values (${entidadeId}, ${id}, ${em}, ${quem}, ${acao}, ${protocoloId}, ${deOnde?.endereco ?? null}, ${deOnde?.aparelho ?? null},
      ${sql.json({ ...dados })})`
}

export interface Fim {
  /** How many elos the entidade wrote down that there are; 0 before the first. */
  total: number
  /** The last one, in hexadecimal. */
  elo: string
  /** The last that is there. */
  ultima: number
}

/** Where the chain ends, as of one moment. */
export async function fimDaCorrente(sql: Sql, entidadeId: string): Promise<Fim> {
  const [fim] = await sql<Fim[]>`
    select coalesce(max(c.total), 0) as total, coalesce(max(encode(c.elo, 'hex')), '') as elo,
      (select coalesce(max(ordem), 0) from elos where entidade_id = ${entidadeId}) as ultima
      from correntes c where c.entidade_id = ${entidadeId}`
  return fim ?? { total: 0, elo: '', ultima: 0 }
}

/** When what stands at a place was done. */
export async function quandoFoi(sql: Sql, entidadeId: string, ordem: number): Promise<Date | undefined> {
  const [linha] = await sql<{ em: Date }[]>`
    select a.em from elos e join auditoria a using (entidade_id, auditoria_id) where e.entidade_id = ${entidadeId} and e.ordem = ${ordem}`
  return linha?.em
}

/** Ids of the protocolos with some numbers. */
export async function protocolosDosNumeros(
  sql: Sql,
  entidadeId: string,
  candidatos: readonly Omit<Candidato, 'sigla'>[],
): Promise<string[]> {
  const linhas = await sql<{ id: string }[]>`
    select p.protocolo_id as id
      from unnest(${candidatos.map((c) => c.orgaoId)}::uuid[], ${candidatos.map((c) => c.ano)}::int[], ${candidatos.map((c) => c.sequencia)}::int[])
             as c (orgao_id, ano, sequencia)
      join protocolos p on p.entidade_id = ${entidadeId} and p.orgao_id = c.orgao_id and p.ano = c.ano and p.sequencia = c.sequencia`
  return linhas.map(({ id }) => id)
}

export interface Elo {
  ordem: number
  id: string
  elo: Buffer
  /** What the elo was made of besides the one before it; null when the row is gone. */
  linha: string | null
}

/** Elos after one, in order. The row is written here as escrever_auditoria writes it, so that a changed function hides nothing. */
export async function elosDepois(sql: Sql, entidadeId: string, { ordem, ate, quantos }: { ordem: number; ate: number; quantos: number }) {
  return sql<Elo[]>`
    select e.ordem, e.auditoria_id as id, e.elo,
      case when a.auditoria_id is not null then
        jsonb_build_array(e.ordem, a.entidade_id, a.auditoria_id, (extract(epoch from a.em) * 1000000)::bigint, a.quem, a.acao, a.protocolo_id,
          a.dados, a.endereco, a.aparelho)::text end as linha
      from elos e left join auditoria a on a.entidade_id = e.entidade_id and a.auditoria_id = e.auditoria_id
     where e.entidade_id = ${entidadeId} and e.ordem > ${ordem} and e.ordem <= ${ate} order by e.ordem limit ${quantos}`
}

/** The elo at a place, in hexadecimal. */
export async function eloEm(sql: Sql, entidadeId: string, ordem: number): Promise<string | undefined> {
  const [linha] = await sql<{ elo: string }[]>`
    select encode(elo, 'hex') as elo from elos where entidade_id = ${entidadeId} and ordem = ${ordem}`
  return linha?.elo
}

/** Rows after one, by id, and whether each has an elo. */
export async function linhasDepois(sql: Sql, entidadeId: string, id: string, quantas: number) {
  return sql<{ id: string; encadeada: boolean }[]>`
    select a.auditoria_id as id, exists (
      select from elos e where e.entidade_id = a.entidade_id and e.auditoria_id = a.auditoria_id) as encadeada
      from auditoria a where a.entidade_id = ${entidadeId} and a.auditoria_id > ${id} order by a.auditoria_id limit ${quantas}`
}

export interface Procura {
  /** Ids and instants; null for any. */
  protocolos: readonly string[] | null
  /** Itself, or what it is of a kind of. */
  acao: string | null
  quem: string | null
  de: Date | null
  /** Before this one. */
  ate: Date | null
  /** Unidades whose secret protocolos may be told of; null for all of what is asked for. */
  unidades: readonly string[] | null
  depois: readonly [string, string] | undefined
  limite: number
}

export interface Registro {
  id: string
  em: Date
  /** To the microsecond. */
  posicao: string
  quem: string
  nome: string | null
  acao: string
  protocolo: { id: string; numero: string } | null
  endereco: string | null
  aparelho: string | null
  dados: Record<string, unknown>
}

/** Newest first. What is of a secret protocolo of another unidade is left out. */
export async function procurar(sql: Sql, entidadeId: string, procura: Procura): Promise<Registro[]> {
  const { protocolos, acao, quem, de, ate, unidades, depois, limite } = procura
  return sql<Registro[]>`
    select a.auditoria_id as id, a.em, to_char(a.em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as posicao, a.quem, a.acao, a.endereco,
      a.aparelho, a.dados,
      (select nome from contas c where a.quem ~ '^[0-9a-f-]{36}$' and c.conta_id = case when a.quem ~ '^[0-9a-f-]{36}$' then a.quem::uuid end) as nome,
      case when p.protocolo_id is not null then jsonb_build_object('id', p.protocolo_id, 'numero', p.numero) end as protocolo
      from auditoria a
      left join protocolos p on p.entidade_id = a.entidade_id and p.protocolo_id = a.protocolo_id
     where a.entidade_id = ${entidadeId}
       ${protocolos === null ? sql`` : sql`and a.protocolo_id = any (${[...protocolos]}::uuid[])`}
       ${acao === null ? sql`` : sql`and (a.acao = ${acao} or starts_with(a.acao, ${`${acao}.`}))`}
       ${quem === null ? sql`` : sql`and a.quem = ${quem}`}
       ${de === null ? sql`` : sql`and a.em >= ${de}`}
       ${ate === null ? sql`` : sql`and a.em < ${ate}`}
       ${unidades === null ? sql`` : sql`and (p.sigilo is distinct from 'sigiloso' or p.unidade_id = any (${[...unidades]}::uuid[]))`}
       ${depois === undefined ? sql`` : sql`and (a.em, a.auditoria_id) < (${depois[0]}::timestamptz, ${depois[1]}::uuid)`}
     order by a.em desc, a.auditoria_id desc limit ${limite}`
}

/** Instants at which days begin in a time zone. */
export async function comecos(
  sql: Sql,
  fuso: string,
  de: string | null,
  ate: string | null,
): Promise<{ de: Date | null; ate: Date | null }> {
  const [linha] = await sql<{ de: Date | null; ate: Date | null }[]>`
    select (${de}::date)::timestamp at time zone ${fuso} as de, (${ate}::date + 1)::timestamp at time zone ${fuso} as ate`
  return linha ?? { de: null, ate: null }
}

export async function contaDoDocumento(sql: Sql, documento: string): Promise<string | undefined> {
  const [conta] = await sql<{ id: string }[]>`select conta_id as id from contas where documento = ${documento}`
  return conta?.id
}

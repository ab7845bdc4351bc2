import type { Fila } from '../../contract/gestao.js'
import type { Situacao } from '../../domain/situacao.js'
import type { Sql } from '../../platform/database.js'

/** Which protocolos an official may look at in queues. */
export interface Alcance {
  entidadeId: string
  contaId: string
  /** Ids. */
  unidades: readonly string[]
  /** Of a unidade in which the official does not work, what is sigiloso is not shown. */
  semSigilosos: boolean
}

/** The place of a protocolo in a queue. */
export interface Posicao {
  precedencia: number
  /** Of open ones their prazo, `AAAA-MM-DD`; of others their end, ISO 8601, UTC, microseconds. */
  quando: string
  id: string
}

export interface Filtro {
  fila: Fila
  tipoId?: string
  situacao?: Situacao
  /** Id of a conta; null: nobody's. */
  responsavelId?: string | null
  /** ISO 8601: days of the entidade's time zone. */
  periodo?: { fuso: string; de?: string; ate?: string }
  depois?: Posicao
}

/** A queue, and what of it is asked for. */
export interface Recorte {
  alcance: Alcance
  filtro: Filtro
  /** Day in the entidade's time zone. */
  hoje: string
}

/** A piece of a statement. */
export type Trecho = ReturnType<typeof ordemDe>

/** Days that `semana` looks ahead. */
const semana = 7

/**
 * The first places of a queue in its order, as rows (protocolo_id, precedencia, quando). Found in an index alone, whatever the filters:
 * each unidade and precedencia is a range of it, of which no more than `quantos` are read.
 */
export function lugares(sql: Sql, recorte: Recorte, quantos: number) {
  const { alcance, filtro } = recorte
  const limite = sql.unsafe(String(quantos))
  const ordem = ordemDe(sql, filtro.fila)
  return sql`
    select lugar.* from unnest(${parametro(sql, alcance.unidades, 'uuid[]')}) as u (unidade_id)
     cross join (values ${faixasDe(sql, filtro.fila)}) as faixa (precedencia)
     cross join lateral (
       select p.protocolo_id, faixa.precedencia, ${quandoDe(sql, filtro.fila)} as quando from protocolos p
        where p.entidade_id = ${alcance.entidadeId} and p.unidade_id = u.unidade_id
              ${filtro.fila === 'encerrados' ? sql`` : sql`and p.precedencia = faixa.precedencia`} ${condicoes(sql, recorte)}
        order by ${ordem} limit ${limite}) lugar
     order by ${ordem} limit ${limite}`
}

/** The same, of protocolos that were found already: `achados` is a table of their ids. */
export function lugaresDe(sql: Sql, recorte: Recorte, achados: Trecho, quantos: number) {
  const { alcance, filtro } = recorte
  return sql`
    select p.protocolo_id, ${filtro.fila === 'encerrados' ? sql`0::smallint as precedencia` : sql`p.precedencia`}, ${quandoDe(sql, filtro.fila)} as quando
      from ${achados} a
      join protocolos p on p.entidade_id = ${alcance.entidadeId} and p.protocolo_id = a.protocolo_id
     where p.unidade_id = any (${parametro(sql, alcance.unidades, 'uuid[]')}::uuid[]) ${condicoes(sql, recorte)}
     order by ${ordemDe(sql, filtro.fila)} limit ${sql.unsafe(String(quantos))}`
}

/** Open ones by precedencia, and then by prazo; those that ended by their end, newest first. */
export function ordemDe(sql: Sql, fila: Fila) {
  return fila === 'encerrados' ? sql`quando desc, protocolo_id desc` : sql`precedencia, quando, protocolo_id`
}

/** A place as {@link Posicao}. */
export function posicaoDe(sql: Sql, fila: Fila) {
  const quando = fila === 'encerrados' ? sql`to_char(quando at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : sql`quando::text`
  return sql`json_build_object('precedencia', precedencia, 'quando', ${quando}, 'id', protocolo_id)`
}

function quandoDe(sql: Sql, fila: Fila) {
  return fila === 'encerrados' ? sql`coalesce(p.encerrado_em, p.atualizado_em)` : sql`p.prazo`
}

/** The values of `precedencia` that a queue has; of those that ended it says nothing any more. */
function faixasDe(sql: Sql, fila: Fila) {
  if (fila === 'encerrados') return sql`(0::smallint)`
  return fila === 'prioridade' ? sql`(0::smallint), (1::smallint)` : sql`(0::smallint), (1::smallint), (2::smallint)`
}

/** A value that PostgreSQL does not plan by: one plan serves all, made once. Planning each time takes longer than all the rest. */
export function parametro(sql: Sql, valor: string | number | readonly string[], tipo: 'uuid' | 'uuid[]' | 'date' | 'int') {
  return sql`(select ${typeof valor === 'object' ? [...valor] : valor}::${sql.unsafe(tipo)})`
}

function condicoes(sql: Sql, { alcance, filtro, hoje }: Recorte) {
  const { fila, tipoId, situacao, responsavelId, periodo, depois } = filtro
  return [
    daFila(sql, fila, alcance, hoje),
    ...(alcance.semSigilosos ? [sql`and p.sigilo <> 'sigiloso'`] : []),
    ...(tipoId ? [sql`and p.tipo_id = ${tipoId}`] : []),
    ...(situacao ? [sql`and p.situacao = ${situacao}`] : []),
    ...(responsavelId === null ? [sql`and p.responsavel_id is null`] : []),
    ...(responsavelId ? [sql`and p.responsavel_id = ${responsavelId}`] : []),
    ...(periodo?.de ? [sql`and p.aberto_em >= ${periodo.de}::date::timestamp at time zone ${periodo.fuso}`] : []),
    ...(periodo?.ate ? [sql`and p.aberto_em < (${periodo.ate}::date + 1)::timestamp at time zone ${periodo.fuso}`] : []),
    ...(depois ? [depoisDe(sql, fila, depois)] : []),
  ]
}

function daFila(sql: Sql, fila: Fila, { contaId }: Alcance, hoje: string) {
  const abertos = sql`and p.situacao in ('nao_analisado', 'em_andamento', 'pendente', 'parado')`
  const dia = parametro(sql, hoje, 'date')
  switch (fila) {
    case 'unidade':
      return abertos
    case 'minha':
      return sql`${abertos} and p.responsavel_id = ${parametro(sql, contaId, 'uuid')}`
    case 'vencidos':
      return sql`${abertos} and p.prazo < ${dia}`
    case 'semana':
      return sql`${abertos} and p.prazo between ${dia} and ${dia} + ${sql.unsafe(String(semana))}`
    case 'prioridade':
      return sql`${abertos} and p.precedencia < 2::smallint`
    case 'pendentes':
      return sql`and p.situacao = 'pendente'`
    case 'parados':
      return sql`and p.situacao = 'parado'`
    case 'encerrados':
      return sql`and p.situacao in ('encerrado', 'cancelado')`
  }
}

function depoisDe(sql: Sql, fila: Fila, { precedencia, quando, id }: Posicao) {
  return fila === 'encerrados'
    ? sql`and (coalesce(p.encerrado_em, p.atualizado_em), p.protocolo_id) < ((select ${quando}::timestamptz), ${parametro(sql, id, 'uuid')})`
    : sql`and (p.precedencia, p.prazo, p.protocolo_id) > (${parametro(sql, precedencia, 'int')}, ${parametro(sql, quando, 'date')}, ${parametro(sql, id, 'uuid')})`
}

import type { Dia } from '../../domain/prazo.js'
import type { Sql } from '../../platform/database.js'

export interface Recorte {
  fuso: string
  de: Dia
  ate: Dia
  /** Ids; null for all of them. */
  tipo: string | null
  unidades: readonly string[] | null
}

/** Of one tipo, one unidade or one month, `AAAA-MM`; of none of them, of all. */
interface Chave {
  tipo: string | null
  unidade: string | null
  mes: string | null
}

export interface Abertos extends Chave {
  abertos: number
}

export interface Concluidos extends Chave {
  concluidos: number
  noPrazo: number
  diasMediana: number
}

export interface Avaliados extends Chave {
  avaliacoes: number
  media: number
}

/** Opened in the period: a count of all, and by each of the three. */
export function abertos(sql: Sql, entidadeId: string, { fuso, de, ate, tipo, unidades }: Recorte): Promise<Abertos[]> {
  return sql<Abertos[]>`
    with contados as materialized (
      select tipo_id, unidade_id, date_trunc('month', aberto_em at time zone ${fuso}) as mes, count(*) as n
        from protocolos
       where entidade_id = ${entidadeId}
         and aberto_em >= (${de}::date)::timestamp at time zone ${fuso} and aberto_em < (${ate}::date + 1)::timestamp at time zone ${fuso}
         and (${tipo}::uuid is null or tipo_id = ${tipo}) and (${unidades && [...unidades]}::uuid[] is null or unidade_id = any (${unidades && [...unidades]}::uuid[]))
       group by 1, 2, 3)
    select tipo_id as tipo, unidade_id as unidade, to_char(mes, 'YYYY-MM') as mes, coalesce(sum(n), 0)::int as abertos
      from contados group by grouping sets ((), (tipo_id), (unidade_id), (mes))`
}

/** Ended in the period. Counted first by how many days each took, so that the middle one is found among a few rows. */
export function concluidos(sql: Sql, entidadeId: string, { fuso, de, ate, tipo, unidades }: Recorte): Promise<Concluidos[]> {
  return sql<Concluidos[]>`
    with terminados as (
      select tipo_id, unidade_id, prazo, (aberto_em at time zone ${fuso})::date as inicio, (encerrado_em at time zone ${fuso})::date as fim
        from protocolos
       where entidade_id = ${entidadeId} and situacao = 'encerrado'
         and encerrado_em >= (${de}::date)::timestamp at time zone ${fuso} and encerrado_em < (${ate}::date + 1)::timestamp at time zone ${fuso}
         and (${tipo}::uuid is null or tipo_id = ${tipo}) and (${unidades && [...unidades]}::uuid[] is null or unidade_id = any (${unidades && [...unidades]}::uuid[]))),
    contados as materialized (
      select tipo_id, unidade_id, date_trunc('month', fim::timestamp) as mes, fim - inicio as dias, count(*) as n, count(*) filter (where fim <= prazo) as no_prazo
        from terminados group by 1, 2, 3, 4),
    juntos as materialized (
      select tipo_id, unidade_id, mes, dias, sum(n) as n, sum(no_prazo) as no_prazo
        from contados group by grouping sets ((dias), (tipo_id, dias), (unidade_id, dias), (mes, dias))),
    corridos as (
      select *, sum(n) over (partition by tipo_id, unidade_id, mes order by dias) as ate_aqui, sum(n) over (partition by tipo_id, unidade_id, mes) as todos
        from juntos)
    select tipo_id as tipo, unidade_id as unidade, to_char(mes, 'YYYY-MM') as mes, sum(n)::int as concluidos, sum(no_prazo)::int as "noPrazo",
      min(dias) filter (where ate_aqui * 2 >= todos) as "diasMediana"
      from corridos group by tipo_id, unidade_id, mes`
}

/** What people thought, told in the period (Lei 13.460 art. 23): how many did, and the mean. By month of the telling. */
export function avaliados(sql: Sql, entidadeId: string, { fuso, de, ate, tipo, unidades }: Recorte): Promise<Avaliados[]> {
  return sql<Avaliados[]>`
    with notas as materialized (
      select p.tipo_id, p.unidade_id, date_trunc('month', a.em at time zone ${fuso}) as mes, a.nota
        from avaliacoes a join protocolos p on p.entidade_id = a.entidade_id and p.protocolo_id = a.protocolo_id
       where a.entidade_id = ${entidadeId}
         and a.em >= (${de}::date)::timestamp at time zone ${fuso} and a.em < (${ate}::date + 1)::timestamp at time zone ${fuso}
         and (${tipo}::uuid is null or p.tipo_id = ${tipo}) and (${unidades && [...unidades]}::uuid[] is null or p.unidade_id = any (${unidades && [...unidades]}::uuid[])))
    select tipo_id as tipo, unidade_id as unidade, to_char(mes, 'YYYY-MM') as mes, count(*)::int as avaliacoes, round(avg(nota), 1)::float8 as media
      from notas group by grouping sets ((), (tipo_id), (unidade_id), (mes))`
}

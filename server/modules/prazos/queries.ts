import type { Novidade } from '../../domain/aviso.js'
import type { Dia } from '../../domain/prazo.js'
import type { Sql } from '../../platform/database.js'

export interface LinhaDeIndisponibilidade {
  id: string
  de: Date
  ate: Date
  motivo: string
  protocolos: number
}

export async function indisponibilidades(sql: Sql, entidadeId: string): Promise<LinhaDeIndisponibilidade[]> {
  return await sql<LinhaDeIndisponibilidade[]>`
    select indisponibilidade_id as id, de, ate, motivo, protocolos from indisponibilidades
     where entidade_id = ${entidadeId} order by de desc, indisponibilidade_id desc`
}

export async function inserirIndisponibilidade(
  sql: Sql,
  entidadeId: string,
  { id, de, ate, motivo }: Omit<LinhaDeIndisponibilidade, 'protocolos'>,
  agora: Date,
): Promise<void> {
  await sql`
    insert into indisponibilidades (entidade_id, indisponibilidade_id, de, ate, motivo, registrada_em, protocolos)
    values (${entidadeId}, ${id}, ${de}, ${ate}, ${motivo}, ${agora}, 0)`
}

export async function contarAdiados(sql: Sql, entidadeId: string, id: string, protocolos: number): Promise<void> {
  await sql`update indisponibilidades set protocolos = ${protocolos} where entidade_id = ${entidadeId} and indisponibilidade_id = ${id}`
}

/**
 * Moves every open prazo that ends on one of the days. Protocolos are held in the order of their ids, so that two of these never wait for each
 * other. @returns how many protocolos had theirs moved.
 */
export async function adiar(sql: Sql, entidadeId: string, mudancas: readonly { de: Dia; para: Dia }[], agora: Date): Promise<number> {
  const [de, para] = [mudancas.map((mudanca) => mudanca.de), mudancas.map((mudanca) => mudanca.para)]
  await sql`
    select from protocolos p
     where entidade_id = ${entidadeId} and situacao not in ('encerrado', 'cancelado')
       and (prazo = any (${de}::date[]) or exists (
         select from pendencias d where d.entidade_id = p.entidade_id and d.protocolo_id = p.protocolo_id and d.prazo = any (${de}::date[])))
     order by protocolo_id for no key update`
  await sql`
    update pendencias d set prazo = m.para
      from unnest(${de}::date[], ${para}::date[]) as m (de, para)
     where d.entidade_id = ${entidadeId} and d.prazo = m.de
       and respondida_em is null and dispensada_em is null and encerrada_em is null`
  const { count } = await sql`
    update protocolos p set prazo = m.para, versao = versao + 1, prazo_adiado_em = ${agora}, prazo_adiado_para = m.para
      from unnest(${de}::date[], ${para}::date[]) as m (de, para)
     where p.entidade_id = ${entidadeId} and p.prazo = m.de and situacao not in ('encerrado', 'cancelado')`
  return count
}

/** Those whose day to be looked at again has come. */
export async function aRetomar(sql: Sql, entidadeId: string, hoje: Dia): Promise<string[]> {
  const linhas = await sql<{ id: string }[]>`
    select protocolo_id as id from protocolos
     where entidade_id = ${entidadeId} and parado_ate <= ${hoje} and situacao = 'parado' order by parado_ate, protocolo_id`
  return linhas.map(({ id }) => id)
}

export interface AAvisar {
  protocoloId: string
  especie: Novidade
  /** `AAAA-MM-DD` of what is near. */
  dia: Dia | null
  /** What it is told once for. */
  vez: string
  /** Where to, besides the unidade that holds it. */
  unidades: string[] | null
}

/**
 * What is near its end, or past it, and was not told yet: five days and one day before a prazo, or a person's day to answer; a day later where
 * nothing was told on the day itself, and not five days before what was given less. And what was to be back by now.
 */
export async function aAvisar(sql: Sql, entidadeId: string, hoje: Dia, fuso: string, agora: Date, limite: number): Promise<AAvisar[]> {
  return await sql<AAvisar[]>`
    with proximos as (
      select p.protocolo_id, 'prazo_perto' as especie, p.prazo as dia, 'prazo ' || p.prazo || ' ' || case when p.prazo - ${hoje}::date <= 1 then 1 else 5 end as vez,
             null::uuid[] as unidades, (p.aberto_em at time zone ${fuso})::date as desde
        from protocolos p
       where p.entidade_id = ${entidadeId} and p.prazo between ${hoje}::date and ${hoje}::date + 5 and p.situacao not in ('encerrado', 'cancelado')
      union all
      select d.protocolo_id, 'pendencia_perto', d.prazo, 'pendencia ' || d.pendencia_id || ' ' || d.prazo || ' ' || case when d.prazo - ${hoje}::date <= 1 then 1 else 5 end,
             null, (d.criada_em at time zone ${fuso})::date
        from pendencias d
       where d.entidade_id = ${entidadeId} and d.prazo between ${hoje}::date and ${hoje}::date + 5
         and d.respondida_em is null and d.dispensada_em is null and d.encerrada_em is null
      union all
      select p.protocolo_id, 'retorno_vencido', null, 'retorno ' || to_char(p.retorno_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI'),
             array_remove(array[p.unidade_id, p.retorno_unidade_id], null), '-infinity'
        from protocolos p
       where p.entidade_id = ${entidadeId} and p.retorno_em < ${agora} and p.situacao not in ('encerrado', 'cancelado'))
    select protocolo_id as "protocoloId", especie, dia, vez, unidades from proximos x
     where (vez not like '% 5' or desde < dia - 5)
       and not exists (select from avisos a where a.entidade_id = ${entidadeId} and a.protocolo_id = x.protocolo_id and a.vez = x.vez)
     order by dia, protocolo_id limit ${limite}`
}

/**
 * Writes again how long requests of each tipo took, in days of the entidade's time zone.
 * @returns whether anything is other than it was.
 */
export async function medirTempos(sql: Sql, entidadeId: string, fuso: string, desde: Date, minimo: number): Promise<boolean> {
  const [linha] = await sql<{ mudou: boolean }[]>`
    with medidos as (
      select tipo_id, count(*)::int as base,
             round(percentile_cont(0.5) within group (order by
               (encerrado_em at time zone ${fuso})::date - (aberto_em at time zone ${fuso})::date))::int as dias
        from protocolos
       where entidade_id = ${entidadeId} and situacao = 'encerrado' and resultado <> 'sem_merito' and encerrado_em > ${desde}
       group by tipo_id having count(*) >= ${minimo}),
    velhos as (
      delete from tempos_usuais t where entidade_id = ${entidadeId} and not exists (select from medidos m where m.tipo_id = t.tipo_id)
      returning tipo_id),
    novos as (
      insert into tempos_usuais as t (entidade_id, tipo_id, dias, base)
      select ${entidadeId}::uuid, tipo_id, dias, base from medidos
      on conflict (entidade_id, tipo_id) do update set dias = excluded.dias, base = excluded.base
        where (t.dias, t.base) <> (excluded.dias, excluded.base)
      returning tipo_id)
    select exists (select from velhos) or exists (select from novos) as mudou`
  return linha?.mudou ?? false
}

import type { Sql } from 'postgres'

/** First number that vila-serena's PMVS issues. */
export const first = 500100
export const year = 2026

/**
 * Fills a database that already has the entidade vila-serena with `count` protocolos of PMVS, numbered from {@link first}.
 * @param openIn every so many is open, and the others ended.
 * @param days the open ones are due on so many last days of the year.
 */
export async function loadProtocolos(sql: Sql, count: number, { openIn = 1, days = 1 } = {}): Promise<void> {
  const reserved = await sql.reserve()
  try {
    await reserved`set session_replication_role = replica`
    await reserved`
      insert into protocolos (entidade_id, protocolo_id, orgao_id, ano, sequencia, numero, tipo_id, tipo_versao, unidade_id, situacao, resultado, sigilo,
        canal, requerente_nome, requerente_documento, requerente, respostas, prazo, codigo_hash, aberto_em, atualizado_em, encerrado_em)
      select o.entidade_id, gen_random_uuid(), o.orgao_id, ${year}, ${first}::int + g, 'PMVS ' || ${year}::int || '/' || (${first}::int + g), t.tipo_id, t.versao,
        u.unidade_id, case when aberto then 'em_andamento' else 'encerrado' end, case when not aberto then 'atendido' end, 'publico', 'site', 'Pessoa Exemplo', lpad((g % 50000)::text, 11, '0'), '{}',
        jsonb_build_object('endereco', 'Rua Exemplo, ' || g, 'descricao', repeat('buraco na via ', 10)),
        date '2026-12-31' - g / ${openIn}::int % ${days}::int, decode(md5(g::text), 'hex'), timestamptz '2026-01-02' + g * interval '20 seconds', timestamptz '2026-01-02' + g * interval '20 seconds',
        case when not aberto then timestamptz '2026-01-12' + g * interval '20 seconds' end
      from orgaos o
      join unidades u on u.entidade_id = o.entidade_id and u.codigo = 'obras'
      join tipos t on t.entidade_id = o.entidade_id and t.codigo = 'buraco'
      join entidades e on e.entidade_id = o.entidade_id and e.codigo = 'vila-serena'
      cross join generate_series(0, ${count - 1}::int) g
      cross join lateral (select g % ${openIn}::int = 0 as aberto) s
      where o.sigla = 'PMVS'`
    await reserved`set session_replication_role = origin`
  } finally {
    reserved.release()
  }
  await sql`vacuum (analyze) protocolos`
}

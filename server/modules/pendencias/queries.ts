import type { Sql } from '../../platform/database.js'
import { doPainel } from '../sessoes/dono.js'
import type { Dono } from '../sessoes/sessoes.js'

export interface Linha {
  id: string
  numero: string
  tipo: string
  unidade: string
  texto: string | null
  pedidaEm: Date | null
  /** `AAAA-MM-DD`. */
  prazo: string
  diasRestantes: number
}

/** What the unidades asked of a conta and wait for, soonest first; the words of a private one stay with them. */
export async function exigencias(
  sql: Sql,
  dono: Dono,
  { hoje, depois, limite }: { hoje: string; depois: readonly [string, string] | undefined; limite: number },
): Promise<Linha[]> {
  return await sql<Linha[]>`
    select p.protocolo_id as id, p.numero, t.nome as tipo, u.nome as unidade, p.prazo, p.prazo - ${hoje}::date as "diasRestantes",
           e.em as "pedidaEm", case when e.visibilidade = 'publico' then e.texto end as texto
      from protocolos p
      join unidades u using (entidade_id, unidade_id)
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
      left join lateral (
        select em, texto, visibilidade from tramites
         where entidade_id = p.entidade_id and protocolo_id = p.protocolo_id and especie = 'exigencia'
         order by em desc, tramite_id desc limit 1) e on true
     where p.entidade_id = ${dono.entidadeId} and ${doPainel(sql, dono)} and p.situacao = 'pendente'
           ${depois ? sql`and (p.prazo, p.protocolo_id) > (${depois[0]}::date, ${depois[1]}::uuid)` : sql``}
     order by p.prazo, p.protocolo_id limit ${limite}`
}

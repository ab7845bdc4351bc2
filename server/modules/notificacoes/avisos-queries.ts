import type { AssuntoDeAviso, Novidade } from '../../domain/aviso.js'
import type { Visibilidade } from '../../domain/visibilidade.js'
import type { Sql } from '../../platform/database.js'

export type AQuem = 'pessoa' | 'unidade'

/** What a conta chose to be told of, and whether copies go to its second address. */
export type Escolhas = Record<AssuntoDeAviso | 'copia', boolean>

/** Somebody who is told of a protocolo. Addresses in lower case. */
export interface Pessoa {
  email: string | null
  /** Confirmed. */
  segundo: string | null
  /** Null of an address that was only given at the opening. */
  quer: Escolhas | null
}

export interface Situado {
  /** The unidade to which it goes with the tramite, or that holds it. */
  unidadeId: string
  tramite: { especie: string; visibilidade: Visibilidade; visibilidadeAnexos: Visibilidade; anexos: string[] } | null
  pessoas: Pessoa[]
  /** Address of the official to whom it is assigned. */
  responsavel: string | null
}

/** @param hoje day in the entidade's time zone. */
export async function situar(
  sql: Sql,
  entidadeId: string,
  { protocoloId, tramiteId, hoje }: { protocoloId: string; tramiteId: string | null; hoje: string },
): Promise<Situado | undefined> {
  const [situado] = await sql<Situado[]>`
    select coalesce(t.destino_id, p.unidade_id) as "unidadeId", lower(r.email) as responsavel,
           case when t.tramite_id is not null then json_build_object(
             'especie', t.especie, 'visibilidade', t.visibilidade, 'visibilidadeAnexos', t.visibilidade_anexos, 'anexos', array(
               select a.anexo_id from anexos a where a.entidade_id = t.entidade_id and a.protocolo_id = t.protocolo_id and a.tramite_id = t.tramite_id))
           end as tramite,
           ${pessoas(sql, hoje)} as pessoas
      from protocolos p
      left join tramites t on t.entidade_id = p.entidade_id and t.protocolo_id = p.protocolo_id and t.tramite_id = ${tramiteId}::uuid
      left join contas r on r.conta_id = p.responsavel_id
     where p.entidade_id = ${entidadeId} and p.protocolo_id = ${protocoloId}`
  return situado
}

/** Who is told of the protocolo `p`: the address given at its opening, the conta whose panel shows it, and who opened it by a procuracao in force. */
function pessoas(sql: Sql, hoje: string) {
  return sql`(
    select coalesce(json_agg(pessoa), '[]') from (
      select lower(p.requerente->>'email') as email, null as segundo, null::json as quer where p.requerente->>'email' is not null
      union all
      select ${enderecosEEscolhas(sql)} from contas c where c.conta_id = p.conta_id
      union all
      select ${enderecosEEscolhas(sql)} from procuracoes r join contas c on c.conta_id = r.procurador_id
       where r.entidade_id = p.entidade_id and r.procuracao_id = p.procuracao_id and r.decisao in ('aceita', 'aprovada')
             and r.revogada_em is null and r.de <= ${hoje}::date and r.ate >= ${hoje}::date
    ) pessoa)`
}

/** Of a conta `c`, as a {@link Pessoa}. */
function enderecosEEscolhas(sql: Sql) {
  return sql`lower(c.email) as email, lower(c.email_alternativo) as segundo,
    json_build_object('andamento', c.avisa_andamento, 'pendencia', c.avisa_pendencia, 'mensagem', c.avisa_mensagem,
      'prazo', c.avisa_prazo, 'conclusao', c.avisa_conclusao, 'copia', c.avisa_copia) as quer`
}

interface Devidos {
  protocoloId: string
  tramiteId: string | null
  novidade: Novidade
  dados: object
  vez: string | null
  avisos: readonly { id: string; para: string; aQuem: AQuem }[]
}

/** Owes the notices, and has them told soon: one job for each protocolo, however many wait for it. */
export async function deverAvisos(sql: Sql, entidadeId: string, devidos: Devidos, agora: Date): Promise<void> {
  const { protocoloId, tramiteId, novidade, dados, vez, avisos } = devidos
  await sql`
    with novos as (
      insert into avisos (entidade_id, protocolo_id, aviso_id, tramite_id, novidade, a_quem, para, dados, vez, criado_em)
      select ${entidadeId}::uuid, ${protocoloId}::uuid, id, ${tramiteId}::uuid, ${novidade}::text, a_quem, para,
             ${sql.json({ ...dados })}::jsonb, ${vez}::text, ${agora}::timestamptz
        from unnest(${avisos.map(({ id }) => id)}::uuid[], ${avisos.map(({ aQuem }) => aQuem)}::text[],
                    ${avisos.map(({ para }) => para)}::text[]) as a (id, a_quem, para)
      on conflict (entidade_id, protocolo_id, vez, para) where vez is not null do nothing
      returning aviso_id)
    select graphile_worker.add_job('juntar_avisos',
             json_build_object('entidadeId', ${entidadeId}::text, 'protocoloId', ${protocoloId}::text),
             max_attempts := 25, job_key := 'avisos ' || ${protocoloId}::text)
      from (select from novos limit 1) algum`
}

/** One at a time for each protocolo, until the transaction ends. */
export async function travarAvisos(sql: Sql, protocoloId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('avisos ' || ${protocoloId}::text, 0))`
}

export interface Caixa {
  para: string
  aQuem: AQuem
  /** When it was last written to about the protocolo. */
  ultimo: Date
}

/** The boxes that wait to hear of a protocolo. Its opening was told to them, or was theirs to tell. */
export async function caixasDevidas(sql: Sql, entidadeId: string, protocoloId: string): Promise<Caixa[]> {
  return await sql<Caixa[]>`
    select d.para, d.a_quem as "aQuem", greatest(p.aberto_em, max(e.criado_em)) as ultimo
      from (select distinct para, a_quem from avisos
             where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and email_id is null) d
      join protocolos p on p.entidade_id = ${entidadeId} and p.protocolo_id = ${protocoloId}
      left join avisos a on a.entidade_id = p.entidade_id and a.protocolo_id = p.protocolo_id and a.para = d.para and a.email_id is not null
      left join emails e on e.entidade_id = a.entidade_id and e.email_id = a.email_id
     group by d.para, d.a_quem, p.aberto_em
     order by d.para, d.a_quem`
}

/** An e-mail of notices that waits for the mail server, held until the transaction ends. One that is being sent is not among them. */
export async function porEnviarA(sql: Sql, entidadeId: string, protocoloId: string, { para, aQuem }: Caixa): Promise<string | undefined> {
  const [email] = await sql<{ id: string }[]>`
    select e.email_id as id from emails e
     where e.entidade_id = ${entidadeId} and e.enviado_em is null and e.recusado_em is null
       and e.email_id in (
         select a.email_id from avisos a
          where a.entidade_id = ${entidadeId} and a.protocolo_id = ${protocoloId} and a.para = ${para} and a.a_quem = ${aQuem})
     limit 1 for update skip locked`
  return email?.id
}

export async function juntarEm(sql: Sql, entidadeId: string, protocoloId: string, { para, aQuem }: Caixa, emailId: string): Promise<void> {
  await sql`
    update avisos set email_id = ${emailId}
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and para = ${para} and a_quem = ${aQuem} and email_id is null`
}

/** Has the notices of a protocolo looked at again in so many milliseconds, or when it is already to be. */
export async function voltarEm(
  sql: Sql,
  { entidadeId, protocoloId }: { entidadeId: string; protocoloId: string },
  milissegundos: number,
): Promise<void> {
  await sql`
    select graphile_worker.add_job('juntar_avisos', json_build_object('entidadeId', ${entidadeId}::text, 'protocoloId', ${protocoloId}::text),
             max_attempts := 25, job_key := 'avisos ' || ${protocoloId}::text, job_key_mode := 'preserve_run_at',
             run_at := now() + ${milissegundos}::int * interval '1 millisecond')`
}

export interface NovidadeContada {
  novidade: Novidade
  em: Date
  unidade: string | null
  destino: string | null
  dia: string | null
}

/** What an e-mail tells, oldest first: never a text. */
export async function novidadesDo(sql: Sql, entidadeId: string, emailId: string): Promise<NovidadeContada[]> {
  return await sql<NovidadeContada[]>`
    select a.novidade, a.criado_em as em, u.nome as unidade, d.nome as destino, a.dados->>'dia' as dia
      from avisos a
      left join tramites t on t.entidade_id = a.entidade_id and t.protocolo_id = a.protocolo_id and t.tramite_id = a.tramite_id
      left join unidades u on u.entidade_id = t.entidade_id and u.unidade_id = t.unidade_id
      left join unidades d on d.entidade_id = t.entidade_id and d.unidade_id = t.destino_id
     where a.entidade_id = ${entidadeId} and a.email_id = ${emailId}
     order by a.criado_em, a.aviso_id`
}

export async function apagarContados(sql: Sql, antesDe: Date): Promise<void> {
  await sql`delete from avisos where criado_em < ${antesDe} and vez is null and email_id is not null`
}

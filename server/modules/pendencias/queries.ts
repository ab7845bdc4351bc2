import type { Anexo } from '../../contract/protocolos.js'
import type { AlvoDaPendencia, EspecieDePendencia } from '../../domain/pendencia.js'
import type { Situacao } from '../../domain/situacao.js'
import type { Campo, Resposta, Respostas, Tipo } from '../../domain/tipo.js'
import type { Sql } from '../../platform/database.js'
import { doPainel } from '../sessoes/dono.js'
import type { Dono } from '../sessoes/sessoes.js'

export interface Linha {
  id: string
  especie: EspecieDePendencia
  protocoloId: string
  numero: string
  tipo: string
  unidade: string
  texto: string
  pedidaEm: Date
  /** `AAAA-MM-DD`. */
  prazo: string
  diasRestantes: number
}

/** What is open of the pendencias `d`. */
function aberta(sql: Sql) {
  return sql`d.respondida_em is null and d.dispensada_em is null and d.encerrada_em is null`
}

/** What waits for a conta, soonest first. */
export async function daConta(
  sql: Sql,
  dono: Dono,
  { hoje, depois, limite }: { hoje: string; depois: readonly [string, string] | undefined; limite: number },
): Promise<Linha[]> {
  return await sql<Linha[]>`
    select d.pendencia_id as id, d.especie, p.protocolo_id as "protocoloId", p.numero, t.nome as tipo, u.nome as unidade, d.texto,
           d.criada_em as "pedidaEm", d.prazo, d.prazo - ${hoje}::date as "diasRestantes"
      from protocolos p
      join pendencias d using (entidade_id, protocolo_id)
      join unidades u using (entidade_id, unidade_id)
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
      left join tipos_versoes f on f.entidade_id = p.entidade_id and f.tipo_id = p.formulario_id and f.versao = p.formulario_versao
     where p.entidade_id = ${dono.entidadeId} and ${doPainel(sql, dono)} and p.situacao = 'pendente' and ${aberta(sql)}
           ${depois ? sql`and (d.prazo, d.pendencia_id) > (${depois[0]}::date, ${depois[1]}::uuid)` : sql``}
     order by d.prazo, d.pendencia_id limit ${limite}`
}

export interface Aberta {
  id: string
  especie: EspecieDePendencia
  texto: string
  alvo: AlvoDaPendencia | null
  campo: Campo | null
  prazo: string
  pedidaEm: Date
  /** Of a correcao of an answer: the one that stands. */
  valor: Resposta | null
  /** Of a correcao of a file. */
  anexo: Anexo | null
  documento: string | null
  tipo: Tipo
}

/** What a protocolo waits for, soonest first. */
export async function abertas(sql: Sql, entidadeId: string, protocoloId: string): Promise<Aberta[]> {
  return await sql<Aberta[]>`
    select d.pendencia_id as id, d.especie, d.texto, d.alvo, d.campo, d.prazo, d.criada_em as "pedidaEm", coalesce(f.definicao, t.definicao) as tipo,
           coalesce((select c.valor from pendencias c
                      where c.entidade_id = d.entidade_id and c.protocolo_id = d.protocolo_id and c.alvo->>'campo' = d.alvo->>'campo'
                        and c.respondida_em is not null
                      order by c.respondida_em desc, c.pendencia_id desc limit 1),
                    p.respostas->(d.alvo->>'campo')) as valor,
           case when a.anexo_id is not null
                then json_build_object('id', a.anexo_id, 'nome', a.nome, 'tipo', a.tipo, 'tamanho', a.tamanho, 'sha256', a.sha256) end as anexo,
           a.documento
      from pendencias d
      join protocolos p using (entidade_id, protocolo_id)
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
      left join tipos_versoes f on f.entidade_id = p.entidade_id and f.tipo_id = p.formulario_id and f.versao = p.formulario_versao
      left join anexos a on a.entidade_id = d.entidade_id and a.protocolo_id = d.protocolo_id and a.anexo_id = (d.alvo->>'anexo')::uuid
     where d.entidade_id = ${entidadeId} and d.protocolo_id = ${protocoloId} and p.situacao = 'pendente' and ${aberta(sql)}
     order by d.prazo, d.criada_em, d.posicao`
}

export interface Correcao {
  alvo: AlvoDaPendencia
  campo: Campo | null
  valor: Resposta | null
  /** Of a correcao of a file: the new one. */
  anexoId: string | null
}

/** What was corrected, in the order in which it was. */
export async function correcoes(sql: Sql, entidadeId: string, protocoloId: string): Promise<Correcao[]> {
  return await sql<Correcao[]>`
    select d.alvo, d.campo, d.valor, a.anexo_id as "anexoId"
      from pendencias d
      left join anexos a on a.entidade_id = d.entidade_id and a.protocolo_id = d.protocolo_id and a.tramite_id = d.resposta_id
     where d.entidade_id = ${entidadeId} and d.protocolo_id = ${protocoloId} and d.especie = 'correcao' and d.respondida_em is not null
     order by d.respondida_em, d.pendencia_id`
}

export interface Guardada {
  id: string
  especie: EspecieDePendencia
  texto: string
  alvo: AlvoDaPendencia | null
  prazo: string
  criadaEm: Date
  respondidaEm: Date | null
  dispensadaEm: Date | null
  encerradaEm: Date | null
}

/** All that was ever asked, newest first. */
export async function todas(sql: Sql, entidadeId: string, protocoloId: string): Promise<Guardada[]> {
  return await sql<Guardada[]>`
    select pendencia_id as id, especie, texto, alvo, prazo, criada_em as "criadaEm", respondida_em as "respondidaEm",
           dispensada_em as "dispensadaEm", encerrada_em as "encerradaEm"
      from pendencias
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}
     order by criada_em desc, posicao, pendencia_id`
}

export interface Enviado {
  respostas: Respostas
  tipo: Tipo
  /** Files that the requerente sent, and as which document. */
  anexos: readonly { id: string; documento: string | null }[]
}

/** What may be asked to be corrected. */
export async function enviado(sql: Sql, entidadeId: string, protocoloId: string): Promise<Enviado> {
  const [linha] = await sql<Enviado[]>`
    select p.respostas, coalesce(f.definicao, t.definicao) as tipo,
           coalesce((select json_agg(json_build_object('id', a.anexo_id, 'documento', a.documento))
                       from anexos a
                       left join tramites r on r.entidade_id = a.entidade_id and r.protocolo_id = a.protocolo_id and r.tramite_id = a.tramite_id
                      where a.entidade_id = p.entidade_id and a.protocolo_id = p.protocolo_id and a.mensagem_id is null
                        and (a.tramite_id is null or r.especie = 'resposta')), '[]') as anexos
      from protocolos p
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
      left join tipos_versoes f on f.entidade_id = p.entidade_id and f.tipo_id = p.formulario_id and f.versao = p.formulario_versao
     where p.entidade_id = ${entidadeId} and p.protocolo_id = ${protocoloId}`
  if (!linha) throw new Error('a protocolo that is held is gone')
  return linha
}

export interface Nova {
  id: string
  especie: EspecieDePendencia
  texto: string
  alvo: AlvoDaPendencia | null
  campo: Campo | null
  prazo: string
}

/** Keeps what one exigencia asks for. */
export async function inserir(
  sql: Sql,
  entidadeId: string,
  { protocoloId, tramiteId, agora }: { protocoloId: string; tramiteId: string; agora: Date },
  novas: readonly Nova[],
): Promise<void> {
  await sql`
    insert into pendencias (entidade_id, protocolo_id, pendencia_id, tramite_id, posicao, especie, texto, alvo, campo, prazo, criada_em)
    select ${entidadeId}, ${protocoloId}, (e->>'id')::uuid, ${tramiteId}, ordem, e->>'especie', e->>'texto', nullif(e->'alvo', 'null'),
           nullif(e->'campo', 'null'), (e->>'prazo')::date, ${agora}
      from jsonb_array_elements(${JSON.stringify(novas)}::text::jsonb) with ordinality as x (e, ordem)`
}

export interface Respondida {
  id: string
  respondidaEm: Date
  prazo: string
  impressao: Buffer
  situacao: Situacao
  restam: number
}

/** The one that was answered with this key. */
export async function porChave(sql: Sql, entidadeId: string, protocoloId: string, chaveHash: Buffer): Promise<Respondida | undefined> {
  const [linha] = await sql<Respondida[]>`
    select r.pendencia_id as id, r.respondida_em as "respondidaEm", r.prazo, r.impressao, p.situacao,
           (select count(*)::int from pendencias d where d.entidade_id = r.entidade_id and d.protocolo_id = r.protocolo_id and ${aberta(sql)}) as restam
      from pendencias r join protocolos p using (entidade_id, protocolo_id)
     where r.entidade_id = ${entidadeId} and r.protocolo_id = ${protocoloId} and r.chave_hash = ${chaveHash}`
  return linha
}

export interface Respostado {
  pendenciaId: string
  tramiteId: string
  valor: Resposta | undefined
  chaveHash: Buffer
  impressao: Buffer
  agora: Date
}

/** Keeps that it was answered, by a tramite that is there already. */
export async function responder(sql: Sql, entidadeId: string, protocoloId: string, resposta: Respostado): Promise<void> {
  const { pendenciaId, tramiteId, valor, chaveHash, impressao, agora } = resposta
  await sql`
    update pendencias
       set respondida_em = ${agora}, resposta_id = ${tramiteId}, chave_hash = ${chaveHash}, impressao = ${impressao},
           valor = ${valor === undefined ? null : JSON.stringify(valor)}::text::jsonb
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and pendencia_id = ${pendenciaId}`
}

/** A corrected file goes on standing for the document that the earlier one was sent as. */
export async function nomearCorrigido(sql: Sql, entidadeId: string, anexoId: string, documento: string | null): Promise<void> {
  await sql`update anexos set documento = ${documento} where entidade_id = ${entidadeId} and anexo_id = ${anexoId}`
}

export async function dispensar(sql: Sql, entidadeId: string, protocoloId: string, pendenciaId: string, agora: Date): Promise<void> {
  await sql`
    update pendencias set dispensada_em = ${agora}
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and pendencia_id = ${pendenciaId}`
}

import type { Mensagem } from '../../contract/mensagens.js'
import type { Sql } from '../../platform/database.js'

export interface Linha extends Pick<Mensagem, 'id' | 'de' | 'texto' | 'anexos'> {
  em: Date
  unidadeId: string | null
  lidaEm: Date | null
  /** Name of who wrote it in the requerente's name. */
  procurador: string | null
}

function colunas(sql: Sql) {
  return sql`
    m.mensagem_id as id, m.de, m.em, m.texto, m.unidade_id as "unidadeId", m.lida_em as "lidaEm",
    (select r.procurador_nome from procuracoes r where r.entidade_id = m.entidade_id and r.procuracao_id = m.procuracao_id) as procurador,
    coalesce((select json_agg(json_build_object('id', a.anexo_id, 'nome', a.nome, 'tipo', a.tipo, 'tamanho', a.tamanho, 'sha256', a.sha256)
                              order by a.posicao)
                from anexos a
               where a.entidade_id = m.entidade_id and a.protocolo_id = m.protocolo_id and a.mensagem_id = m.mensagem_id), '[]') as anexos`
}

/** Oldest first. */
export async function todas(sql: Sql, entidadeId: string, protocoloId: string): Promise<Linha[]> {
  return await sql<Linha[]>`
    select ${colunas(sql)} from mensagens m
     where m.entidade_id = ${entidadeId} and m.protocolo_id = ${protocoloId}
     order by m.em, m.mensagem_id`
}

/** How many were read, and when the last was. */
export async function marcasDeLeitura(sql: Sql, entidadeId: string, protocoloId: string): Promise<string> {
  const [marcas] = await sql<{ lidas: string }[]>`
    select concat_ws(' ', count(*), max(lida_em)) as lidas from mensagens
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and lida_em is not null`
  return marcas?.lidas ?? ''
}

/** The one that was sent with this key; without a conta, by the access code. */
export async function porChave(
  sql: Sql,
  entidadeId: string,
  protocoloId: string,
  { contaId, chaveHash }: { contaId: string | null; chaveHash: Buffer },
): Promise<Linha | undefined> {
  const [linha] = await sql<Linha[]>`
    select ${colunas(sql)} from mensagens m
     where m.entidade_id = ${entidadeId} and m.protocolo_id = ${protocoloId} and m.autor_id is not distinct from ${contaId}
       and m.chave_hash = ${chaveHash}`
  return linha
}

export interface Nova {
  id: string
  protocoloId: string
  /** For which an official writes. */
  unidadeId: string | null
  contaId: string | null
  /** By which somebody writes for another. */
  procuracaoId: string | null
  texto: string
  chaveHash: Buffer
  agora: Date
}

/** Keeps what was written. The protocolo changes with it, so that the trigger anotar_evento tells open pages. */
export async function gravar(sql: Sql, entidadeId: string, nova: Nova): Promise<void> {
  const { id, protocoloId, unidadeId, contaId, procuracaoId, texto, chaveHash, agora } = nova
  await sql`
    with gravada as (
      insert into mensagens (entidade_id, protocolo_id, mensagem_id, de, em, unidade_id, autor_id, procuracao_id, chave_hash, texto)
      values (${entidadeId}, ${protocoloId}, ${id}, ${unidadeId === null ? 'cidadao' : 'orgao'}, ${agora}, ${unidadeId}, ${contaId},
              ${procuracaoId}, ${chaveHash}, ${texto}))
    update protocolos set versao = versao + 1, atualizado_em = ${agora}
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}`
}

/** Ties files that nothing has taken, which are held, to a message. */
export async function prenderAnexos(
  sql: Sql,
  entidadeId: string,
  { protocoloId, id }: Pick<Nova, 'protocoloId' | 'id'>,
  anexos: readonly string[],
): Promise<void> {
  await sql`
    update anexos a set protocolo_id = ${protocoloId}, mensagem_id = ${id}, posicao = n.posicao
      from unnest(${[...anexos]}::uuid[]) with ordinality as n (anexo_id, posicao)
     where a.entidade_id = ${entidadeId} and a.anexo_id = n.anexo_id`
}

/** Marks what a side wrote, up to a message, as read by the other. @returns how many were marked now. */
export async function marcarLidas(
  sql: Sql,
  entidadeId: string,
  protocoloId: string,
  { de, ate, agora }: { de: Mensagem['de']; ate: string; agora: Date },
): Promise<number> {
  const { count } = await sql`
    update mensagens m set lida_em = ${agora}
      from mensagens u
     where u.entidade_id = ${entidadeId} and u.protocolo_id = ${protocoloId} and u.mensagem_id = ${ate}
       and m.entidade_id = u.entidade_id and m.protocolo_id = u.protocolo_id and (m.em, m.mensagem_id) <= (u.em, u.mensagem_id)
       and m.de = ${de} and m.lida_em is null`
  return count
}

import type { Mensagem } from '../../contract/mensagens.js'
import type { Situacao } from '../../domain/situacao.js'
import type { Sql } from '../../platform/database.js'
import { doPainel } from '../sessoes/dono.js'
import { type Dono, quemAge } from '../sessoes/sessoes.js'

export interface Linha extends Pick<Mensagem, 'id' | 'de' | 'texto'> {
  em: Date
  unidadeId: string | null
}

/** Oldest first. */
export async function todas(sql: Sql, entidadeId: string, protocoloId: string): Promise<Linha[]> {
  return await sql<Linha[]>`
    select mensagem_id as id, de, em, texto, unidade_id as "unidadeId" from mensagens
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}
     order by em, mensagem_id`
}

export interface Alvo {
  situacao: Situacao
  unidadeId: string
}

/** A protocolo of the conta's own, held until the transaction ends. */
export async function travar(sql: Sql, dono: Dono, protocoloId: string): Promise<Alvo | undefined> {
  const [alvo] = await sql<Alvo[]>`
    select p.situacao, p.unidade_id as "unidadeId" from protocolos p
     where p.entidade_id = ${dono.entidadeId} and p.protocolo_id = ${protocoloId} and ${doPainel(sql, dono)}
       for no key update`
  return alvo
}

/** The one that was sent with this key. */
export async function porChave(sql: Sql, dono: Dono, protocoloId: string, chaveHash: Buffer): Promise<Linha | undefined> {
  const [linha] = await sql<Linha[]>`
    select mensagem_id as id, de, em, texto, unidade_id as "unidadeId" from mensagens
     where entidade_id = ${dono.entidadeId} and protocolo_id = ${protocoloId} and autor_id = ${quemAge(dono)} and chave_hash = ${chaveHash}`
  return linha
}

export interface Nova {
  id: string
  protocoloId: string
  texto: string
  chaveHash: Buffer
  agora: Date
}

/** Keeps what the citizen wrote. The protocolo changes with it, so that the trigger anotar_evento tells open pages. */
export async function gravar(sql: Sql, dono: Dono, nova: Nova): Promise<void> {
  const { entidadeId } = dono
  const { id, protocoloId, texto, chaveHash, agora } = nova
  await sql`
    with gravada as (
      insert into mensagens (entidade_id, protocolo_id, mensagem_id, de, em, autor_id, chave_hash, texto)
      values (${entidadeId}, ${protocoloId}, ${id}, 'cidadao', ${agora}, ${quemAge(dono)}, ${chaveHash}, ${texto}))
    update protocolos set versao = versao + 1, atualizado_em = ${agora}
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}`
}

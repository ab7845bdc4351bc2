import type { LinhaDeAbertura } from '../server/modules/protocolos/queries.js'
import type { Sql } from '../server/platform/database.js'

export type { LinhaDeAbertura }

export async function travar(sql: Sql): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('demonstracao', 0))`
}

export async function existe(sql: Sql, documento: string): Promise<boolean> {
  const [conta] = await sql`select from contas where documento = ${documento}`
  return conta !== undefined
}

export interface Conta {
  id: string
  documento: string
  nome: string
  email: string
  senhaHash: string
}

export async function contas(sql: Sql, novas: readonly Conta[], agora: Date): Promise<void> {
  await sql`
    insert into contas (conta_id, documento, nome, email, senha_hash, criada_em)
    select c.id, c.documento, c.nome, c.email, c."senhaHash", ${agora}
      from jsonb_to_recordset(${JSON.stringify(novas)}::text::jsonb) as c (id uuid, documento text, nome text, email text, "senhaHash" text)`
}

export interface Lotacao {
  entidade: string
  id: string
  unidade: string
  conta: string
  papel: string
}

export async function lotacoes(sql: Sql, novas: readonly Lotacao[]): Promise<void> {
  await sql`
    insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
    select l.entidade, l.id, l.unidade, l.conta, l.papel
      from jsonb_to_recordset(${JSON.stringify(novas)}::text::jsonb) as l (entidade uuid, id uuid, unidade uuid, conta uuid, papel text)`
}

/** Opens them one after another, in the order given. */
export async function aberturas(sql: Sql, linhas: readonly LinhaDeAbertura[]): Promise<void> {
  await sql`
    select abrir_protocolo(linha)
      from (select linha from jsonb_array_elements(${JSON.stringify(linhas)}::text::jsonb) with ordinality as x (linha, n) order by n) l`
}

export interface TramiteFeito {
  entidade: string
  protocolo: string
  id: string
  auditoria: string
  especie: string
  em: string
  unidade: string
  destino: string | null
  autor: string | null
  texto: string | null
  visibilidade: 'publico' | 'privado'
  /** By when it is to be back. */
  prazo: string | null
  anexo: string | null
}

export async function tramites(sql: Sql, feitos: readonly TramiteFeito[]): Promise<void> {
  await sql`
    with feitos as (
      select * from jsonb_to_recordset(${JSON.stringify(feitos)}::text::jsonb) as t (entidade uuid, protocolo uuid, id uuid, auditoria uuid,
        especie text, em timestamptz, unidade uuid, destino uuid, autor uuid, texto text, visibilidade text, prazo timestamptz, anexo uuid)),
    auditados as (
      insert into auditoria (entidade_id, auditoria_id, em, quem, acao, protocolo_id)
      select entidade, auditoria, em, coalesce(autor::text, 'demonstracao'), 'protocolo.' || case especie
          when 'abertura' then 'abrir' when 'recebimento' then 'receber' when 'atribuicao' then 'atribuir' when 'encaminhamento' then 'encaminhar'
          when 'despacho' then 'despachar' when 'exigencia' then 'exigir' when 'resposta' then 'responder' when 'parada' then 'parar'
          when 'retomada' then 'retomar' when 'encerramento' then 'concluir' when 'cancelamento' then 'cancelar' when 'reabertura' then 'reabrir'
          else especie end, protocolo from feitos),
    anexados as (
      update anexos a set protocolo_id = f.protocolo, tramite_id = f.id, posicao = 1 from feitos f
       where a.entidade_id = f.entidade and a.anexo_id = f.anexo)
    insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, unidade_id, destino_id, autor_id, texto, visibilidade, visibilidade_anexos, prazo)
    select entidade, protocolo, id, especie, em, unidade, destino, autor, texto, visibilidade, visibilidade, prazo from feitos`
}

export interface MensagemFeita {
  entidade: string
  protocolo: string
  id: string
  de: 'cidadao' | 'orgao'
  em: string
  unidade: string | null
  autor: string | null
  texto: string
}

export async function mensagens(sql: Sql, feitas: readonly MensagemFeita[]): Promise<void> {
  await sql`
    insert into mensagens (entidade_id, protocolo_id, mensagem_id, de, em, unidade_id, autor_id, texto)
    select entidade, protocolo, id, de, em, unidade, autor, texto
      from jsonb_to_recordset(${JSON.stringify(feitas)}::text::jsonb) as m (entidade uuid, protocolo uuid, id uuid, de text, em timestamptz,
        unidade uuid, autor uuid, texto text)`
}

/** What waits for an answer is what was asked last, for as long as a fortnight after. */
export async function pendencias(sql: Sql, protocolos: readonly string[]): Promise<void> {
  await sql`
    insert into pendencias (entidade_id, protocolo_id, pendencia_id, tramite_id, especie, texto, prazo, criada_em)
    select p.entidade_id, p.protocolo_id, t.tramite_id, t.tramite_id, case when t.texto ~* 'envie' then 'documento' else 'informacao' end,
           t.texto, t.em::date + 15, t.em
      from protocolos p
      join tramites t on t.entidade_id = p.entidade_id and t.protocolo_id = p.protocolo_id and t.especie = 'exigencia'
     where p.protocolo_id = any (${[...protocolos]}::uuid[]) and p.situacao = 'pendente'`
}

export interface VistaDada {
  entidade: string
  id: string
  protocolo: string
  documento: string | null
  email: string | null
  ate: Date
  em: Date
  /** Id of the conta that gives it. */
  por: string
}

export async function vistas(sql: Sql, dadas: readonly VistaDada[]): Promise<void> {
  await sql`
    insert into vistas (entidade_id, vista_id, protocolo_id, documento, email, ate, dada_em, dada_por)
    select v.entidade, v.id, v.protocolo, v.documento, v.email, v.ate, v.em, v.por
      from jsonb_to_recordset(${JSON.stringify(dadas)}::text::jsonb)
        as v (entidade uuid, id uuid, protocolo uuid, documento text, email text, ate timestamptz, em timestamptz, por uuid)`
}

/** The citizen has read what unidades wrote a day ago or earlier, and they what the citizen wrote. */
export async function leituras(sql: Sql, protocolos: readonly string[], agora: Date): Promise<void> {
  await sql`
    update mensagens set lida_em = em + interval '3 hours'
     where protocolo_id = any (${[...protocolos]}::uuid[]) and em < ${agora}::timestamptz - interval '1 day'`
}

export interface SituacaoFinal {
  entidade: string
  protocolo: string
  situacao: string
  resultado: string | null
  unidade: string
  em: string
  passos: number
  /** Null while the unidade that holds it has not received it. */
  recebido: string | null
  responsavel: string | null
  /** `AAAA-MM-DD`, while it is parado. */
  parado: string | null
  retorno: { em: string; unidade: string } | null
}

export async function situacoes(sql: Sql, finais: readonly SituacaoFinal[]): Promise<void> {
  await sql`
    update protocolos p
       set situacao = s.situacao, resultado = s.resultado, unidade_id = s.unidade, atualizado_em = s.em, versao = 1 + s.passos,
           encerrado_em = case when s.situacao = 'encerrado' then s.em end, recebido_em = s.recebido, responsavel_id = s.responsavel,
           parado_ate = s.parado, retorno_em = (s.retorno->>'em')::timestamptz, retorno_unidade_id = (s.retorno->>'unidade')::uuid
      from jsonb_to_recordset(${JSON.stringify(finais)}::text::jsonb) as s (entidade uuid, protocolo uuid, situacao text, resultado text,
        unidade uuid, em timestamptz, passos int, recebido timestamptz, responsavel uuid, parado date, retorno jsonb)
     where p.entidade_id = s.entidade and p.protocolo_id = s.protocolo`
}

export interface ProtocoloDePessoa {
  id: string
  entidade: string
  numero: string
  tipo: string
  situacao: string
  codigoHash: Buffer
}

export async function protocolosDe(sql: Sql, documento: string): Promise<ProtocoloDePessoa[]> {
  return await sql<ProtocoloDePessoa[]>`
    select p.protocolo_id as id, e.codigo as entidade, p.numero, t.definicao->>'nome' as tipo, p.situacao, p.codigo_hash as "codigoHash"
      from protocolos p
      join entidades e using (entidade_id)
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
     where p.requerente_documento = ${documento}
     order by e.codigo desc, p.aberto_em desc`
}

import { type Conta, type EspecieDeContato, especiesDeContato } from '../../contract/contas.js'
import type { Sql } from '../../platform/database.js'

export type Especie = 'cadastro' | 'senha' | 'nenhuma' | EspecieDeContato

/** @typeParam Dados what its kind keeps waiting. */
export interface Confirmacao<Dados = object> {
  id: string
  entidadeId: string
  especie: Especie
  contaId: string | null
  dados: Dados
  /** How often it was sent; each sending has a code and a link of its own. */
  envios: number
  erros: number
  expiraEm: Date
}

export interface NovaConfirmacao extends Pick<Confirmacao, 'id' | 'entidadeId' | 'especie' | 'contaId' | 'expiraEm'> {
  dados: object
  criadaEm: Date
}

export async function inserir(sql: Sql, { id, entidadeId, especie, contaId, dados, criadaEm, expiraEm }: NovaConfirmacao): Promise<void> {
  await sql`
    insert into confirmacoes (confirmacao_id, entidade_id, especie, conta_id, dados, criada_em, expira_em)
    values (${id}, ${entidadeId}, ${especie}, ${contaId}, ${sql.json({ ...dados })}, ${criadaEm}, ${expiraEm})`
}

/** One that can still be used, held until the transaction ends. */
export async function tomar<Dados>(sql: Sql, entidadeId: string, id: string, agora: Date): Promise<Confirmacao<Dados> | undefined> {
  const [confirmacao] = await sql<Confirmacao<Dados>[]>`
    select confirmacao_id as id, entidade_id as "entidadeId", especie, conta_id as "contaId", dados, envios, erros, expira_em as "expiraEm"
      from confirmacoes
     where confirmacao_id = ${id} and entidade_id = ${entidadeId} and usada_em is null and expira_em > ${agora}
       for update`
  return confirmacao
}

export async function contarErro(sql: Sql, id: string): Promise<void> {
  await sql`update confirmacoes set erros = erros + 1 where confirmacao_id = ${id}`
}

export async function marcarUsada(sql: Sql, id: string, agora: Date): Promise<void> {
  await sql`update confirmacoes set usada_em = ${agora}, dados = '{}' where confirmacao_id = ${id}`
}

export async function marcarEnvio(sql: Sql, id: string, dados: object): Promise<void> {
  await sql`update confirmacoes set envios = envios + 1, erros = 0, dados = ${sql.json({ ...dados })} where confirmacao_id = ${id}`
}

export async function marcarUsadas(sql: Sql, contaId: string, especie: Especie, agora: Date): Promise<void> {
  await sql`
    update confirmacoes set usada_em = ${agora}, dados = '{}'
     where conta_id = ${contaId} and especie = ${especie} and usada_em is null`
}

export async function apagarVencidas(sql: Sql, agora: Date): Promise<void> {
  await sql`delete from confirmacoes where expira_em < ${agora}`
}

/** Contacts of a conta that wait in an entidade, oldest first. */
export async function pendentes(sql: Sql, entidadeId: string, contaId: string, agora: Date): Promise<Conta['pendentes']> {
  return await sql<Conta['pendentes']>`
    select confirmacao_id as confirmacao, especie, dados->>'valor' as valor from confirmacoes
     where conta_id = ${contaId} and entidade_id = ${entidadeId} and especie = any (${[...especiesDeContato]})
       and usada_em is null and expira_em > ${agora}
     order by criada_em, confirmacao_id`
}

/** How often codes for contacts of a conta were sent since. */
export async function enviosDesde(sql: Sql, contaId: string, desde: Date): Promise<number> {
  const [linha] = await sql<{ total: number }[]>`
    select coalesce(sum(envios), 0)::int as total from confirmacoes
     where conta_id = ${contaId} and especie = any (${[...especiesDeContato]}) and criada_em > ${desde}`
  return linha?.total ?? 0
}

/** What a sending carries and to whom, while its code serves. */
export async function porEnviar(
  sql: Sql,
  id: string,
  envio: number,
  agora: Date,
): Promise<{ entidadeId: string; valor: string } | undefined> {
  const [linha] = await sql<{ entidadeId: string; valor: string }[]>`
    select entidade_id as "entidadeId", dados->>'valor' as valor from confirmacoes
     where confirmacao_id = ${id} and envios = ${envio} and usada_em is null and expira_em > ${agora}`
  return linha
}

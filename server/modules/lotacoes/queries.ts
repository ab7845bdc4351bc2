import type { Papel } from '../../domain/permissoes.js'
import type { Sql } from '../../platform/database.js'
import type { Lotacao } from '../tramitacao/tramitacao.js'

export interface Servidor {
  nome: string
  lotacoes: Lotacao[]
}

/** Who a conta is in an entidade; undefined for who works in none of its unidades. */
export async function daConta(sql: Sql, entidadeId: string, contaId: string): Promise<Servidor | undefined> {
  const [servidor] = await sql<Servidor[]>`
    select c.nome, jsonb_agg(jsonb_build_object('unidadeId', l.unidade_id, 'papel', l.papel) order by u.posicao) as lotacoes
      from lotacoes l
      join unidades u using (entidade_id, unidade_id)
      join contas c using (conta_id)
     where l.entidade_id = ${entidadeId} and l.conta_id = ${contaId}
     group by c.conta_id`
  return servidor
}

export interface PessoaLotada {
  id: string
  nome: string
  papel: Papel
}

/** By name. */
export async function pessoasDe(sql: Sql, entidadeId: string, unidadeId: string): Promise<PessoaLotada[]> {
  return await sql<PessoaLotada[]>`
    select c.conta_id as id, c.nome, l.papel from lotacoes l join contas c using (conta_id)
     where l.entidade_id = ${entidadeId} and l.unidade_id = ${unidadeId}
     order by c.nome, c.conta_id`
}

/** One who works in a unidade. */
export async function pessoaDe(sql: Sql, entidadeId: string, unidadeId: string, contaId: string): Promise<PessoaLotada | undefined> {
  const [pessoa] = await sql<PessoaLotada[]>`
    select c.conta_id as id, c.nome, l.papel from lotacoes l join contas c using (conta_id)
     where l.entidade_id = ${entidadeId} and l.unidade_id = ${unidadeId} and l.conta_id = ${contaId}
       for share of l`
  return pessoa
}

export async function contaDoDocumento(sql: Sql, documento: string): Promise<{ id: string; nome: string } | undefined> {
  const [conta] = await sql<{ id: string; nome: string }[]>`select conta_id as id, nome from contas where documento = ${documento}`
  return conta
}

/** Gives a papel in a unidade, instead of another there. */
export async function dar(
  sql: Sql,
  entidadeId: string,
  { id, unidadeId, contaId, papel }: Lotacao & { id: string; contaId: string },
): Promise<void> {
  await sql`
    insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
    values (${entidadeId}, ${id}, ${unidadeId}, ${contaId}, ${papel})
    on conflict (entidade_id, conta_id, unidade_id) do update set papel = excluded.papel`
}

export async function tirar(sql: Sql, entidadeId: string, unidadeId: string, contaId: string): Promise<boolean> {
  const { count } = await sql`
    delete from lotacoes where entidade_id = ${entidadeId} and unidade_id = ${unidadeId} and conta_id = ${contaId}`
  return count > 0
}

/** Ids of the open protocolos of a unidade that somebody answers for, held until the transaction ends. */
export async function responsabilidades(sql: Sql, entidadeId: string, unidadeId: string, contaId: string): Promise<string[]> {
  const linhas = await sql<{ id: string }[]>`
    select protocolo_id as id from protocolos
     where entidade_id = ${entidadeId} and unidade_id = ${unidadeId} and responsavel_id = ${contaId}
       and situacao in ('nao_analisado', 'em_andamento', 'pendente', 'parado')
     order by protocolo_id for no key update`
  return linhas.map(({ id }) => id)
}

export interface LotacaoListada {
  nome: string
  documento: string
  unidade: string
  papel: Papel
}

/** By unidade, in the file's order, and by name. */
export async function todas(sql: Sql, entidadeId: string): Promise<LotacaoListada[]> {
  return await sql<LotacaoListada[]>`
    select c.nome, c.documento, u.codigo as unidade, l.papel
      from lotacoes l join unidades u using (entidade_id, unidade_id) join contas c using (conta_id)
     where l.entidade_id = ${entidadeId}
     order by u.posicao, c.nome, c.conta_id`
}

/** Always in one order, so that two who hold them wait for each other. */
export async function segurarAdministradores(sql: Sql, entidadeId: string): Promise<{ documento: string; unidade: string }[]> {
  return await sql<{ documento: string; unidade: string }[]>`
    select c.documento, u.codigo as unidade
      from lotacoes l join unidades u using (entidade_id, unidade_id) join contas c using (conta_id)
     where l.entidade_id = ${entidadeId} and l.papel = 'administrador'
     order by l.lotacao_id for update of l`
}

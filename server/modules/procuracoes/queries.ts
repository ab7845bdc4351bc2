import type { Dia } from '../../domain/prazo.js'
import type { Andamento, Estado, Parte, Poder } from '../../domain/procuracao.js'
import type { Sql } from '../../platform/database.js'

export interface Linha extends Andamento {
  id: string
  outorganteDocumento: string
  outorganteNome: string
  procuradorId: string | null
  procuradorDocumento: string
  procuradorNome: string
  poderes: Poder[]
  temArquivo: boolean
  pedidaEm: Date
  decididaEm: Date | null
  revogadaPor: Parte | 'exclusao' | null
  motivo: string | null
}

function colunas(sql: Sql) {
  return sql`
    p.procuracao_id as id, p.outorgante_documento as "outorganteDocumento", p.outorgante_nome as "outorganteNome",
    p.procurador_id as "procuradorId", p.procurador_documento as "procuradorDocumento", p.procurador_nome as "procuradorNome", p.poderes,
    p.de, p.ate, p.pedida_em as "pedidaEm", p.decisao, p.decidida_em as "decididaEm", p.motivo, p.revogada_em as "revogadaEm",
    p.revogada_por as "revogadaPor",
    exists (select from anexos a where a.entidade_id = p.entidade_id and a.procuracao_id = p.procuracao_id) as "temArquivo"`
}

export interface Nova extends Pick<Linha, 'id' | 'outorganteDocumento' | 'outorganteNome' | 'poderes' | 'de' | 'ate' | 'pedidaEm'> {
  procurador: { id: string; documento: string; nome: string }
}

export async function inserir(sql: Sql, entidadeId: string, nova: Nova): Promise<void> {
  const { id, outorganteDocumento, outorganteNome, procurador, poderes, de, ate, pedidaEm } = nova
  await sql`
    insert into procuracoes (entidade_id, procuracao_id, outorgante_documento, outorgante_nome, procurador_id, procurador_documento,
      procurador_nome, poderes, de, ate, pedida_em)
    values (${entidadeId}, ${id}, ${outorganteDocumento}, ${outorganteNome}, ${procurador.id}, ${procurador.documento}, ${procurador.nome},
      ${poderes}, ${de}, ${ate}, ${pedidaEm})`
}

/** Keeps a file that nobody has taken as the signed instrument, by an id of its own. @returns whether there was such a file. */
export async function guardarArquivo(
  sql: Sql,
  entidadeId: string,
  { procuracaoId, anexoId, de }: { procuracaoId: string; anexoId: string; de: { id: string; sha256: string } },
): Promise<boolean> {
  const { count } = await sql`
    insert into anexos (entidade_id, anexo_id, procuracao_id, nome, tipo, tamanho, sha256, criado_em)
    select entidade_id, ${anexoId}, ${procuracaoId}, nome, tipo, tamanho, sha256, criado_em from anexos
     where entidade_id = ${entidadeId} and anexo_id = ${de.id} and sha256 = ${de.sha256} and protocolo_id is null and procuracao_id is null`
  return count === 1
}

export interface Arquivo {
  nome: string
  tipo: string
  tamanho: number
  sha256: string
}

export async function arquivo(sql: Sql, entidadeId: string, procuracaoId: string): Promise<Arquivo | undefined> {
  const [achado] = await sql<Arquivo[]>`
    select nome, tipo, tamanho, sha256 from anexos where entidade_id = ${entidadeId} and procuracao_id = ${procuracaoId}`
  return achado
}

/** How many wait to be decided on that a conta asked for. */
export async function esperando(sql: Sql, entidadeId: string, procuradorId: string, hoje: Dia): Promise<number> {
  const [linha] = await sql<{ quantas: number }[]>`
    select count(*)::int as quantas from procuracoes
     where entidade_id = ${entidadeId} and procurador_id = ${procuradorId} and decisao is null and revogada_em is null and ate >= ${hoje}`
  return linha?.quantas ?? 0
}

export async function porId(sql: Sql, entidadeId: string, id: string): Promise<Linha | undefined> {
  const [linha] = await sql<
    Linha[]
  >`select ${colunas(sql)} from procuracoes p where p.entidade_id = ${entidadeId} and p.procuracao_id = ${id}`
  return linha
}

/** The same, held until the transaction ends: `como` against others that change it, or only against its change. */
export async function travar(sql: Sql, entidadeId: string, id: string, como: 'mudar' | 'usar'): Promise<Linha | undefined> {
  const [linha] = await sql<Linha[]>`
    select ${colunas(sql)} from procuracoes p where p.entidade_id = ${entidadeId} and p.procuracao_id = ${id}
       ${como === 'mudar' ? sql`for no key update` : sql`for share`}`
  return linha
}

/** Those in which a conta, or its documento, stands on either side, newest first. */
export async function daConta(
  sql: Sql,
  entidadeId: string,
  { contaId, documento }: { contaId: string; documento: string },
): Promise<Linha[]> {
  return await sql<Linha[]>`
    select ${colunas(sql)} from procuracoes p
     where p.entidade_id = ${entidadeId} and (p.procurador_id = ${contaId} or p.outorgante_documento = ${documento})
     order by p.pedida_em desc, p.procuracao_id desc limit 200`
}

/** All of an entidade, newest first; those alone that wait, if asked. */
export async function todas(
  sql: Sql,
  entidadeId: string,
  {
    estado,
    hoje,
    depois,
    limite,
  }: { estado?: Extract<Estado, 'pedida'>; hoje: Dia; depois: readonly [string, string] | undefined; limite: number },
): Promise<(Linha & { posicao: string })[]> {
  return await sql<(Linha & { posicao: string })[]>`
    select ${colunas(sql)}, to_char(p.pedida_em at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as posicao from procuracoes p
     where p.entidade_id = ${entidadeId}
           ${estado ? sql`and p.decisao is null and p.revogada_em is null and p.ate >= ${hoje}` : sql``}
           ${depois ? sql`and (p.pedida_em, p.procuracao_id) < (${depois[0]}::timestamptz, ${depois[1]}::uuid)` : sql``}
     order by p.pedida_em desc, p.procuracao_id desc limit ${limite}`
}

export interface Decidida {
  decisao: 'aceita' | 'aprovada' | 'recusada'
  em: Date
  por: string
  /** Of who is represented, as their conta has it. */
  nome?: string
  motivo?: string
}

export async function decidir(sql: Sql, entidadeId: string, id: string, { decisao, em, por, nome, motivo }: Decidida): Promise<void> {
  await sql`
    update procuracoes set decisao = ${decisao}, decidida_em = ${em}, decidida_por = ${por}, motivo = ${motivo ?? null},
           outorgante_nome = coalesce(${nome ?? null}, outorgante_nome)
     where entidade_id = ${entidadeId} and procuracao_id = ${id}`
}

export async function revogar(
  sql: Sql,
  entidadeId: string,
  id: string,
  { em, por, motivo }: { em: Date; por: Parte; motivo?: string },
): Promise<void> {
  await sql`
    update procuracoes set revogada_em = ${em}, revogada_por = ${por}, motivo = coalesce(${motivo ?? null}, motivo)
     where entidade_id = ${entidadeId} and procuracao_id = ${id}`
}

/** Ends all in which a conta that is being deleted stands on either side, in every entidade. */
export async function encerrarDaConta(sql: Sql, { contaId, documento }: { contaId: string; documento: string }, em: Date): Promise<void> {
  await sql`
    update procuracoes set revogada_em = ${em}, revogada_por = 'exclusao'
     where entidade_id in (select entidade_id from entidades) and (procurador_id = ${contaId} or outorgante_documento = ${documento})
           and revogada_em is null and decisao is distinct from 'recusada'`
}

export interface ContaDoDocumento {
  id: string
  nome: string
  email: string | null
}

export async function contaDo(sql: Sql, documento: string): Promise<ContaDoDocumento | undefined> {
  const [conta] = await sql<ContaDoDocumento[]>`select conta_id as id, nome, email from contas where documento = ${documento}`
  return conta
}

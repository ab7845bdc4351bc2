import type { ArquivoDeEntidade } from '../../contract/entidade.js'
import type { Tipo } from '../../domain/tipo.js'
import type { Sql } from '../../platform/database.js'

/** The file without what has tables of its own. */
export type Geral = Omit<ArquivoDeEntidade, 'orgaos' | 'tipos'>
type Numeracao = ArquivoDeEntidade['orgaos'][number]['numeracao']

export interface LinhaDeOrgao {
  id: string
  sigla: string
  nome: string
  numeracao: Numeracao
}

export interface LinhaDeUnidade {
  id: string
  orgaoId: string
  codigo: string
  nome: string
  email: string | null
}

export interface LinhaDeTipo {
  id: string
  codigo: string
  versao: number
  definicao: Tipo
  /** Null until enough of them were concluded. */
  tempoUsual: { dias: number; base: number } | null
}

export interface LinhasDaEntidade {
  id: string
  /** Grows with every import. */
  versao: number
  geral: Geral
  orgaos: LinhaDeOrgao[]
  unidades: LinhaDeUnidade[]
  tipos: LinhaDeTipo[]
  /** Outages of the system: instants in ISO 8601. */
  indisponibilidades: { de: string; ate: string }[]
}

/** All of an entidade, as of one moment. */
export async function ler(sql: Sql, codigo: string): Promise<LinhasDaEntidade | undefined> {
  const [linha] = await sql<LinhasDaEntidade[]>`
    select e.entidade_id as id, e.versao, e.arquivo as geral,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.orgao_id, 'sigla', o.sigla, 'nome', o.nome, 'numeracao', o.numeracao)
                order by o.posicao), '[]') from orgaos o where o.entidade_id = e.entidade_id) as orgaos,
      (select coalesce(jsonb_agg(jsonb_build_object('id', u.unidade_id, 'orgaoId', u.orgao_id, 'codigo', u.codigo, 'nome', u.nome, 'email', u.email)
                order by u.posicao), '[]') from unidades u where u.entidade_id = e.entidade_id) as unidades,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.tipo_id, 'codigo', t.codigo, 'versao', t.versao, 'definicao', v.definicao,
                'tempoUsual', (select jsonb_build_object('dias', m.dias, 'base', m.base) from tempos_usuais m
                                where m.entidade_id = t.entidade_id and m.tipo_id = t.tipo_id))
                order by t.posicao), '[]')
         from tipos t join tipos_versoes v using (entidade_id, tipo_id, versao) where t.entidade_id = e.entidade_id) as tipos,
      (select coalesce(jsonb_agg(jsonb_build_object('de', i.de, 'ate', i.ate)), '[]')
         from indisponibilidades i where i.entidade_id = e.entidade_id) as indisponibilidades
    from entidades e where e.codigo = ${codigo}`
  return linha
}

export async function codigos(sql: Sql): Promise<string[]> {
  const linhas = await sql<{ codigo: string }[]>`select codigo from entidades order by codigo`
  return linhas.map(({ codigo }) => codigo)
}

/** One import of an entidade at a time, until the transaction ends. */
export async function travar(sql: Sql, codigo: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('entidades ' || ${codigo}::text, 0))`
}

export interface Uso {
  /** Ids of orgaos that issued a number, ever. */
  orgaos: Set<string>
  /** Ids of orgaos that issued one in `ano` or after it. */
  orgaosNoAno: Set<string>
  /** Ids of unidades that protocolos, their history or people point to. */
  unidades: Set<string>
  /** Ids of tipos with protocolos. */
  tipos: Set<string>
}

/** What an import must not take away. */
export async function emUso(sql: Sql, entidadeId: string, ano: number): Promise<Uso> {
  const contadores = await sql<{ id: string; noAno: boolean }[]>`
    select orgao_id as id, bool_or(ano >= ${ano}) as "noAno" from contadores where entidade_id = ${entidadeId} group by orgao_id`
  const unidades = await sql<{ id: string }[]>`
    select unidade_id as id from unidades u where entidade_id = ${entidadeId} and (
      exists (select from protocolos p where p.entidade_id = u.entidade_id and p.unidade_id = u.unidade_id)
      or exists (select from tramites t where t.entidade_id = u.entidade_id and u.unidade_id in (t.unidade_id, t.destino_id))
      or exists (select from lotacoes l where l.entidade_id = u.entidade_id and l.unidade_id = u.unidade_id))`
  const tipos = await sql<{ id: string }[]>`
    select tipo_id as id from tipos t where entidade_id = ${entidadeId}
      and exists (select from protocolos p where p.entidade_id = t.entidade_id and t.tipo_id in (p.tipo_id, p.formulario_id))`
  const ids = (linhas: readonly { id: string }[]) => new Set(linhas.map(({ id }) => id))
  return { orgaos: ids(contadores), orgaosNoAno: ids(contadores.filter(({ noAno }) => noAno)), unidades: ids(unidades), tipos: ids(tipos) }
}

export async function gravarEntidade(sql: Sql, id: string, geral: Geral, agora: Date): Promise<void> {
  await sql`
    insert into entidades (entidade_id, codigo, arquivo, criada_em, atualizada_em)
    values (${id}, ${geral.codigo}, ${sql.json(geral)}, ${agora}, ${agora})
    on conflict (entidade_id) do update
      set arquivo = excluded.arquivo, atualizada_em = excluded.atualizada_em, versao = entidades.versao + 1`
}

export async function gravarOrgao(sql: Sql, entidadeId: string, orgao: LinhaDeOrgao, posicao: number): Promise<void> {
  await sql`
    insert into orgaos (entidade_id, orgao_id, sigla, nome, numeracao, posicao)
    values (${entidadeId}, ${orgao.id}, ${orgao.sigla}, ${orgao.nome}, ${sql.json(orgao.numeracao)}, ${posicao})
    on conflict (entidade_id, orgao_id) do update set nome = excluded.nome, numeracao = excluded.numeracao, posicao = excluded.posicao`
}

export async function gravarUnidade(sql: Sql, entidadeId: string, unidade: LinhaDeUnidade, posicao: number): Promise<void> {
  await sql`
    insert into unidades (entidade_id, unidade_id, orgao_id, codigo, nome, email, posicao)
    values (${entidadeId}, ${unidade.id}, ${unidade.orgaoId}, ${unidade.codigo}, ${unidade.nome}, ${unidade.email}, ${posicao})
    on conflict (entidade_id, unidade_id) do update
      set orgao_id = excluded.orgao_id, nome = excluded.nome, email = excluded.email, posicao = excluded.posicao`
}

/** Points the tipo to `versao`; its definition is written by {@link gravarVersao}. */
export async function gravarTipo(
  sql: Sql,
  entidadeId: string,
  tipo: Pick<LinhaDeTipo, 'id' | 'codigo' | 'versao'>,
  posicao: number,
): Promise<void> {
  await sql`
    insert into tipos (entidade_id, tipo_id, codigo, versao, posicao)
    values (${entidadeId}, ${tipo.id}, ${tipo.codigo}, ${tipo.versao}, ${posicao})
    on conflict (entidade_id, tipo_id) do update set versao = excluded.versao, posicao = excluded.posicao`
}

export async function gravarVersao(
  sql: Sql,
  entidadeId: string,
  { id, versao, definicao }: Omit<LinhaDeTipo, 'tempoUsual'>,
  { agora, quem }: { agora: Date; quem: string },
): Promise<void> {
  await sql`
    insert into tipos_versoes (entidade_id, tipo_id, versao, definicao, criada_em, quem)
    values (${entidadeId}, ${id}, ${versao}, ${sql.json(JSON.parse(JSON.stringify(definicao)))}, ${agora}, ${quem})`
}

export interface VersaoDoTipo {
  versao: number
  em: Date
  /** Name of the conta, or what else wrote it. */
  quem: string | null
  abertos: number
}

/** The newest first. */
export async function versoes(sql: Sql, entidadeId: string, codigo: string): Promise<VersaoDoTipo[]> {
  return await sql<VersaoDoTipo[]>`
    select v.versao, v.criada_em as em, coalesce(c.nome, v.quem) as quem,
           (select count(*)::int from protocolos p
             where p.entidade_id = v.entidade_id and p.tipo_id = v.tipo_id and p.tipo_versao = v.versao
               and p.situacao not in ('encerrado', 'cancelado')) as abertos
      from tipos t
      join tipos_versoes v using (entidade_id, tipo_id)
      left join contas c on c.conta_id::text = v.quem
     where t.entidade_id = ${entidadeId} and t.codigo = ${codigo}
     order by v.versao desc`
}

export async function versao(sql: Sql, entidadeId: string, codigo: string, versao: number): Promise<Tipo | undefined> {
  const [achada] = await sql<{ definicao: Tipo }[]>`
    select v.definicao from tipos t join tipos_versoes v using (entidade_id, tipo_id)
     where t.entidade_id = ${entidadeId} and t.codigo = ${codigo} and v.versao = ${versao}`
  return achada?.definicao
}

export async function apagarTipos(sql: Sql, entidadeId: string, ids: readonly string[]): Promise<void> {
  await sql`delete from tipos_versoes where entidade_id = ${entidadeId} and tipo_id = any (${[...ids]}::uuid[])`
  await sql`delete from tipos where entidade_id = ${entidadeId} and tipo_id = any (${[...ids]}::uuid[])`
}

export async function apagarUnidades(sql: Sql, entidadeId: string, ids: readonly string[]): Promise<void> {
  await sql`delete from unidades where entidade_id = ${entidadeId} and unidade_id = any (${[...ids]}::uuid[])`
}

export async function apagarOrgaos(sql: Sql, entidadeId: string, ids: readonly string[]): Promise<void> {
  await sql`delete from orgaos where entidade_id = ${entidadeId} and orgao_id = any (${[...ids]}::uuid[])`
}

/** Tells every node, once committed, to read the entidade again. */
export async function avisar(sql: Sql, codigo: string): Promise<void> {
  await sql`select pg_notify('entidades', ${codigo})`
}

import type { ContagensDasFilas } from '../../contract/gestao.js'
import { filas } from '../../contract/gestao.js'
import type { Sql } from '../../platform/database.js'
import { type Alcance, lugares, lugaresDe, ordemDe, type Posicao, parametro, posicaoDe, type Recorte, type Trecho } from './lugares.js'

export interface Numero {
  orgaoId: string
  ano: number
  sequencia: number
}

/** All the words, or one of the numbers. */
export interface Busca {
  /** As {@link procurar} read the words; null without any. */
  tsquery: string | null
  numeros: readonly Numero[]
}

/** A page as a JSON array. */
export interface Pagina {
  texto: string
  /** Where the queue goes on, when it does. */
  fim: Posicao | null
}

export const maisPorPagina = 50
/** More than these, found by words, are not put in order: the queue is walked through instead. */
const maisAchados = 2000
/** Places of a queue that one statement walks through. */
const passada = 1000
/** Each queue is counted up to here. */
export const maisContados = 1000

/**
 * A page of a queue. As many are looked for as the largest page has, whatever `limite`: with the limit as a parameter PostgreSQL would plan
 * anew each time.
 */
export async function pagina(sql: Sql, recorte: Recorte, limite: number): Promise<Pagina> {
  return escrever(sql, recorte, lugares(sql, recorte, maisPorPagina + 1), limite)
}

/** A page of what a search found, when that is little enough to be put in order. */
export async function paginaDosAchados(sql: Sql, recorte: Recorte, { tsquery, numeros }: Busca, limite: number): Promise<Pagina> {
  const { entidadeId } = recorte.alcance
  const achados = sql`(
    select protocolo_id from achados_por_palavras(${tsquery}::tsquery, ${sql.unsafe(String(maisAchados))}) where entidade_id = ${entidadeId}
    union
    select protocolo_id from protocolos where entidade_id = ${entidadeId} and ${temNumero(sql, numeros)})`
  return escrever(sql, recorte, lugaresDe(sql, recorte, achados, maisPorPagina + 1), limite)
}

/**
 * What of the next places of a queue a search finds, when it finds too much to be put in order. It may be less than a page, or nothing, and
 * the queue still go on.
 */
export async function paginaPercorrida(sql: Sql, recorte: Recorte, { tsquery, numeros }: Busca, limite: number): Promise<Pagina> {
  const { alcance, filtro } = recorte
  const [achada] = await sql<Pagina[]>`
    with caminho as materialized (
      select *, row_number() over (order by ${ordemDe(sql, filtro.fila)}) as passo from (${lugares(sql, recorte, passada)}) l),
    achados as materialized (
      select c.*, row_number() over (order by c.passo) as n
        from caminho c join protocolos p on p.entidade_id = ${alcance.entidadeId} and p.protocolo_id = c.protocolo_id
       where ${temNumero(sql, numeros)}
          or (select s.palavras @@ ${tsquery}::tsquery from procuras s where s.entidade_id = p.entidade_id and s.protocolo_id = p.protocolo_id)),
    ultimo as (
      select * from caminho
       where passo = coalesce((select passo from achados where n = ${parametro(sql, limite, 'int')} and exists (select from achados where n > ${parametro(sql, limite, 'int')})), ${sql.unsafe(String(passada))}))
    select ${itens(sql, recorte, limite)} as texto, (select ${posicaoDe(sql, filtro.fila)} from ultimo) as fim`
  return exigir(achada)
}

async function escrever(sql: Sql, recorte: Recorte, lugaresLidos: Trecho, limite: number): Promise<Pagina> {
  const { fila } = recorte.filtro
  const [achada] = await sql<Pagina[]>`
    with achados as materialized (select *, row_number() over (order by ${ordemDe(sql, fila)}) as n from (${lugaresLidos}) l)
    select ${itens(sql, recorte, limite)} as texto,
           (select ${posicaoDe(sql, fila)} from achados where n = ${parametro(sql, limite, 'int')} and exists (select from achados where n > ${parametro(sql, limite, 'int')})) as fim`
  return exigir(achada)
}

/** The first of `achados`, by their `n`, as officials see them in a list. */
function itens(sql: Sql, { alcance, hoje }: Recorte, limite: number) {
  return sql`
    coalesce((
      select json_agg(json_build_object(
               'id', p.protocolo_id, 'numero', p.numero, 'tipo', json_build_object('codigo', t.codigo, 'nome', v.nome),
               'interessado', p.requerente_nome, 'situacao', p.situacao, 'sigilo', p.sigilo, 'prioridade', p.prioridade,
               'unidade', json_build_object('codigo', u.codigo, 'nome', u.nome, 'orgao', o.sigla),
               'responsavel', case when c.conta_id is not null then json_build_object('id', c.conta_id, 'nome', c.nome) end,
               'recebido', p.recebido_em is not null, 'prazo', p.prazo, 'diasRestantes', p.prazo - ${hoje}::date,
               'retornoEm', ${instante(sql, sql`p.retorno_em`)}, 'abertoEm', ${instante(sql, sql`p.aberto_em`)},
               'atualizadoEm', ${instante(sql, sql`p.atualizado_em`)}, 'mensagensNovas', (select count(*) from mensagens m where m.entidade_id = p.entidade_id and m.protocolo_id = p.protocolo_id and m.de = 'cidadao' and m.lida_em is null), 'versao', p.versao) order by a.n)
        from achados a
        join protocolos p on p.entidade_id = ${alcance.entidadeId} and p.protocolo_id = a.protocolo_id
        join unidades u on u.entidade_id = p.entidade_id and u.unidade_id = p.unidade_id
        join orgaos o on o.entidade_id = u.entidade_id and o.orgao_id = u.orgao_id
        join tipos t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id
        join tipos_versoes v on v.entidade_id = p.entidade_id and v.tipo_id = p.tipo_id and v.versao = p.tipo_versao
        left join contas c on c.conta_id = p.responsavel_id
       where a.n <= ${parametro(sql, limite, 'int')})::text, '[]')`
}

function instante(sql: Sql, coluna: Trecho) {
  return sql`to_char(${coluna} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

function temNumero(sql: Sql, numeros: readonly Numero[]) {
  return sql`(orgao_id, ano, sequencia) in (
    select * from unnest(${numeros.map(({ orgaoId }) => orgaoId)}::uuid[], ${numeros.map(({ ano }) => ano)}::int[], ${numeros.map(({ sequencia }) => sequencia)}::int[]))`
}

function exigir(pagina: Pagina | undefined): Pagina {
  if (!pagina) throw new Error('a select of two values gave no row')
  return pagina
}

/** How PostgreSQL looks for the words of a text, by their beginnings when they are not short; and whether too much is found to be put in order. */
export async function procurar(sql: Sql, entidadeId: string, texto: string): Promise<{ tsquery: string | null; demais: boolean }> {
  const limite = sql.unsafe(String(maisAchados))
  const [procura] = await sql<{ tsquery: string | null; demais: boolean }[]>`
    with procura as materialized (
      select string_agg(palavra_de(${entidadeId}, palavra) || case when length(palavra) > 2 then ':*' else '' end, ' & ')::tsquery as q
        from unnest(palavras(${texto})) palavra where palavra <> '')
    select q::text as tsquery, q is not null and (select count(*) from achados_por_palavras(q, ${limite} + 1)) > ${limite} as demais from procura`
  if (!procura) throw new Error('an aggregate gave no row')
  return procura
}

/** How many each queue holds, up to {@link maisContados}. */
export async function contagens(sql: Sql, alcance: Alcance, hoje: string): Promise<ContagensDasFilas> {
  const colunas = filas.map(
    (fila, n) => sql`${n === 0 ? sql`` : sql`, `}(
      select count(*)::int from (${lugares(sql, { alcance, filtro: { fila }, hoje }, maisContados)}) l) as ${sql(fila)}`,
  )
  const [linha] = await sql<ContagensDasFilas[]>`select ${colunas}`
  if (!linha) throw new Error('a select of counts gave no row')
  return linha
}

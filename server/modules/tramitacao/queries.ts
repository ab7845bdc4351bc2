import type { EspecieDeTramite } from '../../contract/especies.js'
import type { Dia } from '../../domain/prazo.js'
import type { Resultado, Situacao } from '../../domain/situacao.js'
import type { Sigilo } from '../../domain/tipo.js'
import type { Visibilidade } from '../../domain/visibilidade.js'
import type { Sql } from '../../platform/database.js'

/** A protocolo as it stands. */
export interface Linha {
  id: string
  numero: string
  versao: number
  situacao: Situacao
  resultado: Resultado | null
  sigilo: Sigilo
  orgaoId: string
  unidadeId: string
  tipoId: string
  tipoVersao: number
  /** The tipo whose form was filled in, and its version, where it was given another since. */
  formularioId: string | null
  formularioVersao: number | null
  /** Whose panel shows it. */
  contaId: string | null
  /** By which it was opened. */
  procuracaoId: string | null
  responsavelId: string | null
  requerente: { nome?: string; documento?: string; email?: string; telefone?: string; matricula?: string; anonimo?: true }
  prazo: Dia
  abertoEm: Date
  recebidoEm: Date | null
  retornoEm: Date | null
  retornoUnidadeId: string | null
  paradoAte: Dia | null
  prorrogadoEm: Date | null
  encerradoEm: Date | null
  /** Days to appeal that its tipo gives, of what ended. */
  diasDeRecurso: number | null
  arquivadoEm: Date | null
  /** Of what is asked of the requerente and open: the first last day. */
  pendenciaAte: Dia | null
  /** The requerente told what they thought of it. */
  avaliado: boolean
}

function colunasDaLinha(sql: Sql) {
  return sql`
    protocolo_id as id, numero, versao, situacao, resultado, sigilo, orgao_id as "orgaoId", unidade_id as "unidadeId", tipo_id as "tipoId",
    tipo_versao as "tipoVersao", formulario_id as "formularioId", formulario_versao as "formularioVersao", conta_id as "contaId",
    procuracao_id as "procuracaoId", responsavel_id as "responsavelId", requerente, prazo, aberto_em as "abertoEm",
    recebido_em as "recebidoEm", retorno_em as "retornoEm", retorno_unidade_id as "retornoUnidadeId", parado_ate as "paradoAte",
    prorrogado_em as "prorrogadoEm", encerrado_em as "encerradoEm", arquivado_em as "arquivadoEm",
    case when situacao = 'encerrado' then (
      select (v.definicao->'recurso'->>'dias')::int from tipos_versoes v
       where v.entidade_id = protocolos.entidade_id and v.tipo_id = protocolos.tipo_id and v.versao = protocolos.tipo_versao) end as "diasDeRecurso",
    (select min(d.prazo) from pendencias d
      where d.entidade_id = protocolos.entidade_id and d.protocolo_id = protocolos.protocolo_id
        and d.respondida_em is null and d.dispensada_em is null and d.encerrada_em is null) as "pendenciaAte",
    exists (select from avaliacoes a where a.entidade_id = protocolos.entidade_id and a.protocolo_id = protocolos.protocolo_id) as avaliado`
}

export async function ler(sql: Sql, entidadeId: string, protocoloId: string): Promise<Linha | undefined> {
  const [linha] = await sql<Linha[]>`
    select ${colunasDaLinha(sql)} from protocolos where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}`
  return linha
}

/**
 * The same, held until the transaction ends. It is read by a statement of its own, sent along: where the lock had to be waited for, one
 * statement would still tell of pendencias and of the avaliacao as they were before the wait.
 */
export async function travar(sql: Sql, entidadeId: string, protocoloId: string): Promise<Linha | undefined> {
  // A query goes out when it is waited for, unless told: the lock is to be there before the reading.
  const trava = sql`select from protocolos where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} for no key update`.execute()
  const [linha] = await Promise.all([ler(sql, entidadeId, protocoloId), trava])
  return linha
}

/** Whether it was ever in one of some unidades. */
export async function passouPor(sql: Sql, entidadeId: string, protocoloId: string, unidades: readonly string[]): Promise<boolean> {
  const [linha] = await sql<{ passou: boolean }[]>`
    select exists (
      select from tramites where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}
         and (unidade_id = any (${[...unidades]}::uuid[]) or destino_id = any (${[...unidades]}::uuid[]))) as passou`
  return linha?.passou ?? false
}

export interface Mudanca {
  especie: EspecieDeTramite
  em: Date
  autor: string | null
  visibilidade: Visibilidade
  visibilidadeAnexos: Visibilidade
}

/** What was written after a versao, oldest first. */
export async function mudancasDesde(sql: Sql, entidadeId: string, protocoloId: string, versao: number): Promise<Mudanca[]> {
  return await sql<Mudanca[]>`
    select t.especie, t.em, c.nome as autor, t.visibilidade, t.visibilidade_anexos as "visibilidadeAnexos"
      from tramites t left join contas c on c.conta_id = t.autor_id
     where t.entidade_id = ${entidadeId} and t.protocolo_id = ${protocoloId} and t.versao > ${versao}
     order by t.em, t.tramite_id`
}

/** Columns of a protocolo that an act may set, besides its situacao and what follows from that. */
export interface Colunas {
  unidadeId?: string
  responsavelId?: string | null
  recebidoEm?: Date | null
  retornoEm?: Date | null
  retornoUnidadeId?: string | null
  paradoAte?: Dia | null
  prorrogadoEm?: Date | null
  arquivadoEm?: Date | null
  encerradoEm?: Date | null
  prazo?: Dia
  tipoId?: string
  tipoVersao?: number
  formularioId?: string | null
  formularioVersao?: number | null
  sigilo?: Sigilo
  situacao?: Situacao
  resultado?: Resultado | null
  /** Whole, as it stands from now on; the columns that are read off it follow. */
  requerente?: Linha['requerente']
}

const nomes: Record<keyof Colunas, string> = {
  unidadeId: 'unidade_id',
  responsavelId: 'responsavel_id',
  recebidoEm: 'recebido_em',
  retornoEm: 'retorno_em',
  retornoUnidadeId: 'retorno_unidade_id',
  paradoAte: 'parado_ate',
  prorrogadoEm: 'prorrogado_em',
  arquivadoEm: 'arquivado_em',
  encerradoEm: 'encerrado_em',
  prazo: 'prazo',
  tipoId: 'tipo_id',
  tipoVersao: 'tipo_versao',
  formularioId: 'formulario_id',
  formularioVersao: 'formulario_versao',
  sigilo: 'sigilo',
  situacao: 'situacao',
  resultado: 'resultado',
  requerente: 'requerente',
}

export interface TramiteNovo {
  id: string
  especie: EspecieDeTramite
  unidadeId: string
  destinoId: string | null
  autorId: string | null
  texto: string | null
  visibilidade: Visibilidade
  visibilidadeAnexos: Visibilidade
  prazo: Date | null
  dados: object
}

interface Gravacao {
  protocoloId: string
  /** That it has from now on. */
  versao: number
  agora: Date
}

export async function inserirTramites(
  sql: Sql,
  entidadeId: string,
  { protocoloId, versao, agora }: Gravacao,
  tramites: readonly TramiteNovo[],
): Promise<void> {
  const linhas = tramites.map((tramite) => ({
    entidade_id: entidadeId,
    protocolo_id: protocoloId,
    tramite_id: tramite.id,
    especie: tramite.especie,
    em: agora,
    unidade_id: tramite.unidadeId,
    destino_id: tramite.destinoId,
    autor_id: tramite.autorId,
    texto: tramite.texto,
    visibilidade: tramite.visibilidade,
    visibilidade_anexos: tramite.visibilidadeAnexos,
    versao,
    prazo: tramite.prazo,
    dados: sql.json({ ...tramite.dados }),
  }))
  await sql`insert into tramites ${sql(linhas)}`
}

export async function atualizar(sql: Sql, entidadeId: string, { protocoloId, versao, agora }: Gravacao, colunas: Colunas): Promise<void> {
  const { requerente } = colunas
  const valores = {
    versao,
    atualizado_em: agora,
    ...Object.fromEntries(Object.entries(colunas).map(([coluna, valor]) => [nomes[coluna as keyof Colunas], valor])),
    ...(requerente && {
      requerente: sql.json({ ...requerente }),
      requerente_nome: requerente.nome ?? null,
      requerente_documento: requerente.documento ?? null,
      requerente_email: requerente.email?.toLowerCase() ?? null,
    }),
  }
  await sql`update protocolos set ${sql(valores)} where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId}`
}

export interface AnexoDoTramite {
  id: string
  sha256: string
}

/** Ties files that nobody has taken to a tramite, in order. @returns how many there were. */
export async function prenderAnexos(
  sql: Sql,
  entidadeId: string,
  { protocoloId, tramiteId }: { protocoloId: string; tramiteId: string },
  anexos: readonly AnexoDoTramite[],
): Promise<number> {
  const { count } = await sql`
    update anexos a set protocolo_id = ${protocoloId}, tramite_id = ${tramiteId}, posicao = n.posicao
      from unnest(${anexos.map(({ id }) => id)}::uuid[], ${anexos.map(({ sha256 }) => sha256)}::text[])
             with ordinality as n (anexo_id, sha256, posicao)
     where a.entidade_id = ${entidadeId} and a.anexo_id = n.anexo_id and a.sha256 = n.sha256 and a.protocolo_id is null`
  return count
}

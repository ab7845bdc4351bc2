import type { ArquivoDeEntidade } from '../../contract/entidade.js'
import type { TipoCompleto, TipoResumo } from '../../contract/tipo.js'
import { buscarTipos } from '../../domain/busca.js'
import type { Tipo } from '../../domain/tipo.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta, TipoAberto } from './entidade-aberta.js'
import { memoriaDe } from './memoria.js'
import { montarArquivo } from './montagem.js'
import * as queries from './queries.js'

export { ArquivoInvalido } from './arquivo.js'
export type { Diferenca } from './diferenca.js'
export type { EntidadeAberta, OrgaoAberto, TipoAberto, UnidadeAberta } from './entidade-aberta.js'
export { importarEntidade } from './importacao.js'

/** An entidade that is in memory already; a Map read and nothing else. */
export function entidadeNaMemoria(platform: Platform, codigo: string): EntidadeAberta | undefined {
  return memoriaDe(platform).tem(codigo)
}

/** An entidade from memory or else from the database; kept until it is imported again, by whichever node. */
export async function buscarEntidade(platform: Platform, codigo: string): Promise<EntidadeAberta | undefined> {
  return memoriaDe(platform).buscar(codigo)
}

/** The file from which the entidade as it stands would be imported. */
export async function exportarEntidade(platform: Platform, codigo: string): Promise<ArquivoDeEntidade | undefined> {
  return (await exportarComVersoes(platform, codigo))?.arquivo
}

/** The same, with the versions that it and each of its tipos, by codigo, have. */
export async function exportarComVersoes(
  platform: Platform,
  codigo: string,
): Promise<{ arquivo: ArquivoDeEntidade; versao: number; tipos: ReadonlyMap<string, number> } | undefined> {
  const linhas = await queries.ler(platform.db.sql, codigo)
  if (!linhas) return undefined
  return { arquivo: montarArquivo(linhas), versao: linhas.versao, tipos: new Map(linhas.tipos.map((tipo) => [tipo.codigo, tipo.versao])) }
}

/** Every version of a tipo, the newest first; none of one that there is not. */
export function versoesDoTipo({ db }: Platform, entidade: EntidadeAberta, codigo: string): Promise<queries.VersaoDoTipo[]> {
  return queries.versoes(db.sql, entidade.id, codigo)
}

/** A tipo as it was in one of its versions. */
export function tipoNaVersao({ db }: Platform, entidade: EntidadeAberta, codigo: string, versao: number): Promise<Tipo | undefined> {
  return queries.versao(db.sql, entidade.id, codigo, versao)
}

export async function listarEntidades(platform: Platform): Promise<string[]> {
  return queries.codigos(platform.db.sql)
}

/** Has every node, once `sql` is committed, read the entidade again: something that is kept with it changed. */
export function anunciarMudanca(sql: Sql, codigo: string): Promise<void> {
  return queries.avisar(sql, codigo)
}

/** The Carta de Serviços (Lei 13.460 art. 7): open tipos, in the file's order or, searched, best first. */
export function listarTipos(entidade: EntidadeAberta, busca: string): TipoResumo[] {
  const abertos = [...entidade.tipos.values()].filter(({ definicao }) => !definicao.fechado)
  const porDefinicao = new Map(abertos.map((tipo) => [tipo.definicao, tipo]))
  return buscarTipos(
    abertos.map(({ definicao }) => definicao),
    busca,
  ).flatMap((definicao) => {
    const tipo = porDefinicao.get(definicao)
    return tipo ? [resumo(tipo)] : []
  })
}

/** @throws tipo_desconhecido, or tipo_fechado with the entidade's own words. */
export function tipoAberto(entidade: EntidadeAberta, codigo: string): TipoAberto {
  const tipo = entidade.tipos.get(codigo)
  if (!tipo) throw new ProblemError('tipo_desconhecido')
  const { fechado, fechadoPorque } = tipo.definicao
  if (fechado) throw new ProblemError('tipo_fechado', fechadoPorque === undefined ? {} : { detail: fechadoPorque })
  return tipo
}

export function tipoCompleto(tipo: TipoAberto): TipoCompleto {
  const { quemPode = 'qualquer-pessoa', anonimo = false, prioridade = false, sigilo = 'publico', campos, documentos } = tipo.definicao
  return { ...resumo(tipo), versao: tipo.versao, documentos: [...documentos], campos: [...campos], quemPode, anonimo, prioridade, sigilo }
}

function resumo({ definicao, orgao, unidade, tempoUsual }: TipoAberto): TipoResumo {
  const { codigo, nome, descricao, grupo, palavras = [], prazo, taxa, documentos } = definicao
  return {
    codigo,
    nome,
    descricao,
    grupo,
    palavras: [...palavras],
    orgao: { sigla: orgao.sigla, nome: orgao.nome },
    unidade: { codigo: unidade.codigo, nome: unidade.nome },
    prazo,
    ...(tempoUsual && { tempoUsual }),
    ...(taxa !== undefined && { taxa }),
    documentos: documentos.map(({ nome, obrigatorio = false }) => ({ nome, obrigatorio })),
  }
}

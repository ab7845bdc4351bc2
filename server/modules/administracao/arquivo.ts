import * as v from 'valibot'
import type { ResultadoDaImportacao, TipoDoArquivo, TiposListados, VersoesDoTipo } from '../../contract/administracao.js'
import type { ArquivoDeEntidade } from '../../contract/entidade.js'
import { codigo as codigoDeTipo } from '../../contract/tipo.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { Autor } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import {
  ArquivoInvalido,
  type Diferenca,
  exportarComVersoes,
  importarEntidade,
  tipoNaVersao,
  versoesDoTipo,
} from '../entidades/entidades.js'

type Tipo = ArquivoDeEntidade['tipos'][number]

interface ComVersoes {
  arquivo: ArquivoDeEntidade
  versao: number
  /** By codigo. */
  tipos: ReadonlyMap<string, number>
}

/** The file of an entidade as it stands, and its versions. */
export async function verArquivo(platform: Platform, { codigo }: EntidadeAberta): Promise<ComVersoes> {
  const achado = await exportarComVersoes(platform, codigo)
  if (!achado) throw new ProblemError('entidade_desconhecida')
  return achado
}

interface Mudanca {
  autor: Autor
  /** Of what was read before it was changed, as `If-Match` brings it. */
  versao: number | undefined
}

/** What a file would change; what it would be refused for comes along. Nothing is written. */
export async function simularImportacao(platform: Platform, entidade: EntidadeAberta, entrada: unknown): Promise<ResultadoDaImportacao> {
  const { versao } = await verArquivo(platform, entidade)
  try {
    exigirMesmoCodigo(entidade, entrada)
    return { simulado: true, versao, problemas: [], ...semCodigo(await importarEntidade(platform, entrada, { simular: true })) }
  } catch (erro) {
    if (!(erro instanceof ArquivoInvalido)) throw erro
    return { simulado: true, versao, linhas: [], avisos: [], problemas: [...erro.problemas] }
  }
}

/** Puts a whole file in the place of the one that was read. @throws arquivo_mudou; campos_invalidos with the path of each problem. */
export async function importarArquivo(
  platform: Platform,
  entidade: EntidadeAberta,
  entrada: unknown,
  { autor, versao }: Mudanca,
): Promise<ResultadoDaImportacao> {
  if (versao === undefined) throw new ProblemError('arquivo_mudou')
  return importar(platform, entidade, entrada, { autor, versao })
}

/** A line of each tipo, in the file's order. */
export async function listarTipos(platform: Platform, entidade: EntidadeAberta): Promise<TiposListados> {
  const { arquivo, tipos } = await verArquivo(platform, entidade)
  const linhas = arquivo.tipos.map(({ codigo, nome, grupo, unidade, fechado = false }) => {
    return { codigo, nome, grupo, unidade, versao: tipos.get(codigo) ?? 1, fechado }
  })
  return { tipos: linhas }
}

/** @throws tipo_desconhecido. */
export async function verTipo(platform: Platform, entidade: EntidadeAberta, codigo: string): Promise<TipoDoArquivo> {
  const { arquivo, tipos } = await verArquivo(platform, entidade)
  const tipo = arquivo.tipos.find((um) => um.codigo === codigo)
  if (!tipo) throw new ProblemError('tipo_desconhecido')
  return { versao: tipos.get(codigo) ?? 1, tipo }
}

/** The versions of a tipo, and how many open protocolos keep each. @throws tipo_desconhecido. */
export async function listarVersoes(platform: Platform, entidade: EntidadeAberta, codigo: string): Promise<VersoesDoTipo> {
  const versoes = v.is(codigoDeTipo, codigo) ? await versoesDoTipo(platform, entidade, codigo) : []
  if (versoes.length === 0) throw new ProblemError('tipo_desconhecido')
  return { versoes: versoes.map(({ em, ...versao }) => ({ ...versao, em: em.toISOString() })) }
}

/** @param escrita as in the address. @throws tipo_desconhecido. */
export async function verVersao(platform: Platform, entidade: EntidadeAberta, codigo: string, escrita: string): Promise<TipoDoArquivo> {
  const versao = /^\d{1,9}$/.test(escrita) ? Number(escrita) : 0
  const tipo = v.is(codigoDeTipo, codigo) ? await tipoNaVersao(platform, entidade, codigo, versao) : undefined
  if (!tipo) throw new ProblemError('tipo_desconhecido')
  // As it was read from a file once, which no rule of today has to take.
  return { versao, tipo: tipo as TipoDoArquivo['tipo'] }
}

/**
 * Writes one tipo, new or changed: a changed one gets a new version, and protocolos keep theirs.
 * @param versao of the tipo; none for a new one.
 * @throws arquivo_mudou when that is not the version in force; campos_invalidos.
 */
export async function gravarTipo(platform: Platform, entidade: EntidadeAberta, codigo: string, tipo: unknown, { autor, versao }: Mudanca) {
  exigirCodigo(codigo, tipo)
  return mudar(platform, entidade, autor, ({ arquivo, tipos }) => {
    if (tipos.get(codigo) !== versao) throw new ProblemError('arquivo_mudou')
    return { ...arquivo, tipos: trocar(arquivo.tipos, tipo, (um) => um.codigo === codigo) }
  })
}

/** Closes a tipo: it takes no further requests, and those that it has go on. @throws tipo_desconhecido, arquivo_mudou. */
export async function fecharTipo(platform: Platform, entidade: EntidadeAberta, codigo: string, { autor, versao }: Mudanca) {
  return mudar(platform, entidade, autor, ({ arquivo, tipos }) => {
    const tipo = arquivo.tipos.find((um) => um.codigo === codigo)
    if (!tipo) throw new ProblemError('tipo_desconhecido')
    if (versao !== undefined && tipos.get(codigo) !== versao) throw new ProblemError('arquivo_mudou')
    const fechado: Tipo = { ...tipo, fechado: true }
    return { ...arquivo, tipos: trocar(arquivo.tipos, fechado, (um) => um.codigo === codigo) }
  })
}

/** @param versao of the file. @throws arquivo_mudou, campos_invalidos. */
export async function gravarCalendario(platform: Platform, entidade: EntidadeAberta, calendario: unknown, { autor, versao }: Mudanca) {
  return mudar(platform, entidade, autor, (atual) => {
    exigirVersao(atual, versao)
    return { ...atual.arquivo, calendario }
  })
}

/**
 * Writes one unidade, new or changed, in its orgao.
 * @param entrada the unidade as in the file, and the sigla of its `orgao`.
 * @throws arquivo_mudou, campos_invalidos.
 */
export async function gravarUnidade(
  platform: Platform,
  entidade: EntidadeAberta,
  codigo: string,
  entrada: unknown,
  { autor, versao }: Mudanca,
) {
  exigirCodigo(codigo, entrada)
  const { orgao: sigla, ...unidade } = Object(entrada)
  return mudar(platform, entidade, autor, (atual) => {
    exigirVersao(atual, versao)
    const { orgaos } = atual.arquivo
    if (!orgaos.some((orgao) => orgao.sigla === sigla)) throw recusa('orgao', 'Este órgão não existe aqui.')
    return {
      ...atual.arquivo,
      orgaos: orgaos.map((orgao) => ({
        ...orgao,
        unidades:
          orgao.sigla === sigla
            ? trocar<unknown>(orgao.unidades, unidade, (uma) => Object(uma).codigo === codigo)
            : orgao.unidades.filter((uma) => uma.codigo !== codigo),
      })),
    }
  })
}

/** Of several who change different parts at once, each finds the file as the one before left it. */
const tentativas = 5

async function mudar(
  platform: Platform,
  entidade: EntidadeAberta,
  autor: Autor,
  mudanca: (atual: ComVersoes) => object,
): Promise<ResultadoDaImportacao> {
  for (let tentativa = 1; ; tentativa++) {
    const atual = await verArquivo(platform, entidade)
    const novo = mudanca(atual)
    try {
      return await importar(platform, entidade, novo, { autor, versao: atual.versao })
    } catch (erro) {
      if (tentativa === tentativas || !(erro instanceof ProblemError && erro.codigo === 'arquivo_mudou')) throw erro
    }
  }
}

async function importar(
  platform: Platform,
  entidade: EntidadeAberta,
  entrada: unknown,
  { autor, versao }: { autor: Autor; versao: number },
): Promise<ResultadoDaImportacao> {
  try {
    exigirMesmoCodigo(entidade, entrada)
    const diferenca = await importarEntidade(platform, entrada, { autor, versao })
    return { simulado: false, versao: versao + (diferenca.linhas.length > 0 ? 1 : 0), problemas: [], ...semCodigo(diferenca) }
  } catch (erro) {
    if (erro instanceof ArquivoInvalido) throw new ProblemError('campos_invalidos', { campos: [...erro.problemas] })
    throw erro
  }
}

function semCodigo({ linhas, avisos }: Diferenca) {
  return { linhas, avisos }
}

/** A file of another entidade would change that one. */
function exigirMesmoCodigo({ codigo }: EntidadeAberta, entrada: unknown): void {
  if (Object(entrada).codigo !== codigo)
    throw new ArquivoInvalido([{ caminho: 'codigo', mensagem: `deve ser "${codigo}": o código não muda` }])
}

function exigirCodigo(codigo: string, parte: unknown): void {
  if (Object(parte).codigo !== codigo) throw recusa('codigo', 'O código não muda: use o mesmo do endereço.')
}

function exigirVersao(atual: ComVersoes, versao: number | undefined): void {
  if (atual.versao !== versao) throw new ProblemError('arquivo_mudou')
}

/** In the place of the one that it stands for, or at the end. */
function trocar<T>(itens: readonly T[], novo: unknown, eh: (item: T) => boolean): unknown[] {
  return itens.some(eh) ? itens.map((item) => (eh(item) ? novo : item)) : [...itens, novo]
}

function recusa(caminho: string, mensagem: string): ProblemError {
  return new ProblemError('campos_invalidos', { campos: [{ caminho, mensagem }] })
}

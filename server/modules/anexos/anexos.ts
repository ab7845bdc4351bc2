import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import type { Anexo, AnexoEnviado } from '../../contract/protocolos.js'
import { escreverFormatos, formatoDoTipo, formatosDe } from '../../domain/documentos.js'
import { escreverTamanho } from '../../domain/escrita.js'
import { type DocumentoPedido, type Formato, formatos } from '../../domain/tipo.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { type ByteSource, type Spooled, spool, spoolFolder, UploadAborted, UploadTooLarge } from '../../platform/spool.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { limparNome } from './nome.js'
import type { AnexoGuardado } from './queries.js'
import * as queries from './queries.js'

export type { AnexoGuardado }

/** What is sent, and for which document of which tipo; without those, any known kind of file is taken. */
export interface Envio {
  nome: string
  tipo?: string
  documento?: string
  /** Bytes announced by the sender, if it said. */
  tamanho?: number
  bytes: ByteSource
}

/**
 * Takes a file: streams it to disk while hashing, tells its kind by its bytes, keeps it in storage under its SHA-256.
 * Until a protocolo takes it, it belongs to whoever knows its id and hash, for a day.
 * @throws arquivo_vazio, arquivo_grande, arquivo_incompleto, arquivo_nao_aceito, arquivo_infectado. Nothing is left behind then.
 */
export async function guardarAnexo(platform: Platform, entidade: EntidadeAberta, envio: Envio): Promise<Anexo> {
  const pedido = documentoPedido(entidade, envio)
  const limite = pedido.tamanho ?? entidade.limites.tamanho
  const arquivo = await receber(platform, envio, limite)
  try {
    const { formato, mime } = await especieDe(arquivo, pedido)
    await exigirLimpo(platform, arquivo)
    return await registrar(platform, entidade, arquivo, { nome: limparNome(envio.nome, formato), tipo: mime })
  } finally {
    await arquivo.discard()
  }
}

export function chaveDoConteudo(entidadeId: string, sha256: string): string {
  return `${entidadeId}/${sha256}`
}

/** What is taken from who does not say what it is for. */
const qualquer: DocumentoPedido = { codigo: 'arquivo', nome: 'Arquivo', formatos }

function documentoPedido(entidade: EntidadeAberta, { tipo, documento }: Envio): DocumentoPedido {
  if (tipo === undefined && documento === undefined) return qualquer
  const definicao = entidade.tipos.get(tipo ?? '')?.definicao
  if (!definicao) throw new ProblemError('tipo_desconhecido')
  const pedido = definicao.documentos.find(({ codigo }) => codigo === documento)
  if (pedido) return pedido
  throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'documento', mensagem: 'Este serviço não pede esse documento.' }] })
}

/**
 * Streams what is sent to a temporary file, which is the caller's to discard.
 * @param limite bytes.
 * @throws arquivo_vazio, arquivo_grande, arquivo_incompleto. Nothing is left behind then.
 */
export async function receber(platform: Platform, envio: Pick<Envio, 'bytes' | 'tamanho'>, limite: number): Promise<Spooled> {
  if (envio.tamanho !== undefined && envio.tamanho > limite) throw grandeDemais(limite)
  const dir = await spoolFolder(platform.config)
  const arquivo = await spool(envio.bytes, { dir, limit: limite }).catch((erro: unknown) => {
    if (erro instanceof UploadTooLarge) throw grandeDemais(limite)
    if (erro instanceof UploadAborted) throw new ProblemError('arquivo_incompleto')
    throw erro
  })
  const faltou = envio.tamanho !== undefined && arquivo.size !== envio.tamanho
  if (!faltou && arquivo.size > 0) return arquivo
  await arquivo.discard()
  throw new ProblemError(faltou ? 'arquivo_incompleto' : 'arquivo_vazio')
}

/** @throws arquivo_infectado. */
export async function exigirLimpo(platform: Platform, arquivo: Spooled): Promise<void> {
  if ((await platform.antivirus?.scan(arquivo.path)) === 'infected') throw new ProblemError('arquivo_infectado')
}

/** The kind is told by the bytes, never by the name. */
async function especieDe(arquivo: Spooled, pedido: DocumentoPedido): Promise<{ formato: Formato; mime: string }> {
  const encontrado = await fileTypeFromFile(arquivo.path)
  const formato = encontrado && formatoDoTipo(encontrado.mime)
  if (!encontrado || !formato || !formatosDe(pedido).includes(formato)) throw naoAceito(pedido)
  return { formato, mime: encontrado.mime }
}

function naoAceito(pedido: DocumentoPedido): ProblemError {
  return new ProblemError('arquivo_nao_aceito', {
    detail: `O conteúdo deste arquivo não é de um tipo aceito aqui. Envie ${escreverFormatos(pedido)}. Mudar só o nome do arquivo não muda o conteúdo.`,
  })
}

function grandeDemais(limite: number): ProblemError {
  return new ProblemError('arquivo_grande', { detail: `O arquivo passa do limite de ${escreverTamanho(limite)}. Envie um arquivo menor.` })
}

/**
 * The row comes first, then the bytes: once the row stands, a clean-up going on at this moment leaves content of this hash alone,
 * and whoever writes it knows neither id nor reply until its bytes are safe.
 */
async function registrar(platform: Platform, entidade: EntidadeAberta, arquivo: Spooled, { nome, tipo }: { nome: string; tipo: string }) {
  const anexo = { id: platform.random.id(), nome, tipo, tamanho: arquivo.size, sha256: arquivo.sha256 }
  await queries.inserir(platform.db, entidade.id, anexo, platform.clock.now())
  try {
    const { path, size, sha256 } = arquivo
    await platform.storage.put(chaveDoConteudo(entidade.id, sha256), { path, size, sha256, type: tipo })
  } catch (erro) {
    await queries.apagar(platform.db, entidade.id, anexo.id)
    throw erro
  }
  return anexo
}

/** Every file of a protocolo, as it was sent, whoever may see each. */
export function anexosDe(sql: Sql, entidadeId: string, protocoloId: string): Promise<AnexoGuardado[]> {
  return queries.doProtocolo(sql, entidadeId, protocoloId)
}

/**
 * The files that somebody names, in their order, held until the transaction ends: sent here, and taken by nothing yet. The hash shows that
 * who names a file is who sent it.
 * @throws anexo_desconhecido.
 */
export async function anexosSoltos(sql: Sql, entidadeId: string, enviados: readonly AnexoEnviado[]): Promise<Anexo[]> {
  if (enviados.length === 0) return []
  const achados = new Map((await queries.soltos(sql, entidadeId, enviados)).map((anexo) => [anexo.id, anexo]))
  return enviados.map(({ id }) => {
    const anexo = achados.get(id.toLowerCase())
    achados.delete(id.toLowerCase())
    if (anexo) return anexo
    throw new ProblemError('anexo_desconhecido', {
      campos: [{ caminho: 'anexos', mensagem: 'Não encontramos um dos arquivos. Envie-o de novo.' }],
    })
  })
}

const umDia = 24 * 3_600_000

/** Removes files that no protocolo took within a day, and what a stopped server left of unfinished uploads. */
export async function limparAnexos(platform: Platform): Promise<void> {
  const antesDe = new Date(platform.clock.now().getTime() - umDia)
  for (;;) {
    const conteudos = await queries.apagarSoltos(platform.db, antesDe)
    for (const conteudo of conteudos) {
      await queries.semUso(platform.db, conteudo, () => platform.storage.remove(chaveDoConteudo(conteudo.entidadeId, conteudo.sha256)))
    }
    if (conteudos.length === 0) break
  }
  await limparEspera(await spoolFolder(platform.config))
}

/** Ages are by the file system's clock, which is the machine's, and not by `platform.clock`. */
async function limparEspera(pasta: string): Promise<void> {
  const nomes = await readdir(pasta).catch(() => [])
  for (const nome of nomes.filter((n) => n.endsWith('.parte'))) {
    const caminho = join(pasta, nome)
    const parado = await stat(caminho).catch(() => undefined)
    if (parado && parado.mtimeMs < Date.now() - umDia) await rm(caminho, { force: true })
  }
}

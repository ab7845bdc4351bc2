import type { Readable } from 'node:stream'
import { fileTypeFromFile } from 'file-type'
import { maiorFoto, tiposDaFoto } from '../../contract/titular.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { countOne } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import type { Spooled } from '../../platform/spool.js'
import { type Envio, exigirLimpo, receber } from '../anexos/anexos.js'
import { auditar } from '../auditoria/auditoria.js'
import { tomarConta } from '../contas/contas.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

export type { Foto } from './queries.js'

/** Photos that one conta may send in an hour. */
const porHora = 20

/**
 * Keeps a photo of who is signed in, in place of the one they had. Its row comes before its bytes and goes after them: whatever stops
 * in between, {@link limparFotos} finds it.
 * @throws arquivo_vazio, arquivo_grande, arquivo_incompleto, arquivo_nao_aceito, arquivo_infectado, muitas_tentativas.
 */
export async function guardarFoto(platform: Platform, sessao: Sessao, envio: Pick<Envio, 'bytes' | 'tamanho'>): Promise<void> {
  countOne(platform, `foto ${sessao.contaId}`, { most: porHora })
  const arquivo = await receber(platform, envio, maiorFoto)
  try {
    const tipo = await tipoDe(arquivo)
    await exigirLimpo(platform, arquivo)
    const foto = { id: platform.random.id(), tipo, tamanho: arquivo.size }
    await queries.inserirSolta(platform.db.sql, foto, platform.clock.now())
    await trocar(platform, sessao, foto, arquivo)
  } finally {
    await arquivo.discard()
  }
}

/** The kind is told by the bytes. */
async function tipoDe(arquivo: Spooled): Promise<string> {
  const encontrado = await fileTypeFromFile(arquivo.path)
  const tipo = tiposDaFoto.find((um) => um === encontrado?.mime)
  if (tipo) return tipo
  throw new ProblemError('arquivo_nao_aceito', {
    detail:
      'O conteúdo deste arquivo não é de uma foto aceita aqui. Envie JPG, PNG ou WebP. Mudar só o nome do arquivo não muda o conteúdo.',
  })
}

async function trocar(platform: Platform, sessao: Sessao, { id, tipo }: queries.Foto, { path, size, sha256 }: Spooled): Promise<void> {
  try {
    await platform.storage.put(chaveDaFoto(id), { path, size, sha256, type: tipo })
    const antigas = await platform.db.transaction(async (tx) => {
      await tomarConta(tx, sessao)
      const soltas = await queries.soltar(tx, sessao.contaId)
      await queries.prender(tx, sessao.contaId, id)
      await auditar(platform, tx, sessao.entidadeId, { quem: sessao.contaId, acao: 'foto.trocar' })
      return soltas
    })
    await apagarFotos(platform, antigas)
  } catch (erro) {
    await apagarFotos(platform, [id])
    throw erro
  }
}

/** The photo of who is signed in, if they have one; without its bytes when storage has lost them. */
export async function abrirFoto(
  platform: Platform,
  { contaId }: Sessao,
): Promise<{ foto: queries.Foto; bytes: Readable | undefined } | undefined> {
  const foto = await queries.daConta(platform.db.sql, contaId)
  return foto && { foto, bytes: await platform.storage.open(chaveDaFoto(foto.id)) }
}

/** What the person's device will call it. */
export function nomeDaFoto(tipo: string): string {
  return `foto.${tipo === 'image/jpeg' ? 'jpg' : tipo.slice('image/'.length)}`
}

/** Removes the photo of who is signed in, if they have one. */
export async function removerFoto(platform: Platform, sessao: Sessao): Promise<void> {
  const soltas = await platform.db.transaction(async (tx) => {
    await tomarConta(tx, sessao)
    const soltas = await soltarFoto(tx, sessao.contaId)
    if (soltas.length > 0) await auditar(platform, tx, sessao.entidadeId, { quem: sessao.contaId, acao: 'foto.remover' })
    return soltas
  })
  await apagarFotos(platform, soltas)
}

/** Takes the photo from a conta. @returns what {@link apagarFotos} removes once the transaction of `tx` has ended. */
export function soltarFoto(tx: Sql, contaId: string): Promise<string[]> {
  return queries.soltar(tx, contaId)
}

/** Removes photos that are nobody's. What can't be removed now is removed by {@link limparFotos}. */
export async function apagarFotos(platform: Platform, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await apagar(platform, id).catch((err: unknown) => platform.log.warn({ err }, 'a photo could not be removed yet'))
  }
}

const umDia = 24 * 3_600_000

/** Removes photos that were nobody's for a day, or that a stopped server left. */
export async function limparFotos(platform: Platform): Promise<void> {
  const antesDe = new Date(platform.clock.now().getTime() - umDia)
  for (;;) {
    const soltas = await queries.soltasAntesDe(platform.db.sql, antesDe)
    for (const id of soltas) await apagar(platform, id)
    if (soltas.length === 0) return
  }
}

function apagar(platform: Platform, id: string): Promise<void> {
  return queries.apagarSolta(platform.db, id, () => platform.storage.remove(chaveDaFoto(id)))
}

function chaveDaFoto(id: string): string {
  return `fotos/${id}`
}

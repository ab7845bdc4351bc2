import { createHash } from 'node:crypto'
import type { ChaveCriada, ChaveDeApi, Escopo, PedidoDeChave } from '../../contract/administracao.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { type Autor, auditar } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import * as queries from './queries.js'

/** So that a key that leaked is known for one. */
const comeco = 'protocolo_'
/** Letters of a key by which people tell it from others, those above included. */
const letras = comeco.length + 6
/** Least milliseconds between two notes of a key's use. */
const entreUsos = 60_000

/** Makes a key; only its hash is kept. */
export async function criarChave(
  platform: Platform,
  entidade: EntidadeAberta,
  { quem, deOnde, conferir }: Autor,
  { nome, escopos: pedidos }: PedidoDeChave,
): Promise<ChaveCriada> {
  const chave = comeco + platform.random.bytes(32).toString('base64url')
  const escopos = [...new Set(pedidos)].sort()
  const nova = { id: platform.random.id(), nome, prefixo: chave.slice(0, letras), escopos, criadaEm: platform.clock.now() }
  await platform.db.transaction(async (sql) => {
    await conferir?.(sql)
    await queries.inserir(sql, entidade.id, { ...nova, hash: hashDe(chave), criadaPor: quem })
    await auditar(platform, sql, entidade.id, {
      quem,
      deOnde,
      acao: 'chave.criar',
      dados: { chave: nova.id, nome, prefixo: nova.prefixo, escopos },
    })
  })
  return { ...paraLer({ ...nova, usadaEm: null, revogadaEm: null }), chave }
}

export async function listarChaves({ db }: Platform, entidade: EntidadeAberta): Promise<ChaveDeApi[]> {
  return (await queries.todas(db.sql, entidade.id)).map(paraLer)
}

/** Ends a key, at once and on every node. @throws nao_encontrado when there is none in force. */
export async function revogarChave(platform: Platform, entidade: EntidadeAberta, { quem, deOnde }: Autor, id: string): Promise<void> {
  const revogada = isId(id) && (await platform.db.transaction((sql) => revogar(sql)))
  if (!revogada) throw new ProblemError('nao_encontrado')

  async function revogar(sql: Sql): Promise<boolean> {
    const nome = await queries.revogar(sql, entidade.id, id, platform.clock.now())
    if (nome === undefined) return false
    await auditar(platform, sql, entidade.id, { quem, deOnde, acao: 'chave.revogar', dados: { chave: id, nome } })
    return true
  }
}

/** Whether a request brings a key, of whatever kind. */
export function trazChave(authorization: string | undefined): boolean {
  return /^Bearer /i.test(authorization ?? '')
}

/**
 * Lets a request pass whose key may read what it asks for, and notes the use.
 * @param authorization the header.
 * @throws chave_recusada for none, an unknown or revoked one, one of another entidade or without the escopo: all told alike.
 */
export async function conferirChave(
  platform: Platform,
  entidade: EntidadeAberta,
  authorization: string | undefined,
  escopo: Escopo,
): Promise<void> {
  const [, texto = ''] = /^Bearer ([\w-]{20,100})$/i.exec(authorization ?? '') ?? []
  const { sql } = platform.db
  const chave = texto ? await queries.porHash(sql, entidade.id, hashDe(texto)) : undefined
  if (!chave || chave.revogadaEm || !chave.escopos.includes(escopo))
    throw new ProblemError('chave_recusada', { headers: { 'WWW-Authenticate': 'Bearer' } })
  const agora = platform.clock.now()
  if (chave.usadaEm && agora.getTime() - chave.usadaEm.getTime() < entreUsos) return
  await queries.marcarUso(sql, entidade.id, chave.id, agora)
}

function paraLer({ id, nome, prefixo, escopos, criadaEm, usadaEm, revogadaEm }: queries.Linha): ChaveDeApi {
  const datas = { criadaEm: criadaEm.toISOString(), usadaEm: usadaEm?.toISOString() ?? null, revogadaEm: revogadaEm?.toISOString() ?? null }
  return { id, nome, prefixo, escopos, ...datas }
}

function hashDe(chave: string): Buffer {
  return createHash('sha256').update(chave).digest()
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { sharedKey } from '../../platform/shared-key.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import * as queries from './queries.js'

export type { Confirmacao, Especie } from './queries.js'

const minuto = 60_000
/** Milliseconds for which each kind can be used. */
const validade: Record<queries.Especie, number> = { cadastro: 24 * 60 * minuto, nenhuma: 24 * 60 * minuto, senha: 30 * minuto }
/** Wrong codes of one sending, after which only another sending helps: a guess hits one in a million. */
const maisErros = 5
const maisEnvios = 6
const formaDeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Makes something wait until an e-mail is shown to have been read. @returns its id. */
export async function criarConfirmacao(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  { especie, contaId = null, dados = {} }: { especie: queries.Especie; contaId?: string | null; dados?: object },
): Promise<string> {
  const criadaEm = platform.clock.now()
  const expiraEm = new Date(criadaEm.getTime() + validade[especie])
  const id = platform.random.id()
  await queries.inserir(sql, { id, entidadeId: entidade.id, especie, contaId, dados, criadaEm, expiraEm })
  return id
}

/**
 * What the e-mail of one sending carries: six digits, and what stands in its link. They serve only while that sending is the latest, so
 * a mail that went to a mistyped address proves nothing of the corrected one, however late it is written.
 */
export async function segredosDo(platform: Platform, id: string, envio: number): Promise<{ codigo: string; link: string }> {
  return derivar(await chaveDe(platform), id, envio)
}

/** What somebody brings to show that they read the e-mail. */
export type Trazido = { confirmacao: string; codigo: string } | { link: string }

/**
 * Looks at what was brought and holds what it confirms until the transaction ends. It stays usable until {@link usar}.
 * @throws codigo_recusado, counting the error; confirmacao_vencida when it was used, expired or is unknown, or too many codes were wrong.
 */
export async function conferirTrazido(platform: Platform, entidade: EntidadeAberta, trazido: Trazido): Promise<string> {
  const chave = await chaveDe(platform)
  const id = 'link' in trazido ? (/^([0-9a-f-]{36})\.[\w-]{43}$/.exec(trazido.link)?.[1] ?? '') : trazido.confirmacao
  if (!formaDeId.test(id)) throw new ProblemError('confirmacao_vencida')
  const certo = await platform.db.transaction(async (sql) => {
    const achada = await queries.tomar(sql, entidade.id, id, platform.clock.now())
    if (!achada || achada.erros >= maisErros) return undefined
    const { codigo, link } = derivar(chave, id, achada.envios)
    const confere =
      achada.especie !== 'nenhuma' && ('link' in trazido ? iguais(trazido.link, link) : iguais(trazido.codigo.replace(/\D/g, ''), codigo))
    if (!confere) await queries.contarErro(sql, id)
    return confere
  })
  if (certo === undefined) throw new ProblemError('confirmacao_vencida')
  if (!certo) throw new ProblemError('link' in trazido ? 'confirmacao_vencida' : 'codigo_recusado')
  return id
}

/** Spends a confirmation that {@link conferirTrazido} found right. @throws confirmacao_vencida when another request was faster. */
export async function usar<Dados>(platform: Platform, sql: Sql, entidade: EntidadeAberta, id: string): Promise<queries.Confirmacao<Dados>> {
  const agora = platform.clock.now()
  const achada = await queries.tomar<Dados>(sql, entidade.id, id, agora)
  if (!achada) throw new ProblemError('confirmacao_vencida')
  await queries.marcarUsada(sql, id, agora)
  return achada
}

/**
 * Counts one more sending, whose code replaces those before.
 * @param mudar what waits, changed: a mistyped e-mail put right.
 * @throws confirmacao_vencida; muitas_tentativas when it was sent too often.
 */
export async function reenviar<Dados extends object>(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  id: string,
  mudar: (dados: Dados) => Dados,
): Promise<queries.Confirmacao<Dados>> {
  const achada = formaDeId.test(id) ? await queries.tomar<Dados>(sql, entidade.id, id, platform.clock.now()) : undefined
  if (!achada) throw new ProblemError('confirmacao_vencida')
  if (achada.envios >= maisEnvios) throw new ProblemError('muitas_tentativas', { headers: { 'Retry-After': '3600' } })
  const dados = mudar(achada.dados)
  await queries.marcarEnvio(sql, id, dados)
  return { ...achada, envios: achada.envios + 1, erros: 0, dados }
}

/** Ends whatever of one kind still waits for a conta. */
export async function desistir(platform: Platform, sql: Sql, contaId: string, especie: queries.Especie): Promise<void> {
  await queries.marcarUsadas(sql, contaId, especie, platform.clock.now())
}

/** Forgets what was not confirmed in time. */
export async function limparConfirmacoes(platform: Platform): Promise<void> {
  await queries.apagarVencidas(platform.db.sql, platform.clock.now())
}

const chaves = new WeakMap<Platform, Promise<Buffer>>()

function chaveDe(platform: Platform): Promise<Buffer> {
  let chave = chaves.get(platform)
  if (!chave) {
    chave = sharedKey(platform.db.sql, platform.random, 'confirmacoes')
    chave.catch(() => chaves.delete(platform))
    chaves.set(platform, chave)
  }
  return chave
}

function derivar(chave: Buffer, id: string, envios: number): { codigo: string; link: string } {
  const de = (uso: string) => createHmac('sha256', chave).update(`${uso} ${id} ${envios}`).digest()
  const numero = Number(de('codigo').readBigUInt64BE() % 1_000_000n)
  return { codigo: String(numero).padStart(6, '0'), link: `${id}.${de('link').toString('base64url')}` }
}

function iguais(um: string, outro: string): boolean {
  const [a, b] = [Buffer.from(um), Buffer.from(outro)]
  return a.length === b.length && timingSafeEqual(a, b)
}

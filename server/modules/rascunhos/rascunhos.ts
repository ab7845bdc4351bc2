import type { RascunhoCompleto, RascunhoGuardado, RascunhoResumo } from '../../contract/rascunhos.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { tipoAberto } from '../entidades/entidades.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

/** Milliseconds for which a draft is kept after it was last written. */
const guardarPor = 30 * 24 * 3_600_000
/** Bytes of a draft's JSON: the longest forms hold a tenth of it. */
const maiorRascunho = 64 * 1024
/** Drafts of a person in an entidade; the oldest goes when one more begins. */
const maisRascunhos = 20
const formaDeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The drafts of who asks, the latest first; one whose tipo is gone or closed is not shown, as it can't be sent. */
export async function listarRascunhos(platform: Platform, entidade: EntidadeAberta, sessao: Sessao): Promise<RascunhoResumo[]> {
  const linhas = await queries.listar(platform.db.sql, sessao, desde(platform))
  return linhas.flatMap((linha) => {
    const tipo = entidade.tipos.get(linha.tipo)
    return tipo && !tipo.definicao.fechado ? [resumo(linha, tipo.definicao.nome)] : []
  })
}

/** @throws nao_encontrado, alike for somebody else's; tipo_desconhecido, tipo_fechado. */
export async function lerRascunho(platform: Platform, entidade: EntidadeAberta, sessao: Sessao, id: string): Promise<RascunhoCompleto> {
  const linha = formaDeId.test(id) ? await queries.ler(platform.db.sql, sessao, id, desde(platform)) : undefined
  if (!linha) throw naoEncontrado()
  return { ...resumo(linha, tipoAberto(entidade, linha.tipo).definicao.nome), dados: linha.dados }
}

/**
 * Keeps a draft under the id that the device drew for it, over what was there.
 * @throws campos_invalidos, corpo_grande, tipo_desconhecido, tipo_fechado.
 */
export async function guardarRascunho(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  id: string,
  { tipo, dados }: RascunhoGuardado,
): Promise<RascunhoResumo> {
  if (!formaDeId.test(id)) throw naoEncontrado()
  const { definicao } = tipoAberto(entidade, tipo)
  if (Buffer.byteLength(JSON.stringify(dados)) > maiorRascunho) throw new ProblemError('corpo_grande')
  const linha = { id, tipo, dados, atualizadoEm: platform.clock.now() }
  await queries.gravar(platform.db.sql, sessao, linha, maisRascunhos)
  return resumo(linha, definicao.nome)
}

/** @throws nao_encontrado, alike for somebody else's. */
export async function apagarRascunho(platform: Platform, sessao: Sessao, id: string): Promise<void> {
  if (!formaDeId.test(id) || !(await queries.apagar(platform.db.sql, sessao, id))) throw naoEncontrado()
}

/** Forgets drafts that nobody wrote to for 30 days. */
export async function limparRascunhos(platform: Platform): Promise<void> {
  await queries.apagarVelhos(platform.db.sql, desde(platform))
}

function resumo({ id, tipo, atualizadoEm }: Omit<queries.Linha, 'dados'>, nome: string): RascunhoResumo {
  const expiraEm = new Date(atualizadoEm.getTime() + guardarPor)
  return { id, tipo: { codigo: tipo, nome }, atualizadoEm: atualizadoEm.toISOString(), expiraEm: expiraEm.toISOString() }
}

function desde({ clock }: Platform): Date {
  return new Date(clock.now().getTime() - guardarPor)
}

function naoEncontrado(): ProblemError {
  return new ProblemError('nao_encontrado', {
    detail: 'Não encontramos este rascunho. Ele pode ter sido enviado ou apagado, ou ter mais de 30 dias.',
  })
}

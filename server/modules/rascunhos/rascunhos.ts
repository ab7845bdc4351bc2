import * as v from 'valibot'
import { lugarDoRascunho, type RascunhoCompleto, type RascunhoGuardado, type RascunhoResumo } from '../../contract/rascunhos.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
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
  const linha = isId(id) ? await queries.ler(platform.db.sql, sessao, id, desde(platform)) : undefined
  if (!linha) throw naoEncontrado()
  const { dados } = linha
  return { ...resumo({ ...linha, lugar: dados.lugar }, tipoAberto(entidade, linha.tipo).definicao.nome), dados }
}

/**
 * Keeps a draft under the id that the device drew for it, over what was there; when it says what that was, over nothing else.
 * @throws campos_invalidos, corpo_grande, tipo_desconhecido, tipo_fechado; with `lido`, rascunho_mudou and nao_encontrado.
 */
export async function guardarRascunho(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  id: string,
  { tipo, dados, lido }: RascunhoGuardado,
): Promise<RascunhoResumo> {
  if (!isId(id)) throw naoEncontrado()
  const { definicao } = tipoAberto(entidade, tipo)
  if (Buffer.byteLength(JSON.stringify(dados)) > maiorRascunho) throw new ProblemError('corpo_grande')
  const linha = { id, tipo, dados, atualizadoEm: platform.clock.now() }
  await platform.db.transaction(async (tx) => {
    if (lido === undefined) await queries.gravar(tx, sessao, linha, maisRascunhos)
    else if (!(await queries.regravar(tx, sessao, linha, new Date(lido)))) {
      throw (await queries.ler(tx, sessao, id, desde(platform))) ? new ProblemError('rascunho_mudou') : naoEncontrado()
    }
  })
  return resumo({ ...linha, lugar: dados.lugar }, definicao.nome)
}

/** @throws nao_encontrado, alike for somebody else's. */
export async function apagarRascunho(platform: Platform, sessao: Sessao, id: string): Promise<void> {
  const apagado = isId(id) && (await platform.db.transaction((tx) => queries.apagar(tx, sessao, id)))
  if (!apagado) throw naoEncontrado()
}

/** Forgets drafts that nobody wrote to for 30 days. */
export async function limparRascunhos(platform: Platform): Promise<void> {
  await queries.apagarVelhos(platform.db.sql, desde(platform))
}

function resumo({ id, tipo, atualizadoEm, lugar }: queries.Item, nome: string): RascunhoResumo {
  const expiraEm = new Date(atualizadoEm.getTime() + guardarPor)
  return {
    id,
    tipo: { codigo: tipo, nome },
    atualizadoEm: atualizadoEm.toISOString(),
    expiraEm: expiraEm.toISOString(),
    ...(v.is(lugarDoRascunho, lugar) && { lugar }),
  }
}

function desde({ clock }: Platform): Date {
  return new Date(clock.now().getTime() - guardarPor)
}

function naoEncontrado(): ProblemError {
  return new ProblemError('nao_encontrado', {
    detail: 'Não encontramos este rascunho. Ele pode ter sido enviado ou apagado, ou ter mais de 30 dias.',
  })
}

import { type Conta, type EspecieDeContato, especiesDeContato } from '../../contract/contas.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { tooMany } from '../../platform/http/rate.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'
import { chaveDe, derivar, iguais, type Segredos } from './segredos.js'

export type { Confirmacao, Especie } from './queries.js'
export { segredosDo } from './segredos.js'

const minuto = 60_000
const dia = 24 * 60 * minuto
/** Milliseconds for which each kind can be used. */
const validade: Record<queries.Especie, number> = {
  cadastro: dia,
  nenhuma: dia,
  senha: 30 * minuto,
  email: dia,
  emailAlternativo: dia,
  telefone: dia,
}
/** Wrong codes of one sending, after which only another sending helps: a guess hits one in a million. */
const maisErros = 5
const maisEnvios = 6
/** Sendings for the contacts of one conta in a day: what resending could be used to guess ends here. */
const maisEnviosPorDia = 20

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

/** What somebody brings to show that they read the e-mail. */
export type Trazido = { confirmacao: string; codigo: string } | { link: string }

/** A confirmation that was found right, as of one sending. */
export interface Conferida {
  id: string
  envio: number
  /** For which it waits, if for one. */
  contaId: string | null
}

/**
 * Looks at what was brought for a sign-up or a recovery. What it confirms stays usable until {@link usar}.
 * @throws codigo_recusado, counting the error; confirmacao_vencida when it was used, expired or is unknown, or too many codes were wrong.
 */
export async function conferirTrazido(platform: Platform, entidade: EntidadeAberta, trazido: Trazido): Promise<Conferida> {
  const id = 'link' in trazido ? (/^([0-9a-f-]{36})\.[\w-]{43}$/.exec(trazido.link)?.[1] ?? '') : trazido.confirmacao
  const { errados, ...conferida } = await conferir(platform, entidade, id, ({ especie }, { codigo, link }) => {
    if (ehDeContato(especie)) return undefined
    const confere = especie !== 'nenhuma' && ('link' in trazido ? iguais(trazido.link, link) : iguais(digitos(trazido.codigo), codigo))
    return confere ? [] : ['codigo']
  })
  if (errados.length > 0) throw new ProblemError('link' in trazido ? 'confirmacao_vencida' : 'codigo_recusado')
  return conferida
}

/**
 * Looks at the codes brought for a contact of a conta, as {@link conferirTrazido} does; two where two addresses were written to.
 * @throws campos_invalidos beside each that is wrong; confirmacao_vencida.
 */
export async function conferirCodigos(
  platform: Platform,
  entidade: EntidadeAberta,
  contaId: string,
  id: string,
  { codigo, codigoAtual = '' }: { codigo: string; codigoAtual?: string },
): Promise<Conferida> {
  const { errados, ...conferida } = await conferir<Contato>(platform, entidade, id, (achada, certos) => {
    if (!ehDeContato(achada.especie) || achada.contaId !== contaId) return undefined
    const novo = iguais(digitos(codigo), certos.codigo)
    const atual = achada.dados.atual === undefined || iguais(digitos(codigoAtual), certos.codigoAtual)
    return [...(novo ? [] : ['codigo']), ...(atual ? [] : ['codigoAtual'])]
  })
  if (errados.length === 0) return conferida
  const mensagem = 'Este código não confere. Veja os 6 números da última mensagem que enviamos.'
  throw new ProblemError('campos_invalidos', { campos: errados.map((caminho) => ({ caminho, mensagem })) })
}

/** A contact that waits. */
export interface Contato {
  valor: string
  /** The e-mail whose place it is to take, which has a say in it. */
  atual?: string
}

/** @param julgar names what is wrong, which counts as one error; undefined where such a thing is not confirmed this way. */
async function conferir<Dados>(
  platform: Platform,
  entidade: EntidadeAberta,
  id: string,
  julgar: (achada: queries.Confirmacao<Dados>, certos: Segredos) => string[] | undefined,
): Promise<Conferida & { errados: string[] }> {
  if (!isId(id)) throw new ProblemError('confirmacao_vencida')
  const chave = await chaveDe(platform)
  const conferida = await platform.db.transaction(async (sql) => {
    const achada = await queries.tomar<Dados>(sql, entidade.id, id, platform.clock.now())
    if (!achada || achada.erros >= maisErros) return undefined
    const errados = julgar(achada, derivar(chave, achada.id, achada.envios))
    if (errados && errados.length > 0) await queries.contarErro(sql, id)
    return errados && { errados, id, envio: achada.envios, contaId: achada.contaId }
  })
  if (!conferida) throw new ProblemError('confirmacao_vencida')
  return conferida
}

/**
 * Spends a confirmation that was found right.
 * @throws confirmacao_vencida when another request was faster: it was used, or sent again, maybe to another address.
 */
export async function usar<Dados>(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  { id, envio }: Pick<Conferida, 'id' | 'envio'>,
): Promise<queries.Confirmacao<Dados>> {
  const agora = platform.clock.now()
  const achada = await queries.tomar<Dados>(sql, entidade.id, id, agora)
  if (achada?.envios !== envio) throw new ProblemError('confirmacao_vencida')
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
  const achada = isId(id) ? await queries.tomar<Dados>(sql, entidade.id, id, platform.clock.now()) : undefined
  if (!achada) throw new ProblemError('confirmacao_vencida')
  if (achada.envios >= maisEnvios) throw tooMany()
  const dados = mudar(achada.dados)
  await queries.marcarEnvio(sql, id, dados)
  return { ...achada, envios: achada.envios + 1, erros: 0, dados }
}

/** Whether codes for the contacts of a conta can be sent once more today. */
export async function cabeEnvio(platform: Platform, sql: Sql, contaId: string): Promise<boolean> {
  const ontem = new Date(platform.clock.now().getTime() - dia)
  return (await queries.enviosDesde(sql, contaId, ontem)) < maisEnviosPorDia
}

/** Contacts of who is signed in that wait for their code. */
export async function contatosPendentes(platform: Platform, { entidadeId, contaId }: Sessao): Promise<Conta['pendentes']> {
  return queries.pendentes(platform.db.sql, entidadeId, contaId, platform.clock.now())
}

/** The contact that one sending goes to; nothing when its code serves no more. */
export async function contatoPorEnviar(platform: Platform, id: string, envio: number) {
  return queries.porEnviar(platform.db.sql, id, envio, platform.clock.now())
}

/** Ends whatever of one kind still waits for a conta. */
export async function desistir(platform: Platform, sql: Sql, contaId: string, especie: queries.Especie): Promise<void> {
  await queries.marcarUsadas(sql, contaId, especie, platform.clock.now())
}

/** Forgets what was not confirmed in time. */
export async function limparConfirmacoes(platform: Platform): Promise<void> {
  await queries.apagarVencidas(platform.db.sql, platform.clock.now())
}

/** Whether it is one of {@link conferirCodigos}. */
export function ehDeContato(especie: queries.Especie): especie is EspecieDeContato {
  return especiesDeContato.some((uma) => uma === especie)
}

function digitos(codigo: string): string {
  return codigo.replace(/\D/g, '')
}

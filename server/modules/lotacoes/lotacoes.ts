import type { PessoasDaUnidade, Posto } from '../../contract/gestao.js'
import { lerDocumento } from '../../domain/documento.js'
import type { Papel } from '../../domain/permissoes.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { type Autor, auditar } from '../auditoria/auditoria.js'
import type { EntidadeAberta, UnidadeAberta } from '../entidades/entidade-aberta.js'
import type { Sessao } from '../sessoes/sessoes.js'
import { type Alvo, type Oficial, type Passo, tramitarEm } from '../tramitacao/tramitacao.js'
import { memoriaDe } from './memoria.js'
import * as queries from './queries.js'

/**
 * The official that a session is of, in its entidade.
 * @throws sem_lotacao for who works in none of its unidades; passkey_necessaria where the entidade wants one and none was used.
 */
export async function oficialDa(platform: Platform, entidade: EntidadeAberta, { contaId, passkeyEm, deOnde }: Sessao): Promise<Oficial> {
  const servidor = await memoriaDe(platform).buscar(entidade.id, contaId)
  if (!servidor) throw new ProblemError('sem_lotacao')
  if (entidade.arquivo.gestao?.passkey !== 'dispensada' && passkeyEm === null) throw new ProblemError('passkey_necessaria')
  return { especie: 'oficial', contaId, nome: servidor.nome, lotacoes: servidor.lotacoes, deOnde }
}

/** What somebody is, and where. */
export function verPosto(entidade: EntidadeAberta, { contaId, nome, lotacoes }: Oficial): Posto {
  return {
    id: contaId,
    nome,
    lotacoes: lotacoes.flatMap(({ unidadeId, papel }) => {
      const unidade = entidade.unidadesPorId.get(unidadeId)
      return unidade ? [{ unidade: unidadeParaLer(unidade), papel }] : []
    }),
    unidades: [...entidade.unidades.values()].map(unidadeParaLer),
    tipos: [...entidade.tipos.values()].map(({ definicao: { codigo, nome } }) => ({ codigo, nome })),
  }
}

export function unidadeParaLer({ codigo, nome, orgao }: UnidadeAberta): Posto['unidades'][number] {
  return { codigo, nome, orgao: orgao.sigla }
}

/** Who works in a unidade, for whoever works in the entidade. @throws nao_encontrado. */
export async function listarPessoas(platform: Platform, entidade: EntidadeAberta, codigo: string): Promise<PessoasDaUnidade> {
  const unidade = entidade.unidades.get(codigo)
  if (!unidade) throw new ProblemError('nao_encontrado', { detail: 'Este setor não existe aqui.' })
  return { pessoas: await queries.pessoasDe(platform.db.sql, entidade.id, unidade.id) }
}

/** Somebody who works in a unidade, and does until the transaction of `sql` ends. */
export async function pessoaDaUnidade(
  sql: Sql,
  entidade: EntidadeAberta,
  unidadeId: string,
  contaId: string,
): Promise<{ id: string; nome: string } | undefined> {
  return isId(contaId) ? queries.pessoaDe(sql, entidade.id, unidadeId, contaId) : undefined
}

/** Why a lotacao was neither given nor taken. */
export type RecusaDeLotacao = 'documento_invalido' | 'sem_conta' | 'sem_unidade' | 'sem_lotacao'

interface Pedido {
  /** CPF or CNPJ, as somebody types it. */
  documento: string
  /** Codigo. */
  unidade: string
}

/** Who gives or takes a lotacao: the command line unless told. */
const linhaDeComando: Autor = { quem: 'cli' }

/** Makes somebody with a conta work in a unidade. @returns the name, or why not. */
export async function darLotacao(
  platform: Platform,
  entidade: EntidadeAberta,
  { papel, ...pedido }: Pedido & { papel: Papel },
  { quem, deOnde, conferir }: Autor = linhaDeComando,
): Promise<{ nome: string } | RecusaDeLotacao> {
  const lido = await lerPedido(platform, entidade, pedido)
  if (typeof lido === 'string') return lido
  const { conta, unidade } = lido
  await platform.db.transaction(async (sql) => {
    await conferir?.(sql)
    await queries.dar(sql, entidade.id, { id: platform.random.id(), unidadeId: unidade.id, contaId: conta.id, papel })
    await auditar(platform, sql, entidade.id, {
      quem,
      deOnde,
      acao: 'lotacao.dar',
      dados: { conta: conta.id, unidade: unidade.codigo, papel },
    })
  })
  memoriaDe(platform).esquecer(conta.id)
  return { nome: conta.nome }
}

/** Undoes {@link darLotacao}. What the person answered for in that unidade goes back to its queue, each with its tramite. */
export async function tirarLotacao(
  platform: Platform,
  entidade: EntidadeAberta,
  pedido: Pedido,
  { quem, deOnde, conferir }: Autor = linhaDeComando,
): Promise<{ nome: string } | RecusaDeLotacao> {
  const lido = await lerPedido(platform, entidade, pedido)
  if (typeof lido === 'string') return lido
  const { conta, unidade } = lido
  const tirada = await platform.db.transaction(async (sql) => {
    await conferir?.(sql)
    if (!(await queries.tirar(sql, entidade.id, unidade.id, conta.id))) return false
    const protocolos = await queries.responsabilidades(sql, entidade.id, unidade.id, conta.id)
    const dados = { conta: conta.id, unidade: unidade.codigo, devolvidos: protocolos.length }
    await auditar(platform, sql, entidade.id, { quem, deOnde, acao: 'lotacao.tirar', dados })
    const ator = { especie: 'tarefa', nome: quem, deOnde } as const
    for (const protocoloId of protocolos) await tramitarEm(platform, sql, entidade, { ator, protocoloId, acao: 'atribuir' }, devolver)
    return true
  })
  memoriaDe(platform).esquecer(conta.id)
  return tirada ? { nome: conta.nome } : 'sem_lotacao'
}

/** To the queue of the unidade that holds it. */
function devolver(_: Sql, { responsavelId }: Alvo): Passo {
  return { especie: 'atribuicao', colunas: { responsavelId: null }, dados: { de: responsavelId, para: null } }
}

async function lerPedido(platform: Platform, entidade: EntidadeAberta, { documento, unidade: codigo }: Pedido) {
  const lido = lerDocumento(documento)
  if (!lido) return 'documento_invalido'
  const unidade = entidade.unidades.get(codigo)
  if (!unidade) return 'sem_unidade'
  const conta = await queries.contaDoDocumento(platform.db.sql, lido.valor)
  return conta ? { conta, unidade } : 'sem_conta'
}

/** Everybody who works in an entidade. */
export function listarLotacoes({ db }: Platform, entidade: EntidadeAberta): Promise<queries.LotacaoListada[]> {
  return queries.todas(db.sql, entidade.id)
}

/** Where somebody administers an entidade, held until the transaction of `sql` ends. */
export function segurarAdministradores(sql: Sql, entidade: EntidadeAberta): Promise<{ documento: string; unidade: string }[]> {
  return queries.segurarAdministradores(sql, entidade.id)
}

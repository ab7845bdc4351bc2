import type { MudancaDePasskey, PasskeyListada, PedidoDeRegistro } from '../../contract/passkeys.js'
import { nomearAparelho } from '../../domain/aparelho.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import { comoChamar, contaDaSessao, tomarConta } from '../contas/contas.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarConta } from '../notificacoes/avisos-de-conta.js'
import { exigirConfirmacao, verConfirmacao } from '../reautenticacao/reautenticacao.js'
import { aberturaDaSessao, type Sessao } from '../sessoes/sessoes.js'
import { conferirRegistro, type Lugar, opcoesDeRegistro } from './cerimonias.js'
import * as queries from './queries.js'

/** From where a credential is changed, and the header Protocolo-Confirmacao that came along. */
export interface Mudanca {
  userAgent: string
  confirmacao: string | undefined
}

/** Milliseconds after signing in during which the first passkey is offered, and needs no further confirmation. */
const oferta = 10 * 60_000

/** Prepares a passkey for who is signed in. @throws confirmacao_necessaria, which is not spent yet. */
export async function prepararPasskey(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  { confirmacao }: Pick<Mudanca, 'confirmacao'>,
) {
  const conta = await contaDaSessao(platform, sessao)
  const abertura = await aberturaDaSessao(platform, sessao)
  const existentes = await queries.daConta(platform.db.sql, sessao.contaId)
  if (!naOferta(existentes, platform.clock.now(), abertura)) await verConfirmacao(platform, sessao, 'credenciais', confirmacao)
  return opcoesDeRegistro(platform, entidade, sessao, { login: conta.usuario ?? conta.email ?? conta.nome, nome: comoChamar(conta) })
}

/**
 * Keeps a passkey that was just made; the e-mail on file is told.
 * @throws desafio_vencido; passkey_recusada, also for one that is somebody's already; confirmacao_necessaria.
 */
export async function registrarPasskey(
  platform: Platform,
  lugar: Lugar,
  sessao: Sessao,
  pedido: PedidoDeRegistro,
  { userAgent, confirmacao }: Mudanca,
): Promise<PasskeyListada> {
  const { pedidaEm, ...feita } = await conferirRegistro(platform, lugar, sessao, pedido)
  const abertura = await aberturaDaSessao(platform, sessao)
  const aparelho = nomearAparelho(userAgent)
  const criadaEm = platform.clock.now()
  const id = platform.random.id()
  const passkey = { ...feita, id, contaId: sessao.contaId, nome: pedido.nome ?? aparelho, criadaEm, usadaEm: null }
  await platform.db.transaction(async (tx) => {
    const conta = await tomarConta(tx, sessao)
    const existentes = await queries.daConta(tx, sessao.contaId)
    if (!naOferta(existentes, pedidaEm, abertura)) await exigirConfirmacao(platform, sessao, 'credenciais', confirmacao, tx)
    if (!(await queries.inserir(tx, passkey))) throw new ProblemError('passkey_recusada')
    await auditar(platform, tx, sessao.entidadeId, { quem: sessao.contaId, acao: 'passkey.criar', dados: { passkey: id } })
    if (!conta.email) return
    await avisarConta(platform, tx, lugar.entidade, {
      especie: 'passkey-criada',
      para: conta.email,
      dados: { em: criadaEm.toISOString(), aparelho },
    })
  })
  return listada(passkey)
}

/** The passkeys of a conta, of whatever domain, the oldest first. */
export async function listarPasskeys(platform: Platform, { contaId }: Sessao): Promise<PasskeyListada[]> {
  return (await queries.daConta(platform.db.sql, contaId)).map(listada)
}

/** @throws nao_encontrado when the conta has no such passkey. */
export async function renomearPasskey(
  platform: Platform,
  { contaId }: Sessao,
  id: string,
  { nome }: MudancaDePasskey,
): Promise<PasskeyListada> {
  const passkey = isId(id) ? await platform.db.transaction((tx) => queries.renomear(tx, contaId, id, nome)) : undefined
  if (!passkey) throw new ProblemError('nao_encontrado')
  return listada(passkey)
}

/**
 * Removes a passkey; the e-mail on file is told.
 * @throws nao_encontrado; confirmacao_necessaria; ultima_entrada when without it nothing would open the conta on the pages where it serves.
 */
export async function removerPasskey(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  id: string,
  { userAgent, confirmacao }: Mudanca,
): Promise<void> {
  const em = platform.clock.now()
  await platform.db.transaction(async (tx) => {
    // Held, so that of two removals at once the second sees the first.
    const conta = await tomarConta(tx, sessao)
    const existentes = await queries.daConta(tx, sessao.contaId)
    const passkey = existentes.find((uma) => uma.id === id)
    if (!passkey) throw new ProblemError('nao_encontrado')
    const outras = existentes.filter(({ rpId }) => rpId === passkey.rpId).length - 1
    if (conta.senhaHash === null && outras === 0) throw new ProblemError('ultima_entrada')
    await exigirConfirmacao(platform, sessao, 'credenciais', confirmacao, tx)
    await queries.remover(tx, passkey)
    await auditar(platform, tx, sessao.entidadeId, { quem: sessao.contaId, acao: 'passkey.remover', dados: { passkey: id } })
    if (!conta.email) return
    await avisarConta(platform, tx, entidade, {
      especie: 'passkey-removida',
      para: conta.email,
      dados: { em: em.toISOString(), aparelho: nomearAparelho(userAgent) },
    })
  })
}

/** Whether a passkey asked for at `pedidaEm` is the first, offered right after signing in or up. */
function naOferta(existentes: readonly unknown[], pedidaEm: Date, abertura: Date): boolean {
  return existentes.length === 0 && pedidaEm.getTime() - abertura.getTime() < oferta
}

function listada({ id, nome, rpId, sincronizada, criadaEm, usadaEm }: queries.PasskeyGuardada): PasskeyListada {
  return { id, nome, rpId, sincronizada, criadaEm: criadaEm.toISOString(), usadaEm: usadaEm?.toISOString() ?? null }
}

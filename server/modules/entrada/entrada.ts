import type {
  OperacaoConfirmada,
  PedidoDeEntrada,
  PedidoDeEntradaComPasskey,
  PedidoDeReautenticacao,
  SessaoAberta,
} from '../../contract/sessoes.js'
import { nomearAparelho } from '../../domain/aparelho.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import { type ContaGuardada, comoChamar, contaDaSessao } from '../contas/contas.js'
import { alvoDoLogin, contaDoLogin } from '../contas/login.js'
import { senhaConfere } from '../contas/senhas.js'
import { cobrarProva, contarErro, nomesCustamProva, type Quem, tentativaCustaProva } from '../desafio/desafio.js'
import type { Tentativa } from '../desafio/tentativa.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarConta } from '../notificacoes/avisos-de-conta.js'
import { conferirUso, type Lugar, opcoesDeEntrada } from '../passkeys/cerimonias.js'
import { criarReautenticacao } from '../reautenticacao/reautenticacao.js'
import { type Aparelho, abrirSessao, notarPasskey, type Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

/**
 * Signs in with a password. Past a few wrong tries, of an address or on a login, each costs a proof of work that grows: guessing gets
 * slow, and nobody can lock another out.
 * @throws entrada_recusada alike for an unknown login and a wrong password; prova_necessaria.
 */
export async function entrarComSenha(
  platform: Platform,
  entidade: EntidadeAberta,
  { login, senha, lembrar = false }: PedidoDeEntrada,
  aparelho: Aparelho,
  tentativa: Tentativa,
): Promise<SessaoAberta> {
  const conta = await tentarSenha(platform, entidade, { login, senha, achar: () => contaDoLogin(platform, login) }, tentativa)
  if (!conta) throw new ProblemError('entrada_recusada')
  return entrar(platform, entidade, conta, aparelho, lembrar)
}

/** Prepares a sign-in with a passkey. @throws prova_necessaria when an address asks very often: each asking is kept for minutes. */
export async function prepararEntrada(platform: Platform, entidade: EntidadeAberta, { endereco, prova }: Tentativa) {
  const quem: Quem = { entidade, proposito: 'passkey', endereco }
  if (tentativaCustaProva(platform, quem)) await cobrarProva(platform, quem, prova)
  return opcoesDeEntrada(platform, entidade)
}

/** Signs in with a passkey. @throws desafio_vencido, passkey_recusada. */
export async function entrarComPasskey(
  platform: Platform,
  lugar: Lugar,
  { lembrar = false, ...assinado }: PedidoDeEntradaComPasskey,
  aparelho: Aparelho,
): Promise<SessaoAberta> {
  const contaId = await conferirUso(platform, lugar, assinado, 'entrada')
  return entrar(platform, lugar.entidade, await contaDaSessao(platform, { contaId }), { ...aparelho, comPasskey: true }, lembrar)
}

/**
 * Has who is signed in show again who they are, for one operation. A wrong password counts as one at sign-in.
 * @throws campos_invalidos for a wrong password; prova_necessaria; desafio_vencido, passkey_recusada.
 */
export async function reautenticar(
  platform: Platform,
  lugar: Lugar,
  sessao: Sessao,
  pedido: PedidoDeReautenticacao,
  tentativa: Tentativa,
): Promise<OperacaoConfirmada> {
  const { operacao } = pedido
  if ('senha' in pedido) await conferirPropriaSenha(platform, lugar.entidade, sessao, pedido.senha, tentativa)
  else {
    await conferirUso(platform, lugar, pedido, operacao, sessao)
    await notarPasskey(platform, sessao)
  }
  return criarReautenticacao(platform, sessao, operacao)
}

async function conferirPropriaSenha(platform: Platform, entidade: EntidadeAberta, sessao: Sessao, senha: string, tentativa: Tentativa) {
  const conta = await contaDaSessao(platform, sessao)
  if (await tentarSenha(platform, entidade, { login: conta.documento, senha, achar: async () => conta }, tentativa)) return
  throw new ProblemError('campos_invalidos', {
    campos: [{ caminho: 'senha', mensagem: 'Esta não é a sua senha. Confira e tente de novo.' }],
  })
}

interface SenhaTentada {
  login: string
  senha: string
  achar: () => Promise<ContaGuardada | undefined>
}

/**
 * Tries a password. Past a few wrong ones, of the address or on the login, that costs a proof of work; so it does past a few free ones on
 * the conta under all its logins. These are as many as two logins have: whoever guesses by two does not learn that they are of one conta.
 * @returns the conta; undefined, after the same work, for a wrong password as for no conta.
 */
async function tentarSenha(
  platform: Platform,
  entidade: EntidadeAberta,
  { login, senha, achar }: SenhaTentada,
  { endereco, prova }: Tentativa,
): Promise<ContaGuardada | undefined> {
  const quem: Quem = { entidade, proposito: 'entrada', endereco }
  const alvo = alvoDoLogin(login)
  return umaPorVez([`endereco ${endereco}`, `login ${alvo}`], async () => {
    const paga = tentativaCustaProva(platform, quem, alvo)
    if (paga) await cobrarProva(platform, quem, prova)
    const conta = await achar()
    const pagaPelaConta = !paga && conta !== undefined && nomesCustamProva(platform, quem, conta.id)
    if (pagaPelaConta) await cobrarProva(platform, quem, prova)
    if (await senhaConfere(senha, conta?.senhaHash)) return conta
    contarErro(platform, quem, alvo, paga || pagaPelaConta ? undefined : conta?.id)
    return undefined
  })
}

const filas = new Map<string, Promise<unknown>>()

/** One password at a time of an address and on a login: each try is counted before the next is weighed. */
async function umaPorVez<T>([fila, ...demais]: string[], fazer: () => Promise<T>): Promise<T> {
  if (fila === undefined) return fazer()
  const vez = () => umaPorVez(demais, fazer)
  const esta = (filas.get(fila) ?? Promise.resolve()).then(vez, vez)
  filas.set(fila, esta)
  try {
    return await esta
  } finally {
    if (filas.get(fila) === esta) filas.delete(fila)
  }
}

/** Opens the session of who has shown who they are; a device not seen before is told by e-mail. */
async function entrar(
  platform: Platform,
  entidade: EntidadeAberta,
  conta: ContaGuardada,
  aparelho: Aparelho,
  lembrar: boolean,
): Promise<SessaoAberta> {
  const nome = nomearAparelho(aparelho.userAgent)
  const em = platform.clock.now()
  const aberta = await platform.db.transaction(async (tx) => {
    // A password changed since it was checked opens nothing: those who change it end every session there is.
    if (!(await queries.senhaContinua(tx, conta.id, conta.senhaHash))) throw new ProblemError('entrada_recusada')
    const sessao = await abrirSessao(platform, entidade, conta.id, aparelho, lembrar, tx)
    const anteriores = await queries.aparelhosDe(tx, entidade.id, conta.id)
    const deOnde = { endereco: aparelho.endereco, aparelho: nome }
    await auditar(platform, tx, entidade.id, { quem: conta.id, acao: 'conta.entrar', deOnde, dados: { aparelho: nome } })
    if (!conta.email || anteriores.length === 0 || anteriores.includes(nome)) return sessao
    await avisarConta(platform, tx, entidade, {
      especie: 'novo-aparelho',
      para: conta.email,
      dados: { em: em.toISOString(), aparelho: nome },
    })
    return sessao
  })
  return { ...aberta, nome: comoChamar(conta) }
}

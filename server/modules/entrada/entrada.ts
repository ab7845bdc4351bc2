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
import { alvoDoLogin, type ContaGuardada, comoChamar, conferirLogin, contaDaSessao, type Vindo } from '../contas/contas.js'
import { senhaConfere } from '../contas/senhas.js'
import { cobrarProva, contarErro, type Quem, tentativaCustaProva } from '../desafio/desafio.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarConta } from '../notificacoes/notificacoes.js'
import { conferirUso, type Lugar, opcoesDeEntrada } from '../passkeys/cerimonias.js'
import { criarReautenticacao } from '../reautenticacao/reautenticacao.js'
import { type Aparelho, abrirSessao, type Sessao } from '../sessoes/sessoes.js'
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
  vindo: Vindo,
): Promise<SessaoAberta> {
  const conta = await tentarSenha(platform, entidade, login, vindo, () => conferirLogin(platform, login, senha))
  if (!conta) throw new ProblemError('entrada_recusada')
  return entrar(platform, entidade, conta, aparelho, lembrar)
}

/** Prepares a sign-in with a passkey. @throws prova_necessaria when an address asks very often: each asking is kept for minutes. */
export async function prepararEntrada(platform: Platform, entidade: EntidadeAberta, { endereco, prova }: Vindo) {
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
  return entrar(platform, lugar.entidade, await contaDaSessao(platform, { contaId }), aparelho, lembrar)
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
  vindo: Vindo,
): Promise<OperacaoConfirmada> {
  const { operacao } = pedido
  if ('senha' in pedido) await conferirPropriaSenha(platform, lugar.entidade, sessao, pedido.senha, vindo)
  else await conferirUso(platform, lugar, pedido, operacao, sessao)
  return criarReautenticacao(platform, sessao, operacao)
}

async function conferirPropriaSenha(platform: Platform, entidade: EntidadeAberta, sessao: Sessao, senha: string, vindo: Vindo) {
  const { documento, senhaHash } = await contaDaSessao(platform, sessao)
  const confere = await tentarSenha(platform, entidade, documento, vindo, async () => (await senhaConfere(senha, senhaHash)) || undefined)
  if (confere) return
  throw new ProblemError('campos_invalidos', {
    campos: [{ caminho: 'senha', mensagem: 'Esta não é a sua senha. Confira e tente de novo.' }],
  })
}

/**
 * Tries a password: past a few wrong ones, of the address or on the login, that costs a proof of work.
 * @returns what `conferir` does; undefined is a wrong one.
 */
async function tentarSenha<T>(
  platform: Platform,
  entidade: EntidadeAberta,
  login: string,
  { endereco, prova }: Vindo,
  conferir: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const quem: Quem = { entidade, proposito: 'entrada', endereco }
  const alvo = alvoDoLogin(login)
  return umaPorVez(endereco, async () => {
    if (tentativaCustaProva(platform, quem, alvo)) await cobrarProva(platform, quem, prova)
    const certo = await conferir()
    if (certo === undefined) contarErro(platform, quem, alvo)
    return certo
  })
}

const filas = new Map<string, Promise<unknown>>()

/** One password at a time of an address: each try is counted before the next is weighed. */
async function umaPorVez<T>(endereco: string, fazer: () => Promise<T>): Promise<T> {
  const esta = (filas.get(endereco) ?? Promise.resolve()).then(fazer, fazer)
  filas.set(endereco, esta)
  try {
    return await esta
  } finally {
    if (filas.get(endereco) === esta) filas.delete(endereco)
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
    await queries.notarEntrada(tx, entidade.id, { id: platform.random.id(), contaId: conta.id, aparelho: nome, em })
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

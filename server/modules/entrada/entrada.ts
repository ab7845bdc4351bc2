import type { PedidoDeEntrada, SessaoAberta } from '../../contract/sessoes.js'
import { nomearAparelho } from '../../domain/aparelho.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { alvoDoLogin, type ContaGuardada, comoChamar, conferirLogin, type Vindo } from '../contas/contas.js'
import { cobrarProva, contarErro, type Quem, tentativaCustaProva } from '../desafio/desafio.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarConta } from '../notificacoes/notificacoes.js'
import { type Aparelho, abrirSessao } from '../sessoes/sessoes.js'
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
  { endereco, prova }: Vindo,
): Promise<SessaoAberta> {
  const quem: Quem = { entidade, proposito: 'entrada', endereco }
  const alvo = alvoDoLogin(login)
  if (tentativaCustaProva(platform, quem, alvo)) await cobrarProva(platform, quem, prova)
  const conta = await conferirLogin(platform, login, senha)
  if (!conta) {
    contarErro(platform, quem, alvo)
    throw new ProblemError('entrada_recusada')
  }
  return entrar(platform, entidade, conta, aparelho, lembrar)
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
  await platform.db.transaction(async (tx) => {
    const anteriores = await queries.aparelhosDe(tx, entidade.id, conta.id)
    await queries.notarEntrada(tx, entidade.id, { id: platform.random.id(), contaId: conta.id, aparelho: nome, em })
    if (!conta.email || anteriores.length === 0 || anteriores.includes(nome)) return
    await avisarConta(platform, tx, entidade, {
      especie: 'novo-aparelho',
      para: conta.email,
      dados: { em: em.toISOString(), aparelho: nome },
    })
  })
  return { ...(await abrirSessao(platform, entidade, conta.id, aparelho, lembrar)), nome: comoChamar(conta) }
}

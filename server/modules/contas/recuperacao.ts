import * as v from 'valibot'
import type { NovaSenha, PedidoDeRecuperacao, SenhaPropria } from '../../contract/contas.js'
import { lerDocumento } from '../../domain/documento.js'
import { lerEmail } from '../../domain/leitura.js'
import { mensagens } from '../../domain/mensagens.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { countOne } from '../../platform/http/rate.js'
import type { Task } from '../../platform/jobs.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import { conferirTrazido, criarConfirmacao, desistir, usar } from '../confirmacoes/confirmacoes.js'
import type { Tentativa } from '../desafio/tentativa.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { buscarEntidade } from '../entidades/entidades.js'
import { avisarConta } from '../notificacoes/avisos-de-conta.js'
import { exigirConfirmacao, verConfirmacao } from '../reautenticacao/reautenticacao.js'
import { encerrarSessoes, type Sessao } from '../sessoes/sessoes.js'
import { contaDaSessao, tomarConta } from './contas.js'
import { contagem, pesar } from './limites.js'
import * as queries from './queries.js'
import { exigirRegras, hashDaSenha } from './senhas.js'

/**
 * Has a link for a new password sent, if there is a conta with this documento and this e-mail on file. The same is said whether or not there is.
 * @throws prova_necessaria, campos_invalidos.
 */
export async function recuperarAcesso(
  platform: Platform,
  entidade: EntidadeAberta,
  pedido: PedidoDeRecuperacao,
  tentativa: Tentativa,
): Promise<void> {
  await pesar(platform, entidade, 'recuperacao', tentativa, lerDocumento(pedido.documento)?.valor)
  const documento = lerDocumento(pedido.documento)
  const email = lerEmail(pedido.email)
  const campos = [
    ...(documento ? [] : [{ caminho: 'documento', mensagem: mensagens.documento(pedido.documento) }]),
    ...(email ? [] : [{ caminho: 'email', mensagem: mensagens.email }]),
  ]
  if (!documento || !email) throw new ProblemError('campos_invalidos', { campos })
  await queries.pedirRecuperacao(platform.db.sql, entidade.codigo, { documento: documento.valor, email })
}

const recuperacaoPedida = v.object({ entidade: v.string(), documento: v.string(), email: v.string() })

/** The jobs of this module, by the name they are queued under. */
export function tarefas(platform: Platform): Record<string, Task> {
  return {
    enviar_recuperacao: async (payload) => {
      const { entidade: codigo, ...pedido } = v.parse(recuperacaoPedida, payload)
      const entidade = await buscarEntidade(platform, codigo)
      if (!entidade) throw new Error('a recovery in an entidade that does not exist')
      await enviarRecuperacao(platform, entidade, pedido)
    },
  }
}

/** Sends the link of a recovery, if somebody asked for it with what is on file; apart from the request, so that its time tells nothing. */
async function enviarRecuperacao(platform: Platform, entidade: EntidadeAberta, pedido: PedidoDeRecuperacao): Promise<void> {
  const achada = await queries.porDocumento(platform.db.sql, pedido.documento)
  if (!achada) return
  const cabeMais = contagem(platform)
  await platform.db.transaction(async (tx) => {
    // Held, so that the e-mail is not changed between its reading and the link that goes there.
    const conta = await queries.tomar(tx, achada.id)
    const para = conta?.email
    if (!para || para.toLowerCase() !== pedido.email.toLowerCase() || !cabeMais(`recuperacao ${conta.id}`)) return
    const confirmacao = await criarConfirmacao(platform, tx, entidade, { especie: 'senha', contaId: conta.id })
    await avisarConta(platform, tx, entidade, { especie: 'senha', para, dados: { confirmacao, envio: 1, usuario: conta.usuario } })
  })
}

/**
 * Sets the password of whoever opened the link of a recovery; every session of the conta ends.
 * @throws confirmacao_vencida; campos_invalidos, after which the link still serves; prova_necessaria.
 */
export async function definirSenha(
  platform: Platform,
  entidade: EntidadeAberta,
  { link, senha }: NovaSenha,
  tentativa: Tentativa,
): Promise<void> {
  await pesar(platform, entidade, 'recuperacao', tentativa)
  const conferida = await conferirTrazido(platform, entidade, { link })
  const { contaId } = conferida
  const lida = contaId === null ? undefined : await queries.porId(platform.db.sql, contaId)
  if (!lida) throw new ProblemError('confirmacao_vencida')
  exigirRegras(senha, titularDe(lida))
  const novo = await hashDaSenha(senha)
  await platform.db.transaction(async (tx) => {
    const conta = await queries.tomar(tx, lida.id)
    const { especie } = await usar(platform, tx, entidade, conferida)
    if (!conta || especie !== 'senha') throw new ProblemError('confirmacao_vencida')
    await gravarSenha(platform, tx, entidade, conta, { novo, acao: 'senha.recuperar' })
    await encerrarSessoes(platform, conta.id, { sql: tx })
  })
}

/** Passwords that one conta may try to take in an hour: to judge one is work. */
const senhasPorHora = 30

/**
 * Sets the password of who is signed in, their first or another; all other sessions of the conta end.
 * @param confirmacao the header Protocolo-Confirmacao.
 * @throws confirmacao_necessaria; campos_invalidos, after which the confirmation still serves; muitas_tentativas.
 */
export async function trocarSenha(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  { senha }: SenhaPropria,
  confirmacao: string | undefined,
): Promise<void> {
  await verConfirmacao(platform, sessao, 'credenciais', confirmacao)
  countOne(platform, `senha ${sessao.contaId}`, { most: senhasPorHora })
  exigirRegras(senha, titularDe(await contaDaSessao(platform, sessao)))
  const novo = await hashDaSenha(senha)
  await platform.db.transaction(async (tx) => {
    const conta = await tomarConta(tx, sessao)
    await exigirConfirmacao(platform, sessao, 'credenciais', confirmacao, tx)
    await gravarSenha(platform, tx, entidade, conta, { novo, acao: 'senha.trocar' })
    await encerrarSessoes(platform, conta.id, { menos: sessao, sql: tx })
  })
}

/** Keeps a new password and owes the e-mail that says so. Another e-mail that was asked for, maybe by somebody else, is given up. */
async function gravarSenha(
  platform: Platform,
  tx: Sql,
  entidade: EntidadeAberta,
  conta: queries.ContaGuardada,
  { novo, acao }: { novo: string; acao: 'senha.recuperar' | 'senha.trocar' },
): Promise<void> {
  const agora = platform.clock.now()
  await queries.trocarSenha(tx, conta.id, novo, agora)
  await desistir(platform, tx, conta.id, 'senha')
  await desistir(platform, tx, conta.id, 'email')
  await auditar(platform, tx, entidade.id, { quem: conta.id, acao })
  if (!conta.email) return
  await avisarConta(platform, tx, entidade, { especie: 'senha-trocada', para: conta.email, dados: { em: agora.toISOString() } })
}

function titularDe({ nome, usuario, email, documento }: queries.ContaGuardada) {
  return { nome, usuario: usuario ?? undefined, email: email ?? undefined, documento }
}

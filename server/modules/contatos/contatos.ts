import type { ConfirmacaoDeContato, Conta, ContatoPedido, EspecieDeContato, PedidoDeContato } from '../../contract/contas.js'
import { ehCelular, lerEmail, lerTelefone } from '../../domain/leitura.js'
import { mensagens } from '../../domain/mensagens.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import { type Contato, conferirCodigos, desistir, ehDeContato, reenviar, usar } from '../confirmacoes/confirmacoes.js'
import { type ContaGuardada, tomarConta, verConta } from '../contas/contas.js'
import { contagem } from '../contas/limites.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarConta } from '../notificacoes/avisos-de-conta.js'
import { exigirConfirmacao, verConfirmacao } from '../reautenticacao/reautenticacao.js'
import type { Sessao } from '../sessoes/sessoes.js'
import { enviar, esperar, exigirEnvio, exigirSms } from './envios.js'
import * as queries from './queries.js'

/**
 * Has a contact wait for the code that is sent to it; one of its kind that waited is given up. To change the e-mail, the present one gets
 * a code too. Nothing tells whether others have the same.
 * @param confirmacao the header Protocolo-Confirmacao, for the e-mail.
 * @throws confirmacao_necessaria, sms_indisponivel, campos_invalidos, muitas_tentativas.
 */
export async function pedirContato(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  { especie, valor }: PedidoDeContato,
  confirmacao: string | undefined,
): Promise<ContatoPedido> {
  if (especie === 'email') await verConfirmacao(platform, sessao, 'email', confirmacao)
  exigirSms(platform, especie)
  const lido = lerContato(especie, valor)
  const cabeMais = contagem(platform)
  return platform.db.transaction(async (tx) => {
    const conta = await tomarConta(tx, sessao)
    exigirOutro(conta, especie, lido)
    await exigirEnvio(platform, tx, conta.id)
    if (especie === 'email') await exigirConfirmacao(platform, sessao, 'email', confirmacao, tx)
    await desistir(platform, tx, conta.id, especie)
    const contato: Contato = { valor: lido, ...(especie === 'email' && conta.email !== null && { atual: conta.email }) }
    return enviar(platform, tx, entidade, await esperar(platform, tx, entidade, conta.id, especie, contato), cabeMais)
  })
}

/**
 * Sends new codes for a contact that waits.
 * @throws confirmacao_vencida, alike for somebody else's; muitas_tentativas, sms_indisponivel.
 */
export async function reenviarContato(platform: Platform, entidade: EntidadeAberta, sessao: Sessao, id: string): Promise<ContatoPedido> {
  const cabeMais = contagem(platform)
  return platform.db.transaction(async (tx) => {
    await tomarConta(tx, sessao)
    await exigirEnvio(platform, tx, sessao.contaId)
    const { contaId, especie, envios, dados } = await reenviar<Contato>(platform, tx, entidade, id, (contato) => contato)
    if (contaId !== sessao.contaId || !ehDeContato(especie)) throw new ProblemError('confirmacao_vencida')
    exigirSms(platform, especie)
    return enviar(platform, tx, entidade, { id, especie, envio: envios, contato: dados }, cabeMais)
  })
}

/**
 * Puts a contact in its place, once its code is brought back. The e-mail that was is told.
 * @throws campos_invalidos beside each wrong code; confirmacao_vencida, alike for somebody else's.
 */
export async function confirmarContato(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  id: string,
  codigos: ConfirmacaoDeContato,
): Promise<Conta> {
  const conferida = await conferirCodigos(platform, entidade, sessao.contaId, id, codigos)
  await platform.db.transaction(async (tx) => {
    const conta = await tomarConta(tx, sessao)
    const { especie, dados } = await usar<Contato>(platform, tx, entidade, conferida)
    const agora = platform.clock.now()
    if (especie === 'email') await trocarEmail(platform, tx, entidade, conta, dados.valor)
    if (especie === 'emailAlternativo') await queries.mudarEmailAlternativo(tx, conta.id, dados.valor, agora)
    if (especie === 'telefone') await queries.mudarTelefone(tx, conta.id, dados.valor, agora)
    await auditar(platform, tx, entidade.id, { quem: conta.id, acao: 'contato.confirmar', dados: { especie } })
  })
  return verConta(platform, sessao)
}

/** Forgets a contact, confirmed or waiting; of the e-mail, only the change that waits. */
export async function removerContato(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  especie: EspecieDeContato,
): Promise<Conta> {
  await platform.db.transaction(async (tx) => {
    const { id } = await tomarConta(tx, sessao)
    if (especie === 'emailAlternativo') await queries.mudarEmailAlternativo(tx, id, null, platform.clock.now())
    if (especie === 'telefone') await queries.mudarTelefone(tx, id, null, platform.clock.now())
    await desistir(platform, tx, id, especie)
    await auditar(platform, tx, entidade.id, { quem: id, acao: 'contato.remover', dados: { especie } })
  })
  return verConta(platform, sessao)
}

/** A recovery that went to the e-mail that was opens nothing any more. */
async function trocarEmail(platform: Platform, tx: Sql, entidade: EntidadeAberta, conta: ContaGuardada, email: string): Promise<void> {
  const agora = platform.clock.now()
  await queries.mudarEmail(tx, conta.id, email, agora)
  await desistir(platform, tx, conta.id, 'senha')
  if (conta.email === null) return
  await avisarConta(platform, tx, entidade, { especie: 'email-trocado', para: conta.email, dados: { em: agora.toISOString() } })
}

/** @throws campos_invalidos. */
function lerContato(especie: EspecieDeContato, valor: string): string {
  const lido = especie === 'telefone' ? lerTelefone(valor) : lerEmail(valor)
  if (especie === 'telefone' && lido !== undefined && !ehCelular(lido)) throw recusado(soCelular)
  if (lido === undefined) throw recusado(mensagens[especie === 'telefone' ? 'telefone' : 'email'])
  return lido
}

function exigirOutro(
  { email, emailAlternativo, telefoneConfirmado, dados }: ContaGuardada,
  especie: EspecieDeContato,
  valor: string,
): void {
  const igual = (outro: string | null | undefined) => outro?.toLowerCase() === valor.toLowerCase()
  if (especie === 'telefone' && telefoneConfirmado && igual(dados.telefone)) throw recusado('Este telefone já está confirmado.')
  if (especie !== 'telefone' && igual(email)) throw recusado('Este já é o e-mail da conta. Escreva outro.')
  if (especie === 'emailAlternativo' && igual(emailAlternativo)) throw recusado('Este já é o segundo e-mail da conta. Escreva outro.')
}

const soCelular = 'Só um celular do Brasil recebe o código. Escreva com DDD, como (19) 91234-5678.'

function recusado(mensagem: string): ProblemError {
  return new ProblemError('campos_invalidos', { campos: [{ caminho: 'valor', mensagem }] })
}

import type { ContatoPedido, EspecieDeContato } from '../../contract/contas.js'
import { mascararEmail, mascararTelefone } from '../../domain/documento.js'
import { ehCelular } from '../../domain/leitura.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { tooMany } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import { type Contato, cabeEnvio, criarConfirmacao } from '../confirmacoes/confirmacoes.js'
import type { Contagem } from '../contas/limites.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarConta } from '../notificacoes/avisos-de-conta.js'
import { deverTexto } from '../notificacoes/textos.js'

/** One sending of a contact's codes. */
interface Envio {
  id: string
  especie: EspecieDeContato
  envio: number
  contato: Contato
}

/** Has the contacts that a sign-up brought wait for their codes, now that there is a conta. */
export async function esperarContatos(
  platform: Platform,
  tx: Sql,
  entidade: EntidadeAberta,
  contaId: string,
  { emailAlternativo, telefone }: { emailAlternativo?: string | undefined; telefone?: string | undefined },
  cabeMais: Contagem,
): Promise<void> {
  for (const [especie, valor] of [
    ['emailAlternativo', emailAlternativo],
    ['telefone', platform.sms && telefone !== undefined && ehCelular(telefone) ? telefone : undefined],
  ] as const) {
    if (valor === undefined) continue
    const envio = await esperar(platform, tx, entidade, contaId, especie, { valor })
    if (cabeNaCaixa(cabeMais, valor)) await mandar(platform, tx, entidade, envio)
  }
}

/** Has a contact wait for the code of a first sending. */
export async function esperar(
  platform: Platform,
  tx: Sql,
  entidade: EntidadeAberta,
  contaId: string,
  especie: EspecieDeContato,
  contato: Contato,
): Promise<Envio> {
  const id = await criarConfirmacao(platform, tx, entidade, { especie, contaId, dados: contato })
  return { id, especie, envio: 1, contato }
}

const demora = 'Se não chegar em alguns minutos, olhe na caixa de spam.'
const mensagemDe: Record<EspecieDeContato, string> = {
  email: `Enviamos dois códigos de 6 números: um para o e-mail novo e outro para o atual. ${demora}`,
  emailAlternativo: `Enviamos um e-mail com um código de 6 números. ${demora}`,
  telefone: 'Enviamos um SMS com um código de 6 números. Ele pode levar alguns minutos.',
}

/** Owes the messages of a sending, and says where they go. @throws muitas_tentativas when the address got enough of them. */
export async function enviar(
  platform: Platform,
  tx: Sql,
  entidade: EntidadeAberta,
  envio: Envio,
  cabeMais: Contagem,
): Promise<ContatoPedido> {
  const { id, especie, contato } = envio
  const { valor, atual } = contato
  if (!cabeNaCaixa(cabeMais, valor)) throw tooMany()
  await mandar(platform, tx, entidade, envio)
  const mascarado = especie === 'telefone' ? mascararTelefone(valor) : mascararEmail(valor)
  const enviadoPara: ContatoPedido['enviadoPara'] = [{ onde: 'novo', para: mascarado }]
  if (atual !== undefined) enviadoPara.push({ onde: 'atual', para: mascararEmail(atual) })
  return { confirmacao: id, especie, enviadoPara, mensagem: mensagemDe[especie] }
}

async function mandar(platform: Platform, tx: Sql, entidade: EntidadeAberta, { id, especie, envio, contato }: Envio): Promise<void> {
  const { valor, atual } = contato
  const dados = { confirmacao: id, envio }
  if (especie === 'telefone') await deverTexto(tx, dados)
  else await avisarConta(platform, tx, entidade, { especie: especie === 'email' ? 'email-novo' : 'email-alternativo', para: valor, dados })
  if (atual !== undefined) await avisarConta(platform, tx, entidade, { especie: 'email-atual', para: atual, dados })
}

/** Nobody floods another's mailbox or phone, whichever contas they ask from. */
function cabeNaCaixa(cabeMais: Contagem, valor: string): boolean {
  return cabeMais(`contato ${valor.toLowerCase()}`)
}

/** @throws muitas_tentativas when enough was sent for one conta today, so that having new codes sent guesses none. */
export async function exigirEnvio(platform: Platform, tx: Sql, contaId: string): Promise<void> {
  if (!(await cabeEnvio(platform, tx, contaId))) throw tooMany()
}

/** @throws sms_indisponivel. */
export function exigirSms(platform: Platform, especie: EspecieDeContato): void {
  if (especie === 'telefone' && !platform.sms) throw new ProblemError('sms_indisponivel')
}

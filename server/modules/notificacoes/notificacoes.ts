import * as v from 'valibot'
import type { Sql } from '../../platform/database.js'
import type { Task } from '../../platform/jobs.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { enderecoDeConsulta, paginaDeConsulta } from '../protocolos/comprovante.js'
import { avisosDevidos, juntarAvisos } from './andamento.js'
import { comporAvisoDeConta } from './avisos-de-conta.js'
import { novidadesDo } from './avisos-queries.js'
import { type Carta, escreverCarta, umaLinha } from './carta.js'
import { entidadePorId } from './de-quem.js'
import { abertura } from './modelos/abertura.js'
import { andamento, andamentoNaUnidade } from './modelos/andamento.js'
import { lembrete } from './modelos/lembrete.js'
import { novaAbertura } from './modelos/nova-abertura.js'
import { comporAvisoDeProcuracao } from './procuracoes.js'
import * as queries from './queries.js'
import { enviarTexto, textoDevido } from './textos.js'
import { comporAvisoDeVista } from './vistas.js'

const emailDevido = v.object({ entidadeId: v.pipe(v.string(), v.uuid()), emailId: v.pipe(v.string(), v.uuid()) })
const lembreteDevido = v.object({ protocolos: v.array(v.string()) })
const lembretePedido = v.object({ entidadeId: v.pipe(v.string(), v.uuid()), documento: v.string() })

/** The jobs of this module, by the name they are queued under. */
export function tarefas(platform: Platform): Record<string, Task> {
  return {
    enviar_email: (payload) => enviarEmail(platform, v.parse(emailDevido, payload)),
    enviar_sms: (payload) => enviarTexto(platform, v.parse(textoDevido, payload)),
    juntar_avisos: (payload) => juntarAvisos(platform, v.parse(avisosDevidos, payload)),
    enviar_lembrete: (payload) => enviarLembretes(platform, v.parse(lembretePedido, payload)),
  }
}

/** Seconds. Longer than the mail server is waited for. */
const paciencia = 120

/**
 * Sends one e-mail that is owed, once: its row is held while it is sent, so two runs never send together, and is marked in the same
 * transaction. Where there is no such mailbox it is not tried again. Honest limit: if this process dies after the mail server said yes and
 * before the mark is committed, the next run sends it again; no protocol between two systems avoids that. Both then carry the same
 * Message-ID, by which mailboxes recognise one message.
 * @throws when the mail server is away or another run holds it: the job is tried again.
 */
async function enviarEmail(platform: Platform, { entidadeId, emailId }: v.InferOutput<typeof emailDevido>): Promise<void> {
  const entidade = await entidadePorId(platform, entidadeId)
  const achado = await platform.db.transaction(async (sql) => {
    await queries.esperarCorreio(sql, paciencia)
    const email = await queries.tomar(sql, entidadeId, emailId)
    if (!email) return false
    const carta = await comporCarta(platform, sql, entidade, { id: emailId, ...email })
    const enviado = await despachar(platform, entidade, { id: emailId, para: email.para }, carta)
    if (enviado) await queries.marcarEnviado(sql, entidadeId, emailId, enviado)
    else await queries.marcarRecusado(sql, entidadeId, emailId, platform.clock.now())
    return true
  })
  if (!achado && (await queries.porEnviar(platform.db.sql, entidadeId, emailId))) throw new Error('another run is sending this e-mail')
}

async function comporCarta(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  email: queries.EmailDevido & { id: string },
): Promise<Carta> {
  const { id, especie, dados, protocoloId } = email
  const daConta = await comporAvisoDeConta(platform, entidade, especie, dados)
  if (daConta) return daConta
  const deProcuracao = comporAvisoDeProcuracao(platform, entidade, especie)
  if (deProcuracao) return deProcuracao
  const ids = protocoloId === null ? v.parse(lembreteDevido, dados).protocolos : [protocoloId]
  const protocolos = await queries.protocolos(sql, entidade.id, ids)
  const consultaDe = (numero: string) => enderecoDeConsulta(paginaDeConsulta(platform, entidade), numero)
  if (especie === 'lembrete') return lembrete(entidade, protocolos, consultaDe)
  const [protocolo] = protocolos
  if (!protocolo) throw new Error('an e-mail about a protocolo that does not exist')
  if (especie === 'abertura') return abertura(entidade, protocolo, consultaDe(protocolo.numero))
  if (especie === 'nova-abertura') return novaAbertura(entidade, protocolo, consultaDe(protocolo.numero))
  const carta = cartasDeAndamento[especie]
  if (carta) return carta(entidade, protocolo, await novidadesDo(sql, entidade.id, id), consultaDe(protocolo.numero))
  const deVista = comporAvisoDeVista(platform, entidade, email, protocolo)
  if (deVista) return deVista
  throw new Error(`there is no e-mail of the kind "${especie}"`)
}

const cartasDeAndamento: Record<string, typeof andamento> = { andamento, 'andamento-na-unidade': andamentoNaUnidade }

/** Hands the carta over to the mail server; where there is none, hands back what is to be kept. Undefined where there is no such mailbox. */
async function despachar(
  platform: Platform,
  entidade: EntidadeAberta,
  { id, para }: { id: string; para: string },
  carta: Carta,
): Promise<queries.Enviado | undefined> {
  const { config, mail, clock } = platform
  const { assunto, texto, html } = escreverCarta(carta, entidade)
  const de = remetente(config.sender, entidade.arquivo.nome)
  const resposta = entidade.arquivo.contato.email
  const desfecho = await mail.send({
    from: de,
    to: para,
    subject: assunto,
    text: texto,
    html,
    messageId: `<${id}@${new URL(config.address).hostname}>`,
    ...(resposta !== undefined && { headers: { 'Reply-To': resposta } }),
  })
  if (desfecho === 'refused') return undefined
  return { em: clock.now(), ...(desfecho === 'kept' && { conteudo: { de, assunto, texto, html } }) }
}

/** The configured address under the entidade's own name (RFC 5322 quoted-string). */
function remetente(configurado: string, nome: string): string {
  const endereco = /<([^<>]+)>/.exec(configurado)?.[1] ?? configurado
  return `"${umaLinha(nome).replace(/["\\<>]/g, '')}" <${endereco}>`
}

/** Milliseconds for which it is known what was written about contas, and which lembretes. */
const guardarPor = 30 * 24 * 3_600_000

/** Forgets the e-mails of long ago that are about no single protocolo. */
export async function limparEmails(platform: Platform): Promise<void> {
  await queries.apagarSemProtocolo(platform.db.sql, new Date(platform.clock.now().getTime() - guardarPor))
}

/** Milliseconds between two lembretes to the same address. */
const intervalo = 10 * 60_000
/** The newest ones that a lembrete lists. */
const limite = 100

/**
 * Owes a lembrete to each address on file of a person. Each lists only the protocolos filed with that very address: whoever types
 * someone's CPF, or filed with it, learns nothing of the others. With nothing on file nothing happens.
 */
async function enviarLembretes(platform: Platform, { entidadeId, documento }: v.InferOutput<typeof lembretePedido>): Promise<void> {
  const caixas = await queries.caixasDe(platform.db.sql, entidadeId, documento, limite)
  for (const caixa of caixas) await deverLembrete(platform, entidadeId, caixa)
}

async function deverLembrete(platform: Platform, entidadeId: string, caixa: queries.Caixa): Promise<void> {
  const agora = platform.clock.now()
  const emailId = platform.random.id()
  await platform.db.transaction(async (sql) => {
    await queries.travarCaixa(sql, entidadeId, caixa.para)
    if (await queries.lembradaDesde(sql, entidadeId, caixa.para, new Date(agora.getTime() - intervalo))) return
    const email = { id: emailId, especie: 'lembrete', para: caixa.para, dados: { protocolos: caixa.protocolos } }
    await queries.dever(sql, entidadeId, email, agora)
  })
}

import { timingSafeEqual } from 'node:crypto'
import type { ChaveDeConsulta, ConsultaNivel1, ConsultaNivel2, ProcuraPorNumero } from '../../contract/consulta.js'
import { formatarCodigo, gerarCodigo } from '../../domain/codigo-de-acesso.js'
import { lerDocumento } from '../../domain/documento.js'
import { diaEm } from '../../domain/prazo.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { anexosDe } from '../anexos/anexos.js'
import { cobrarProva, contarErro, type Quem, tentativaCustaProva } from '../desafio/desafio.js'
import type { Tentativa } from '../desafio/tentativa.js'
import { desfechoDe } from '../desfecho/desfecho.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { mensagensDe } from '../mensagens/mensagens.js'
import { correcoesDe, pendenciasAbertas } from '../pendencias/pendencias.js'
import { hashDoCodigo, renovarCodigo } from '../protocolos/codigo.js'
import { montarNivel2 } from './nivel2.js'
import { type Candidato, candidatos } from './numero.js'
import * as queries from './queries.js'

export interface Nivel1Escrito {
  /** Changes with the protocolo and, since days left are told, at midnight. */
  etag: string
  /** {@link ConsultaNivel1} as JSON. */
  texto: string
}

/**
 * What the number alone shows, as JSON written by the database: the hot read.
 * @param tentativa whoever asks without one is not counted.
 * @throws numero_incompleto, numero_ambiguo, prova_necessaria; protocolo_nao_encontrado for a restrito or sigiloso one as for one that never was.
 */
export async function escreverNivel1(
  platform: Platform,
  entidade: EntidadeAberta,
  procura: ProcuraPorNumero,
  tentativa?: Tentativa,
): Promise<Nivel1Escrito> {
  const quem = quemTenta(entidade, tentativa)
  if (quem && tentativaCustaProva(platform, quem)) await cobrarProva(platform, quem, tentativa?.prova)
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  const [primeiro, ...demais] = await acharNivel1(platform, entidade, candidatos(entidade, procura), hoje)
  if (!primeiro) {
    if (quem) contarErro(platform, quem)
    throw naoEncontrado()
  }
  if (demais.length > 0) throw ambiguo(entidade, [primeiro, ...demais])
  return { etag: `"${primeiro.versao}-${hoje}"`, texto: primeiro.texto }
}

/** {@link escreverNivel1}, read. */
export async function consultarNumero(
  platform: Platform,
  entidade: EntidadeAberta,
  procura: ProcuraPorNumero,
  tentativa?: Tentativa,
): Promise<ConsultaNivel1> {
  const { texto } = await escreverNivel1(platform, entidade, procura, tentativa)
  return JSON.parse(texto)
}

/**
 * What number and access code show.
 * @throws protocolo_nao_encontrado alike for a wrong number and a wrong code; numero_incompleto, prova_necessaria.
 */
export async function consultarComCodigo(
  platform: Platform,
  entidade: EntidadeAberta,
  chave: ChaveDeConsulta,
  tentativa?: Tentativa,
): Promise<ConsultaNivel2> {
  const { id } = await conferirChave(platform, entidade, chave, tentativa)
  return verNivel2(platform, entidade, id)
}

/** The same, of a protocolo that whoever asks was found to be let into. */
export async function verNivel2(platform: Platform, entidade: EntidadeAberta, id: string): Promise<ConsultaNivel2> {
  const { sql } = platform.db
  const [protocolo, tramites, anexos, mensagens, pendencias, correcoes] = await Promise.all([
    queries.protocolo(sql, entidade.id, id),
    queries.tramites(sql, entidade.id, id),
    anexosDe(sql, entidade.id, id),
    mensagensDe(platform, entidade, id),
    pendenciasAbertas(platform, entidade, id),
    correcoesDe(platform, entidade, id),
  ])
  const visto = montarNivel2(entidade, platform.clock.now(), { protocolo, tramites, anexos, mensagens, pendencias, correcoes })
  return { ...visto, ...(await desfechoDe(platform, entidade, id)) }
}

/**
 * Replaces the access code: the old one opens nothing from now on. Repeated with the same key and the old code, it gives the same
 * new code again, for as long as that one stands.
 * @param idempotencia the Idempotency-Key; the new code is as hard to guess as this is.
 * @throws as {@link consultarComCodigo}.
 */
export async function trocarCodigo(
  platform: Platform,
  entidade: EntidadeAberta,
  chave: ChaveDeConsulta,
  idempotencia: string,
  tentativa?: Tentativa,
): Promise<{ codigoAcesso: string }> {
  const novo = (id: string) => renovarCodigo(idempotencia, id, chave.codigo)
  const trocado = (achado: queries.Achado) => abre(achado, novo(achado.id))
  const achado = await conferirChave(platform, entidade, chave, tentativa, (um) => abre(um, chave.codigo) || trocado(um))
  const resposta = { codigoAcesso: formatarCodigo(novo(achado.id)) }
  if (trocado(achado)) return resposta
  const troca = {
    quem: 'codigo',
    protocoloId: achado.id,
    de: achado.codigoHash,
    para: hashDoCodigo(achado.id, novo(achado.id)),
    auditoriaId: platform.random.id(),
    agora: platform.clock.now(),
  }
  if (await platform.db.transaction((tx) => queries.trocarCodigo(tx, entidade.id, troca))) return resposta
  // Replaced meanwhile: by this same renewal sent twice, or by another.
  const agora = await queries.acharPorId(platform.db.sql, entidade.id, achado.id)
  if (agora && trocado(agora)) return resposta
  throw naoEncontrado()
}

/**
 * The same for who was let in otherwise, with a code drawn at random.
 * @param quem as the audit tells it.
 * @throws protocolo_nao_encontrado when the code was replaced meanwhile.
 */
export async function trocarCodigoDe(platform: Platform, entidade: EntidadeAberta, { id, codigoHash }: queries.Achado, quem: string) {
  const codigo = gerarCodigo(platform.random.bytes(8))
  const troca = {
    protocoloId: id,
    de: codigoHash,
    para: hashDoCodigo(id, codigo),
    quem,
    auditoriaId: platform.random.id(),
    agora: platform.clock.now(),
  }
  const trocado = await platform.db.transaction((tx) => queries.trocarCodigo(tx, entidade.id, troca))
  if (!trocado) throw naoEncontrado()
  return { codigoAcesso: formatarCodigo(codigo) }
}

/**
 * "Não sei o número": has the list of a person's protocolos sent to the e-mails on file, if there are any.
 * The same work is done, and the same is said, whether or not there are.
 * @throws campos_invalidos when the document is none; prova_necessaria.
 */
export async function pedirLembrete(platform: Platform, entidade: EntidadeAberta, texto: string, tentativa: Tentativa): Promise<void> {
  const documento = lerDocumento(texto)
  if (!documento) {
    const mensagem = 'Confira o CPF ou o CNPJ: faltam números ou algum está trocado.'
    throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'documento', mensagem }] })
  }
  const quem: Quem = { entidade, proposito: 'lembrete', endereco: tentativa.endereco }
  if (tentativaCustaProva(platform, quem, documento.valor)) await cobrarProva(platform, quem, tentativa.prova)
  contarErro(platform, quem, documento.valor)
  await queries.pedirLembrete(platform.db.sql, entidade.id, documento.valor)
}

/** Compared with when there is no such protocolo, so that this takes as long. */
const nenhum: queries.Achado = { id: '00000000-0000-0000-0000-000000000000', codigoHash: Buffer.alloc(32) }

/** The protocolo that number and code open together, whatever its sigilo. `confere` says whether the code fits one with that number. */
export async function conferirChave(
  platform: Platform,
  entidade: EntidadeAberta,
  chave: ChaveDeConsulta,
  tentativa: Tentativa | undefined,
  confere = (achado: queries.Achado) => abre(achado, chave.codigo),
): Promise<queries.Achado> {
  const lidos = candidatos(entidade, chave)
  const alvo = alvoDe(lidos)
  const quem = quemTenta(entidade, tentativa)
  if (quem && tentativaCustaProva(platform, quem, alvo)) await cobrarProva(platform, quem, tentativa?.prova)
  const achados = await queries.acharTodos(platform.db.sql, entidade.id, lidos)
  const certo = (achados.length > 0 ? achados : [nenhum]).filter(confere)[0]
  if (certo) return certo
  if (quem) contarErro(platform, quem, alvo)
  throw naoEncontrado('Não encontramos um protocolo com esse número e esse código. Confira os dois no comprovante.')
}

function abre({ id, codigoHash }: queries.Achado, codigo: string): boolean {
  return timingSafeEqual(hashDoCodigo(id, codigo), codigoHash)
}

/** The number that is aimed at, the same however it is written. */
export function alvoDe(lidos: readonly Candidato[]): string {
  return lidos.map(({ sigla, ano, sequencia }) => `${sigla} ${ano} ${sequencia}`).join(', ')
}

function quemTenta(entidade: EntidadeAberta, tentativa: Tentativa | undefined): Quem | undefined {
  return tentativa && { entidade, proposito: 'consulta', endereco: tentativa.endereco }
}

function acharNivel1(platform: Platform, entidade: EntidadeAberta, lidos: Candidato[], hoje: string): Promise<queries.Nivel1Pronto[]> {
  const buscas = lidos.map((lido) => queries.nivel1(platform.db.sql, entidade.id, lido, hoje))
  return buscas.length === 1 && buscas[0] ? buscas[0] : Promise.all(buscas).then((achados) => achados.flat())
}

function naoEncontrado(detail = 'Não encontramos um protocolo com esse número. Confira como está no comprovante.'): ProblemError {
  return new ProblemError('protocolo_nao_encontrado', { detail })
}

const alternativa = new Intl.ListFormat('pt-BR', { type: 'disjunction' })

function ambiguo(entidade: EntidadeAberta, achados: readonly queries.Nivel1Pronto[]): ProblemError {
  const siglas = new Set(achados.map(({ orgaoId }) => entidade.orgaosPorId.get(orgaoId)?.sigla ?? ''))
  const campo =
    siglas.size > 1
      ? { caminho: 'orgao', mensagem: `Escolha o órgão: ${alternativa.format(siglas)}.` }
      : { caminho: 'ano', mensagem: `Escolha o ano: ${alternativa.format(achados.map(({ ano }) => String(ano)))}.` }
  return new ProblemError('numero_ambiguo', { campos: [campo] })
}

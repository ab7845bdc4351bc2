import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { CredencialCriada, CredencialUsada } from '../../contract/passkeys.js'
import type { Operacao } from '../../contract/sessoes.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { estaSob, type Sites } from '../entidades/sites.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

/** Where passkeys are made and used: in an entidade, on the pages of its sites. */
export interface Lugar {
  entidade: EntidadeAberta
  sites: Sites
}

/** Milliseconds for which a challenge waits. */
const validade = 5 * 60_000
/** EdDSA, ES256, RS256. Pinned: the library's own list follows the runtime. */
const algoritmos = [-8, -7, -257]

/** What a browser needs to let somebody choose one of their passkeys, with no login typed. */
export async function opcoesDeEntrada(platform: Platform, entidade: EntidadeAberta) {
  return opcoesDeUso(platform, entidade, 'entrada')
}

/** What a browser needs to have this conta's passkeys confirm an operation. */
export async function opcoesDeConfirmacao(platform: Platform, entidade: EntidadeAberta, sessao: Sessao, operacao: Operacao) {
  const passkeys = await passkeysDaqui(platform, entidade, sessao.contaId)
  return opcoesDeUso(platform, entidade, operacao, { sessao, passkeys })
}

async function opcoesDeUso(
  platform: Platform,
  entidade: EntidadeAberta,
  uso: queries.Uso,
  daConta?: { sessao: Sessao; passkeys: queries.PasskeyGuardada[] },
) {
  const { id, desafio } = await criarDesafio(platform, entidade, uso, daConta?.sessao)
  const opcoes = await generateAuthenticationOptions({
    rpID: entidade.cartao.rpId,
    challenge: new Uint8Array(desafio),
    allowCredentials: daConta?.passkeys.map(descrever) ?? [],
    timeout: validade,
    userVerification: 'required',
  })
  return { desafio: id, opcoes }
}

/** What a browser needs to make a passkey for who is signed in. @param pessoa as it shows where passkeys are kept. */
export async function opcoesDeRegistro(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  pessoa: { login: string; nome: string },
) {
  const usuario = await platform.db.transaction((tx) => queries.usuarioDe(tx, sessao.contaId, platform.random.bytes(32)))
  if (!usuario) throw new ProblemError('sessao_encerrada')
  const { id, desafio } = await criarDesafio(platform, entidade, 'registro', sessao)
  const opcoes = await generateRegistrationOptions({
    rpName: entidade.arquivo.nome,
    rpID: entidade.cartao.rpId,
    userID: new Uint8Array(usuario),
    userName: pessoa.login,
    userDisplayName: pessoa.nome,
    challenge: new Uint8Array(desafio),
    timeout: validade,
    attestationType: 'none',
    excludeCredentials: (await passkeysDaqui(platform, entidade, sessao.contaId)).map(descrever),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algoritmos,
  })
  return { desafio: id, opcoes }
}

/** A passkey that was just made, not kept yet. */
export interface PasskeyFeita
  extends Pick<queries.PasskeyGuardada, 'rpId' | 'credencial' | 'chave' | 'contador' | 'sincronizada' | 'transportes'> {
  /** When it was asked for. */
  pedidaEm: Date
}

/** Checks a passkey that was just made. @throws desafio_vencido, passkey_recusada. */
export async function conferirRegistro(
  platform: Platform,
  lugar: Lugar,
  sessao: Sessao,
  { desafio: id, resposta }: { desafio: string; resposta: CredencialCriada },
): Promise<PasskeyFeita> {
  const { desafio, criadoEm } = await tomarDesafio(platform, lugar.entidade, id, 'registro', sessao)
  const verificado = await seConferir(platform, resposta, (origem) =>
    verifyRegistrationResponse({
      response: { ...resposta, clientExtensionResults: {} },
      ...esperado(lugar, desafio, origem),
      supportedAlgorithmIDs: algoritmos,
    }),
  )
  if (!verificado.verified) throw new ProblemError('passkey_recusada')
  const { credential, credentialDeviceType } = verificado.registrationInfo
  return {
    rpId: lugar.entidade.cartao.rpId,
    credencial: credential.id,
    chave: Buffer.from(credential.publicKey),
    contador: credential.counter,
    sincronizada: credentialDeviceType === 'multiDevice',
    transportes: resposta.response.transports ?? [],
    pedidaEm: criadoEm,
  }
}

/**
 * Checks what a passkey signed, and notes its use.
 * @param sessao whose passkey it has to be; at sign-in the passkey itself says whose it is.
 * @returns the id of the conta.
 * @throws desafio_vencido, passkey_recusada.
 */
export async function conferirUso(
  platform: Platform,
  lugar: Lugar,
  { desafio: id, resposta }: { desafio: string; resposta: CredencialUsada },
  uso: queries.Uso,
  sessao?: Sessao,
): Promise<string> {
  const { sql } = platform.db
  const { userHandle, ...response } = resposta.response
  const { desafio } = await tomarDesafio(platform, lugar.entidade, id, uso, sessao)
  const passkey = await queries.porCredencial(sql, lugar.entidade.cartao.rpId, resposta.id)
  if (!passkey || (sessao && passkey.contaId !== sessao.contaId)) throw new ProblemError('passkey_recusada')
  const dito = userHandle ?? (sessao ? passkey.usuario.toString('base64url') : undefined)
  if (dito !== passkey.usuario.toString('base64url')) throw new ProblemError('passkey_recusada')
  const { verified, authenticationInfo } = await seConferir(platform, resposta, (origem) =>
    verifyAuthenticationResponse({
      response: { ...resposta, response, clientExtensionResults: {} },
      ...esperado(lugar, desafio, origem),
      // The counter is judged below: the library refuses every one that does not grow.
      credential: { id: passkey.credencial, publicKey: new Uint8Array(passkey.chave), counter: 0 },
    }),
  )
  if (!verified || !(await notarUso(platform, passkey, authenticationInfo.newCounter))) throw new ProblemError('passkey_recusada')
  return passkey.contaId
}

/** Forgets challenges that nobody answered in time. */
export async function limparDesafios(platform: Platform): Promise<void> {
  await queries.apagarDesafios(platform.db.sql, platform.clock.now())
}

/** A counter that does not grow means a copy; copies are what passkeys on several devices are, so of those it is only noted. */
async function notarUso(platform: Platform, passkey: queries.PasskeyGuardada, contador: number): Promise<boolean> {
  const cresceu = contador > passkey.contador || (contador === 0 && passkey.contador === 0)
  if (!cresceu) platform.log.warn({ passkey: passkey.id, sincronizada: passkey.sincronizada }, 'the counter of a passkey did not grow')
  return platform.db.transaction((tx) => queries.notarUso(tx, passkey, contador, platform.clock.now()))
}

function esperado({ entidade, sites }: Lugar, desafio: Buffer, origem: string) {
  const { rpId } = entidade.cartao
  return {
    expectedChallenge: desafio.toString('base64url'),
    expectedOrigin: sites(entidade, origem) && estaSob(rpId, origem) ? origem : [],
    expectedRPID: rpId,
    requireUserVerification: true,
  }
}

/** Runs the library's check, which throws for everything it dislikes, with where the passkey says it was used. @throws passkey_recusada. */
async function seConferir<T>(
  { log }: Platform,
  { response: { clientDataJSON } }: { response: { clientDataJSON: string } },
  verificar: (origem: string) => Promise<T>,
): Promise<T> {
  try {
    const { crossOrigin, origin } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())
    // Nothing of ours stands in a frame of another site; the library lets some of this through.
    if (crossOrigin) throw new Error('made in a frame of another site')
    return await verificar(String(origin))
  } catch (error) {
    log.info({ porque: error instanceof Error ? error.message : 'unknown' }, 'a passkey was refused')
    throw new ProblemError('passkey_recusada')
  }
}

async function criarDesafio(platform: Platform, entidade: EntidadeAberta, uso: queries.Uso, sessao?: Sessao): Promise<queries.Desafio> {
  const criadoEm = platform.clock.now()
  const desafio = { id: platform.random.id(), desafio: platform.random.bytes(32), criadoEm }
  const expiraEm = new Date(criadoEm.getTime() + validade)
  await platform.db.transaction((tx) => queries.inserirDesafio(tx, entidade.id, { ...desafio, expiraEm, uso, sessao }))
  return desafio
}

async function tomarDesafio(platform: Platform, entidade: EntidadeAberta, id: string, uso: queries.Uso, sessao?: Sessao) {
  const agora = platform.clock.now()
  const desafio = await platform.db.transaction((tx) => queries.tomarDesafio(tx, entidade.id, { id, uso, sessao, agora }))
  if (!desafio) throw new ProblemError('desafio_vencido')
  return desafio
}

async function passkeysDaqui(platform: Platform, { cartao }: EntidadeAberta, contaId: string): Promise<queries.PasskeyGuardada[]> {
  return (await queries.daConta(platform.db.sql, contaId)).filter(({ rpId }) => rpId === cartao.rpId)
}

function descrever({ credencial, transportes }: queries.PasskeyGuardada) {
  return { id: credencial, transports: transportes }
}

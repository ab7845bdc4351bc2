import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { addressOf } from '../../platform/http/address.js'
import { setHeader } from '../../platform/http/bindings.js'
import { type Expected, keyOf, type Proof, readProof } from '../../platform/http/dpop.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import { type Aparelho, buscarSessao, notarUso, type Sessao } from './sessoes.js'

/** What a route for who is signed in finds in `c.var`. */
export interface AmbienteDaSessao {
  Variables: AmbienteDaEntidade['Variables'] & { sessao: Sessao }
}

/** What a route for whoever asks, signed in or not, finds in `c.var`. */
export interface AmbienteDeQualquer {
  Variables: AmbienteDaEntidade['Variables'] & { sessao: Sessao | undefined }
}

/** What a route that opens a session finds in `c.var`. */
export interface AmbienteDoAparelho {
  Variables: AmbienteDaEntidade['Variables'] & { aparelho: Aparelho }
}

/** Names the procuracao by which a request acts for another. */
export const cabecalhoDaProcuracao = 'Protocolo-Procuracao'

/**
 * Lets in who holds a session of this entidade and the key it is bound to (RFC 9449 §7), into `c.var.sessao`, for what they do for
 * themselves: a request that names a procuracao is refused here, never taken for its sender's own.
 * Refusals, 401: sessao_necessaria, sessao_encerrada, posse_recusada, and nonce_necessario with a fresh nonce in `DPoP-Nonce`; 403:
 * procuracao_invalida.
 */
export function sessao(platform: Platform) {
  return createMiddleware<AmbienteDaSessao>(async (c, next) => {
    c.set('sessao', await sessaoDoPedido(platform, c.get('entidade'), c))
    await next()
  })
}

/**
 * The session that a request comes with, for a guard that asks for more than {@link sessao}: of who acts for themselves. Refusals as of that.
 */
export async function sessaoDoPedido(platform: Platform, entidade: EntidadeAberta, c: Context): Promise<Sessao> {
  const propria = await sessaoDeQuemPede(platform, entidade, c)
  if (c.req.header(cabecalhoDaProcuracao) !== undefined) throw new ProblemError('procuracao_invalida', { detail: soEmNomeProprio })
  return propria
}

const soEmNomeProprio = 'Isto não pode ser feito em nome de outra pessoa. Volte a agir por você para continuar.'

/** Of who makes the request, whomever they say to act for. Refusals, 401, as of {@link sessao}. */
export function sessaoDeQuemPede(platform: Platform, entidade: EntidadeAberta, c: Context): Promise<Sessao> {
  setHeader(c, 'DPoP-Nonce', platform.dpop.nonce())
  return conferirSessao(platform, entidade, pedidoDe(c))
}

/** Takes the key to which a session that is about to be opened is to be bound, shown to be held by who asks, into `c.var.aparelho`. */
export function aparelho(platform: Platform) {
  return createMiddleware<AmbienteDoAparelho>(async (c, next) => {
    setHeader(c, 'DPoP-Nonce', platform.dpop.nonce())
    const pedido = pedidoDe(c)
    const proof = readProof(pedido.dpop)
    const key = proof && keyOf(proof.jwk)
    if (!key) throw recusada()
    conferir(platform, pedido, proof, { key })
    c.set('aparelho', { chave: proof.jwk, userAgent: c.req.header('User-Agent') ?? '', endereco: addressOf(c) })
    await next()
  })
}

/** What of a request says who makes it, and what the proof has to fit. */
export interface PedidoComProva {
  method: string
  /** Without the query. */
  path: string
  host: string
  authorization: string
  dpop: string
  /** Where it comes from, as `addressOf` tells it. */
  endereco: string
}

function pedidoDe(c: Context): PedidoComProva {
  return {
    method: c.req.method,
    path: c.req.path,
    host: c.req.header('Host') ?? new URL(c.req.url).host,
    authorization: c.req.header('Authorization') ?? '',
    dpop: c.req.header('DPoP') ?? '',
    endereco: addressOf(c),
  }
}

/** Who makes a request, by the session and the proof that it brings. Refusals as of {@link sessao}. */
export async function conferirSessao(platform: Platform, entidade: EntidadeAberta, pedido: PedidoComProva): Promise<Sessao> {
  const [, token] = /^DPoP ([\w-]{43})$/.exec(pedido.authorization) ?? []
  if (token === undefined) throw new ProblemError('sessao_necessaria', { headers: { 'WWW-Authenticate': 'DPoP algs="ES256"' } })
  const proof = readProof(pedido.dpop)
  if (!proof) throw recusada()
  const achada = await buscarSessao(platform, entidade, token)
  if (proof.jwk.x !== achada.chave.x || proof.jwk.y !== achada.chave.y) throw recusada()
  conferir(platform, pedido, proof, { ath: achada.tokenHash.toString('base64url'), key: achada.verificar })
  notarUso(platform, achada)
  const { id, contaId, entidadeId, passkeyEm, aparelho } = achada
  return { id, contaId, entidadeId, passkeyEm, deOnde: { endereco: pedido.endereco, aparelho } }
}

function conferir({ dpop }: Platform, { method, path, host }: PedidoComProva, proof: Proof, bound: Pick<Expected, 'ath' | 'key'>) {
  const verdict = dpop.check(proof, { method, path, host, ...bound })
  if (verdict === 'nonce') {
    throw new ProblemError('nonce_necessario', { headers: { 'WWW-Authenticate': 'DPoP error="use_dpop_nonce", algs="ES256"' } })
  }
  if (verdict === 'bad') throw recusada()
}

function recusada(): ProblemError {
  return new ProblemError('posse_recusada', { headers: { 'WWW-Authenticate': 'DPoP error="invalid_dpop_proof", algs="ES256"' } })
}

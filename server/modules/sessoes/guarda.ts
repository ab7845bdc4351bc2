import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { setHeader } from '../../platform/http/bindings.js'
import { keyOf, type Proof, readProof } from '../../platform/http/dpop.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import { type Aparelho, buscarSessao, notarUso, type Sessao } from './sessoes.js'

/** What a route for who is signed in finds in `c.var`. */
export interface AmbienteDaSessao {
  Variables: AmbienteDaEntidade['Variables'] & { sessao: Sessao }
}

/** What a route that opens a session finds in `c.var`. */
export interface AmbienteDoAparelho {
  Variables: AmbienteDaEntidade['Variables'] & { aparelho: Aparelho }
}

/**
 * Lets in who holds a session of this entidade and the key it is bound to (RFC 9449 §7), into `c.var.sessao`.
 * Refusals, 401: sessao_necessaria, sessao_encerrada, posse_recusada, and nonce_necessario with a fresh nonce in `DPoP-Nonce`.
 */
export function sessao(platform: Platform) {
  return createMiddleware<AmbienteDaSessao>(async (c, next) => {
    const [, token] = /^DPoP ([\w-]{43})$/.exec(c.req.header('Authorization') ?? '') ?? []
    if (token === undefined) throw new ProblemError('sessao_necessaria', { headers: { 'WWW-Authenticate': 'DPoP algs="ES256"' } })
    const proof = provaDe(c)
    const achada = await buscarSessao(platform, c.get('entidade'), token)
    if (proof.jwk.x !== achada.chave.x || proof.jwk.y !== achada.chave.y) throw recusada()
    conferir(platform, c, proof, { token, key: achada.verificar })
    notarUso(platform, achada)
    c.set('sessao', { id: achada.id, contaId: achada.contaId, entidadeId: achada.entidadeId })
    await next()
  })
}

/** Takes the key to which a session that is about to be opened is to be bound, shown to be held by who asks, into `c.var.aparelho`. */
export function aparelho(platform: Platform) {
  return createMiddleware<AmbienteDoAparelho>(async (c, next) => {
    const proof = provaDe(c)
    const key = keyOf(proof.jwk)
    if (!key) throw recusada()
    conferir(platform, c, proof, { key })
    c.set('aparelho', { chave: proof.jwk, userAgent: c.req.header('User-Agent') ?? '' })
    await next()
  })
}

function provaDe(c: Context): Proof {
  const proof = readProof(c.req.header('DPoP') ?? '')
  if (!proof) throw recusada()
  return proof
}

function conferir(platform: Platform, c: Context, proof: Proof, bound: { token?: string; key: NonNullable<ReturnType<typeof keyOf>> }) {
  const { dpop, config } = platform
  setHeader(c, 'DPoP-Nonce', dpop.nonce())
  const hosts = [new URL(config.address).host, c.req.header('Host') ?? new URL(c.req.url).host]
  const verdict = dpop.check(proof, { method: c.req.method, path: c.req.path, hosts, ...bound })
  if (verdict === 'nonce') {
    throw new ProblemError('nonce_necessario', { headers: { 'WWW-Authenticate': 'DPoP error="use_dpop_nonce", algs="ES256"' } })
  }
  if (verdict === 'bad') throw recusada()
}

function recusada(): ProblemError {
  return new ProblemError('posse_recusada', { headers: { 'WWW-Authenticate': 'DPoP error="invalid_dpop_proof", algs="ES256"' } })
}

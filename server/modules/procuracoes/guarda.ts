import { createMiddleware } from 'hono/factory'
import type { Poder } from '../../domain/procuracao.js'
import { type Codigo, ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDaSessao, type AmbienteDeQualquer, cabecalhoDaProcuracao, sessaoDeQuemPede } from '../sessoes/guarda.js'
import { parametrosDaPosse, recusasDaSessao } from '../sessoes/posse.js'
import { representar } from './representacao.js'

/** What a description says of routes that may be used for another. */
export const parametroDaProcuracao = {
  name: cabecalhoDaProcuracao,
  in: 'header',
  description: 'Para agir em nome de outra pessoa: a `id` de uma procuração em vigor com o poder que a rota pede',
} as const

/** What a description says of routes of an entidade for who is signed in, for themselves or for another. */
export const parametrosDaRepresentacao = [...parametrosDaPosse, parametroDaProcuracao] as const
export const recusasDaRepresentacao = [...recusasDaSessao, 'procuracao_invalida'] as const satisfies readonly Codigo[]

/**
 * Lets in who is signed in, for themselves or, when the request names a procuracao, for whom it is of: `c.var.sessao` is then of that
 * one, with `por`. Refusals, besides those of a session: procuracao_invalida when it is not in force or lacks the power.
 */
export function sessaoOuProcuracao(platform: Platform, poder: Poder) {
  return createMiddleware<AmbienteDaSessao>(async (c, next) => {
    const propria = await sessaoDeQuemPede(platform, c.get('entidade'), c)
    const procuracao = c.req.header(cabecalhoDaProcuracao)
    c.set('sessao', procuracao === undefined ? propria : await representar(platform, c.get('entidade'), propria, { procuracao, poder }))
    await next()
  })
}

/** The same for routes open to all: whoever brings no session has none in `c.var.sessao`, and acts for nobody. */
export function sessaoOpcional(platform: Platform, poder: Poder) {
  return createMiddleware<AmbienteDeQualquer>(async (c, next) => {
    const procuracao = c.req.header(cabecalhoDaProcuracao)
    if (c.req.header('Authorization') !== undefined) {
      const propria = await sessaoDeQuemPede(platform, c.get('entidade'), c)
      c.set('sessao', procuracao === undefined ? propria : await representar(platform, c.get('entidade'), propria, { procuracao, poder }))
    } else if (procuracao !== undefined) throw new ProblemError('sessao_necessaria')
    await next()
  })
}

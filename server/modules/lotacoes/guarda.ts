import { createMiddleware } from 'hono/factory'
import type { Codigo } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDaSessao, sessaoDoPedido } from '../sessoes/guarda.js'
import { recusasDaSessao } from '../sessoes/posse.js'
import type { Oficial } from '../tramitacao/tramitacao.js'
import { oficialDa } from './lotacoes.js'

/** What a route for officials finds in `c.var`. */
export interface AmbienteDoOficial {
  Variables: AmbienteDaSessao['Variables'] & { oficial: Oficial }
}

/** What a description says of routes for officials. */
export const recusasDoOficial = [...recusasDaSessao, 'sem_lotacao', 'passkey_necessaria'] as const satisfies readonly Codigo[]

/**
 * Lets in who is signed in and works in the entidade, into `c.var.oficial`. Whoever is signed in and does not gets 403 sem_lotacao,
 * whatever they ask for, there or not; with a session in which no passkey was used, where the entidade wants one, 403 passkey_necessaria.
 */
export function oficial(platform: Platform) {
  return createMiddleware<AmbienteDoOficial>(async (c, next) => {
    const sessao = await sessaoDoPedido(platform, c.get('entidade'), c)
    c.set('sessao', sessao)
    c.set('oficial', await oficialDa(platform, c.get('entidade'), sessao))
    await next()
  })
}

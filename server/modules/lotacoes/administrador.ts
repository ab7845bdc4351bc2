import { createMiddleware } from 'hono/factory'
import type { Papel } from '../../domain/permissoes.js'
import { type Codigo, ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDoOficial, oficial, recusasDoOficial } from './guarda.js'

/** What a description says of routes for who administers an entidade. */
export const recusasDoAdministrador = [...recusasDoOficial, 'sem_permissao'] as const satisfies readonly Codigo[]

/** Lets in an official who has one of some papeis in some unidade of the entidade; others get 403 sem_permissao, whatever they ask for. */
export function oficialCom(platform: Platform, papeis: readonly Papel[]) {
  const guarda = oficial(platform)
  return createMiddleware<AmbienteDoOficial>((c, next) =>
    guarda(c, async () => {
      if (!c.var.oficial.lotacoes.some(({ papel }) => papeis.includes(papel))) throw new ProblemError('sem_permissao')
      await next()
    }),
  )
}

/** Lets in who administers the entidade. */
export function administrador(platform: Platform) {
  return oficialCom(platform, ['administrador'])
}

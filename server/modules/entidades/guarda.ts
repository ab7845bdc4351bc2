import type { Context, Next } from 'hono'
import { createMiddleware } from 'hono/factory'
import { setHeader } from '../../platform/http/bindings.js'
import { cors } from '../../platform/http/cors.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from './entidade-aberta.js'
import { buscarEntidade, entidadeNaMemoria } from './entidades.js'
import type { Sites } from './sites.js'

/** What a route of one entidade finds in `c.var`. */
export interface AmbienteDaEntidade {
  Variables: { entidade: EntidadeAberta }
}

/** Resolves the entidade of the path, or of `?entidade=` where the path has none, into `c.var.entidade`. */
export function entidade(platform: Platform) {
  return createMiddleware<AmbienteDaEntidade>((c, next) => {
    const codigo = c.req.param('entidade') ?? c.req.query('entidade') ?? ''
    const naMemoria = entidadeNaMemoria(platform, codigo)
    if (!naMemoria) return buscarEntidade(platform, codigo).then((aberta) => entrar(c, next, aberta))
    return entrar(c, next, naMemoria)
  })
}

function entrar(c: Context<AmbienteDaEntidade>, next: Next, aberta: EntidadeAberta | undefined) {
  if (!aberta) {
    // Readable everywhere: it tells nothing, and a webmaster who mistyped the attribute sees why nothing shows.
    setHeader(c, 'Access-Control-Allow-Origin', '*')
    throw new ProblemError('entidade_desconhecida')
  }
  c.set('entidade', aberta)
  return next()
}

/** Lets the pages of the entidade's sites, and no others, use its API. Comes after {@link entidade}. */
export function origens(sites: Sites) {
  return cors((origem, c) => {
    const aberta: EntidadeAberta = c.get('entidade')
    return sites(aberta, origem) || mesmoSitio(origem, c.req.header('Host'))
  })
}

/** Whether the page came from this very server, whatever name or port it was reached by; a proxy may have taken the TLS off. */
function mesmoSitio(origem: string, host: string | undefined) {
  return host !== undefined && origem.slice(origem.indexOf('://') + 3) === host
}

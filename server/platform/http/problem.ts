import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { METHODS, type Result } from 'hono/router'
import type { RouterRoute } from 'hono/types'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as v from 'valibot'
import type { CampoComErro, Problema } from '../../contract/problema.js'
import { NoSpace, UploadAborted, UploadTooLarge } from '../spool.js'
import { type Codigo, problemas } from './catalogue.js'
import { isAway, isFull, isOrphan } from './failures.js'
import { noIdioma } from './idioma.js'
import { camposDe } from './issues.js'

export { type Codigo, problemas } from './catalogue.js'

/** Stable: clients may compare `type` with `base + codigo`. */
export const baseDeProblemas = 'https://protocolo.dev/problemas/'

interface Extras {
  /** Instead of the catalogue's sentence; for people, in pt-BR. */
  detail?: string
  campos?: CampoComErro[]
  headers?: Record<string, string>
  desafio?: NonNullable<Problema['desafio']>
  /** What can be done instead. */
  acoes?: NonNullable<Problema['acoes']>
  /** What happened meanwhile. */
  mudancas?: NonNullable<Problema['mudancas']>
}

/** A refusal that the reader is told about, as RFC 9457 asks. */
export class ProblemError extends Error {
  override name = 'ProblemError'

  constructor(
    readonly codigo: Codigo,
    readonly extras: Extras = {},
  ) {
    super(codigo)
  }

  get status(): ContentfulStatusCode {
    return problemas[this.codigo].status
  }

  body(): Problema {
    const { status, title, detail } = problemas[this.codigo]
    const { campos, desafio, acoes, mudancas } = this.extras
    return {
      type: baseDeProblemas + this.codigo,
      title,
      status,
      detail: this.extras.detail ?? detail,
      codigo: this.codigo,
      ...(campos && { campos }),
      ...(desafio && { desafio }),
      ...(acoes && { acoes }),
      ...(mudancas && { mudancas }),
    }
  }
}

/** Writes a problem as `application/problem+json`, in the language asked for; never cached. */
export function problemResponse(c: Context, problem: ProblemError): Response {
  const { idioma, problema } = noIdioma(c.req.header('Accept-Language'), problem.codigo, problem.body())
  return c.body(JSON.stringify(problema), problem.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Language': idioma,
    ...problem.extras.headers,
  })
}

/** For `app.onError`: whatever was thrown becomes a problem that says nothing of the inside. `c.error` keeps the cause for the log. */
export function onError(error: Error, c: Context): Response {
  return problemResponse(c, problemOf(error))
}

/** Of a Hono app, what says which handlers an address has. */
interface Routed {
  router: { match(method: string, path: string): Result<[unknown, RouterRoute]> }
}

/** For `app.notFound`: 405 with `Allow` where the address answers to other methods, else 404. */
export function notFound(app: Routed): (c: Context) => Response {
  return (c) => {
    const allowed = METHODS.map((method) => method.toUpperCase()).filter((method) => answers(app, method, c.req.path))
    if (allowed.length === 0 || allowed.includes(c.req.method)) return problemResponse(c, new ProblemError('nao_encontrado'))
    return problemResponse(c, new ProblemError('metodo_nao_aceito', { headers: { Allow: allowed.join(', ') } }))
  }
}

function answers(app: Routed, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path)
  return handlers.some(([[, route]]) => route.method === method)
}

export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof v.ValiError) return new ProblemError('corpo_invalido', { campos: camposDe(error.issues) })
  if (error instanceof UploadTooLarge) return new ProblemError('arquivo_grande')
  if (error instanceof UploadAborted) return new ProblemError('arquivo_incompleto')
  if (error instanceof NoSpace || isFull(error)) return new ProblemError('sem_espaco', retrySoon(60))
  if (isAway(error)) return new ProblemError('indisponivel', retrySoon(10))
  if (isOrphan(error)) return new ProblemError('sessao_encerrada')
  if (error instanceof HTTPException) return ofStatus(error.status)
  return new ProblemError('erro_interno')
}

function ofStatus(status: number): ProblemError {
  if (status === 404) return new ProblemError('nao_encontrado')
  if (status === 405) return new ProblemError('metodo_nao_aceito')
  if (status === 413) return new ProblemError('corpo_grande')
  return new ProblemError(status < 500 ? 'corpo_invalido' : 'erro_interno')
}

function retrySoon(seconds: number): Extras {
  return { headers: { 'Retry-After': String(seconds) } }
}

import type { MiddlewareHandler } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import type { GenericSchema } from 'valibot'
import type { Codigo } from './problem.js'

/** A body that is not JSON: a file, a page, nothing at all. */
export interface PlainResponse {
  description: string
  /** Media type; absent for a response without a body. */
  media?: string
}

interface Parameter {
  name: string
  in: 'header' | 'query'
  description: string
  required?: boolean
  example?: string
}

interface Description {
  /** One line, pt-BR. */
  summary: string
  description?: string
  /** Heading under which the route stands in the description. */
  tag: 'Entidades' | 'Abertura' | 'Consulta' | 'Anexos' | 'Conta' | 'Painel' | 'Gestão' | 'Páginas' | 'Componentes' | 'Descrição' | 'Saúde'
  /** By status, a schema for JSON or a {@link PlainResponse}. */
  responses: Partial<Record<number, GenericSchema | PlainResponse>>
  /** Codigos of the catalogue that this route may answer. What every route may answer (500, 503, unknown entidade, bad body) is added. */
  problems: readonly Codigo[]
  /** The JSON of the first response. */
  example?: unknown
  /** The JSON of the request. */
  requestExample?: unknown
  /** Of a request that is not JSON. */
  requestMedia?: string
  /** Headers and query parameters that no validator describes. */
  parameters?: readonly Parameter[]
}

/**
 * Describes a route in /v1/openapi.json; stands first in the route's chain.
 * The problems are written as `x-problemas` and the request's example as `x-exemplo`; modules/descricao expands both.
 */
export function describe(description: Description): MiddlewareHandler {
  const { summary, tag, responses, problems, example, requestExample, requestMedia, parameters } = description
  const described = Object.entries(responses).flatMap(([status, response], index) =>
    response ? [[status, responseOf(response, index === 0 ? example : undefined)] as const] : [],
  )
  const route = describeRoute({
    summary,
    ...(description.description === undefined ? {} : { description: description.description }),
    tags: [tag],
    responses: Object.fromEntries(described),
    ...(requestMedia === undefined
      ? {}
      : { requestBody: { required: true, content: { [requestMedia]: { schema: { type: 'string', format: 'binary' } } } } }),
    ...(parameters === undefined ? {} : { parameters: parameters.map((p) => ({ ...p, schema: { type: 'string' } })) }),
    ...{ 'x-problemas': problems, ...(requestExample === undefined ? {} : { 'x-exemplo': requestExample }) },
  })
  return Object.assign<MiddlewareHandler, typeof route>((_, next) => next(), route)
}

function responseOf(response: GenericSchema | PlainResponse, example: unknown) {
  if ('~standard' in response) {
    return {
      description: 'Feito.',
      content: { 'application/json': { schema: resolver(response), ...(example === undefined ? {} : { example }) } },
    }
  }
  const { description, media } = response
  return media === undefined
    ? { description }
    : { description, content: { [media]: { schema: { type: 'string' as const }, ...(example === undefined ? {} : { example }) } } }
}

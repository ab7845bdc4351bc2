import type { Context } from 'hono'
import type { Codigo } from '../../platform/http/problem.js'

/** What a description says of routes whose path names no entidade. */
export const naEntidade = {
  name: 'entidade',
  in: 'query',
  description: 'Código da entidade',
  required: true,
  example: 'vila-serena',
} as const

const posse = {
  name: 'DPoP',
  in: 'header',
  description:
    'Prova de posse da chave do aparelho (RFC 9449): JWT assinado com ES256, com jti, htm, htu, iat, o nonce da resposta anterior e, havendo sessão, ath',
  required: true,
} as const

/** What a description says of routes that open a session. */
export const parametrosDoAparelho = [naEntidade, posse] as const

/** What a description says of routes of an entidade for who is signed in. */
export const parametrosDaPosse = [
  { name: 'Authorization', in: 'header', description: '`DPoP` e o token da sessão', required: true },
  posse,
] as const

/** The same, where the path names no entidade. */
export const parametros = [naEntidade, ...parametrosDaPosse] as const

/** What a description says of routes that need a confirmation (modules/reautenticacao). */
export const parametroDaConfirmacao = {
  name: 'Protocolo-Confirmacao',
  in: 'header',
  description: 'A `confirmacao` que POST /v1/sessoes/confirmacoes deu para esta operação; vale por 5 minutos, uma vez, nesta sessão',
} as const

export function confirmacaoDe(c: Context): string | undefined {
  return c.req.header(parametroDaConfirmacao.name)
}

export const recusasDoAparelho = ['posse_recusada', 'nonce_necessario'] as const satisfies readonly Codigo[]
export const recusasDaSessao = ['sessao_necessaria', 'sessao_encerrada', ...recusasDoAparelho] as const satisfies readonly Codigo[]

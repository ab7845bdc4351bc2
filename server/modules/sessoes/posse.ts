import type { Codigo } from '../../platform/http/problem.js'

/** What a description says of routes whose path names no entidade. */
export const naEntidade = {
  name: 'entidade',
  in: 'query',
  description: 'Código da entidade',
  required: true,
  example: 'vila-serena',
} as const

/** What a description says of routes that open a session. */
export const parametrosDoAparelho = [
  naEntidade,
  {
    name: 'DPoP',
    in: 'header',
    description:
      'Prova de posse da chave do aparelho (RFC 9449): JWT assinado com ES256, com jti, htm, htu, iat, o nonce da resposta anterior e, havendo sessão, ath',
    required: true,
  },
] as const

/** What a description says of routes for who is signed in. */
export const parametros = [
  { name: 'Authorization', in: 'header', description: '`DPoP` e o token da sessão', required: true },
  ...parametrosDoAparelho,
] as const

export const recusasDoAparelho = ['posse_recusada', 'nonce_necessario'] as const satisfies readonly Codigo[]
export const recusasDaSessao = ['sessao_necessaria', 'sessao_encerrada', ...recusasDoAparelho] as const satisfies readonly Codigo[]

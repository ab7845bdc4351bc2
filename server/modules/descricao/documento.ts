import type { Hono } from 'hono'
import { generateSpecs, resolver } from 'hono-openapi'
import type { OpenAPIV3_1 } from 'openapi-types'
import { problemaSchema } from '../../contract/problema.js'
import { type Codigo, ProblemError, problemas } from '../../platform/http/problem.js'
import { exemplosDeCampos, exemplosDeParametros } from './exemplos.js'

type Operacao = OpenAPIV3_1.OperationObject
export type Documento = Awaited<ReturnType<typeof generateSpecs>>

const metodos = ['get', 'put', 'post', 'delete', 'patch'] as const
const deTodos: Codigo[] = ['indisponivel', 'erro_interno']
const deQuemTemCorpo: Codigo[] = ['corpo_invalido', 'json_malformado', 'corpo_grande']

/** For who writes a client of their own. */
const comoEntrar = [
  'Para entrar a partir de um programa seu:',
  '1. Crie um par de chaves ECDSA P-256, que não sai do aparelho.',
  '2. `GET /v1/sessoes/nonce` traz o primeiro nonce, em `DPoP-Nonce`; toda resposta pode trazer outro, e vale o último.',
  '3. A cada chamada, assine um JWT com a chave: cabeçalho `{typ: "dpop+jwt", alg: "ES256", jwk}`, corpo `{jti, htm, htu, iat, nonce}`; `htu` é o endereço sem o que vem depois de `?`. Ele vai em `DPoP`.',
  '4. `POST /v1/sessoes?entidade=…` com login e senha responde com o `token`.',
  '5. Daí em diante, mande também `Authorization: DPoP <token>`, e no JWT `ath`: o SHA-256 do token em base64url.',
].join('\n\n')

/** The API description, OpenAPI 3.1, read from the routes themselves: `describe` on each, and the schemas that check their bodies. */
export async function descrever(app: Hono, address: string, versao: string): Promise<Documento> {
  const documento = await generateSpecs(app, {
    documentation: {
      info: {
        title: 'Protocolo',
        version: versao,
        description:
          'Recebe e numera pedidos de cidadãos, e mostra o andamento. Erros seguem a RFC 9457 (application/problem+json), com `codigo` estável e textos em português.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: address }],
      tags: [
        'Entidades',
        'Abertura',
        'Anexos',
        'Consulta',
        'Conta',
        'Painel',
        'Gestão',
        'Páginas',
        'Componentes',
        'Descrição',
        'Saúde',
      ].map((name) => ({ name, ...(name === 'Conta' && { description: comoEntrar }) })),
      components: {
        schemas: { Problema: await schemaDoProblema() },
        securitySchemes: {
          sessao: { type: 'http', scheme: 'DPoP', description: 'O token que abriu a sessão, sempre com a prova em `DPoP` (RFC 9449).' },
        },
      },
    },
    includeEmptyPaths: true,
    excludeStaticFile: false,
    defaultValidationErrorResponse: false,
  })
  for (const [caminho, item] of Object.entries(documento.paths)) {
    for (const metodo of metodos) {
      const operacao = item[metodo]
      if (operacao) completar(operacao, caminho)
    }
  }
  return documento
}

async function schemaDoProblema(): Promise<OpenAPIV3_1.SchemaObject> {
  return (await resolver(problemaSchema).toOpenAPISchema()).schema
}

function completar(operacao: Operacao, caminho: string) {
  const proprios = retirar<Codigo[]>(operacao, 'x-problemas') ?? []
  const corpo = corpoDe(operacao)
  const daEntidade: Codigo[] = caminho.includes('{entidade}') ? ['entidade_desconhecida', 'origem_recusada'] : []
  const todos = [...proprios, ...daEntidade, ...(corpo ? deQuemTemCorpo : []), ...deTodos]
  operacao.responses = { ...operacao.responses, ...respostasDeProblema([...new Set(todos)]) }

  protegerComSessao(operacao)
  const exemplo = retirar<unknown>(operacao, 'x-exemplo')
  if (corpo && exemplo !== undefined) corpo.example = exemplo
  for (const parametro of operacao.parameters ?? []) {
    if (!('name' in parametro)) continue
    const conhecido = exemplosDeParametros[parametro.name]
    if (!conhecido) continue
    parametro.description ??= conhecido.description
    parametro.example ??= conhecido.example
  }
}

/** OpenAPI tells of `Authorization` as a security scheme, and has readers ignore it among the parameters. */
function protegerComSessao(operacao: Operacao) {
  const outros = operacao.parameters?.filter((parametro) => !('name' in parametro && parametro.name === 'Authorization'))
  if (!outros || outros.length === operacao.parameters?.length) return
  operacao.parameters = outros
  operacao.security = [{ sessao: [] }]
}

function corpoDe({ requestBody }: Operacao): OpenAPIV3_1.MediaTypeObject | undefined {
  return requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined
}

function retirar<T>(operacao: Operacao & { [nome: `x-${string}`]: T }, nome: `x-${string}`): T | undefined {
  const valor = operacao[nome]
  delete operacao[nome]
  return valor
}

function respostasDeProblema(codigos: Codigo[]): OpenAPIV3_1.ResponsesObject {
  const status = [...new Set(codigos.map((codigo) => problemas[codigo].status))].sort()
  return Object.fromEntries(
    status.map((este) => [String(este), respostaDeProblema(codigos.filter((codigo) => problemas[codigo].status === este))]),
  )
}

function respostaDeProblema(codigos: Codigo[]): OpenAPIV3_1.ResponseObject {
  return {
    description: codigos.map((codigo) => `\`${codigo}\`: ${problemas[codigo].title}`).join('; '),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problema' },
        examples: Object.fromEntries(
          codigos.map((codigo) => [codigo, { value: new ProblemError(codigo, exemplosDeCampos[codigo] ?? {}).body() }]),
        ),
      },
    },
  }
}

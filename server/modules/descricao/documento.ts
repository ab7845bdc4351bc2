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
      tags: ['Entidades', 'Abertura', 'Anexos', 'Consulta', 'Conta', 'Painel', 'Páginas', 'Componentes', 'Descrição', 'Saúde'].map(
        (name) => ({ name }),
      ),
      components: { schemas: { Problema: await schemaDoProblema() } },
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

import {
  chaveCriada,
  chavesDeApi,
  indisponibilidadeRegistrada,
  indisponibilidadesListadas,
  lotacoesListadas,
  pessoaDaLotacao,
  resultadoDaImportacao,
  tipoDoArquivo,
  tiposListados,
  versoesDoTipo,
} from '../../contract/administracao.js'
import { arquivoDeEntidade } from '../../contract/entidade.js'
import { describe } from '../../platform/http/describe.js'
import type { Codigo } from '../../platform/http/problem.js'
import { recusasDoAdministrador } from '../lotacoes/administrador.js'
import { parametroDaConfirmacao, parametrosDaPosse } from '../sessoes/posse.js'
import * as exemplos from './exemplos.js'

const ifMatch = { name: 'If-Match', in: 'header', description: 'O `ETag` do que foi lido antes de mudar', example: '"7"' } as const
const comConfirmacao = [...parametrosDaPosse, parametroDaConfirmacao] as const

type Descricao = Omit<Parameters<typeof describe>[0], 'tag' | 'problems'> & { problems?: readonly Codigo[] }

/** What who administers asks for, and `problems` besides those that each of them may answer. */
function descrever({ problems = [], ...descricao }: Descricao) {
  return describe({ parameters: parametrosDaPosse, ...descricao, tag: 'Gestão', problems: [...recusasDoAdministrador, ...problems] })
}

/** What shows again who asks, for the operation `administracao`. */
function descreverConfirmado({ description = '', problems = [], ...descricao }: Descricao) {
  return descrever({
    parameters: comConfirmacao,
    ...descricao,
    description: `${description} Pede uma confirmação para a operação \`administracao\`.`.trim(),
    problems: [...problems, 'confirmacao_necessaria'],
  })
}

/** A change of the file or of a part of it, written as it stands there. */
function descreverMudanca({ problems = [], ...descricao }: Omit<Descricao, 'responses'>) {
  return descrever({
    parameters: [...parametrosDaPosse, ifMatch],
    ...descricao,
    requestMedia: 'application/json',
    responses: { 200: resultadoDaImportacao },
    problems: ['arquivo_mudou', 'campos_invalidos', 'corpo_grande', 'json_malformado', ...problems],
    example: exemplos.importado,
  })
}

export const verArquivo = descrever({
  summary: 'Lê o arquivo da entidade',
  description: 'O mesmo JSON de `npx protocolo entidade exportar`. O `ETag` é a versão dele.',
  responses: { 200: arquivoDeEntidade },
  example: exemplos.arquivo,
})

export const gravarArquivo = descreverMudanca({
  summary: 'Troca o arquivo da entidade',
  description:
    'Como `npx protocolo entidade importar`: diz o que mudou e recusa o que deixaria órfão. Com `?simular=1` nada é gravado e as recusas vêm em `problemas`; sem isso pede `If-Match` e uma confirmação para a operação `administracao`.',
  parameters: [...comConfirmacao, ifMatch, { name: 'simular', in: 'query', description: '1 para só ver o que mudaria', example: '1' }],
  problems: ['confirmacao_necessaria'],
  requestExample: exemplos.arquivo,
})

export const verTipos = descrever({
  summary: 'Lista os serviços',
  description: 'Uma linha de cada, os fechados também, com a versão em vigor.',
  responses: { 200: tiposListados },
  example: exemplos.tipos,
})

export const verTipo = descrever({
  summary: 'Lê um serviço como está no arquivo',
  description: 'Os fechados também. O `ETag` é a versão do serviço.',
  responses: { 200: tipoDoArquivo },
  problems: ['tipo_desconhecido'],
  example: exemplos.tipoDoArquivo,
})

export const verVersoes = descrever({
  summary: 'Lista as versões de um serviço',
  description: 'A mais nova primeiro, com quantos processos abertos seguem cada uma.',
  responses: { 200: versoesDoTipo },
  problems: ['tipo_desconhecido'],
  example: exemplos.versoes,
})

export const verVersao = descrever({
  summary: 'Lê um serviço como era em uma versão',
  responses: { 200: tipoDoArquivo },
  problems: ['tipo_desconhecido'],
  example: exemplos.tipoDoArquivo,
})

export const gravarTipo = descreverMudanca({
  summary: 'Cria ou muda um serviço',
  description:
    'O serviço como no arquivo. O que muda ganha uma versão nova; os processos abertos ficam com a deles. `If-Match` traz a versão do serviço que foi lida; um serviço novo vai sem ele.',
  requestExample: exemplos.tipoDoArquivo.tipo,
})

export const fecharTipo = descrever({
  summary: 'Fecha um serviço',
  description: 'Ele não recebe mais pedidos, e os que já tem seguem. Para reabrir, grave-o sem `fechado`.',
  parameters: [...parametrosDaPosse, ifMatch],
  responses: { 200: resultadoDaImportacao },
  problems: ['tipo_desconhecido', 'arquivo_mudou'],
  example: exemplos.importado,
})

export const gravarCalendario = descreverMudanca({
  summary: 'Muda o calendário',
  description: 'O calendário como no arquivo. `If-Match` traz a versão do arquivo.',
  requestExample: exemplos.calendario,
})

export const gravarUnidade = descreverMudanca({
  summary: 'Cria ou muda um setor',
  description: 'O setor como no arquivo, e a sigla do `orgao`. `If-Match` traz a versão do arquivo.',
  requestExample: exemplos.unidade,
})

export const verLotacoes = descrever({
  summary: 'Lista quem trabalha na entidade',
  responses: { 200: lotacoesListadas },
  example: exemplos.lotacoes,
})

export const darLotacao = descreverConfirmado({
  summary: 'Põe uma pessoa para trabalhar em um setor',
  description: 'Pelo CPF ou CNPJ da conta. Se já trabalha nele, muda a função.',
  responses: { 200: pessoaDaLotacao },
  problems: ['campos_invalidos'],
  example: { nome: 'Gestora Exemplo' },
  requestExample: exemplos.novaLotacao,
})

export const tirarLotacao = descreverConfirmado({
  summary: 'Tira uma pessoa de um setor',
  description: 'Não tira a última pessoa que administra.',
  responses: { 200: pessoaDaLotacao },
  problems: ['campos_invalidos'],
  example: { nome: 'Gestora Exemplo' },
  requestExample: { documento: '200.300.400-94', unidade: 'obras' },
})

export const verChaves = descrever({
  summary: 'Lista as chaves de API',
  description: 'As revogadas também. As chaves não são guardadas: só o começo de cada uma.',
  responses: { 200: chavesDeApi },
  example: { chaves: [exemplos.chave] },
})

export const novaChave = descreverConfirmado({
  summary: 'Cria uma chave de API',
  description:
    'Para outro programa ler, com `Authorization: Bearer`, os indicadores ou o que o número de um protocolo mostra. Só aparece nesta resposta.',
  responses: { 201: chaveCriada },
  example: { ...exemplos.chave, chave: 'protocolo_Qx7Lp2m5R6s9ZcAbDfGhIjKlMq0b1J1oQ4pWn7yYt3e' },
  requestExample: { nome: 'Painel da prefeitura', escopos: ['indicadores'] },
})

export const revogar = descrever({
  summary: 'Revoga uma chave de API',
  description: 'Ela deixa de valer na hora.',
  responses: { 204: { description: 'Revogada.' } },
  problems: ['nao_encontrado'],
})

export const verIndisponibilidades = descrever({
  summary: 'Lista quando o sistema esteve fora do ar',
  responses: { 200: indisponibilidadesListadas },
  example: { indisponibilidades: [exemplos.indisponibilidade] },
})

export const novaQueda = descrever({
  summary: 'Registra que o sistema esteve fora do ar',
  description: 'Os prazos que terminam nesses dias passam para o próximo dia útil (Lei 11.419, art. 10, § 2º). Não pode ser desfeito.',
  responses: { 201: indisponibilidadeRegistrada },
  problems: ['campos_invalidos'],
  example: exemplos.indisponibilidade,
  requestExample: exemplos.novaIndisponibilidade,
})

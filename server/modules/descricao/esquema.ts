import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema'
import { arquivoDeEntidade } from '../../contract/entidade.js'
import { descricoes } from './descricoes.js'

/** Where the JSON Schema of an entidade's file stands, under the server's address. */
export const caminhoDoEsquema = '/v1/esquemas/entidade.json'

const opcoes: ConversionConfig = { target: 'draft-07', errorMode: 'ignore' }

/** The JSON Schema of the file of an entidade, with a sentence for each field: editors complete and check with it. */
export function esquemaDaEntidade(address: string) {
  const esquema = toJsonSchema(arquivoDeEntidade, opcoes)
  descrever(esquema, [])
  return { ...esquema, $id: address + caminhoDoEsquema, title: 'Arquivo de uma entidade do Protocolo' }
}

/** Walks the schema and adds the description kept for each path; `orgaos.sigla` is the sigla of each of the orgaos. */
function descrever(no: unknown, caminho: readonly string[]) {
  if (Array.isArray(no)) for (const parte of no) descrever(parte, caminho)
  if (typeof no !== 'object' || no === null || Array.isArray(no)) return
  const descricao = descricoes[caminho.join('.')]
  if (descricao !== undefined && !('const' in no)) Object.assign(no, { description: descricao })
  for (const [chave, valor] of Object.entries(no)) {
    if (chave === 'properties') for (const [nome, filho] of Object.entries(Object(valor))) descrever(filho, [...caminho, nome])
    else if (['items', 'anyOf', 'oneOf', 'allOf'].includes(chave)) descreverPartes(valor, caminho)
  }
}

/** The kinds of one thing share their fields' sentences, and the thing itself keeps its own. */
function descreverPartes(valor: unknown, caminho: readonly string[]) {
  for (const parte of Array.isArray(valor) ? valor : [valor]) {
    if (typeof parte !== 'object' || parte === null) continue
    for (const chave of ['properties', 'items', 'anyOf', 'oneOf', 'allOf'] as const) {
      if (chave in parte) descrever({ [chave]: Reflect.get(parte, chave) }, caminho)
    }
  }
}

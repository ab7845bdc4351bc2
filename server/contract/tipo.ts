import * as v from 'valibot'
import {
  type Campo,
  type Condicao,
  type DocumentoPedido,
  formatos,
  type Opcao,
  type PrazoDoTipo,
  quemPode,
  sigilos,
  type Tipo,
} from '../domain/tipo.js'

/** A short machine name: lower case, digits and hyphens. */
export const codigo = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use letras minúsculas, números e hífens'), v.maxLength(60))
/** A name or a line of text. */
export const curto = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200), v.regex(/^[^\r\n]*$/, 'escreva em uma linha só'))
const longo = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000))
const inteiro = v.pipe(v.number(), v.integer(), v.minValue(0))

const condicao = v.strictObject({
  campo: codigo,
  em: v.pipe(v.array(v.union([v.string(), v.boolean()])), v.minLength(1)),
}) satisfies v.GenericSchema<unknown, Condicao>

const opcao = v.strictObject({ valor: codigo, rotulo: curto, ajuda: v.exactOptional(curto) }) satisfies v.GenericSchema<unknown, Opcao>
const opcoes = v.pipe(v.array(opcao), v.minLength(1), v.maxLength(200))

const base = {
  codigo,
  rotulo: curto,
  ajuda: v.exactOptional(longo),
  obrigatorio: v.exactOptional(v.boolean()),
  grupo: v.exactOptional(curto),
  quando: v.exactOptional(condicao),
}
const tamanhos = { minimo: v.exactOptional(inteiro), maximo: v.exactOptional(v.pipe(inteiro, v.minValue(1), v.maxValue(20_000))) }
/** JSON reads `1e999` as a number without end, and can not write that. */
const finito = v.pipe(v.number(), v.finite())
const numeros = { minimo: v.exactOptional(finito), maximo: v.exactOptional(finito) }
const textos = { minimo: v.exactOptional(v.string()), maximo: v.exactOptional(v.string()) }

export const campoSchema = v.variant('especie', [
  v.strictObject({ ...base, especie: v.literal('texto'), ...tamanhos }),
  v.strictObject({ ...base, especie: v.literal('texto-longo'), ...tamanhos }),
  v.strictObject({
    ...base,
    especie: v.literal('numero'),
    ...numeros,
    casas: v.exactOptional(v.pipe(inteiro, v.maxValue(6))),
    unidade: v.exactOptional(curto),
  }),
  v.strictObject({ ...base, especie: v.literal('dinheiro'), ...numeros }),
  v.strictObject({ ...base, especie: v.literal('data'), ...textos }),
  v.strictObject({ ...base, especie: v.literal('hora'), ...textos }),
  v.strictObject({ ...base, especie: v.literal('escolha'), opcoes }),
  v.strictObject({ ...base, especie: v.literal('escolhas'), opcoes, ...numeros }),
  v.strictObject({ ...base, especie: v.literal('sim-nao') }),
  v.strictObject({ ...base, especie: v.literal('cpf') }),
  v.strictObject({ ...base, especie: v.literal('cnpj') }),
  v.strictObject({ ...base, especie: v.literal('cpf-ou-cnpj') }),
  v.strictObject({ ...base, especie: v.literal('endereco') }),
  v.strictObject({ ...base, especie: v.literal('telefone') }),
  v.strictObject({ ...base, especie: v.literal('email') }),
  v.strictObject({
    ...base,
    especie: v.literal('codigo'),
    mascara: v.pipe(curto, v.regex(/[9A*]/, 'a máscara precisa de ao menos um 9, A ou *')),
    digito: v.exactOptional(v.literal('modulo11')),
  }),
  v.strictObject({ ...base, especie: v.literal('protocolo') }),
  v.strictObject({ ...base, especie: v.literal('lugar') }),
]) satisfies v.GenericSchema<unknown, Campo>

const documentoSchema = v.strictObject({
  codigo,
  nome: curto,
  ajuda: v.exactOptional(longo),
  obrigatorio: v.exactOptional(v.boolean()),
  quando: v.exactOptional(condicao),
  formatos: v.exactOptional(v.pipe(v.array(v.picklist(formatos)), v.minLength(1))),
  quantos: v.exactOptional(v.pipe(inteiro, v.minValue(1), v.maxValue(50))),
  tamanho: v.exactOptional(v.pipe(inteiro, v.minValue(1))),
}) satisfies v.GenericSchema<unknown, DocumentoPedido>

const prazo = v.strictObject({
  dias: v.pipe(inteiro, v.minValue(1), v.maxValue(365)),
  contagem: v.picklist(['corridos', 'uteis']),
  prorrogacao: v.exactOptional(v.pipe(inteiro, v.minValue(1), v.maxValue(365))),
}) satisfies v.GenericSchema<unknown, PrazoDoTipo>

/** Days to appeal from a decision: no fewer than the law gives (Lei 9.784 art. 59). */
export const recursoSchema = v.strictObject({ dias: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(365)) })

/** A despacho that officials can start from. */
export const modeloSchema = v.strictObject({
  codigo,
  nome: curto,
  /** With places that are filled in: `{interessado}`, `{numero}`, `{tipo}`, `{prazo}`, `{unidade}`, `{hoje}`. */
  texto: longo,
})

export const tipoSchema = v.strictObject({
  codigo,
  nome: curto,
  descricao: longo,
  grupo: curto,
  palavras: v.exactOptional(v.array(curto)),
  orgao: curto,
  unidade: codigo,
  prazo,
  campos: v.pipe(v.array(campoSchema), v.maxLength(100)),
  documentos: v.pipe(v.array(documentoSchema), v.maxLength(30)),
  quemPode: v.exactOptional(v.picklist(quemPode)),
  anonimo: v.exactOptional(v.boolean()),
  sigilo: v.exactOptional(v.picklist(sigilos)),
  prioridade: v.exactOptional(v.boolean()),
  taxa: v.exactOptional(curto),
  fechado: v.exactOptional(v.boolean()),
  fechadoPorque: v.exactOptional(curto),
  recurso: v.exactOptional(recursoSchema),
  modelos: v.exactOptional(v.array(modeloSchema)),
}) satisfies v.GenericSchema<unknown, Tipo>

/** How long such requests took: the median of those concluded in the last 90 days, once there are five. */
export const tempoUsualSchema = v.object({
  /** Days, the weekends too. */
  dias: inteiro,
  /** How many were concluded. */
  base: inteiro,
})

/** A line of the Carta de Serviços. */
export const tipoResumoSchema = v.object({
  codigo,
  nome: v.string(),
  descricao: v.string(),
  grupo: v.string(),
  palavras: v.array(v.string()),
  orgao: v.object({ sigla: v.string(), nome: v.string() }),
  unidade: v.object({ codigo, nome: v.string() }),
  prazo,
  tempoUsual: v.exactOptional(tempoUsualSchema),
  taxa: v.exactOptional(v.string()),
  documentos: v.array(v.object({ nome: v.string(), obrigatorio: v.boolean() })),
})
export type TipoResumo = v.InferOutput<typeof tipoResumoSchema>

/** All that a form needs. `versao` grows with every change of the tipo. */
export const tipoCompletoSchema = v.object({
  ...tipoResumoSchema.entries,
  versao: inteiro,
  documentos: v.array(documentoSchema),
  campos: v.array(campoSchema),
  quemPode: v.picklist(quemPode),
  anonimo: v.boolean(),
  prioridade: v.boolean(),
  sigilo: v.picklist(sigilos),
})
export type TipoCompleto = v.InferOutput<typeof tipoCompletoSchema>
export type {
  Campo,
  Condicao,
  DocumentoPedido,
  Endereco,
  EspecieDeCampo,
  Formato,
  Lugar,
  Opcao,
  Resposta,
  Respostas,
  Tipo,
} from '../domain/tipo.js'

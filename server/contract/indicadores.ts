import * as v from 'valibot'
import { codigo } from './tipo.js'

/** Of the protocolos of a period. Null is what is not published because too few people are behind it, or what there is none of. */
const medidas = {
  /** Opened in the period. */
  abertos: v.nullable(v.number()),
  /** Ended in the period with a resultado. */
  concluidos: v.nullable(v.number()),
  /** Of these, ended within the prazo: percent. */
  noPrazo: v.nullable(v.number()),
  /** Of these, days from opening to end, the middle one. */
  diasMediana: v.nullable(v.number()),
  /** Of the evaluations given in the period (Lei 13.460 art. 23), 1 to 5. */
  avaliacaoMedia: v.nullable(v.number()),
}
const nomeado = { codigo, nome: v.string() }

export const indicadoresSchema = v.object({
  /** First and last day, in the entidade's time zone. */
  de: v.string(),
  ate: v.string(),
  /** When they were counted. ISO 8601, UTC. */
  em: v.string(),
  total: v.object(medidas),
  porTipo: v.array(v.object({ ...nomeado, ...medidas })),
  /** By the unidade that holds it now, or held it at its end. */
  porUnidade: v.array(v.object({ ...nomeado, ...medidas })),
  /** `AAAA-MM`, oldest first, those without anything too. */
  porMes: v.array(v.object({ mes: v.string(), ...medidas })),
})
export type Indicadores = v.InferOutput<typeof indicadoresSchema>
export type Medidas = Indicadores['total']

function filtro(description: string, exemplo: string) {
  return v.exactOptional(v.pipe(v.string(), v.metadata({ description, examples: [exemplo] })))
}

/** GET gestao/indicadores. Read by `modules/indicadores`, which tells what is wrong beside each. */
export const filtroDosIndicadores = v.object({
  de: filtro('Primeiro dia; sem isto, os últimos doze meses', '2026-01-01'),
  ate: filtro('Último dia; sem isto, hoje', '2026-12-31'),
  tipo: filtro('Código do serviço', 'buraco'),
  unidade: filtro('Código da unidade', 'obras'),
  formato: filtro('`csv` para baixar em planilha, como com `Accept: text/csv`', 'csv'),
})
export type FiltroDosIndicadores = v.InferOutput<typeof filtroDosIndicadores>

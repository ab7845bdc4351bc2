import * as v from 'valibot'
import { decisoes, estados, poderes } from '../domain/procuracao.js'

export type { Poder } from '../domain/procuracao.js'

const id = v.pipe(v.string(), v.uuid())
/** Bounds only; what is wrong with one is said by `domain/procuracao`, beside the right field. */
const texto = v.pipe(v.string(), v.maxLength(500))

/** POST meus/procuracoes: asked for by the conta that is to act. */
export const pedidoDeProcuracao = v.strictObject({
  /** Whom one will act for: CPF or CNPJ, with or without punctuation. */
  documento: texto,
  nome: texto,
  poderes: v.pipe(v.array(v.picklist(poderes)), v.maxLength(poderes.length)),
  /** First day, `AAAA-MM-DD`; today when absent. */
  de: v.exactOptional(texto),
  /** Last day. */
  ate: texto,
  /** The signed instrument: what PUT …/anexos answered. Without it only the conta of the other may accept. */
  anexo: v.exactOptional(v.strictObject({ id, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })),
})
export type PedidoDeProcuracao = v.InferOutput<typeof pedidoDeProcuracao>

const pessoa = v.object({ documento: v.string(), nome: v.string() })

export const procuracaoSchema = v.object({
  id,
  outorgante: pessoa,
  procurador: pessoa,
  poderes: v.array(v.picklist(poderes)),
  /** First and last day, `AAAA-MM-DD`, in the entidade's time zone. */
  de: v.string(),
  ate: v.string(),
  temArquivo: v.boolean(),
  estado: v.picklist(estados),
  /** Whether one may act by it today. */
  emVigor: v.boolean(),
  /** ISO 8601, UTC. */
  pedidaEm: v.string(),
  decididaEm: v.nullable(v.string()),
  revogadaEm: v.nullable(v.string()),
  revogadaPor: v.nullable(v.picklist(['outorgante', 'procurador', 'orgao', 'exclusao'])),
  /** Of an official who refused or ended it. */
  motivo: v.nullable(v.string()),
  /** What who asks may do about it. */
  acoes: v.array(v.picklist(decisoes)),
})
export type Procuracao = v.InferOutput<typeof procuracaoSchema>

/** GET meus/procuracoes: newest first. */
export const minhasProcuracoes = v.object({
  /** In which the conta acts for somebody. */
  porQuemAjo: v.array(procuracaoSchema),
  /** In which somebody acts for the conta. */
  quemAgePorMim: v.array(procuracaoSchema),
})
export type MinhasProcuracoes = v.InferOutput<typeof minhasProcuracoes>

/** GET gestao/procuracoes. Read by the module, which tells what is wrong with it. */
export const filtroDeProcuracoes = v.object({
  estado: v.exactOptional(
    v.pipe(v.string(), v.metadata({ description: '`pedida` para as que esperam; sem isto, todas', examples: ['pedida'] })),
  ),
  depois: v.exactOptional(v.pipe(v.string(), v.metadata({ description: '`proximo` da página anterior' }))),
})
export type FiltroDeProcuracoes = v.InferOutput<typeof filtroDeProcuracoes>

export const paginaDeProcuracoes = v.object({ procuracoes: v.array(procuracaoSchema), proximo: v.nullable(v.string()) })
export type PaginaDeProcuracoes = v.InferOutput<typeof paginaDeProcuracoes>

/** Why an official refuses or ends one. */
export const motivoDaProcuracao = v.strictObject({ motivo: texto })

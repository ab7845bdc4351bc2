import * as v from 'valibot'

const id = v.pipe(v.string(), v.uuid())
/** ISO 8601, UTC. */
const instante = v.string()
/** Bounds only; what is wrong is said beside the field. */
const texto = v.pipe(v.string(), v.maxLength(5000))

/** To whom: whoever has the CPF or CNPJ, or shows to read the e-mail. */
const favorecido = v.union([v.strictObject({ documento: texto }), v.strictObject({ email: texto })])

/** POST gestao/protocolos/{id}/vistas. `pedido` stands for `para`: to whoever asked for it there. */
export const pedidoDeVista = v.strictObject({
  para: v.exactOptional(favorecido),
  /** A protocolo of the tipo `vista-processo` by which it was asked for: then to its requerente. */
  pedido: v.exactOptional(id),
  /** Who it is, for those who read the list. */
  nome: v.exactOptional(texto),
  /** Ids of the files that it opens, and nothing else; without it, the whole file. */
  documentos: v.exactOptional(v.pipe(v.array(id), v.maxLength(200))),
  /** Last day, `AAAA-MM-DD`, in the entidade's time zone. */
  ate: texto,
  motivo: texto,
})
export type PedidoDeVista = v.InferOutput<typeof pedidoDeVista>

const estados = ['em_vigor', 'terminada', 'revogada'] as const

const comum = {
  id,
  /** Null when the official wrote none. */
  nome: v.nullable(v.string()),
  documento: v.nullable(v.string()),
  email: v.nullable(v.string()),
  dadaEm: instante,
  /** From then on it opens nothing. */
  ate: instante,
  revogadaEm: v.nullable(instante),
  estado: v.picklist(estados),
  /** Names of the files that it opens alone; null for the whole file. */
  documentos: v.nullable(v.array(v.string())),
}

export const vistaDaGestao = v.object({
  ...comum,
  /** The official who gave it. */
  dadaPor: v.nullable(v.string()),
  motivo: v.nullable(v.string()),
  pedido: v.nullable(id),
  /** How often it was used. */
  olhadas: v.number(),
})
export type VistaDaGestao = v.InferOutput<typeof vistaDaGestao>
/** GET gestao/protocolos/{id}/vistas: newest first. */
export const vistasDaGestao = v.object({ vistas: v.array(vistaDaGestao) })
export type VistasDaGestao = v.InferOutput<typeof vistasDaGestao>

/** GET gestao/protocolos/{id}/vista-pedida: which process a request for a vista is about, and for whom. */
export const vistaPedida = v.object({
  protocolo: v.object({ id, numero: v.string() }),
  para: v.object({ documento: v.string(), nome: v.string() }),
})
export type VistaPedida = v.InferOutput<typeof vistaPedida>

/** What the interessado sees: documento and e-mail are masked. */
export const vistaDoInteressado = v.object({
  ...comum,
  /** Newest first, the last 50. `arquivo` is the file that was taken; null: the process was read. */
  olhadas: v.array(v.object({ em: instante, arquivo: v.nullable(v.string()) })),
  /** Of all. */
  totalDeOlhadas: v.number(),
})
/** GET meus/protocolos/{id}/vistas: newest first. */
export const vistasDoInteressado = v.object({ vistas: v.array(vistaDoInteressado) })
export type VistasDoInteressado = v.InferOutput<typeof vistasDoInteressado>

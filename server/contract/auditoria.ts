import * as v from 'valibot'

const id = v.pipe(v.string(), v.uuid())

/** One act, as the audit keeps it. */
export const registroDaAuditoria = v.object({
  id,
  /** ISO 8601, UTC. */
  em: v.string(),
  /** The id of a conta, or what else acted: `cli`, a job. */
  quem: v.string(),
  /** Of the conta, while there is one. */
  nome: v.nullable(v.string()),
  acao: v.string(),
  protocolo: v.nullable(v.object({ id, numero: v.string() })),
  /** From where: network address and device, of sign-ins and of officials. */
  endereco: v.nullable(v.string()),
  aparelho: v.nullable(v.string()),
  /** `antes` and `depois` of what changed, and what else the act tells. */
  dados: v.record(v.string(), v.unknown()),
})
export type RegistroDaAuditoria = v.InferOutput<typeof registroDaAuditoria>

export const paginaDaAuditoria = v.object({
  /** Newest first. */
  registros: v.array(registroDaAuditoria),
  proximo: v.nullable(v.string()),
})
export type PaginaDaAuditoria = v.InferOutput<typeof paginaDaAuditoria>

function filtro(description: string, exemplo?: string) {
  return v.exactOptional(v.pipe(v.string(), v.metadata({ description, ...(exemplo && { examples: [exemplo] }) })))
}

const pagina = { depois: filtro('`proximo` da página anterior'), limite: filtro('De 1 a 100; sem isto, 50', '50') }
export const lugarNaAuditoria = v.object(pagina)

/** GET gestao/auditoria. */
export const filtroDaAuditoria = v.object({
  protocolo: filtro('Número ou id de um protocolo', 'PMVS 2026/500114'),
  acao: filtro('Um ato, como `protocolo.receber`, ou todos de uma espécie, como `protocolo`', 'protocolo'),
  quem: filtro('CPF ou CNPJ, id de uma conta, ou `cli`', '200.300.400-94'),
  de: filtro('Primeiro dia', '2026-11-01'),
  ate: filtro('Último dia', '2026-11-30'),
  ...pagina,
})
/** What walking the whole chain found: GET gestao/auditoria/integridade. */
export const integridadeDaAuditoria = v.object({
  /** Nothing was changed, removed or inserted. */
  integra: v.boolean(),
  /** How many acts there are. */
  total: v.number(),
  /** ISO 8601: of the last one. */
  ate: v.nullable(v.string()),
  /** How many places are not as they were written. */
  falhas: v.number(),
})
export type IntegridadeDaAuditoria = v.InferOutput<typeof integridadeDaAuditoria>

export type FiltroDaAuditoria = v.InferOutput<typeof filtroDaAuditoria>

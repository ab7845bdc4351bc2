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
  protocolo: filtro('Id de um protocolo', '019a8c1e-7d2b-7c3a-9f00-1b2c3d4e5f60'),
  quem: filtro('CPF ou CNPJ, id de uma conta, ou `cli`', '200.300.400-94'),
  de: filtro('Primeiro dia', '2026-11-01'),
  ate: filtro('Último dia', '2026-11-30'),
  ...pagina,
})
export type FiltroDaAuditoria = v.InferOutput<typeof filtroDaAuditoria>

import type { Sql } from '../server/platform/database.js'

export interface Carta {
  id: string
  para: string
  especie: string
  criadoEm: Date
  enviadoEm: Date | null
  /** There is no such mailbox. */
  recusadoEm: Date | null
  /** Absent when it really went out, or has not yet. */
  assunto: string | null
  /** Of its entidade. */
  fuso: string
}

export type CartaInteira = Carta & { de: string; assunto: string; texto: string; html: string }

export const nomesDeEspecie: ReadonlyMap<string, string> = new Map([
  ['abertura', 'Recebemos o seu pedido'],
  ['nova-abertura', 'Novo pedido'],
  ['lembrete', 'Seus protocolos'],
])

/** The newest hundred. */
export async function recentes(sql: Sql): Promise<Carta[]> {
  return await sql<Carta[]>`
    select m.email_id as id, m.para, m.especie, m.criado_em as "criadoEm", m.enviado_em as "enviadoEm", m.recusado_em as "recusadoEm",
           m.conteudo->>'assunto' as assunto, e.arquivo->>'fuso' as fuso
      from emails m join entidades e using (entidade_id)
     order by m.criado_em desc, m.email_id desc limit 100`
}

export async function uma(sql: Sql, id: string): Promise<CartaInteira | undefined> {
  const [carta] = await sql<CartaInteira[]>`
    select m.email_id as id, m.para, m.especie, m.criado_em as "criadoEm", m.enviado_em as "enviadoEm", m.recusado_em as "recusadoEm",
           e.arquivo->>'fuso' as fuso,
           m.conteudo->>'de' as de, m.conteudo->>'assunto' as assunto, m.conteudo->>'texto' as texto, m.conteudo->>'html' as html
      from emails m join entidades e using (entidade_id)
     where m.email_id = ${id} and m.conteudo is not null`
  return carta
}

import type { Sql } from '../../platform/database.js'
import type { Ato } from './auditoria.js'

interface Nota extends Pick<Ato, 'quem' | 'acao'> {
  id: string
  em: Date
  protocoloId?: string | null
  dados: object
}

export async function inserir(sql: Sql, entidadeId: string, { id, em, quem, acao, protocoloId = null, dados }: Nota): Promise<void> {
  await sql`
    insert into auditoria (entidade_id, auditoria_id, em, quem, acao, protocolo_id, dados)
    values (${entidadeId}, ${id}, ${em}, ${quem}, ${acao}, ${protocoloId}, ${sql.json({ ...dados })})`
}

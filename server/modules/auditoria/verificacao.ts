import { createHash } from 'node:crypto'
import type { Sql } from '../../platform/database.js'
import * as queries from './queries.js'

/** The end of a chain, as it is kept outside this database. */
export interface FimGuardado {
  total: number
  /** Hexadecimal. */
  elo: string
}

/** What is not as it was written, and where. */
export type Falha =
  | { especie: 'mudada'; ordem: number; id: string }
  | { especie: 'removida'; ordem: number; id: string }
  | { especie: 'elo_removido'; de: number; ate: number }
  | { especie: 'inserida'; id: string }
  | { especie: 'fim_removido'; de: number; ate: number }
  | { especie: 'fim_acrescentado'; de: number; ate: number }
  | { especie: 'fim_trocado'; ordem: number }
  | { especie: 'outra_corrente'; ordem: number }

export interface Verificacao extends FimGuardado {
  falhas: Falha[]
}

const pagina = 2_000
const primeiroId = '00000000-0000-0000-0000-000000000000'

/**
 * Walks the whole audit of an entidade, page by page, while others write it, and finds every row that was changed, removed, inserted or
 * moved behind the program's back. Who may write to the database may also make the whole chain anew: only its end, kept elsewhere, tells that.
 * @param guardado an end that was noted before: the chain must still pass there.
 */
export async function verificarAuditoria(sql: Sql, entidadeId: string, guardado?: FimGuardado): Promise<Verificacao> {
  const fim = await queries.fimDaCorrente(sql, entidadeId)
  const falhas: Falha[] = []
  for await (const falha of percorrer(sql, entidadeId, fim)) falhas.push(falha)
  for await (const falha of semElo(sql, entidadeId)) falhas.push(falha)
  if (guardado && (await queries.eloEm(sql, entidadeId, guardado.total)) !== guardado.elo)
    falhas.push({ especie: 'outra_corrente', ordem: guardado.total })
  return { total: fim.total, elo: fim.elo, falhas }
}

/** Each elo is made again from the one that stands before it, so one change is told once or twice and not to the end. */
async function* percorrer(sql: Sql, entidadeId: string, fim: queries.Fim): AsyncGenerator<Falha> {
  const ate = Math.min(fim.total, fim.ultima)
  let ordem = 0
  let anterior: Buffer = Buffer.alloc(0)
  while (ordem < ate) {
    const elos = await queries.elosDepois(sql, entidadeId, { ordem, ate, quantos: pagina })
    if (elos.length === 0) break
    for (const { ordem: esta, id, elo, linha } of elos) {
      if (esta > ordem + 1) yield { especie: 'elo_removido', de: ordem + 1, ate: esta - 1 }
      if (linha === null) yield { especie: 'removida', ordem: esta, id }
      else if (esta === ordem + 1 && !elo.equals(eloDe(anterior, linha))) yield { especie: 'mudada', ordem: esta, id }
      ordem = esta
      anterior = elo
    }
  }
  if (fim.ultima < fim.total) yield { especie: 'fim_removido', de: fim.ultima + 1, ate: fim.total }
  if (fim.ultima > fim.total) yield { especie: 'fim_acrescentado', de: fim.total + 1, ate: fim.ultima }
  if (fim.ultima >= fim.total && anterior.toString('hex') !== fim.elo) yield { especie: 'fim_trocado', ordem: fim.total }
}

function eloDe(anterior: Buffer, linha: string): Buffer {
  return createHash('sha256').update(anterior).update(linha).digest()
}

async function* semElo(sql: Sql, entidadeId: string): AsyncGenerator<Falha> {
  for (let id = primeiroId; ; ) {
    const linhas = await queries.linhasDepois(sql, entidadeId, id, pagina)
    for (const linha of linhas) if (!linha.encadeada) yield { especie: 'inserida', id: linha.id }
    const ultima = linhas.at(-1)
    if (!ultima) return
    id = ultima.id
  }
}

import { type Papel, type Posicao, papeis } from '../../domain/permissoes.js'
import type { DeOnde } from '../auditoria/auditoria.js'

/** What somebody is in one unidade. */
export interface Lotacao {
  unidadeId: string
  papel: Papel
}

export interface Oficial {
  especie: 'oficial'
  contaId: string
  nome: string
  /** In the entidade where they act; one at least. */
  lotacoes: readonly Lotacao[]
  deOnde?: DeOnde | undefined
}

/**
 * Who acts on a protocolo. A requerente is whoever it is shown to as their own: by the conta that holds it; by the access code, which the
 * caller has checked, and then without a conta; or by a procuracao, which the caller has checked. A tarefa is a scheduled job.
 */
export type Ator = Oficial | { especie: 'requerente'; contaId: string | null; procuracaoId?: string } | { especie: 'tarefa'; nome: string }

/** What of a protocolo says who sees it. */
export interface Lugar {
  unidadeId: string
  contaId: string | null
}

/** As what an actor stands before a protocolo. A job does what any official of the unidade that holds it might. */
export function posicoesDe(ator: Ator, { unidadeId }: Pick<Lugar, 'unidadeId'>): Posicao[] {
  switch (ator.especie) {
    case 'requerente':
      return [{ agente: 'requerente' }]
    case 'tarefa':
      return papeis.map((agente) => ({ agente, naUnidade: true }))
    case 'oficial':
      return ator.lotacoes.map((lotacao) => ({ agente: lotacao.papel, naUnidade: lotacao.unidadeId === unidadeId }))
  }
}

/** Whether it is theirs to see by where it stands alone, before asking through which unidades it passed. */
export function temNasMaos(ator: Ator, { unidadeId, contaId }: Lugar): boolean {
  switch (ator.especie) {
    case 'requerente':
      return ator.contaId === null || ator.procuracaoId !== undefined || ator.contaId === contaId
    case 'tarefa':
      return true
    case 'oficial':
      return ator.lotacoes.some((lotacao) => lotacao.unidadeId === unidadeId)
  }
}

/** As the audit tells it. */
export function quemAgiu(ator: Ator): string {
  switch (ator.especie) {
    case 'requerente':
      return ator.contaId ?? 'codigo'
    case 'tarefa':
      return ator.nome
    case 'oficial':
      return ator.contaId
  }
}

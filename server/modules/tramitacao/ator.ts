import { type Papel, type Posicao, papeis } from '../../domain/permissoes.js'
import type { DeOnde } from '../auditoria/auditoria.js'
import { type Dono, quemAge } from '../sessoes/sessoes.js'

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
 * caller has checked, and then without a conta; or by a procuracao, with the conta that acts by it. A tarefa is a scheduled job, or what
 * follows by itself from an act of administration, which `nome` and `deOnde` then tell of.
 */
export type Ator =
  | Oficial
  | { especie: 'requerente'; contaId: string | null; procuracaoId?: string }
  | { especie: 'tarefa'; nome: string; deOnde?: DeOnde | undefined }

export type Requerente = Extract<Ator, { especie: 'requerente' }>

/** Whoever is signed in, for themselves or by procuracao. */
export function requerenteDe(sessao: Pick<Dono, 'contaId' | 'por'>): Requerente {
  const { por } = sessao
  return { especie: 'requerente', contaId: quemAge(sessao), ...(por && { procuracaoId: por.procuracaoId }) }
}

/** What the audit tells besides who acted. */
export function marcaDoAtor(ator: Ator): { porProcuracao?: { procuracao: string } } {
  const procuracao = ator.especie === 'requerente' ? ator.procuracaoId : undefined
  return procuracao === undefined ? {} : { porProcuracao: { procuracao } }
}

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

/** Whether it is theirs to see by where it stands alone, before asking through which unidades it passed or for whom they act. */
export function temNasMaos(ator: Ator, { unidadeId, contaId }: Lugar): boolean {
  switch (ator.especie) {
    case 'requerente':
      return ator.procuracaoId === undefined && (ator.contaId === null || ator.contaId === contaId)
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

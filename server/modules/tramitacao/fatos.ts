import type { Fatos } from '../../domain/permissoes.js'
import { contarPrazo, type Dia, diaEm } from '../../domain/prazo.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Linha } from './queries.js'

/** To appeal from a decision, unless its tipo or the entidade gives more (Lei 9.784 art. 59). */
const diasDoRecurso = 10

/** The last day to appeal from what ended; null while it has not. */
function ultimoDiaDoRecurso({ arquivo, calendario }: EntidadeAberta, linha: Pick<Linha, 'encerradoEm' | 'diasDeRecurso'>): Dia | null {
  if (linha.encerradoEm === null) return null
  const dias = linha.diasDeRecurso ?? arquivo.recurso?.dias ?? diasDoRecurso
  return contarPrazo(calendario, diaEm(arquivo.fuso, linha.encerradoEm), { dias, contagem: 'corridos' })
}

export interface FatosDatados extends Fatos {
  /** The last day to appeal, of what may still be appealed. */
  recorrerAte: Dia | null
}

/** What has to be so of a protocolo before something may be done, as of `agora`. */
export function fatosDe(entidade: EntidadeAberta, linha: Linha, agora: Date): FatosDatados {
  const { situacao, recebidoEm, prorrogadoEm, arquivadoEm, pendenciaAte, avaliado } = linha
  const hoje = diaEm(entidade.arquivo.fuso, agora)
  const ultimo = situacao === 'encerrado' ? ultimoDiaDoRecurso(entidade, linha) : null
  const cabeRecurso = ultimo !== null && hoje <= ultimo
  return {
    situacao,
    recebido: recebidoEm !== null,
    prorrogado: prorrogadoEm !== null,
    pendenciaVencida: pendenciaAte !== null && pendenciaAte < hoje,
    cabeRecurso,
    recorrerAte: cabeRecurso ? ultimo : null,
    arquivado: arquivadoEm !== null,
    avaliado,
  }
}

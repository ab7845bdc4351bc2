import type { Fatos } from '../../domain/permissoes.js'
import { contarPrazo, type Dia, diaEm } from '../../domain/prazo.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Linha } from './queries.js'

/** Days to appeal from a decision, unless the entidade gives more (Lei 9.784 art. 59). */
const prazoDoRecurso = { dias: 10, contagem: 'corridos' } as const

/** The last day to appeal from what ended at `encerradoEm`. */
export function ultimoDiaDoRecurso({ arquivo, calendario }: EntidadeAberta, encerradoEm: Date): Dia {
  return contarPrazo(calendario, diaEm(arquivo.fuso, encerradoEm), { ...prazoDoRecurso, ...arquivo.recurso })
}

/** What has to be so of a protocolo before something may be done, as of `agora`. */
export function fatosDe(entidade: EntidadeAberta, linha: Linha, agora: Date): Fatos {
  const { situacao, recebidoEm, prorrogadoEm, arquivadoEm, encerradoEm, pendenciaAte, avaliado } = linha
  return {
    situacao,
    recebido: recebidoEm !== null,
    prorrogado: prorrogadoEm !== null,
    pendenciaVencida: pendenciaAte !== null && pendenciaAte < diaEm(entidade.arquivo.fuso, agora),
    cabeRecurso:
      situacao === 'encerrado' && encerradoEm !== null && diaEm(entidade.arquivo.fuso, agora) <= ultimoDiaDoRecurso(entidade, encerradoEm),
    arquivado: arquivadoEm !== null,
    avaliado,
  }
}

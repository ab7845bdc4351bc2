import type { MinhasProcuracoes, PedidoDeProcuracao, Poder, Procuracao } from '../../server/contract/procuracoes.js'
import { lerJson } from './api.js'
import type { Sessao } from './sessao.js'

export type { MinhasProcuracoes, PedidoDeProcuracao, Poder, Procuracao }

/** What a person does with procuracoes. Every call throws ProblemaDaApi or SemConexao. */
export interface Procuracoes {
  listar(): Promise<MinhasProcuracoes>
  pedir(pedido: PedidoDeProcuracao): Promise<Procuracao>
  aceitar(id: string): Promise<Procuracao>
  recusar(id: string): Promise<Procuracao>
  /** Ends it at once, or gives up asking. */
  encerrar(id: string): Promise<Procuracao>
  /** The signed instrument. */
  arquivo(id: string): Promise<Blob>
}

export function procuracoesDe(sessao: Sessao, entidade: string): Procuracoes {
  const raiz = `/entidades/${encodeURIComponent(entidade)}/meus/procuracoes`
  const ler = async <T>(...pedido: Parameters<Sessao['pedir']>): Promise<T> => lerJson<T>(await sessao.pedir(...pedido))
  return {
    listar: () => ler('GET', raiz),
    pedir: (pedido) => ler('POST', raiz, pedido),
    aceitar: (id) => ler('POST', `${raiz}/${id}/aceite`),
    recusar: (id) => ler('POST', `${raiz}/${id}/recusa`),
    encerrar: (id) => ler('DELETE', `${raiz}/${id}`),
    arquivo: async (id) => (await sessao.pedir('GET', `${raiz}/${id}/arquivo`)).blob(),
  }
}

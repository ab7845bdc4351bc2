import type { Conta } from '../../server/contract/contas.js'
import type { Anteriores, FiltroDosMeus, PaginaDosMeus, ProtocoloDaConta, Resumo } from '../../server/contract/meus.js'
import type { SessaoListada } from '../../server/contract/sessoes.js'
import type { Sessao } from './sessao.js'

export type { Conta, FiltroDosMeus, PaginaDosMeus, ProtocoloDaConta, Resumo, SessaoListada }

/** What the API has for who is signed in. Every call throws ProblemaDaApi or SemConexao. */
export interface Meus {
  resumo(): Promise<Resumo>
  protocolos(filtro: FiltroDosMeus): Promise<PaginaDosMeus>
  protocolo(id: string): Promise<ProtocoloDaConta>
  anexo(id: string, anexo: string): Promise<Blob>
  comprovante(id: string): Promise<Blob>
  /** Takes in what was opened without a conta. @returns how many */
  juntarAnteriores(): Promise<number>
  conta(): Promise<Conta>
  sessoes(): Promise<SessaoListada[]>
  encerrar(sessao: string): Promise<void>
  encerrarOutras(): Promise<void>
}

export function meusDe(sessao: Sessao, entidade: string): Meus {
  const raiz = `/entidades/${encodeURIComponent(entidade)}`
  const json = async <T>(metodo: string, caminho: string): Promise<T> => (await sessao.pedir(metodo, caminho)).json()
  const ver = <T>(caminho: string) => json<T>('GET', caminho)
  const de = (id: string) => `${raiz}/protocolos/${encodeURIComponent(id)}`
  return {
    resumo: () => ver(`${raiz}/meus/resumo`),
    protocolos: (filtro) => ver(`${raiz}/meus/protocolos?${new URLSearchParams({ ...filtro })}`),
    protocolo: (id) => ver(de(id)),
    anexo: async (id, anexo) => (await sessao.pedir('GET', `${de(id)}/anexos/${encodeURIComponent(anexo)}`)).blob(),
    comprovante: async (id) => (await sessao.pedir('GET', `${de(id)}/comprovante`)).blob(),
    juntarAnteriores: async () => (await json<Anteriores>('POST', `${raiz}/meus/anteriores`)).total,
    conta: () => ver('/conta'),
    sessoes: async () => (await ver<{ sessoes: SessaoListada[] }>('/sessoes')).sessoes,
    async encerrar(id) {
      await sessao.pedir('DELETE', `/sessoes/${encodeURIComponent(id)}`)
    },
    async encerrarOutras() {
      await sessao.pedir('DELETE', '/sessoes')
    },
  }
}

import type { Conta } from '../../server/contract/contas.js'
import type { AtoDoRequerente } from '../../server/contract/desfecho.js'
import type { Mensagem, PedidoDeMensagem } from '../../server/contract/mensagens.js'
import type {
  AchadoDoPainel,
  Anteriores,
  FiltroDosMeus,
  PaginaDeLiberados,
  PaginaDosMeus,
  Pendencia,
  ProtocoloDaConta,
  Resumo,
} from '../../server/contract/meus.js'
import type { RespostaDePendencia, RespostaRecebida } from '../../server/contract/pendencias.js'
import type { Comprovante, PedidoDeAbertura } from '../../server/contract/protocolos.js'
import type { RascunhoCompleto, RascunhoGuardado, RascunhoResumo } from '../../server/contract/rascunhos.js'
import type { SessaoListada } from '../../server/contract/sessoes.js'
import type { VistasDoInteressado } from '../../server/contract/vistas.js'
import type { Sessao } from './sessao.js'

export type {
  AchadoDoPainel,
  Conta,
  FiltroDosMeus,
  Pendencia,
  ProtocoloDaConta,
  RascunhoCompleto,
  RascunhoGuardado,
  RascunhoResumo,
  Resumo,
  SessaoListada,
  VistasDoInteressado,
}

/** A part of a list, and what asks for the next one. */
export interface Pagina<T> {
  itens: T[]
  proximo: string | null
}

export type Processo = PaginaDosMeus['protocolos'][number] & Partial<PaginaDeLiberados['protocolos'][number]>

/** What the API has for who is signed in. Every call throws ProblemaDaApi or SemConexao. */
export interface Meus {
  resumo(): Promise<Resumo>
  protocolos(filtro: FiltroDosMeus): Promise<Pagina<Processo>>
  pendencias(depois: string): Promise<Pagina<Pendencia>>
  /** Of others, which the person was let see. */
  liberados(depois: string): Promise<Pagina<Processo>>
  procurar(numero: string): Promise<AchadoDoPainel>
  protocolo(id: string): Promise<ProtocoloDaConta>
  /** `chave` is the Idempotency-Key: one for each message, kept while it is sent again. */
  escrever(id: string, mensagem: PedidoDeMensagem, chave: string): Promise<Mensagem>
  /** Answers what was asked; `chave` as in `escrever`. */
  responder(id: string, pendencia: string, resposta: RespostaDePendencia, chave: string): Promise<RespostaRecebida>
  /** Evaluates, appeals or gives up. */
  terminar(id: string, rota: string, corpo: object): Promise<AtoDoRequerente>
  /** Marks what the unidade wrote, up to a message, as read. */
  marcarLidas(id: string, ate: string): Promise<void>
  anexo(id: string, anexo: string): Promise<Blob>
  comprovante(id: string): Promise<Blob>
  /** Who else may see it, and every look they took. */
  vistas(id: string): Promise<VistasDoInteressado>
  /** Makes a new access code; the one before stops working. */
  trocarCodigo(id: string): Promise<string>
  /** Takes in what was opened without a conta. @returns how many */
  juntarAnteriores(): Promise<number>
  /** Drafts of requests, the latest first. */
  rascunhos(): Promise<RascunhoResumo[]>
  rascunho(id: string): Promise<RascunhoCompleto>
  guardarRascunho(id: string, rascunho: RascunhoGuardado): Promise<RascunhoResumo>
  apagarRascunho(id: string): Promise<void>
  /** `chave` is the Idempotency-Key: one for each filing, kept while it is retried. A `prova` solved before spares a round trip. */
  abrir(pedido: PedidoDeAbertura, chave: string, prova?: string): Promise<Comprovante>
  conta(): Promise<Conta>
  sessoes(): Promise<SessaoListada[]>
  encerrar(sessao: string): Promise<void>
  encerrarOutras(): Promise<void>
}

/** @param procuracao by which the person acts for another, if by one: what can't be done for another is refused by the server. */
export function meusDe(propria: Pick<Sessao, 'pedir'>, entidade: string, procuracao?: () => string | undefined): Meus {
  const raiz = `/entidades/${encodeURIComponent(entidade)}`
  const sessao: Pick<Sessao, 'pedir'> = {
    pedir(metodo, caminho, corpo, extra = {}) {
      const por = caminho.startsWith(`${raiz}/`) && !caminho.startsWith(`${raiz}/meus/rascunhos`) ? procuracao?.() : undefined
      if (por === undefined) return propria.pedir(metodo, caminho, corpo, extra)
      const headers = new Headers(extra.headers)
      headers.set('Protocolo-Procuracao', por)
      return propria.pedir(metodo, caminho, corpo, { ...extra, headers })
    },
  }
  const json = async <T>(...pedido: Parameters<Sessao['pedir']>): Promise<T> => (await sessao.pedir(...pedido)).json()
  const ver = <T>(caminho: string) => json<T>('GET', caminho)
  const pagina = async <T>(lista: string, filtro: Record<string, string>, nome = lista): Promise<Pagina<T>> => {
    const { proximo, [nome]: itens = [] } = await ver<Record<string, T[]> & Pick<Pagina<T>, 'proximo'>>(
      `${raiz}/meus/${lista}?${new URLSearchParams(filtro)}`,
    )
    return { itens, proximo }
  }
  const de = (id: string) => `${raiz}/protocolos/${encodeURIComponent(id)}`
  const rascunho = (id: string) => `${raiz}/meus/rascunhos/${encodeURIComponent(id)}`
  return {
    resumo: () => ver(`${raiz}/meus/resumo`),
    protocolos: (filtro) => pagina('protocolos', { ...filtro }),
    pendencias: (depois) => pagina('pendencias', { depois }),
    liberados: (depois) => pagina('liberados', { depois }, 'protocolos'),
    procurar: (numero) => ver(`${raiz}/meus/procura?${new URLSearchParams({ numero })}`),
    protocolo: (id) => ver(de(id)),
    escrever: (id, mensagem, chave) => json('POST', `${de(id)}/mensagens`, mensagem, { headers: { 'Idempotency-Key': chave } }),
    responder: (id, pendencia, resposta, chave) =>
      json('POST', `${raiz}/meus/protocolos/${encodeURIComponent(id)}/pendencias/${encodeURIComponent(pendencia)}/resposta`, resposta, {
        headers: { 'Idempotency-Key': chave },
      }),
    terminar: (id, rota, corpo) => json('POST', `${raiz}/meus/protocolos/${encodeURIComponent(id)}/${rota}`, corpo),
    async marcarLidas(id, ate) {
      await sessao.pedir('POST', `${de(id)}/mensagens/lidas`, { ate })
    },
    anexo: async (id, anexo) => (await sessao.pedir('GET', `${de(id)}/anexos/${encodeURIComponent(anexo)}`)).blob(),
    comprovante: async (id) => (await sessao.pedir('GET', `${de(id)}/comprovante`)).blob(),
    vistas: (id) => ver(`${raiz}/meus/protocolos/${encodeURIComponent(id)}/vistas`),
    trocarCodigo: async (id) => (await json<{ codigoAcesso: string }>('POST', `${de(id)}/codigo`)).codigoAcesso,
    juntarAnteriores: async () => (await json<Anteriores>('POST', `${raiz}/meus/anteriores`)).total,
    rascunhos: async () => (await ver<{ rascunhos: RascunhoResumo[] }>(`${raiz}/meus/rascunhos`)).rascunhos,
    rascunho: (id) => ver(rascunho(id)),
    guardarRascunho: (id, corpo) => json('PUT', rascunho(id), corpo),
    async apagarRascunho(id) {
      await sessao.pedir('DELETE', rascunho(id))
    },
    abrir: (pedido, chave, prova) =>
      json('POST', `${raiz}/protocolos`, pedido, { headers: { 'Idempotency-Key': chave, ...(prova && { 'Protocolo-Prova': prova }) } }),
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

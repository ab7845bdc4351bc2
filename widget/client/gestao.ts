import type {
  AberturaNoBalcao,
  AtoDaGestao,
  ContagensDasFilas,
  DesfechoDoLote,
  Fila,
  FiltroDaFila,
  ItemDaFila,
  MudancaDoProtocolo,
  PaginaDaFila,
  PedidoEmLote,
  PendenciaDaGestao,
  PessoasDaUnidade,
  Posto,
  ProtocoloDaGestao,
  TramiteDaGestao,
} from '../../server/contract/gestao.js'
import type { Mensagem } from '../../server/contract/mensagens.js'
import type { Comprovante } from '../../server/contract/protocolos.js'
import type { Sessao } from './sessao.js'

export type {
  AberturaNoBalcao,
  AtoDaGestao,
  ContagensDasFilas,
  DesfechoDoLote,
  Fila,
  FiltroDaFila,
  ItemDaFila,
  MudancaDoProtocolo,
  PaginaDaFila,
  PedidoEmLote,
  PendenciaDaGestao,
  Posto,
  ProtocoloDaGestao,
  TramiteDaGestao,
}

export type PessoaDaUnidade = PessoasDaUnidade['pessoas'][number]

/** What the API has for an official who is signed in. Every call throws ProblemaDaApi or SemConexao. */
export interface Gestao {
  posto(): Promise<Posto>
  pessoas(unidade: string): Promise<PessoaDaUnidade[]>
  fila(filtro: FiltroDaFila): Promise<PaginaDaFila>
  /** @param unidade its codigo; of all those where the person works when absent */
  contagens(unidade?: string): Promise<ContagensDasFilas>
  lote(pedido: PedidoEmLote): Promise<DesfechoDoLote>
  protocolo(id: string): Promise<ProtocoloDaGestao>
  /** One act. @returns the protocolo as it then is */
  agir(id: string, ato: AtoDaGestao): Promise<ProtocoloDaGestao>
  /** A file of the protocolo, private ones too. */
  anexo(id: string, anexo: string): Promise<Blob>
  comprovante(id: string): Promise<Blob>
  /** To who made the request. `chave` is the Idempotency-Key: one for each message, kept while it is sent again. */
  escrever(id: string, texto: string, chave: string): Promise<Mensagem>
  /** Opens for somebody at the counter. `chave` is the Idempotency-Key: one for each filing, kept while it is retried. */
  abrir(pedido: AberturaNoBalcao, chave: string): Promise<Comprovante>
}

export function gestaoDe(sessao: Sessao, entidade: string): Gestao {
  const raiz = `/entidades/${encodeURIComponent(entidade)}/gestao`
  const ver = async <T>(caminho: string): Promise<T> => (await sessao.pedir('GET', raiz + caminho)).json()
  const enviar = async <T>(caminho: string, corpo: unknown, headers: Record<string, string> = {}): Promise<T> =>
    (await sessao.pedir('POST', raiz + caminho, corpo, { headers })).json()
  const de = (id: string) => `/protocolos/${encodeURIComponent(id)}`
  return {
    posto: () => ver('/posto'),
    pessoas: async (unidade) => (await ver<PessoasDaUnidade>(`/unidades/${encodeURIComponent(unidade)}/pessoas`)).pessoas,
    fila: (filtro) => ver(`/fila?${new URLSearchParams({ ...filtro })}`),
    contagens: (unidade) => ver(`/fila/contagens${unidade ? `?${new URLSearchParams({ unidade })}` : ''}`),
    lote: (pedido) => enviar('/lote', pedido),
    protocolo: (id) => ver(de(id)),
    agir: (id, ato) => enviar(`${de(id)}/tramites`, ato),
    anexo: async (id, anexo) => (await sessao.pedir('GET', `${raiz}${de(id)}/anexos/${encodeURIComponent(anexo)}`)).blob(),
    comprovante: async (id) => (await sessao.pedir('GET', `${raiz}${de(id)}/comprovante`)).blob(),
    escrever: (id, texto, chave) => enviar(`${de(id)}/mensagens`, { texto }, { 'Idempotency-Key': chave }),
    abrir: (pedido, chave) => enviar('/protocolos', pedido, { 'Idempotency-Key': chave }),
  }
}

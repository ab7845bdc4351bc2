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
  Presencas,
  ProtocoloDaGestao,
  TramiteDaGestao,
} from '../../server/contract/gestao.js'
import type { Mensagem, PedidoDeMensagem } from '../../server/contract/mensagens.js'
import type { Comprovante } from '../../server/contract/protocolos.js'
import type { PedidoDeVista, VistaDaGestao, VistasDaGestao } from '../../server/contract/vistas.js'
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
  VistaDaGestao,
}

export type PessoaDaUnidade = PessoasDaUnidade['pessoas'][number]

/** Somebody else who looks at a protocolo, or writes in it. */
export type Presente = Presencas['presentes'][number]

/** What the API has for an official who is signed in. Every call throws ProblemaDaApi or SemConexao. */
export interface Gestao {
  posto(): Promise<Posto>
  pessoas(unidade: string): Promise<PessoaDaUnidade[]>
  fila(filtro: FiltroDaFila): Promise<PaginaDaFila>
  /** @param unidade its codigo; of all those where the person works when absent */
  contagens(unidade?: string): Promise<ContagensDasFilas>
  lote(pedido: PedidoEmLote): Promise<DesfechoDoLote>
  /** The person looks at a protocolo, or writes in it. To be told again within 45 s. @returns who else does */
  olhar(id: string, editando: boolean): Promise<Presente[]>
  /** They left it. */
  deixar(id: string): Promise<void>
  protocolo(id: string): Promise<ProtocoloDaGestao>
  /** One act. @returns the protocolo as it then is; nothing when it went where the person does not see it any more */
  agir(id: string, ato: AtoDaGestao): Promise<ProtocoloDaGestao | undefined>
  /** A file of the protocolo, private ones too. */
  anexo(id: string, anexo: string): Promise<Blob>
  comprovante(id: string): Promise<Blob>
  /** To who made the request. `chave` is the Idempotency-Key: one for each message, kept while it is sent again. */
  escrever(id: string, mensagem: PedidoDeMensagem, chave: string): Promise<Mensagem>
  /** Marks what the citizen wrote as read by the unidade. @param ate id of the last message seen */
  lerMensagens(id: string, ate: string): Promise<void>
  /** To whom the protocolo was let be seen, the latest first. */
  vistas(id: string): Promise<VistaDaGestao[]>
  concederVista(id: string, pedido: PedidoDeVista): Promise<VistaDaGestao>
  revogarVista(id: string, vista: string): Promise<void>
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
    olhar: async (id, editando) => {
      const resposta = await sessao.pedir('PUT', `${raiz}${de(id)}/presenca`, { editando })
      const { presentes }: Presencas = await resposta.json()
      return presentes
    },
    async deixar(id) {
      await sessao.pedir('DELETE', `${raiz}${de(id)}/presenca`)
    },
    protocolo: (id) => ver(de(id)),
    async agir(id, ato) {
      const resposta = await sessao.pedir('POST', `${raiz}${de(id)}/tramites`, ato)
      return resposta.status === 204 ? undefined : resposta.json()
    },
    anexo: async (id, anexo) => (await sessao.pedir('GET', `${raiz}${de(id)}/anexos/${encodeURIComponent(anexo)}`)).blob(),
    comprovante: async (id) => (await sessao.pedir('GET', `${raiz}${de(id)}/comprovante`)).blob(),
    escrever: (id, mensagem, chave) => enviar(`${de(id)}/mensagens`, mensagem, { 'Idempotency-Key': chave }),
    async lerMensagens(id, ate) {
      await sessao.pedir('POST', `${raiz}${de(id)}/mensagens/lidas`, { ate })
    },
    vistas: async (id) => (await ver<VistasDaGestao>(`${de(id)}/vistas`)).vistas,
    concederVista: (id, pedido) => enviar(`${de(id)}/vistas`, pedido),
    async revogarVista(id, vista) {
      await sessao.pedir('DELETE', `${raiz}${de(id)}/vistas/${encodeURIComponent(vista)}`)
    },
    abrir: (pedido, chave) => enviar('/protocolos', pedido, { 'Idempotency-Key': chave }),
  }
}

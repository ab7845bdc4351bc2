import type { Consulta } from '../../server/contract/consulta.js'
import type { AcaoDaMesa } from '../texts/gestao-atos.pt-BR.js'

/**
 * What the tags tell the page. Each detail is flat and can be put in JSON. Never a name, a number, a document or an access code: a page
 * may send its events to third parties.
 */
export interface EventosDoProtocolo {
  /** The tag may be used: its first view is on screen. Again, once it shows another entidade or was taken to another place of the page. */
  'protocolo-pronto': DaEntidade
  /** What somebody asked for did not come about, and the tag says why: `sem_conexao`, `sem_entidade`, `inesperada`, or the codigo of the API's problem. */
  'protocolo-falha': DaEntidade & { codigo: string }
  /** Somebody signed in, or is signed in no more, here or in another tab. Says nothing about who. Each tag that knows tells it. */
  'protocolo-sessao': DaEntidade & { aberta: boolean }
  /** Another view is on screen. */
  'protocolo-tela': DaEntidade & { tela: TelaDoProtocolo }
  /** A person started to fill in a request, or went on with a draft. */
  'protocolo-iniciado': DaEntidade & { tipo: string; orgao: string }
  /** Another step is on screen; `numero` counts from 1 to `total`. In the list, where nothing is chosen yet, `tipo` is empty. */
  'protocolo-passo': DaEntidade & { tipo: string; passo: PassoDoProtocolo; numero: number; total: number }
  /** A step was not accepted: so many things in it are to be put right. */
  'protocolo-recusado': DaEntidade & { tipo: string; passo: PassoDoProtocolo; erros: number }
  /** From now on a draft of the request is kept as it is written. */
  'protocolo-rascunho': DaEntidade & { tipo: string; onde: 'aparelho' | 'conta' }
  /** A protocolo was opened; its receipt is on screen. */
  'protocolo-aberto': DaEntidade & { tipo: string; orgao: string }
  /** A protocolo was found and is on screen. */
  'protocolo-consultado': DaEntidade & { tipo: string; situacao: Consulta['situacao']; resultado: Consulta['resultado']; nivel: 1 | 2 }
  /** Something was done with a protocolo that is there, and was received. At the desk `quantos` is how many at once. */
  'protocolo-ato': DaEntidade & { ato: AtoDoProtocolo; quantos: number }
}

interface DaEntidade {
  /** Codigo of the entidade that the tag shows. */
  entidade: string
}

/** What a citizen does, or at the desk what an official does. */
export type AtoDoProtocolo = 'resposta' | 'mensagem' | 'avaliar' | 'recorrer' | 'desistir' | AcaoDaMesa

/** Steps of `<protocolo-novo>`. */
export type PassoDoProtocolo = 'tipo' | 'apresentacao' | 'formulario' | 'requerente' | 'documentos' | 'revisao' | 'comprovante'

/** Views that `abrir` of `<protocolo-painel>` leads to. */
export type TelaDoPainel = 'inicio' | 'processos' | 'pendencias' | 'liberados' | 'procuracoes' | 'dados' | TelaDaEntrada

/** Views that `abrir` of `<protocolo-gestao>` leads to. */
export type TelaDaGestao = 'fila' | 'balcao' | 'indicadores' | 'administracao' | TelaDaEntrada

/** Views of who is not signed in. */
type TelaDaEntrada = 'entrar' | 'cadastro' | 'recuperar'

/** Views of all the tags but `<protocolo-novo>`, whose steps are told by `protocolo-passo`. */
export type TelaDoProtocolo =
  | 'entrada'
  | 'resultado'
  | 'lembrete'
  | TelaDoPainel
  | TelaDaGestao
  | 'processo'
  | 'responder'
  | 'confirmar'
  | 'link'
  | 'senha-nova'

type EventosTipados = { [nome in keyof EventosDoProtocolo]: CustomEvent<EventosDoProtocolo[nome]> }

declare global {
  interface GlobalEventHandlersEventMap extends EventosTipados {}
}

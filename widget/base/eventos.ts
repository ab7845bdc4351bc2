import type { Consulta } from '../../server/contract/consulta.js'

/** What the tags tell the page. Never a name, a number, a document or an access code: a page may send its events to third parties. */
export interface EventosDoProtocolo {
  /** A protocolo was found and is on screen. */
  'protocolo-consultado': { entidade: string; tipo: string; situacao: Consulta['situacao']; resultado: Consulta['resultado']; nivel: 1 | 2 }
  /** A protocolo was opened; its receipt is on screen. */
  'protocolo-aberto': { entidade: string; tipo: string; orgao: string }
  /** Somebody signed in, or is signed in no more, here or in another tab. Says nothing about who. */
  'protocolo-sessao': { aberta: boolean }
}

type EventosTipados = { [nome in keyof EventosDoProtocolo]: CustomEvent<EventosDoProtocolo[nome]> }

declare global {
  interface HTMLElementEventMap extends EventosTipados {}
}

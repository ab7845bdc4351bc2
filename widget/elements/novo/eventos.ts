import type { Passo } from './estado.js'

declare module '../../base/eventos.js' {
  interface EventosDoProtocolo {
    /** A person started to fill in a request, or went on with a draft. */
    'protocolo-iniciado': { entidade: string; tipo: string; orgao: string }
    /** Another step is on screen; `numero` counts from 1 to `total`. */
    'protocolo-passo': { entidade: string; tipo: string; passo: Passo; numero: number; total: number }
  }
}

import { Fila } from './fila/fila.js'
import type { TelaDaMesa } from './rota.js'
import type { Lugar, Vista } from './vista.js'

/** The code of each view; of all but the queues it comes when it is asked for. */
export const vistas: Record<TelaDaMesa, () => Promise<new (lugar: Lugar) => Vista>> = {
  fila: async () => Fila,
  administracao: async () => (await import('./administracao/administracao.js')).Administracao,
  balcao: async () => (await import('./balcao/balcao.js')).Balcao,
  indicadores: async () => (await import('./indicadores/indicadores.js')).PainelDeIndicadores,
  processo: async () => (await import('./processo/processo.js')).Processo,
}

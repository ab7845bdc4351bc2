import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

const emQueDia = (quando: string) => (/^\d/.test(quando) ? `el ${quando}` : quando)

export const rascunhos: Traducao<Vozes['rascunhos']> = {
  titulo: 'Terminar solicitud',
  ajuda: 'Solicitudes que empezó y todavía no envió. Cada una queda guardada por 30 días.',
  guardado: (quando) => `guardada ${emQueDia(quando)}`,
  passo: (numero, total) => `paso ${numero} de ${total}`,
  continuar: 'Continuar',
  continuarQual: (tipo, quando) => `Continuar: ${tipo}, guardada ${emQueDia(quando)}`,
  apagar: 'Eliminar',
  apagarQual: (tipo, quando) => `Eliminar: ${tipo}, guardada ${emQueDia(quando)}`,
  confirmar: '¿Eliminar el borrador?',
  sim: 'Sí, eliminar',
  nao: 'No',
  apagado: 'Borrador eliminado.',
}

import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const rascunhos: Traducao<Vozes['rascunhos']> = {
  titulo: 'Finish a request',
  ajuda: 'Requests you began and have not sent yet. Each one is kept for 30 days.',
  guardado: (quando) => `saved ${quando}`,
  passo: (numero, total) => `step ${numero} of ${total}`,
  continuar: 'Continue',
  continuarQual: (tipo, quando) => `Continue: ${tipo}, saved ${quando}`,
  apagar: 'Delete',
  apagarQual: (tipo, quando) => `Delete: ${tipo}, saved ${quando}`,
  confirmar: 'Delete it?',
  sim: 'Yes, delete it',
  nao: 'No',
  apagado: 'Draft deleted.',
}

import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const porta: Traducao<Vozes['porta']> = {
  nome: 'Su cuenta',
  fechar: 'Cerrar',
  entrou: (nome) => `Ingresó como ${nome}.`,
}

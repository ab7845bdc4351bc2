import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const cep: Traducao<Vozes['cep']> = {
  ajuda: 'El código postal. Si lo sabe, completa el resto.',
  procurando: 'Buscando la dirección…',
  achado: 'Dirección completada. Revísela y agregue el número.',
  semBusca: 'No encontramos este CEP. No hay problema: escriba la dirección abajo.',
}

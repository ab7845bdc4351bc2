import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const cep: Traducao<Vozes['cep']> = {
  ajuda: 'If you know it, it fills in the rest.',
  procurando: 'Looking for the address…',
  achado: 'Address filled in. Check it and add the number.',
  semBusca: 'We did not find this CEP. That is fine: enter the address below.',
}

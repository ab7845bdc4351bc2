import '../../account/comum-conta.js'
import { Recinto } from '../../account/recinto.js'
import type { ProtocoloElement } from '../../base/element.js'
import { lerRota, type TelaDeDentro, telasParaAPagina } from './rota.js'

/** Who is signed in to `<protocolo-painel>`, and which view is on screen. */
export class Painel extends Recinto<TelaDeDentro> {
  constructor(host: ProtocoloElement) {
    super(host, {
      nome: 'painel',
      comeco: 'inicio',
      telas: telasParaAPagina,
      ler: lerRota,
      async trazer() {
        const { Dentro } = await import('./dentro.js')
        return (recinto) => {
          const dentro = new Dentro(recinto)
          dentro.oferecerPasskey().catch(console.debug)
          return dentro
        }
      },
    })
  }
}

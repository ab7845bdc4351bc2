import '../../account/comum-conta.js'
import { Recinto } from '../../account/recinto.js'
import type { ProtocoloElement } from '../../base/element.js'
import { gestao as textos } from '../../texts/gestao.pt-BR.js'
import { lerRota, type TelaDaMesa, telasParaAPagina } from './rota.js'

/** Who is signed in to `<protocolo-gestao>`, and which view is on screen. */
export class Gestao extends Recinto<TelaDaMesa> {
  constructor(host: ProtocoloElement) {
    super(host, {
      nome: 'gestao',
      comeco: 'fila',
      telas: telasParaAPagina,
      ler: lerRota,
      async trazer() {
        const { Mesa } = await import('./mesa.js')
        return (recinto) => new Mesa(recinto)
      },
    })
  }

  override subtitulo(): string {
    return textos.subtitulo
  }
}

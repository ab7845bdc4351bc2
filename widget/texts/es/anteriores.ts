import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const anteriores: Traducao<Vozes['anteriores']> = {
  titulo: (quantos) =>
    quantos === 1
      ? 'Encontramos 1 solicitud que hizo antes de tener cuenta'
      : `Encontramos ${quantos} solicitudes que hizo antes de tener cuenta`,
  ajuda: 'Se hicieron con su documento y su correo.',
  juntar: 'Agregar a mi cuenta',
  juntando: 'Agregando…',
  juntou: 'Listo: las solicitudes están en su cuenta.',
}

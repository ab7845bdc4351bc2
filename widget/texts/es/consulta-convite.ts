import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const convite: Traducao<Vozes['consultaConvite']> = {
  entrada: 'Ingresar',
  resultado: '¿Es suyo? Ingrese a su cuenta',
}

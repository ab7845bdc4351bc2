import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const convite: Traducao<Vozes['novoConvite']> = {
  texto: '¿Ya tiene cuenta? Ingrese y no escriba sus datos otra vez.',
  entrar: 'Ingresar',
}

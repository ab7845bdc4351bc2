import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const entradaComPasskey: Traducao<Vozes['entradaComPasskey']> = {
  entrar: 'Ingresar con llave de acceso (passkey)',
  esperando: 'Esperando la llave de acceso…',
  ou: 'o',
  comSenha: 'Ingresar con contraseña',
}

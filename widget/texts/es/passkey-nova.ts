import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const passkeyNova: Traducao<Vozes['passkeyNova']> = {
  criar: 'Crear llave de acceso',
  criando: 'Creando…',
  paraCriar: 'Es para crear una llave de acceso.',

  titulo: 'Ingrese más rápido la próxima vez',
  texto:
    'Cree una llave de acceso (passkey) en este dispositivo e ingrese con la huella, el rostro o el bloqueo de pantalla, sin escribir la contraseña.',
  agoraNao: 'Ahora no',
  feita: 'Llave de acceso creada. La próxima vez, ingrese con ella.',
}

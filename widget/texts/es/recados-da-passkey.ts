import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const recadosDaPasskey: Traducao<Vozes['recadosDaPasskey']> = {
  desistiu: 'No se usó la llave de acceso. Intente de nuevo cuando quiera o continúe de otra manera.',
  parada: '',
  repetida: 'Este dispositivo ya guarda una llave de acceso de esta cuenta.',
  impossivel: 'Este navegador no pudo usar una llave de acceso aquí. Continúe de otra manera.',
  recusada: 'Esta llave de acceso ya no vale para esta cuenta. Use otra llave o la contraseña.',
  vencida: 'Se acabó el tiempo para usar la llave de acceso. Intente de nuevo.',
}

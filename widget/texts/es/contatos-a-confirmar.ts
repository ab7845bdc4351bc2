import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const contatosAConfirmar: Traducao<Vozes['contatosAConfirmar']> = {
  titulo: 'Solo falta confirmar',
  especies: { email: 'Correo nuevo', emailAlternativo: 'Segundo correo', telefone: 'Celular' },
  ir: 'Escribir el código',
}

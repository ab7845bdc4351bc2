import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const contatosAConfirmar: Traducao<Vozes['contatosAConfirmar']> = {
  titulo: 'All that is left is to confirm',
  especies: { email: 'New email', emailAlternativo: 'Second email', telefone: 'Mobile phone' },
  ir: 'Enter the code',
}

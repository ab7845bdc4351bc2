import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const reautenticacao: Traducao<Vozes['reautenticacao']> = {
  titulo: 'Confirme que es usted',
  para: {
    credenciais: 'Es para cambiar las formas de ingresar a su cuenta.',
    email: 'Es para cambiar el correo de su cuenta.',
    exportacao: 'Es para descargar una copia de sus datos.',
    exclusao: 'Es para eliminar su cuenta.',
    gestao: 'Es para atender los expedientes.',
    administracao: 'Es para cambiar la administración de la atención.',
  },
  passkey: 'Usar llave de acceso (passkey)',
  usando: 'Esperando la llave de acceso…',
  ou: 'o',
  senha: 'Contraseña de la cuenta',
  semSenha: 'Escriba la contraseña.',
  continuar: 'Continuar',
  comSenha: 'Continuar con la contraseña',
  conferindo: 'Revisando…',
  cancelar: 'Cancelar',
}

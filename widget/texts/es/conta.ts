import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const conta: Traducao<Vozes['conta']> = {
  titulo: 'Ingresar',
  subtitulo: 'Vea todas sus solicitudes en un solo lugar.',
  login: 'CPF, CNPJ, usuario o correo',
  senha: 'Contraseña',
  mostrar: 'Mostrar',
  mostrarSenha: 'Mostrar la contraseña',
  ocultar: 'Ocultar',
  ocultarSenha: 'Ocultar la contraseña',
  lembrar: 'Recordar en este dispositivo',
  lembrarAjuda: 'Por 30 días. No lo marque si otras personas usan el dispositivo.',
  entrar: 'Ingresar',
  entrando: 'Ingresando…',
  criar: 'Crear cuenta',
  esqueci: 'Olvidé la contraseña',
  voltar: 'Volver al ingreso',
  saiu: 'Salió de su cuenta en este dispositivo.',
  terminou: 'Su sesión terminó. Ingrese de nuevo para continuar.',
  senhaTrocada: 'Contraseña cambiada. Ingrese con la contraseña nueva.',
  obrigatorios: 'Los campos con * son obligatorios.',

  semChave: {
    titulo: 'Esta página no es segura para ingresar',
    texto: 'Para proteger su cuenta, solo se puede ingresar en páginas que empiezan con https.',
    ligacao: 'Ingresar en la página segura',
  },

  erros: {
    titulo: 'Revise antes de continuar',
    login: 'Escriba el CPF, el CNPJ, el usuario o el correo.',
    senha: 'Escriba la contraseña.',
  },
}

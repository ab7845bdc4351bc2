import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const cadastro: Traducao<Vozes['cadastro']> = {
  titulo: 'Crear cuenta',
  subtitulo: 'Una sola cuenta, para solicitar y seguir todo.',
  sobreVoce: 'Más sobre usted',
  contatos: 'Otros contactos',
  endereco: 'Dirección',
  opcional: '(opcional)',
  criar: 'Crear cuenta',
  criando: 'Creando…',
  tenho: 'Ya tengo cuenta',

  confirmar: {
    titulo: 'Confirme su correo electrónico',
    enviado: (email) => `Enviamos un código a ${email}.`,
    validade: 'El código vale por 24 horas. Si no llega en unos minutos, revise la carpeta de spam.',
    corrigir: 'Corregir el correo',
    emailCerto: 'Correo electrónico correcto',
    corrigirEnviar: 'Enviar a este correo',
  },
  link: {
    titulo: 'Confirmar el registro',
    texto: 'Falta solo este paso para que su cuenta quede activa.',
    cadastrarDeNovo: 'Crear la cuenta de nuevo',
  },
  recuperar: {
    titulo: 'Olvidé la contraseña',
    subtitulo: 'Enviaremos un enlace al correo de su cuenta, válido por 30 minutos. Si usted tiene un usuario, también lo incluiremos.',
    email: 'Correo electrónico de la cuenta',
    enviar: 'Enviar el enlace',
    enviando: 'Enviando…',
    enviadoTitulo: 'Revise su correo',
    spam: 'Si no llega en unos minutos, revise la carpeta de spam.',
  },
  senhaNova: {
    titulo: 'Crear una contraseña nueva',
    texto: 'Después de cambiarla, su cuenta se cerrará en todos los dispositivos.',
    senha: 'Contraseña nueva',
    trocar: 'Cambiar la contraseña',
    trocando: 'Cambiando…',
    outro: 'Pedir otro enlace',
  },
}

import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const conta: Traducao<Vozes['conta']> = {
  titulo: 'Sign in',
  subtitulo: 'See all your requests in one place.',
  login: 'CPF, CNPJ, username or email',
  senha: 'Password',
  mostrar: 'Show',
  mostrarSenha: 'Show the password',
  ocultar: 'Hide',
  ocultarSenha: 'Hide the password',
  lembrar: 'Remember me on this device',
  lembrarAjuda: 'For 30 days. Leave it unticked if other people use this device.',
  entrar: 'Sign in',
  entrando: 'Signing in…',
  criar: 'Create an account',
  esqueci: 'I forgot my password',
  voltar: 'Back to sign in',
  saiu: 'You have signed out of your account on this device.',
  terminou: 'Your session has ended. Sign in again to continue.',
  senhaTrocada: 'Password changed. Sign in with the new password.',
  obrigatorios: 'Fields with * are required.',

  semChave: {
    titulo: 'This page is not safe to sign in on',
    texto: 'To protect your account, you can only sign in on pages that start with https.',
    ligacao: 'Sign in on the safe page',
  },

  erros: {
    titulo: 'Check before you continue',
    login: 'Enter your CPF, CNPJ, username or email.',
    senha: 'Enter your password.',
  },
}

import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const cadastro: Traducao<Vozes['cadastro']> = {
  titulo: 'Create an account',
  subtitulo: 'A single account, to ask for and follow everything.',
  sobreVoce: 'More about you',
  contatos: 'Other contact details',
  endereco: 'Address',
  opcional: '(optional)',
  criar: 'Create account',
  criando: 'Creating…',
  tenho: 'I already have an account',

  confirmar: {
    titulo: 'Confirm your email',
    enviado: (email) => `We sent a code to ${email}.`,
    validade: 'The code is valid for 24 hours. If it does not arrive in a few minutes, check your spam folder.',
    corrigir: 'Correct the email',
    emailCerto: 'Correct email',
    corrigirEnviar: 'Send to this email',
  },
  link: {
    titulo: 'Confirm your account',
    texto: 'Only this step is left before you can use your account.',
    cadastrarDeNovo: 'Create the account again',
  },
  recuperar: {
    titulo: 'I forgot my password',
    subtitulo: 'We will send a link to your account’s email, with your username if you have one. The link is valid for 30 minutes.',
    email: 'Account email',
    enviar: 'Send the link',
    enviando: 'Sending…',
    enviadoTitulo: 'Check your email',
    spam: 'If it does not arrive in a few minutes, check your spam folder.',
  },
  senhaNova: {
    titulo: 'Create a new password',
    texto: 'Once you change it, you are signed out on every device.',
    senha: 'New password',
    trocar: 'Change the password',
    trocando: 'Changing…',
    outro: 'Ask for another link',
  },
}

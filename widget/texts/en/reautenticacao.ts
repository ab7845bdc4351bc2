import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const reautenticacao: Traducao<Vozes['reautenticacao']> = {
  titulo: 'Confirm it is you',
  para: {
    credenciais: 'This is to change how you sign in to your account.',
    email: 'This is to change the email of your account.',
    exportacao: 'This is to download a copy of your data.',
    exclusao: 'This is to delete your account.',
    gestao: 'This is to handle the cases.',
    administracao: 'This is to change the administration of the service.',
  },
  passkey: 'Use a passkey',
  usando: 'Waiting for the passkey…',
  ou: 'or',
  senha: 'Account password',
  semSenha: 'Enter the password.',
  continuar: 'Continue',
  comSenha: 'Continue with the password',
  conferindo: 'Checking…',
  cancelar: 'Cancel',
}

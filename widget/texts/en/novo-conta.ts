import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const novoConta: Traducao<Vozes['novoConta']> = {
  entrou: (nome) => `You are signed in as ${nome}.`,
  naoE: 'Not you? Sign out',
  sair: 'Sign out',
  saiu: 'You have signed out of your account. What you wrote is still here.',
  terminou:
    'Your session has ended, but what you wrote is still here. Sign in again to keep the request in your account, or continue without signing in.',
  soNaAba: 'This browser does not keep you signed in: if you reload the page, sign in again.',

  porProcuracao: (nome) => `By power of attorney. It is sent by ${nome}.`,
  pedindoComo: 'You are asking as',
  outraPessoa: 'Ask on behalf of someone else',

  guardado: 'Draft saved in your account',
  indo: 'Saving the draft…',
  falhou: 'No connection: the draft is on this device and goes to your account when the connection is back.',
  apagado: 'Draft deleted from your account.',
  de: (quando) => `You began this request and the draft was saved in your account: ${quando}.`,
  doisRascunhos:
    'This request was also changed on another device. Nothing was lost: what is here became a second draft, and the other is still in your account.',
  usarOOutro: 'See the one from the other device',
  sumiu:
    'This draft was sent or deleted on another device, but what you wrote is still here. If you have already sent it, you do not need to send it again.',
  entrar: 'Sign in',
  entreParaContinuar: 'Sign in to your account to continue this request.',
  verNoPainel: 'See it in My requests',
}

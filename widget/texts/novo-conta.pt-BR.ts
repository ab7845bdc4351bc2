import { voz } from './voz.js'

/** What `<protocolo-novo>` says to who is signed in. Other languages follow the same keys. */
export const novoConta = voz('novoConta', {
  entrou: (nome: string) => `Você entrou como ${nome}.`,
  naoE: 'Não é você? Sair',
  sair: 'Sair',
  saiu: 'Você saiu da sua conta. O que você escreveu continua aqui.',
  terminou:
    'Sua sessão terminou. O que você escreveu continua aqui. Entre de novo para o pedido ficar na sua conta, ou continue sem entrar.',
  soNaAba: 'Este navegador não guarda a sessão: se recarregar a página, entre de novo.',

  porProcuracao: (nome: string) => `Por procuração. Quem envia é ${nome}.`,
  pedindoComo: 'Você está pedindo como',
  outraPessoa: 'Pedir em nome de outra pessoa',

  guardado: 'Rascunho guardado na sua conta',
  indo: 'Guardando o rascunho…',
  falhou: 'Sem conexão: o rascunho ficou neste aparelho e vai para a sua conta quando ela voltar.',
  apagado: 'Rascunho apagado da sua conta.',
  de: (quando: string) => `Você começou este pedido e o rascunho ficou guardado na sua conta: ${quando}.`,
  doisRascunhos:
    'Este pedido também foi alterado em outro aparelho. Nada se perdeu: o que está aqui virou um segundo rascunho, e o outro continua na sua conta.',
  usarOOutro: 'Ver o do outro aparelho',
  sumiu:
    'Este rascunho foi enviado ou apagado em outro aparelho. O que você escreveu continua aqui. Se já enviou, não precisa enviar de novo.',
  entrar: 'Entrar',
  entreParaContinuar: 'Entre na sua conta para continuar este pedido.',
  verNoPainel: 'Ver em Meus processos',
})

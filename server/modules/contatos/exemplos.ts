import type { ContatoPedido } from '../../contract/contas.js'

export const pedido: ContatoPedido = {
  confirmacao: '019ab4c2-0000-7000-8000-00000000000c',
  especie: 'email',
  enviadoPara: [
    { onde: 'novo', para: 'l•••@exemplo.br' },
    { onde: 'atual', para: 'h•••@exemplo.br' },
  ],
  mensagem:
    'Enviamos dois códigos de 6 números: um para o e-mail novo e outro para o atual. Se não chegar em alguns minutos, olhe na caixa de spam.',
}

import { voz } from './voz.js'

/** Of the requests that the person made before they had a conta. */
export const anteriores = voz('anteriores', {
  titulo: (quantos: number) =>
    quantos === 1 ? 'Achamos 1 pedido que você fez antes de ter conta' : `Achamos ${quantos} pedidos que você fez antes de ter conta`,
  ajuda: 'Com o mesmo documento e o mesmo e-mail da sua conta.',
  juntar: 'Juntar à minha conta',
  juntando: 'Juntando…',
  juntou: 'Pronto: os pedidos estão na sua conta.',
})

import { noAparelho } from './navegador.js'

const CHAVE = 'protocolo:passkey-oferecida:'

/** Whether this device has offered a passkey to a conta before. Where nothing is kept, it never has. */
export function jaOferecida(conta: string): boolean {
  return Boolean(noAparelho((aparelho) => aparelho.getItem(CHAVE + conta)))
}

export function notarOferecida(conta: string): void {
  noAparelho((aparelho) => aparelho.setItem(CHAVE + conta, '1'))
}

const CHAVE = 'protocolo:passkey-oferecida:'

/** Whether this device has offered a passkey to a conta before. Where nothing is kept, it never has. */
export function jaOferecida(conta: string): boolean {
  try {
    return localStorage.getItem(CHAVE + conta) !== null
  } catch {
    return false
  }
}

export function notarOferecida(conta: string): void {
  try {
    localStorage.setItem(CHAVE + conta, '1')
  } catch (erro) {
    console.debug('protocolo: this browser keeps nothing', erro)
  }
}

/** What stands for a session on this device. The private key cannot be taken out of the browser. */
export interface Guardada {
  par: CryptoKeyPair
  token: string
  id: string
  conta: string
  nome: string
  /** ISO 8601, UTC. */
  expiraEm: string
}

const PRATELEIRA = 'sessoes'
/** Name of the channel on which tags and tabs hear that a session, told by its name, began or ended. */
export const CANAL = 'protocolo-sessao'

/** Under which the session of an entidade is kept. @param raiz address of the API's `v1` */
export function nomeDaSessao(raiz: string, entidade: string): string {
  return `${raiz} ${entidade}`
}

/** @returns `sem-guarda` where the browser keeps nothing, as some private windows do: the session then lives in the tab. */
export async function lerGuardada(nome: string): Promise<Guardada | 'sem-guarda' | undefined> {
  return naGuarda('readonly', (prateleira): IDBRequest<Guardada | undefined> => prateleira.get(nome))
}

/** @returns whether the device kept it. */
export async function guardar(nome: string, sessao: Guardada): Promise<boolean> {
  return (await naGuarda('readwrite', (prateleira) => prateleira.put(sessao, nome))) !== 'sem-guarda'
}

export async function apagarGuardada(nome: string): Promise<void> {
  await naGuarda('readwrite', (prateleira) => prateleira.delete(nome))
}

async function naGuarda<T>(modo: IDBTransactionMode, usar: (prateleira: IDBObjectStore) => IDBRequest<T>): Promise<T | 'sem-guarda'> {
  try {
    const abertura = indexedDB.open('protocolo', 1)
    abertura.onupgradeneeded = () => abertura.result.createObjectStore(PRATELEIRA)
    const banco = await resultado(abertura)
    try {
      return await resultado(usar(banco.transaction(PRATELEIRA, modo).objectStore(PRATELEIRA)))
    } finally {
      banco.close()
    }
  } catch (erro) {
    console.debug('protocolo: this browser keeps no session beyond the tab', erro)
    return 'sem-guarda'
  }
}

function resultado<T>(pedido: IDBRequest<T>): Promise<T> {
  return new Promise((pronto, falhou) => {
    pedido.onsuccess = () => pronto(pedido.result)
    pedido.onerror = () => falhou(pedido.error)
  })
}

import type { PasskeyListada } from '../../server/contract/passkeys.js'
import type { RegistroPedido } from '../client/cerimonias.js'
import type { Sessao } from '../client/sessao.js'

export type { PasskeyListada }

/** The passkeys of who is signed in. Every call throws ProblemaDaApi or SemConexao. `confirmacao` is what a step-up gave. */
export interface Passkeys {
  listar(): Promise<PasskeyListada[]>
  /** Has the browser make one. @throws PasskeyNaoUsada too */
  criar(confirmacao?: string): Promise<PasskeyListada>
  renomear(id: string, nome: string): Promise<PasskeyListada>
  remover(id: string, confirmacao: string): Promise<void>
}

const raiz = '/conta/passkeys'

export function passkeysDe(sessao: Sessao): Passkeys {
  const com = (confirmacao: string | undefined) => ({ headers: confirmacao ? { 'Protocolo-Confirmacao': confirmacao } : {} })
  const uma = (id: string) => `${raiz}/${encodeURIComponent(id)}`
  return {
    listar: async () => (await (await sessao.pedir('GET', raiz)).json()).passkeys,
    async criar(confirmacao) {
      const { criarPasskey } = await import('./entrada-com-passkey.js')
      const pedido: RegistroPedido = await (await sessao.pedir('POST', `${raiz}/opcoes`, undefined, com(confirmacao))).json()
      const corpo = { desafio: pedido.desafio, resposta: await criarPasskey(pedido) }
      return (await sessao.pedir('POST', raiz, corpo, com(confirmacao))).json()
    },
    renomear: async (id, nome) => (await sessao.pedir('PATCH', uma(id), { nome })).json(),
    async remover(id, confirmacao) {
      await sessao.pedir('DELETE', uma(id), undefined, com(confirmacao))
    },
  }
}

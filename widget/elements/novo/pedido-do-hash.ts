import { novoConta as textos } from '../../texts/novo-conta.pt-BR.js'
import type { ContaDoNovo } from './conta.js'
import type { Novo } from './novo.js'

/** `#rascunho=…`, as the panel writes it: the draft that is to be gone on with. */
export class PedidoDoHash {
  readonly #novo: Novo
  readonly #conta: ContaDoNovo
  /** The draft that was asked for before anybody was signed in. */
  #pedido: string | undefined
  /** The draft that was opened, and for whom. */
  #seguido = ''

  constructor(novo: Novo, conta: ContaDoNovo) {
    this.#novo = novo
    this.#conta = conta
  }

  /** @returns whether there is one */
  async seguir(): Promise<boolean> {
    const { quem, rascunhos } = this.#conta
    const id = new URLSearchParams(location.hash.slice(1)).get('rascunho') ?? this.#pedido
    if (!id) return false
    this.#pedido = quem ? undefined : id
    if (!quem || !rascunhos) {
      this.#conta.pedirParaEntrar(textos.entreParaContinuar)
      return true
    }
    const seguido = `${quem.id} ${id}`
    if (this.#seguido === seguido && rascunhos.id === id) {
      await this.#novo.host.focar('.titulo')
      return true
    }
    this.#seguido = seguido
    await rascunhos.abrir(id)
    return true
  }
}

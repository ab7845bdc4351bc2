/** As many as the API takes at once. */
export const MAIS_SELECIONADOS = 100

/** Which rows are ticked. */
export class Selecao {
  readonly ids = new Set<string>()
  /** The last that was ticked by itself, from which Shift reaches. */
  #ancora: string | undefined

  /** @param ate with Shift: all from the last ticked one to this, in the order of `lista` */
  marcar(id: string, sim: boolean, lista: readonly string[], ate: boolean): void {
    const daqui = this.#ancora === undefined ? -1 : lista.indexOf(this.#ancora)
    const aqui = lista.indexOf(id)
    const alvos = ate && daqui >= 0 ? lista.slice(Math.min(daqui, aqui), Math.max(daqui, aqui) + 1) : [id]
    this.#ancora = id
    this.#por(alvos, sim)
  }

  marcarTodos(lista: readonly string[], sim: boolean): void {
    this.#por(lista, sim)
  }

  /** Only what is on screen can be ticked. */
  manter(lista: readonly string[]): void {
    const ha = new Set(lista)
    for (const id of this.ids) if (!ha.has(id)) this.ids.delete(id)
  }

  limpar(): void {
    this.ids.clear()
    this.#ancora = undefined
  }

  get cheia(): boolean {
    return this.ids.size >= MAIS_SELECIONADOS
  }

  #por(alvos: readonly string[], sim: boolean): void {
    for (const id of alvos) {
      if (!sim) this.ids.delete(id)
      else if (!this.cheia) this.ids.add(id)
    }
  }
}

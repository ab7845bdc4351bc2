import type { FiltroDaFila, Gestao, ItemDaFila, PaginaDaFila } from '../../../client/gestao.js'

/** Rows of a page, and the most that the API gives at once. */
const PAGINA = 25
const MAIS_LINHAS = 50

/** The list of one queue: what is on screen, and what came since without moving it. */
export class Lista {
  itens: readonly ItemDaFila[] | undefined
  falha: unknown
  /** The next page is on its way. */
  indo = false
  /** On screen still, and no longer in the queue. */
  readonly sairam = new Set<string>()
  /** As the queue is now, when others have come into it. */
  #fresca: PaginaDaFila | undefined
  #proximo: string | null = null
  #filtro: FiltroDaFila = {}
  /** Counts what was asked, so that an answer that comes late is dropped. */
  #vez = 0

  constructor(
    readonly api: Gestao,
    readonly desenhar: () => void,
  ) {}

  get temMais(): boolean {
    return this.#proximo !== null
  }

  /** How many have come among those on screen. What follows them in a longer queue is not new: it was not brought yet. */
  get novos(): number {
    const vistos = new Set(this.itens?.map(({ id }) => id))
    const agora = this.#fresca?.protocolos ?? []
    const ultimo = agora.findLastIndex(({ id }) => vistos.has(id))
    const alcance = this.temMais && ultimo >= 0 ? agora.slice(0, ultimo) : agora
    return alcance.filter(({ id }) => !vistos.has(id)).length
  }

  /** Another queue, or the same narrowed in another way. */
  trocar(filtro: FiltroDaFila): Promise<void> {
    this.itens = this.#fresca = undefined
    this.#filtro = filtro
    return this.recarregar()
  }

  /** As the queue is now, as many rows as there are on screen. */
  async recarregar(): Promise<void> {
    const vez = this.#comecar()
    this.falha = undefined
    this.desenhar()
    try {
      const pagina = await this.#tantas(this.itens?.length ?? 0)
      if (vez === this.#vez) this.#adotar(pagina)
    } catch (erro) {
      if (vez === this.#vez) this.falha = erro
    }
    this.desenhar()
  }

  /** @returns the first of the rows that it brought */
  async mais(): Promise<ItemDaFila | undefined> {
    const { itens } = this
    const depois = this.#proximo
    if (!itens || !depois || this.indo) return undefined
    const vez = this.#comecar()
    this.indo = true
    this.falha = undefined
    this.desenhar()
    try {
      const pagina = await this.api.fila({ ...this.#filtro, depois, limite: String(PAGINA) })
      if (vez !== this.#vez) return undefined
      const vistos = new Set(itens.map(({ id }) => id))
      const trazidos = pagina.protocolos.filter(({ id }) => !vistos.has(id))
      this.itens = [...itens, ...trazidos]
      this.#proximo = pagina.proximo
      return trazidos[0]
    } catch (erro) {
      if (vez === this.#vez) this.falha = erro
      return undefined
    } finally {
      if (vez === this.#vez) this.indo = false
      this.desenhar()
    }
  }

  /**
   * Asks again without moving anything: rows change where they stand, those that left stay and say so, those that came wait.
   * @param mudados ids of those that are known to have changed; undefined when any may have
   */
  async renovar(mudados: ReadonlySet<string> | undefined): Promise<void> {
    const { itens } = this
    if (!itens || this.indo) return
    const vez = this.#vez
    const fresca = await this.#tantas(itens.length + 1)
    if (vez !== this.#vez || itens !== this.itens) return
    const agora = new Map(fresca.protocolos.map((item) => [item.id, item]))
    for (const { id } of itens) {
      if (agora.has(id)) this.sairam.delete(id)
      else if (fresca.proximo === null || mudados?.has(id)) this.sairam.add(id)
    }
    this.itens = itens.map((item) => agora.get(item.id) ?? item)
    this.#fresca = fresca
    this.desenhar()
  }

  /** Shows the queue as it is now. */
  mostrarNovos(): void {
    if (this.#fresca) this.#adotar(this.#fresca)
    this.desenhar()
  }

  #comecar(): number {
    this.#vez += 1
    this.indo = false
    return this.#vez
  }

  #adotar({ protocolos, proximo }: PaginaDaFila): void {
    this.itens = protocolos
    this.#proximo = proximo
    this.#fresca = undefined
    this.sairam.clear()
  }

  async #tantas(quantas: number): Promise<PaginaDaFila> {
    const limite = String(Math.min(Math.max(quantas, PAGINA), MAIS_LINHAS))
    let pagina = await this.api.fila({ ...this.#filtro, limite })
    while (pagina.proximo && pagina.protocolos.length < quantas) {
      const seguinte = await this.api.fila({ ...this.#filtro, limite, depois: pagina.proximo })
      pagina = { ...seguinte, protocolos: [...pagina.protocolos, ...seguinte.protocolos] }
    }
    return pagina
  }
}

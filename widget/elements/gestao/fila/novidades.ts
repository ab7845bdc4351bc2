import { html, type TemplateResult } from 'lit'
import { nomesDeSituacao } from '../../../../server/contract/palavras.js'
import { fila as textos } from '../../../texts/fila.pt-BR.js'
import type { Fila } from './fila.js'

/** Milliseconds: changes that come together are asked for together, and not by everybody at once. */
const JUNTAR = 300
const ESPALHAR = 700
/** Before what could not be asked for is asked for again. */
const DE_NOVO = 5000

/** Keeps the list as it is on the server, without moving anything that the person may be about to touch. */
export class Novidades {
  #mudados: Set<string> | undefined = new Set()
  #relogio: ReturnType<typeof setTimeout> | undefined

  constructor(readonly fila: Fila) {}

  /** Without an id, anything may have changed. */
  mudou(id?: string): void {
    if (id) this.#mudados?.add(id)
    else this.#mudados = undefined
    this.#agendar(JUNTAR + Math.random() * ESPALHAR)
  }

  /** How many have come, and what shows them. */
  renderizar(): TemplateResult {
    const { novos } = this.fila.lista
    const mostrar = () => {
      this.fila.lista.mostrarNovos()
      void this.fila.lugar.host.focar('.titulo')
    }
    return html`<div class="novidades" role="status">
      ${novos > 0 ? html`<div class="chegaram">${textos.novos(novos)} <button type="button" class="botao botao-texto" @click=${mostrar}>${textos.mostrar}</button></div>` : ''}
    </div>`
  }

  #agendar(espera: number): void {
    this.#relogio ??= setTimeout(() => void this.#renovar(), espera)
  }

  async #renovar(): Promise<void> {
    const { lista } = this.fila
    const mudados = this.#mudados
    this.#mudados = new Set()
    this.#relogio = undefined
    const antes = new Map(lista.itens?.map((item) => [item.id, item.situacao]))
    try {
      await Promise.all([lista.renovar(mudados), this.fila.contar()])
      this.fila.manter()
      this.#dizer(antes)
    } catch (erro) {
      console.debug('protocolo: what changed is asked for again', erro)
      this.#mudados = undefined
      this.#agendar(DE_NOVO)
    }
  }

  /** Only of the queue on screen: over another view, it would talk into what was done there. */
  #dizer(antes: ReadonlyMap<string, string>): void {
    const { lista, lugar } = this.fila
    if (!lugar.host.recipiente.querySelector('.pe-da-lista')) return
    const mudaram = lista.itens?.filter(({ id, situacao }) => antes.has(id) && antes.get(id) !== situacao) ?? []
    const [um] = mudaram
    if (!um) return
    void lugar.host.anunciar(mudaram.length > 1 ? textos.mudaram(mudaram.length) : textos.mudou(um.numero, nomesDeSituacao[um.situacao]))
  }
}

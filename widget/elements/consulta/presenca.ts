import '../../base/comum.js'
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { Porta } from '../../account/porta.js'
import { aoEntrar } from '../../client/presenca.js'
import { convite as textos } from '../../texts/consulta-convite.pt-BR.js'
import type { Consulta } from './consulta.js'
import type { ContaDaConsulta } from './conta.js'

/** Who is signed in, and the way in for who is not. Consulting needs no conta: what serves who has one loads on its own. */
export class Presenca implements ReactiveController {
  /** Who is signed in, once somebody is. */
  conta: ContaDaConsulta | undefined
  /** Somebody is about to be known. */
  #alguem = false
  #porta: Porta | undefined
  #onde = ''
  #deixar: (() => void) | undefined

  constructor(readonly consulta: Consulta) {
    consulta.host.addController(this)
    consulta.host.requestUpdate()
  }

  hostConnected(): void {
    this.#olhar()
  }

  hostUpdated(): void {
    this.#olhar()
  }

  hostDisconnected(): void {
    this.#deixar?.()
    this.#onde = ''
  }

  /** Below what the tag shows. */
  rodape(): TemplateResult {
    return html`${this.conta?.rodape()}${this.#porta?.renderizar()}`
  }

  /** For who is not signed in, beside what can also be done. */
  convite(onde: keyof typeof textos = 'entrada'): TemplateResult | typeof nothing {
    if (this.conta ? !this.conta.fora : this.#alguem) return nothing
    return html`<button type="button" class="botao botao-texto rente" @click=${() => void this.#abrir()}>${textos[onde]}</button>`
  }

  async #abrir(): Promise<void> {
    const { consulta } = this
    const trazida = await consulta.tentar('entrar', async () => {
      const { Porta } = await import('../../account/porta.js')
      this.#porta ??= new Porta(consulta.host)
    })
    if (trazida) await this.#porta?.abrir()
  }

  #olhar(): void {
    const { host } = this.consulta
    const onde = `${host.api} ${host.entidade}`
    if (onde === this.#onde || !host.isConnected || !host.cliente.raiz) return
    this.#onde = onde
    this.#deixar?.()
    this.#alguem = false
    this.#deixar = aoEntrar(host, () => void this.#trazer()).parar
  }

  async #trazer(): Promise<void> {
    const { consulta } = this
    this.#alguem = true
    consulta.host.requestUpdate()
    try {
      const { ContaDaConsulta } = await import('./conta.js')
      this.conta ??= new ContaDaConsulta(consulta)
    } catch (erro) {
      console.debug('protocolo: who is signed in is not known here', erro)
    }
  }
}

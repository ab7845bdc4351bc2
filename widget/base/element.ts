import { type CSSResult, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { type Cartao, type Cliente, criarCliente } from '../client/api.js'
import { avisoDeFalha, faltaDoSite, SemEntidade } from '../parts/falha.js'
import { type Textos, textos } from '../texts/textos.js'
import { fala, type Idioma, idioma, type Parcial } from '../texts/voz.js'
import type { Vozes } from '../texts/vozes.js'
import { enderecoDaApi } from './endereco.js'
import { adotar, estilo, moldura } from './estilo.js'
import type { EventosDoProtocolo } from './eventos.js'
import { linguaDaPagina } from './lingua.js'
import { aplicarTema, type Tema } from './tema.js'

let tags = 0

/** Milliseconds until what was announced is over. */
const DITO = 6000

/**
 * What every tag is: a frame in shadow DOM with one slot, and everything that people read or type in one
 * light-DOM container there, so that sign-language translators, password managers and the page's own
 * contrast bar reach it.
 *
 * A tag is a small class that draws nothing itself: `carregar()` brings the code of its views the first time
 * it is in a page, while the entidade's card is on its way, and `renderizar()` draws once both are there.
 */
export abstract class ProtocoloElement extends LitElement {
  static override properties: PropertyDeclarations = {
    entidade: {},
    api: {},
    tema: {},
    nivel: { type: Number },
    idioma: {},
    textos: { attribute: false },
    cartao: { state: true },
    falha: { state: true },
    pronto: { state: true },
    anuncio: { state: true },
  }

  /** Codigo of the entidade. */
  declare entidade: string
  /** Address of the API, when it is not where the script came from. */
  declare api: string
  /** `claro`, `escuro`, `auto` (as the device asks) or `govbr`; what the entidade chose when absent. */
  declare tema: Tema | ''
  /** Level of the tag's first heading, 1 to 5; 2 unless told. */
  declare nivel: number
  /**
   * `pt-BR`, `es` or `en`. One for all tags of the page: who says none speaks as the others do. When no tag says, the `lang` of the page
   * around the tag counts as it comes in; what is neither `es` nor `en` is Portuguese.
   */
  declare idioma: Idioma | ''
  /** Words of the page's own, over those of the language. They count for all tags of the page. */
  declare textos: Parcial<Vozes> | undefined

  /** The public card of the entidade. */
  declare cartao: Cartao | undefined
  declare private falha: unknown
  declare private pronto: boolean
  declare private anuncio: string

  readonly comuns: Textos = textos
  /** Begins the ids of everything in this tag. */
  readonly prefixo = `protocolo-${++tags}`
  #estilos = [estilo]
  #cliente: Cliente | undefined
  #recipiente: HTMLElement | undefined
  #soltar: AbortController | undefined
  #calar: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.entidade = ''
    this.api = ''
    this.tema = ''
    this.nivel = 2
    this.idioma = ''
    this.pronto = false
    this.anuncio = ''
  }

  /** The API of the tag's entidade. */
  get cliente(): Cliente {
    this.#cliente ??= criarCliente(this.api || enderecoDaApi(), this.entidade)
    return this.#cliente
  }

  /** The light-DOM container that holds everything the tag draws. */
  get recipiente(): HTMLElement {
    this.#recipiente ??= this.#criarRecipiente()
    return this.#recipiente
  }

  /** Whose words the tag says, in languages other than pt-BR. */
  protected get diz(): 'cidadao' | 'gestao' {
    return 'cidadao'
  }

  /** Brings the code of the tag's views. */
  protected async carregar(): Promise<void> {
    await Promise.resolve()
  }

  /** Draws the tag. Called only once `carregar()` is done and the card is there. */
  protected abstract renderizar(): TemplateResult | typeof nothing

  /** Shown while the tag loads, of about the height of what comes. */
  esqueleto(): TemplateResult {
    return html`<div class="esqueleto" aria-hidden="true"><i class="e-titulo"></i><i class="e-campo"></i><i class="e-campo"></i><i></i></div>`
  }

  /** Adopts further style sheets beside the common one, wherever the tag goes. */
  usarEstilos(...folhas: CSSResult[]): void {
    this.#estilos = [...new Set([...this.#estilos, ...folhas])]
    this.#adotarEstilos()
  }

  /** Puts the focus on the first match inside the tag, once it is drawn. */
  async focar(seletor: string): Promise<void> {
    await this.updateComplete
    this.recipiente.querySelector<HTMLElement>(seletor)?.focus()
  }

  /** Has screen readers say a text, again if it is the same as the last. It does not stay for who reads on to come across. */
  async anunciar(texto: string): Promise<void> {
    this.anuncio = ''
    await this.updateComplete
    this.anuncio = texto
    clearTimeout(this.#calar)
    this.#calar = setTimeout(() => (this.anuncio = ''), DITO)
  }

  /** Tells the page something. */
  emitir<Nome extends keyof EventosDoProtocolo>(nome: Nome, detail: EventosDoProtocolo[Nome]): void {
    this.dispatchEvent(new CustomEvent(nome, { detail, bubbles: true, composed: true }))
  }

  protected override createRenderRoot(): HTMLElement {
    const quadro = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    if (!quadro.firstChild) quadro.append(Object.assign(document.createElement('slot'), { name: 'protocolo' }))
    adotar(quadro, moldura)
    return this.recipiente
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#adotarEstilos()
    if (this.recipiente.parentNode !== this) this.append(this.recipiente)
    this.#soltar = new AbortController()
    const { signal } = this.#soltar
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#vestir(), { signal })
    addEventListener('online', () => this.falha && this.#comecar(), { signal })
    fala.tags.add(this)
    this.soar()
    if (this.hasUpdated) void this.#comecar()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#soltar?.abort()
    fala.tags.delete(this)
  }

  protected override willUpdate(mudou: Map<PropertyKey, unknown>): void {
    const outra = mudou.has('entidade') || mudou.has('api')
    if (outra) this.#cliente = undefined
    if (outra || !this.hasUpdated) void this.#comecar()
    else if (mudou.has('idioma') || mudou.has('textos')) this.#falar().catch(console.debug)
    this.#vestir()
  }

  protected override render(): TemplateResult {
    return html`<p class="so-leitor" role="status">${this.anuncio}</p>
      <div class="quadro" aria-busy=${this.#estado() === 'carregando' ? 'true' : nothing}>${this.#conteudo()}</div>`
  }

  #estado(): 'falha' | 'pronto' | 'carregando' {
    if (this.falha) return 'falha'
    return this.cartao && this.pronto ? 'pronto' : 'carregando'
  }

  #conteudo(): unknown {
    const estado = this.#estado()
    if (estado === 'pronto') return this.renderizar()
    if (estado === 'falha') return avisoDeFalha(this.falha, { textos: this.comuns, tentar: () => void this.#recomecar() })
    return html`<p class="so-leitor">${this.comuns.carregando}</p>${this.esqueleto()}`
  }

  /** Card and views, side by side. What arrives for an entidade that the tag no longer shows is dropped. */
  async #comecar(): Promise<void> {
    const { cliente } = this
    this.falha = undefined
    try {
      if (!this.entidade) throw new SemEntidade()
      const [cartao] = await Promise.all([cliente.cartao(), this.#falar().then(() => this.carregar())])
      if (cliente !== this.cliente) return
      this.cartao = cartao
      await this.#falar()
      this.pronto = true
    } catch (erro) {
      if (cliente !== this.cliente) return
      this.falha = erro
      const falta = faltaDoSite(erro, this.entidade)
      if (falta) console.warn(`<${this.localName}>: ${falta}`)
    }
  }

  /** Asked for by a button that goes away: the focus stays in the tag. */
  async #recomecar(): Promise<void> {
    await this.#comecar()
    await this.focar(this.falha ? '.botao' : '.titulo')
  }

  #adotarEstilos(): void {
    const raiz = this.getRootNode()
    if (raiz instanceof Document || raiz instanceof ShadowRoot) for (const folha of this.#estilos) adotar(raiz, folha)
  }

  /** The words of the page, before the code that says them, and again once the card tells of the entidade's own. */
  async #falar(): Promise<void> {
    const pedido = this.#pedido()
    if (!(this.textos || this.cartao?.palavras || fala.vestir || /^e[ns]/i.test(pedido))) return
    const { aprender, falar } = await import('../texts/idiomas.js')
    const lingua = await aprender(pedido, this.diz)
    if (pedido === this.#pedido()) falar(lingua)
  }

  #pedido(): string {
    return this.idioma || ([...fala.tags].some((tag) => tag.idioma) ? idioma() : linguaDaPagina(this))
  }

  /** The words have changed. */
  soar(): void {
    this.recipiente.lang = idioma()
    this.requestUpdate()
  }

  #vestir(): void {
    aplicarTema(this.recipiente, this.tema || undefined, this.cartao?.tema)
  }

  #criarRecipiente(): HTMLElement {
    for (const copia of this.querySelectorAll(':scope > .protocolo[slot=protocolo]')) copia.remove()
    const recipiente = document.createElement('div')
    recipiente.slot = 'protocolo'
    recipiente.className = 'protocolo'
    this.append(recipiente)
    return recipiente
  }
}

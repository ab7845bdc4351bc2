import { type CSSResult, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { type Cartao, type Cliente, criarCliente } from '../client/api.js'
import { avisoDeFalha, SemApi, SemEntidade } from '../parts/falha.js'
import { type Textos, textos } from '../texts/textos.js'
import { fala, type Idioma, idioma } from '../texts/voz.js'
import type { TextosDoProtocolo } from '../texts/vozes.js'
import { enderecoDaApi } from './endereco.js'
import { adotar, estilo, moldura } from './estilo.js'
import type { EventosDoProtocolo } from './eventos.js'
import { linguaDaPagina } from './lingua.js'
import { aplicarTema, type Tema } from './tema.js'

let tags = 0

/** Milliseconds until what was announced is over. */
const DITO = 6000
/** Milliseconds of loading until the tag says that it is still at it. */
export const DEMORA = 5000

/**
 * What every tag is: a frame in shadow DOM with four slots, three of them the page's, and everything that people read or type
 * in one light-DOM container in the other, so that sign-language translators, password managers and the page's own
 * contrast bar reach it.
 *
 * A tag is a small class that draws nothing itself: `carregar()` brings the code of its views the first time
 * it is in a page, while the entidade's card is on its way, and `renderizar()` draws once both are there.
 *
 * Every tag reads the same custom properties. A colour that is not told is the theme's, as are these defaults of `claro`.
 *
 * @cssprop [--protocolo-cor-acao=#0b5cad] - Buttons, links and what is chosen. The entidade's own when absent. One too pale for texts is darkened, in `escuro` lightened, until they can be read.
 * @cssprop [--protocolo-cor-foco] - Ring around what has the focus; the colour of action when absent.
 * @cssprop [--protocolo-cor-texto=#1b1f24] - Texts.
 * @cssprop [--protocolo-cor-texto-suave=#57606a] - Hints, dates and other secondary texts.
 * @cssprop [--protocolo-cor-fundo=#fff] - Background of the tag and of its inputs. Keep it light, in `escuro` dark.
 * @cssprop [--protocolo-cor-linha=#d5dbe1] - Lines between parts.
 * @cssprop [--protocolo-cor-borda=#77828e] - Borders of inputs.
 * @cssprop [--protocolo-cor-sucesso=#17702f] - What is done, with its pale background.
 * @cssprop [--protocolo-cor-atencao=#805300] - What waits for somebody, with its pale background.
 * @cssprop [--protocolo-cor-erro=#b42318] - What is wrong, with its pale background.
 * @cssprop [--protocolo-cor-pausa=#5b4bb5] - What stands still and who goes first, with its pale background.
 * @cssprop [--protocolo-fonte=inherit] - Font family.
 * @cssprop [--protocolo-tamanho=max(16px, 1rem, 1em)] - Base size, from which every other follows.
 * @cssprop [--protocolo-raio=.5em] - Radius of inputs and boxes.
 * @cssprop [--protocolo-raio-do-botao=.5em] - Radius of buttons; that of inputs when absent.
 * @cssprop [--protocolo-espaco=1.25em] - Space between blocks.
 * @cssprop [--protocolo-recuo=1.5em] - Space between the frame and what it holds; less in narrow columns when absent.
 * @cssprop [--protocolo-borda=1px solid #d5dbe1] - Border of the frame; `0` for none.
 * @cssprop [--protocolo-largura=48em] - Widest that the tag gets; the desk takes the whole width.
 *
 * @fires {CustomEvent<{entidade: string}>} protocolo-pronto - The tag may be used: its first view is on screen. Again, once it shows another entidade or was taken to another place of the page.
 * @fires {CustomEvent<{entidade: string, codigo: string}>} protocolo-falha - What somebody asked for did not come about, and the tag says why: `sem_conexao`, `sem_entidade`, `inesperada`, or the codigo of the API's problem, such as `protocolo_nao_encontrado`.
 * @fires {CustomEvent<{entidade: string, aberta: boolean}>} protocolo-sessao - Somebody signed in, or is signed in no more, here or in another tab. Each tag that knows tells it. Carries no personal data.
 * @slot - What people without JavaScript see: a link to the page that the API serves.
 * @slot cabecalho - The page's own words over the tag, whatever it shows. The page styles them.
 * @slot ajuda - The page's own help, below the tag.
 * @slot rodape - The page's own last words, below the help.
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
  /** Address of the server, when it is not where the script came from, as in a page that has the script in a bundle of its own. */
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
  declare textos: TextosDoProtocolo | undefined

  /** @internal The public card of the entidade. */
  declare cartao: Cartao | undefined
  /** @internal What the tag could not load for. */
  declare falha: unknown
  declare private pronto: boolean
  declare private anuncio: string

  /** @internal */
  readonly comuns: Textos = textos
  /** @internal Begins the ids of everything in this tag. */
  readonly prefixo = `protocolo-${++tags}`
  #estilos = [estilo]
  #cliente: Cliente | undefined
  #recipiente: HTMLElement | undefined
  #soltar: AbortController | undefined
  #chegada: Promise<void> | undefined
  #calar: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.entidade = this.api = this.tema = this.idioma = this.anuncio = ''
    this.nivel = 2
    this.pronto = false
  }

  /** @internal The API of the tag's entidade. */
  get cliente(): Cliente {
    this.#cliente ??= criarCliente(this.api || enderecoDaApi(), this.entidade)
    return this.#cliente
  }

  /** @internal The light-DOM container that holds everything the tag draws. */
  get recipiente(): HTMLElement {
    this.#recipiente ??= this.#criarRecipiente()
    return this.#recipiente
  }

  /** @internal Whose words the tag says, in languages other than pt-BR. */
  protected get diz(): 'cidadao' | 'gestao' {
    return 'cidadao'
  }

  /** @internal Brings the code of the tag's views. */
  protected async carregar(): Promise<void> {
    await Promise.resolve()
  }

  /** @internal Draws the tag. Called only once `carregar()` is done and the card is there. */
  protected abstract renderizar(): TemplateResult | typeof nothing

  /** @internal Shown while the tag loads, of about the height of what comes. */
  esqueleto(): TemplateResult {
    return html`<div class="esqueleto" aria-hidden="true"><i class="e-titulo"></i><i class="e-campo"></i><i class="e-campo"></i><i></i></div>`
  }

  /** @internal Adopts further style sheets beside the common one, wherever the tag goes. */
  usarEstilos(...folhas: CSSResult[]): void {
    this.#estilos = [...new Set([...this.#estilos, ...folhas])]
    this.#adotarEstilos()
  }

  /** @internal Puts the focus on the first match inside the tag, once it is drawn. */
  async focar(seletor: string): Promise<void> {
    await this.updateComplete
    this.recipiente.querySelector<HTMLElement>(seletor)?.focus()
  }

  /** @internal Has screen readers say a text, again if it is the same as the last. It does not stay for who reads on to come across. */
  async anunciar(texto: string): Promise<void> {
    this.anuncio = ''
    await this.updateComplete
    this.anuncio = texto
    clearTimeout(this.#calar)
    this.#calar = setTimeout(() => (this.anuncio = ''), DITO)
  }

  /** @internal Tells the page something. */
  emitir<Nome extends keyof EventosDoProtocolo>(nome: Nome, dados: Omit<EventosDoProtocolo[Nome], 'entidade'>): void {
    this.dispatchEvent(new CustomEvent(nome, { detail: { entidade: this.entidade, ...dados }, bubbles: true, composed: true }))
  }

  /** Signs out, in every tag of the page and in other tabs. Nothing happens when nobody is signed in. @throws {ErroDoProtocolo} */
  sair(): Promise<void> {
    return this.aPedido(({ sair }) => sair(this))
  }

  /** @internal What the page asks for by a method, once the tag may be used. @throws {ErroDoProtocolo} when it did not come about */
  protected async aPedido(fazer: (pagina: typeof import('./para-a-pagina.js')) => unknown): Promise<void> {
    const pagina = await import('./para-a-pagina.js')
    await this.updateComplete
    await this.#chegada
    await pagina.aPedido(this.falha, () => fazer(pagina))
  }

  protected override createRenderRoot(): HTMLElement {
    const quadro = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    if (!quadro.firstChild)
      for (const name of ['cabecalho', 'protocolo', 'ajuda', 'rodape'])
        quadro.append(Object.assign(document.createElement('slot'), { name }))
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
    addEventListener('online', () => (this.falha ? this.#comecar() : this.requestUpdate()), { signal })
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

  /** Tells the page of failures that came on screen. */
  protected override updated(): void {
    for (const aviso of this.recipiente.querySelectorAll('[data-falha]')) {
      this.emitir('protocolo-falha', { codigo: aviso.getAttribute('data-falha') ?? '' })
      aviso.removeAttribute('data-falha')
    }
  }

  protected override render(): TemplateResult {
    return html`<p class="so-leitor" role="status">${this.anuncio}</p>
      <div class="quadro" aria-busy=${this.falha || this.pronto ? nothing : 'true'}>${this.#conteudo()}</div>`
  }

  #conteudo(): unknown {
    if (this.falha) return avisoDeFalha(this.falha, { textos: this.comuns, tentar: () => void this.#recomecar() })
    if (this.pronto) return this.renderizar()
    return html`<p class="so-leitor">${this.comuns.carregando}</p>${this.esqueleto()}<p aria-hidden="true">${this.anuncio}</p>`
  }

  #comecar(): Promise<void> {
    this.#chegada = this.#chegar()
    return this.#chegada
  }

  /** Card and views, side by side. What arrives for an entidade that the tag no longer shows is dropped. */
  async #chegar(): Promise<void> {
    const { cliente } = this
    const demora = setTimeout(() => (this.anuncio = this.comuns.demora), DEMORA)
    this.falha = undefined
    try {
      if (!this.entidade) throw new SemEntidade()
      if (!cliente.raiz) throw new SemApi()
      const [cartao] = await Promise.all([cliente.cartao(), this.#falar().then(() => this.carregar())])
      if (cliente !== this.cliente) return this.#chegada
      this.cartao = cartao
      await this.#falar()
      this.pronto = true
    } catch (erro) {
      if (cliente !== this.cliente) return this.#chegada
      this.falha = erro
      import('./para-a-pagina.js').then(({ avisarDoSite }) => avisarDoSite(erro, this), console.debug)
      return
    } finally {
      clearTimeout(demora)
      this.anuncio = ''
    }
    await this.updateComplete
    this.emitir('protocolo-pronto', {})
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
    if (!(this.textos || this.cartao?.nomes || fala.vestir || /^e[ns]/i.test(pedido))) return
    const { aprender, falar } = await import('../texts/idiomas.js')
    const lingua = await aprender(pedido, this.diz)
    if (pedido === this.#pedido()) falar(lingua)
  }

  #pedido(): string {
    return this.idioma || ([...fala.tags].some((tag) => tag.idioma) ? idioma() : linguaDaPagina(this))
  }

  /** @internal The words have changed. */
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

import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import { avisar } from '../base/avisos.js'
import { DEMORA, type ProtocoloElement } from '../base/element.js'
import { enderecoDaApi } from '../base/endereco.js'
import type { TelaDoProtocolo } from '../base/eventos.js'
import { nestaPagina } from '../base/vizinhos.js'
import { type Cartao, SemConexao } from '../client/api.js'
import { type Sessao, sessaoDe } from '../client/sessao.js'
import { aviso } from '../parts/aviso.js'
import { avisoDeFalha, Engano } from '../parts/falha.js'
import { conta as textos } from '../texts/conta.pt-BR.js'
import { type Casa, Conta, type TelaDaConta, telasDaConta } from './conta.js'
import { estiloDaConta } from './estilo-conta.js'
import { anotarRota, hashDe, type Partes, type Rota } from './rota.js'

type Aviso = 'saiu' | 'terminou' | 'senhaTrocada'

/** What a tag shows to who is signed in. */
export interface Interior<Tela extends TelaDoProtocolo> {
  renderizar(rota: Rota<Tela>, cartao: Cartao): TemplateResult
  /** Asks for what a view shows. @throws when its code does not come */
  preparar(rota: Rota<Tela>): Promise<void>
  /** Something else takes its place. */
  desligar(): void
  /** The person signs out: nothing that they wrote stays in the tab. */
  esquecer(): void
}

/** What sets one tag apart from another. */
export interface Planta<Tela extends TelaDoProtocolo> {
  /** Begins the hashes of the tag: `#painel=…`. */
  nome: string
  comeco: Tela
  /** Those that a page may ask for: the others are of one protocolo, or come with a link. */
  telas: readonly string[]
  /** The rota in a hash; undefined when it is not the tag's. */
  ler(hash: string): Rota<Tela> | undefined
  /** Brings what is inside, for who has just signed in. */
  trazer(): Promise<(recinto: Recinto<Tela>) => Interior<Tela>>
}

/** A tag that is for who is signed in: who that is, and which view is on screen. What is inside loads once somebody is. */
export class Recinto<Tela extends TelaDoProtocolo> implements ReactiveController, Casa {
  rota: Rota<Tela>
  readonly #comeco: Rota<Tela>
  readonly #conta: Conta
  #sessao: Sessao | undefined
  #dentro: Interior<Tela> | undefined
  #aviso: Aviso | undefined
  /** What kept the code of the view on screen away. */
  #falha: unknown
  /** That something did not come was told, as the tag is drawn now. */
  #dita = false
  #aberta = false
  /** The person is signing out here. */
  #saindo = false
  #despedida: TemplateResult | undefined
  /** Another view was asked for, by a link or by the page's address: its heading takes the focus once it is there. */
  #chamado = false
  #preparo: Promise<void> | undefined
  /** Of the view whose code is awaited: what becomes of another's says nothing of this one. */
  #vez = 0
  /** The view that the page was told of. */
  #contada = ''
  /** What has the focus as the tag is about to be drawn again. */
  #focado: Element | undefined
  #soltar: AbortController | undefined
  #calar: (() => void) | undefined

  subtitulo?(): string

  constructor(
    readonly host: ProtocoloElement,
    readonly planta: Planta<Tela>,
  ) {
    this.#comeco = { tela: planta.comeco, partes: {}, link: '' }
    this.rota = this.#comeco
    this.#conta = new Conta(this)
    host.usarEstilos(estiloDaConta)
    host.addController(this)
  }

  get api(): string {
    return this.host.api || enderecoDaApi()
  }

  get link(): string {
    return this.rota.link
  }

  get sessao(): Sessao {
    this.#sessao ??= sessaoDe(this.api, this.host.entidade)
    return this.#sessao
  }

  hostConnected(): void {
    this.#soltar = new AbortController()
    const { signal } = this.#soltar
    for (const evento of ['popstate', 'hashchange']) addEventListener(evento, () => void this.#voltou(), { signal })
    addEventListener('online', () => this.#tentarTudo(), { signal })
    this.#ouvirSessao()
  }

  hostUpdate(): void {
    this.#focado = this.#comFoco
  }

  hostUpdated(): void {
    if (this.#focado?.isConnected === false) void this.#recolherFoco()
    this.#contarTela()
    if (!this.#chamado || !this.host.recipiente.querySelector('.titulo')) return
    this.#chamado = false
    void this.host.focar('.titulo')
  }

  hostDisconnected(): void {
    this.#soltar?.abort()
    this.#calar?.()
  }

  /** For the entidade that the tag shows now. */
  async comecar(): Promise<void> {
    this.#calar?.()
    this.#sessao = sessaoDe(this.api, this.host.entidade)
    this.rota = this.planta.ler(location.hash) ?? this.rota
    this.#chamado = this.rota.link !== '' || location.hash === '#entrar'
    await this.sessao.pronta()
    // Heard only now: what was read is prepared for here, once.
    if (this.host.isConnected) this.#ouvirSessao()
    this.#deixarDentro()
    this.#notarSessao()
    await this.#preparar()
  }

  renderizar(): TemplateResult | typeof nothing {
    const { cartao } = this.host
    if (!cartao) return nothing
    const rota = this.#rotaPossivel()
    const daConta = telasDaConta.find((uma) => uma === rota.tela)
    this.#dita = false
    const vista = daConta ? !this.#falha && this.#conta.renderizar(daConta, cartao) : this.#dentro?.renderizar(rota, cartao)
    return html`<div class="dito" role="status">${this.#avisar()}</div>${vista || html`<div class="alto">${this.espera()}</div>`}`
  }

  /** Stands where a view will, whose code is on its way or did not come. */
  espera(): TemplateResult | typeof nothing {
    return this.#falha ? this.falta(this.#falha) : html`<p class="so-leitor">${this.host.comuns.carregando}</p>${this.host.esqueleto()}`
  }

  /** What kept something of the view away, and the way to ask for all of it again: told once, however much did not come. */
  falta(falha: unknown, mais?: string): TemplateResult | typeof nothing {
    if (this.#dita) return nothing
    this.#dita = true
    return avisoDeFalha(falha, { textos: this.host.comuns, tentar: () => void this.deNovo(), mais })
  }

  /** Asks again for all that the view on screen shows. */
  deNovo(): Promise<void> {
    this.#chamado ||= Boolean(this.#comFoco?.matches('.tentar'))
    return this.#preparar()
  }

  mostrar(tela: TelaDaConta, avisar?: 'senhaTrocada'): void {
    this.#conta.virar()
    void this.ir(tela, {}, avisar)
  }

  async entrou(): Promise<void> {
    this.#conta.esquecer()
    await this.#chegar()
  }

  enderecoDe(tela: Tela | TelaDaConta, partes: Partes): string {
    return nestaPagina(hashDe(this.planta.nome, tela, partes))
  }

  /** Shows a view, as a new entry of the browser's history. */
  async ir(tela: Tela | TelaDaConta, partes: Partes = {}, avisar?: Aviso): Promise<void> {
    const hash = hashDe(this.planta.nome, tela, partes)
    // A link of an e-mail serves once: it does not stay in the history.
    anotarRota(hash, this.rota.link ? 'replaceState' : 'pushState')
    this.#chamado = tela !== this.rota.tela || partes.parte !== this.rota.partes.parte
    const outraAba = !this.#chamado && partes.aba !== this.rota.partes.aba
    await this.#mostrar(this.planta.ler(hash), avisar)
    if (outraAba) await this.#dizerAba()
  }

  /** The focus stays on the tab that was chosen; what it shows stands below. */
  async #dizerAba(): Promise<void> {
    await this.host.updateComplete
    await this.host.anunciar([...this.host.recipiente.querySelectorAll('.aba[aria-current]')].at(-1)?.textContent ?? '')
  }

  /** What the page asks for. @throws what kept it from the screen */
  async abrir(tela: Tela | TelaDaConta): Promise<void> {
    const { telas } = this.planta
    if (!telas.includes(tela)) throw new Engano('tela_desconhecida', `${telas.join(', ')}.`)
    await this.ir(tela)
    if (this.#falha) throw this.#falha
  }

  /** @param despedida said instead of that the person signed out */
  async sair(despedida?: TemplateResult): Promise<void> {
    this.#saindo = true
    this.#despedida = despedida
    this.#dentro?.esquecer()
    await this.sessao.sair()
    this.#saindo = false
  }

  /** A button that went away takes no one's focus along: it goes to the heading, unless whoever took the button away put it elsewhere. */
  async #recolherFoco(): Promise<void> {
    await this.host.updateComplete
    await this.host.updateComplete
    if (document.activeElement === document.body) this.host.recipiente.querySelector<HTMLElement>('.titulo')?.focus()
  }

  /** To where the address leads who has just signed in. */
  async #chegar(): Promise<void> {
    if (this.rota.link) return this.ir(this.planta.comeco)
    this.rota = this.#rotaPossivel()
    if (this.planta.ler(location.hash)) anotarRota(hashDe(this.planta.nome, this.rota.tela, this.rota.partes), 'replaceState')
    await this.#preparo
    this.#chamado = true
    this.host.requestUpdate()
  }

  async #voltou(): Promise<void> {
    const rota = this.planta.ler(location.hash) ?? (location.hash === '' ? this.#comeco : undefined)
    if (!rota || JSON.stringify(rota) === JSON.stringify(this.rota)) return
    this.#conta.virar()
    this.#chamado = true
    await this.#mostrar(rota)
  }

  async #mostrar(rota: Rota<Tela> | undefined, avisar?: Aviso): Promise<void> {
    if (rota) this.rota = rota
    this.#aviso = avisar
    this.host.requestUpdate()
    await this.#preparar()
  }

  /** Inside is only for who is signed in; of the rest, who is sees just what the link of an e-mail asked for. */
  #rotaPossivel(): Rota<Tela> {
    const { rota } = this
    const daConta = telasDaConta.some((uma) => uma === rota.tela)
    if (rota.link || daConta !== (this.sessao.quem !== undefined)) return rota
    return { ...this.#comeco, tela: daConta ? this.planta.comeco : 'entrar' }
  }

  /** Brings the code of the view on screen. */
  #preparar(): Promise<void> {
    this.#preparo = this.#trazer()
    return this.#preparo
  }

  async #trazer(): Promise<void> {
    const { tela } = this.#rotaPossivel()
    const daConta = telasDaConta.find((uma) => uma === tela)
    const vez = ++this.#vez
    const { host } = this
    const demora = setTimeout(() => void host.anunciar(host.comuns.demora), DEMORA)
    this.#falha = undefined
    try {
      if (daConta) await this.#conta.preparar(daConta)
      else await this.#prepararDentro()
    } catch (erro) {
      avisar('P04', 'uma parte não carregou', erro)
      if (vez !== this.#vez) return
      this.#falha = new SemConexao('import', { cause: erro })
    } finally {
      clearTimeout(demora)
    }
    host.requestUpdate()
    await host.updateComplete
    if (!this.#falha || !(this.#chamado || (this.#contada && document.activeElement === document.body))) return
    this.#chamado = false
    await host.focar('.tentar')
  }

  async #prepararDentro(): Promise<void> {
    const fazer = await this.planta.trazer()
    if (!this.sessao.quem) return
    this.#dentro ??= fazer(this)
    await this.#dentro.preparar(this.#rotaPossivel())
  }

  /** The connection is back: what did not come is asked for again. What was sent is for the person to send. */
  #tentarTudo(): void {
    const { host } = this
    if (host.falha || !(this.#falha || (this.sessao.quem && !this.link))) return
    for (const botao of host.recipiente.querySelectorAll<HTMLElement>('.tentar:not(form *, dialog *)')) botao.click()
  }

  #ouvirSessao(): void {
    this.#calar?.()
    this.#calar = this.sessao.ouvir(
      () => void this.#sessaoMudou(),
      () => this.host.requestUpdate(),
    )
  }

  #deixarDentro(): void {
    this.#dentro?.desligar()
    this.#dentro = undefined
  }

  async #sessaoMudou(): Promise<void> {
    this.#deixarDentro()
    const terminou = this.#aberta && !this.sessao.quem && !this.#saindo
    const saiu = this.#aberta && !this.sessao.quem && this.#saindo
    this.#notarSessao()
    if (saiu) return this.ir('entrar', {}, 'saiu')
    this.#despedida = undefined
    this.#aviso = terminou ? (this.sessao.saindo ? 'saiu' : 'terminou') : undefined
    await this.#preparar()
    if (terminou && this.#podeFocar()) await this.host.focar('.titulo')
  }

  /** Nobody loses their place elsewhere on the page to what happens here. */
  #podeFocar(): boolean {
    return document.activeElement === document.body || this.#comFoco !== undefined
  }

  get #comFoco(): Element | undefined {
    const raiz = this.host.getRootNode()
    const focado = raiz instanceof Document || raiz instanceof ShadowRoot ? raiz.activeElement : null
    return focado && this.host.recipiente.contains(focado) ? focado : undefined
  }

  #notarSessao(): void {
    const aberta = this.sessao.quem !== undefined
    if (aberta === this.#aberta) return
    this.#aberta = aberta
    this.host.emitir('protocolo-sessao', { aberta })
  }

  /** Tells the page of another view, or the same of another protocolo, once it is drawn. */
  #contarTela(): void {
    const { tela, partes } = this.#rotaPossivel()
    const contada = `${tela} ${partes.id}`
    if (contada === this.#contada || !this.host.recipiente.querySelector('.titulo')) return
    this.#contada = contada
    this.host.emitir('protocolo-tela', { tela })
  }

  #avisar(): TemplateResult | typeof nothing {
    const nome = this.#aviso
    if (!nome) return nothing
    const conteudo = (nome === 'saiu' && this.#despedida) || html`<p>${textos[nome]}</p>`
    return aviso({ tom: nome === 'terminou' ? 'atencao' : 'ok', conteudo })
  }
}

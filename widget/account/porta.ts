import './comum-conta.js'
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import { avisar } from '../base/avisos.js'
import type { ProtocoloElement } from '../base/element.js'
import { enderecoDaApi } from '../base/endereco.js'
import { estiloDeDialogo } from '../base/estilo-dialogo.js'
import { SemConexao } from '../client/api.js'
import { type Sessao, sessaoDe } from '../client/sessao.js'
import { avisoDeFalha } from '../parts/falha.js'
import { porta as textos } from '../texts/porta.pt-BR.js'
import { type Casa, Conta, type TelaDaConta } from './conta.js'
import { estiloDaConta } from './estilo-conta.js'
import { estiloDaPorta } from './estilo-porta.js'
import type { Palco } from './ficha.js'
import { noDialogo } from './no-dialogo.js'

/** The way in, in a tag that shows something else: the views of a conta in a dialog over the page. */
export class Porta implements Casa, ReactiveController {
  readonly host: Palco
  readonly link = ''
  readonly #conta: Conta
  #tela: TelaDaConta = 'entrar'
  #aberta = false
  /** The view that was asked for, and what kept its code away. */
  #perdida: { tela: TelaDaConta; falha: unknown } | undefined
  /** Read out to who cannot see what came of what they typed. */
  #dito = ''
  #calar: (() => void) | undefined

  constructor(readonly tag: ProtocoloElement) {
    this.host = noDialogo(tag, {
      dialogo: () => this.#dialogo,
      anunciar: (texto) => this.#dizer(texto),
    })
    this.#conta = new Conta(this)
    tag.usarEstilos(estiloDaConta, estiloDeDialogo, estiloDaPorta)
    tag.addController(this)
  }

  get api(): string {
    return this.tag.api || enderecoDaApi()
  }

  get sessao(): Sessao {
    return sessaoDe(this.api, this.tag.entidade)
  }

  /** At the form to sign in, or where a code is waited for. What was typed before is there, save passwords. */
  async abrir(): Promise<void> {
    const { sessao } = this
    if (this.#aberta || sessao.quem) return
    this.#aberta = true
    this.#perdida = undefined
    this.#tela = this.#conta.estado.recebido ? 'confirmar' : 'entrar'
    this.#calar = sessao.ouvir(() => void this.entrou())
    this.tag.requestUpdate()
    await this.tag.updateComplete
    this.#dialogo?.showModal()
    await this.host.focar('.titulo')
  }

  hostDisconnected(): void {
    this.#fechar()
  }

  /** Stands beside what the tag shows, in no form of it; nothing until it is opened. */
  renderizar(): TemplateResult | typeof nothing {
    const { cartao } = this.tag
    if (!this.#aberta || !cartao) return nothing
    return html`<dialog class="dialogo porta" aria-label=${textos.nome} @close=${() => this.#fechou()}>
      <p class="so-leitor" role="status">${this.#dito}</p>
      <div class="porta-topo">
        <button type="button" class="botao botao-texto" @click=${() => this.#fechar()}>${textos.fechar}</button>
      </div>
      <div class="porta-corpo">
        ${this.#avisar()} ${this.#conta.renderizar(this.#tela, cartao)}
      </div>
    </dialog>`
  }

  mostrar(tela: TelaDaConta): void {
    this.#conta.virar()
    void this.#virar(tela)
  }

  /** Here, in another tag or in another tab. */
  async entrou(): Promise<void> {
    const { quem } = this.sessao
    if (!quem) return
    this.#conta.esquecer()
    if (this.#aberta) {
      this.#fechar()
      void this.tag.anunciar(textos.entrou(quem.nome))
      await this.tag.focar('.titulo')
    }
    await this.tag.updateComplete
  }

  get #dialogo(): HTMLDialogElement | null {
    return this.tag.recipiente.querySelector<HTMLDialogElement>('dialog.porta')
  }

  #avisar(): TemplateResult | typeof nothing {
    if (!this.#perdida) return nothing
    const { tela, falha } = this.#perdida
    return avisoDeFalha(falha, { textos: this.tag.comuns, tentar: () => void this.#virar(tela) })
  }

  async #virar(tela: TelaDaConta): Promise<void> {
    try {
      await this.#conta.preparar(tela)
      this.#tela = tela
      this.#perdida = undefined
    } catch (erro) {
      avisar('P04', 'uma parte não carregou', erro)
      this.#perdida = { tela, falha: new SemConexao('import', { cause: erro }) }
    }
    this.tag.requestUpdate()
    await this.host.focar(this.#perdida ? '.tentar' : '.titulo')
  }

  async #dizer(texto: string): Promise<void> {
    this.#dito = ''
    this.tag.requestUpdate()
    await this.tag.updateComplete
    this.#dito = texto
    this.tag.requestUpdate()
  }

  /** By the browser's own Esc, say; word of it comes late, when another may be open. */
  #fechou(): void {
    if (!this.#dialogo?.open) this.#fechar()
  }

  #fechar(): void {
    if (!this.#aberta) return
    this.#aberta = false
    this.#dito = ''
    this.#calar?.()
    this.#conta.virar()
    this.#dialogo?.close()
    this.tag.requestUpdate()
  }
}

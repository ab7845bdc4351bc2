import '../../account/comum-conta.js'
import '../../base/comum-andamento.js'
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { Interior, Recinto } from '../../account/recinto.js'
import type { Partes as PartesSoltas } from '../../account/rota.js'
import type { ProtocoloElement } from '../../base/element.js'
import { estiloDeDialogo } from '../../base/estilo-dialogo.js'
import { estiloDeEscolhas } from '../../base/estilo-escolhas.js'
import { estiloDeFormulario } from '../../base/estilo-formulario.js'
import { estiloDeLeitura } from '../../base/estilo-leitura.js'
import { acompanhar, type Mudanca, type Ouvinte } from '../../client/ao-vivo.js'
import type { Cartao } from '../../client/api.js'
import { type Gestao, gestaoDe, type Posto, type Presente } from '../../client/gestao.js'
import type { Sessao } from '../../client/sessao.js'
import { gestao as textos } from '../../texts/gestao.pt-BR.js'
import { estiloDaGestao } from './estilo-gestao.js'
import { Presenca } from './presenca.js'
import { esquecerRascunhos } from './rascunhos.js'
import { type Rota, type TelaDaMesa, telasDaMesa } from './rota.js'
import { SemPosto } from './sem-posto.js'
import type { Lugar, Vista } from './vista.js'
import { vistas } from './vistas.js'

/** What the desk shows to who is signed in: first who they are there, then the view on screen. */
export class Mesa implements Interior<TelaDaMesa>, Lugar, Ouvinte, ReactiveController {
  readonly api: Gestao
  #rota: Rota
  #posto: Posto | undefined
  #falha: unknown
  readonly #semPosto: SemPosto
  readonly #presenca: Presenca
  #parar: (() => void) | undefined
  #desligada = false
  #vistas: Partial<Record<TelaDaMesa, Vista>> = {}
  /** The queue as it was left. */
  #fila: PartesSoltas = {}

  constructor(readonly recinto: Recinto<TelaDaMesa>) {
    this.#rota = recinto.rota
    this.api = gestaoDe(recinto.sessao, recinto.host.entidade)
    this.#presenca = new Presenca(
      this.api,
      () => recinto.host.recipiente.querySelector('textarea:focus') !== null,
      () => this.desenhar(),
      (id) => this.#vista?.mudou(id),
    )
    recinto.host.addController(this)
    this.#semPosto = new SemPosto(recinto, () => recinto.deNovo())
    recinto.host.usarEstilos(estiloDeDialogo, estiloDeEscolhas, estiloDeFormulario, estiloDeLeitura, estiloDaGestao)
  }

  get host(): ProtocoloElement {
    return this.recinto.host
  }

  get sessao(): Sessao {
    return this.recinto.sessao
  }

  get posto(): Posto {
    if (!this.#posto) throw new Error('no view is there before the posto')
    return this.#posto
  }

  async preparar(rota: Rota): Promise<void> {
    const antes = this.#vista
    this.#rota = rota
    if (rota.tela === 'fila') this.#fila = rota.partes
    if (!this.#posto) await this.#assumir()
    const tela = this.#tela
    if (!this.#posto?.lotacoes.length || !tela) return
    const vista = await this.#trazer(tela)
    if (antes !== vista) antes?.sair()
    if (rota !== this.#rota || this.#desligada) return
    this.#presenca.olhar(tela === 'processo' ? rota.partes.id : undefined)
    vista.preparar(rota.partes)
    if (antes && antes !== vista) void this.#chegar()
  }

  renderizar(rota: Rota, cartao: Cartao): TemplateResult {
    return html`<div class="topo-da-mesa nao-imprime">
        ${this.#posto ? this.ligacao('balcao', {}, textos.abrirParaAlguem, { atual: rota.tela === 'balcao' }) : nothing}
        ${this.#sou('gestor', 'administrador') ? this.ligacao('indicadores', {}, textos.indicadores, { atual: rota.tela === 'indicadores' }) : nothing}
        ${this.#sou('administrador') ? this.ligacao('administracao', {}, textos.administracao, { atual: rota.tela === 'administracao' }) : nothing}
        <div class="quem">
          <span class="secundario">${this.sessao.quem?.nome}</span>
          <button type="button" class="botao botao-texto rente" @click=${() => void this.recinto.sair()}>${textos.sair}</button>
        </div>
      </div>
      ${this.#conteudo(rota, cartao)}`
  }

  /** Back in the page, the tag begins anew. */
  hostDisconnected(): void {
    this.desligar()
  }

  desligar(): void {
    this.#desligada = true
    this.host.removeController(this)
    this.#parar?.()
    this.#presenca.olhar(undefined)
    this.#vista?.sair()
  }

  esquecer(): void {
    esquecerRascunhos()
  }

  /** Something changed in a protocolo of the unidades. */
  mudou({ protocolo }: Mudanca): void {
    this.#vista?.mudou(protocolo)
  }

  outro(especie: string, dados: unknown): void {
    this.#presenca.mudou(especie, dados)
  }

  recomecar(): void {
    this.#vista?.mudou()
  }

  ligacao(tela: TelaDaMesa, partes: PartesSoltas, conteudo: unknown, extra: { classe?: string; atual?: boolean } = {}): TemplateResult {
    const ir = (evento: MouseEvent) => {
      if (evento.ctrlKey || evento.metaKey || evento.shiftKey) return
      evento.preventDefault()
      this.ir(tela, partes)
    }
    return html`<a class=${extra.classe ?? nothing} href=${this.recinto.enderecoDe(tela, partes)} aria-current=${extra.atual ? 'page' : nothing} @click=${ir}>${conteudo}</a>`
  }

  ir(tela: TelaDaMesa, partes: PartesSoltas = {}): void {
    void this.recinto.ir(tela, partes)
  }

  voltar(): TemplateResult {
    return this.ligacao('fila', this.#fila, textos.voltar)
  }

  mudei(id: string): void {
    this.#vistas.fila?.mudou(id)
  }

  presentes(id: string): readonly Presente[] {
    return this.#presenca.de(id)
  }

  desenhar(): void {
    this.host.requestUpdate()
  }

  /** The link that was followed went away with its view, and its code may have come late: the focus goes to the heading of the new one. */
  async #chegar(): Promise<void> {
    await this.host.updateComplete
    if (document.activeElement === document.body) await this.host.focar('.titulo')
  }

  /** Whether the person is one of these, in any unidade. */
  #sou(...papeis: readonly Posto['lotacoes'][number]['papel'][]): boolean {
    return this.#posto?.lotacoes.some(({ papel }) => papeis.includes(papel)) ?? false
  }

  get #tela(): TelaDaMesa | undefined {
    return telasDaMesa.find((uma) => uma === this.#rota.tela)
  }

  get #vista(): Vista | undefined {
    return this.#tela && this.#vistas[this.#tela]
  }

  #conteudo(rota: Rota, cartao: Cartao): TemplateResult | typeof nothing {
    if (this.#falha || this.#posto?.lotacoes.length === 0) return this.#semPosto.renderizar(this.#falha)
    return this.#vista?.renderizar(rota.partes, cartao) ?? this.recinto.espera()
  }

  async #assumir(): Promise<void> {
    const { host, sessao } = this
    try {
      const posto = await this.api.posto()
      this.#falha = undefined
      if (this.#desligada) return
      this.#posto = posto
      if (posto.lotacoes.length > 0) this.#parar = acompanhar(sessao, host.entidade, this, { serie: 'gestao' })
    } catch (erro) {
      this.#falha = erro
    }
    this.desenhar()
  }

  /** Brings the code of the view on screen. */
  async #trazer(tela: TelaDaMesa): Promise<Vista> {
    const pronta = this.#vistas[tela]
    if (pronta) return pronta
    const Feita = await vistas[tela]()
    const vista = this.#vistas[tela] ?? new Feita(this)
    this.#vistas[tela] = vista
    return vista
  }
}

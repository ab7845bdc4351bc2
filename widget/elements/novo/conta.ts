import '../../base/comum.js'
import '../../client/comum-sessao.js'
import '../../base/comum-formulario.js'
import '../../base/comum-leitura.js'
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import { enderecoDaApi } from '../../base/endereco.js'
import { enderecoEm } from '../../base/vizinhos.js'
import { lerAgindo, ouvirAgindo } from '../../client/agindo.js'
import { type Meus, meusDe } from '../../client/meus.js'
import { type Quem, type Sessao, sessaoDe } from '../../client/sessao.js'
import { novoConta as textos } from '../../texts/novo-conta.pt-BR.js'
import type { Aviso, Novo } from './novo.js'
import { PedidoDoHash } from './pedido-do-hash.js'
import { RascunhosDaConta } from './rascunhos-da-conta.js'
import { Titular } from './titular.js'

/** What being signed in adds to a filing: who asks is known, its draft is in the conta, and it opens there. */
export class ContaDoNovo implements ReactiveController {
  quem: Quem | undefined
  titular: Titular | undefined
  rascunhos: RascunhosDaConta | undefined
  readonly #novo: Novo
  readonly #hash: PedidoDoHash
  readonly #entrar: NonNullable<Aviso['acao']> = { texto: textos.entrar, fazer: () => void this.#novo.entrada.abrir() }
  #sessao: Sessao | undefined
  #meus: Meus | undefined
  #onde = ''
  #soltar: AbortController | undefined
  #calar: (() => void) | undefined

  constructor(novo: Novo) {
    this.#novo = novo
    this.#hash = new PedidoDoHash(novo, this)
    novo.host.addController(this)
  }

  hostConnected(): void {
    this.#soltar = new AbortController()
    const { signal } = this.#soltar
    addEventListener('hashchange', () => void this.#hash.seguir(), { signal })
    addEventListener('pagehide', () => this.rascunhos?.salvarAqui(), { signal })
    signal.addEventListener(
      'abort',
      ouvirAgindo(() => this.#trocarQuemPede()),
    )
    document.addEventListener('visibilitychange', () => document.hidden && this.#descarregar(), { signal })
    this.#onde = ''
    this.olhar()
  }

  hostDisconnected(): void {
    this.#descarregar()
    this.#soltar?.abort()
    this.#calar?.()
  }

  /** For the entidade that the tag shows now. */
  olhar(): void {
    const { entidade, api, cliente } = this.#novo.host
    const onde = JSON.stringify([api, entidade])
    if (onde === this.#onde || !cliente.raiz) return
    this.#onde = onde
    this.#calar?.()
    const sessao = sessaoDe(api || enderecoDaApi(), entidade)
    this.#sessao = sessao
    this.#calar = sessao.ouvir(
      () => void this.#mudou(),
      () => this.#renomeou(),
    )
    void sessao.pronta().then(async () => {
      if (sessao !== this.#sessao) return
      this.#novo.entrada.notar(sessao.quem !== undefined)
      await (sessao.quem ? this.#mudou() : this.#hash.seguir())
    })
  }

  /** Tells who is not signed in why they should be; not who is about to be known. */
  pedirParaEntrar(texto: string): void {
    if (!this.#sessao?.quem) this.#novo.mudar({ aviso: { tom: 'info', texto, acao: this.#entrar } })
  }

  /** What sends the request into the conta; who asks anonymously leaves no trace there. */
  get cliente(): Meus | undefined {
    return this.#novo.estado.requerente.anonimo ? undefined : this.#meus
  }

  noPainel({ id }: { id: string }): TemplateResult | undefined {
    if (!this.cliente) return undefined
    return html`<a href=${enderecoEm('protocolo-painel', this.#novo.host, `#painel=processo&id=${id}`)}>${textos.verNoPainel}</a>`
  }

  /** Below the step: who is signed in, and where the draft is. */
  rodape(): TemplateResult | typeof nothing {
    const novo = this.#novo
    const { passo } = novo.estado
    if (!this.quem || passo === 'comprovante') return nothing
    const { situacao } = this.rascunhos ?? {}
    const rascunho = novo.guarda.guardado ? novo.textos.rascunho.guardado : situacao && textos[situacao]
    const [texto, botao, fazer] = novo.escrevendo()
      ? [rascunho, novo.textos.rascunho.apagar, () => novo.apagarRascunho()]
      : [textos.entrou(this.quem.nome), textos.sair, () => void this.#sair()]
    if (!texto) return nothing
    return html`<div class="rodape-do-rascunho secundario nao-imprime">
      <p>${texto}${this.quem.soNaAba ? html` ${textos.soNaAba}` : nothing}</p>
      <button type="button" class="botao-texto alterar" @click=${fazer}>${botao}</button>
    </div>`
  }

  /** Somebody signed in, or is signed in no more. What was typed stays; what the conta filled in goes with it. */
  async #mudou(): Promise<void> {
    const novo = this.#novo
    const antes = this.quem
    this.quem = this.#sessao?.quem
    if (antes?.id === this.quem?.id) return
    if (!antes !== !this.quem) novo.host.emitir('protocolo-sessao', { aberta: this.quem !== undefined })
    this.rascunhos?.parar()
    this.titular?.esvaziar()
    this.#servir()
    novo.guarda.naConta = this.rascunhos
    novo.entrada.notar(this.quem !== undefined)
    if (this.quem) return this.#entrou()
    if (novo.escrevendo()) novo.mudar({ aviso: { tom: 'atencao', texto: textos.terminou, acao: this.#entrar } })
  }

  /** For whom the person acts is another now. What was typed stays; what came of the one before goes. */
  #trocarQuemPede(): void {
    if (!this.quem) return
    this.titular?.esvaziar()
    this.#servir()
    this.#novo.guarda.naConta = this.rascunhos
    if (this.#novo.escrevendo()) void this.titular?.preencher()
  }

  /** What is of who is signed in, begun anew for each. */
  #servir(): void {
    const novo = this.#novo
    const { quem } = this
    const { entidade } = novo.host
    const agindo = lerAgindo(entidade, quem?.conta)
    const meus = quem && this.#sessao && meusDe(this.#sessao, entidade, () => agindo?.id)
    this.#meus = meus
    this.rascunhos = meus && new RascunhosDaConta(novo, meus)
    this.titular = meus && new Titular(novo, { meus, quem, agindo, sair: () => void this.#sair() })
  }

  async #entrou(): Promise<void> {
    const novo = this.#novo
    if (novo.aviso?.acao === this.#entrar) novo.mudar({ aviso: undefined })
    if (await this.#hash.seguir()) return
    const { tipo, passo } = novo.estado
    if (!tipo || !this.quem) return
    if (novo.escrevendo()) {
      await this.titular?.preencher()
      novo.guardar(true)
    } else if (passo === 'apresentacao') {
      await this.rascunhos?.procurar(tipo.codigo)
      this.rascunhos?.oferecer(tipo.codigo)
    }
  }

  #renomeou(): void {
    this.quem = this.#sessao?.quem
    if (this.quem) this.titular?.renomear(this.quem)
    this.#novo.host.requestUpdate()
  }

  #descarregar(): void {
    this.#novo.guarda.descarregar()
    this.rascunhos?.descarregar()
  }

  async #sair(): Promise<void> {
    await this.#sessao?.sair()
    this.#novo.mudar({ aviso: { tom: 'info', texto: textos.saiu } })
    await this.#novo.host.focar('.titulo')
  }
}

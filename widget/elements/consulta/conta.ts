import '../../base/comum.js'
import '../../client/comum-sessao.js'
import '../../base/comum-leitura.js'
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import { enderecoDaApi } from '../../base/endereco.js'
import { nestaPagina, vizinho } from '../../base/vizinhos.js'
import { type Meus, meusDe } from '../../client/meus.js'
import { type Sessao, sessaoDe } from '../../client/sessao.js'
import { consultaConta as textos } from '../../texts/consulta-conta.pt-BR.js'
import type { Achado } from './achado.js'
import type { Consulta } from './consulta.js'

interface Visto {
  achado: Achado
  quem: string
  id?: string | undefined
}

/** What being signed in adds: who it is, and the way to all of a protocolo that is theirs. */
export class ContaDaConsulta implements ReactiveController {
  readonly #consulta: Consulta
  #sessao: Sessao | undefined
  /** What the device keeps has been read. */
  #lida = false
  /** Somebody is signed in, as the page was told. */
  #aberta = false
  #meus: Meus | undefined
  #calar: (() => void) | undefined
  /** The protocolo that was last looked for among the person's own, by whom, and its id when it is. */
  #visto: Visto | undefined

  constructor(consulta: Consulta) {
    this.#consulta = consulta
    consulta.host.addController(this)
  }

  hostConnected(): void {
    this.#ouvir()
  }

  hostUpdated(): void {
    this.#ouvir()
    void this.#procurar()
  }

  hostDisconnected(): void {
    this.#calar?.()
    this.#sessao = undefined
  }

  /** Nobody is signed in, as far as this device knows. */
  get fora(): boolean {
    return this.#lida && !this.#sessao?.quem
  }

  /** Below what the tag shows. */
  rodape(): TemplateResult | typeof nothing {
    const quem = this.#sessao?.quem
    if (!quem) return nothing
    return html`<p class="secundario nao-imprime">${textos.entrou(quem.nome)}</p>`
  }

  /** The way to all of a protocolo that is theirs, in place of its code. */
  propria(achado: Achado): TemplateResult | undefined {
    const id = this.#sessao?.quem && this.#visto?.achado === achado ? this.#visto.id : undefined
    if (!id) return undefined
    return html`<div class="linha entre nao-imprime"><span>${textos.seu}</span> ${this.#verTudo(achado, id)}</div>`
  }

  /** In the panel, when the page has one; else here. */
  #verTudo(achado: Achado, id: string): TemplateResult {
    const { host } = this.#consulta
    if (vizinho('protocolo-painel', host)) return html`<a href=${nestaPagina(`#painel=processo&id=${id}`)}>${textos.noPainel}</a>`
    const indo = this.#consulta.estado.ocupado === 'ver'
    return html`<button
      type="button"
      class="botao botao-fraco ${indo ? 'girando' : ''}"
      aria-disabled=${indo ? 'true' : nothing}
      @click=${() => void this.#abrir(achado, id)}
    >
      ${indo ? textos.abrindo : textos.verTudo}
    </button>`
  }

  async #abrir(achado: Achado, id: string): Promise<void> {
    const meus = this.#meus
    const feito = meus && (await this.#consulta.tentar('ver', async () => achado.abrirProprio(await meus.protocolo(id), meus)))
    if (feito) await this.#consulta.host.focar('.titulo')
  }

  #ouvir(): void {
    const { api, entidade } = this.#consulta.host
    const sessao = sessaoDe(api || enderecoDaApi(), entidade)
    if (sessao === this.#sessao) return
    this.#calar?.()
    this.#sessao = sessao
    this.#meus = meusDe(sessao, entidade)
    const desenhar = () => this.#mudou()
    this.#calar = sessao.ouvir(desenhar, desenhar)
    this.#lida = false
    void sessao.pronta().then(() => {
      this.#lida = true
      desenhar()
    })
  }

  #mudou(): void {
    const { host } = this.#consulta
    const aberta = this.#sessao?.quem !== undefined
    host.requestUpdate()
    if (aberta === this.#aberta) return
    this.#aberta = aberta
    host.emitir('protocolo-sessao', { aberta })
  }

  async #procurar(): Promise<void> {
    const { achado } = this.#consulta.estado
    const quem = this.#sessao?.quem?.id
    if (!achado || !quem || !this.#meus || (this.#visto?.achado === achado && this.#visto.quem === quem)) return
    const visto: Visto = { achado, quem }
    this.#visto = visto
    const { numero } = achado.consultado
    try {
      const { itens } = await this.#meus.protocolos({ busca: numero, limite: '5' })
      visto.id = itens.find((um) => um.numero === numero)?.id
      this.#consulta.host.requestUpdate()
    } catch (erro) {
      console.debug('protocolo: whose it is is not known', erro)
    }
  }
}

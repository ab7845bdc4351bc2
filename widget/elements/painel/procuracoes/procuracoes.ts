import '../comum-painel.js'
import { html, type TemplateResult } from 'lit'
import { Ficha } from '../../../account/ficha.js'
import { estiloDePessoa } from '../../../base/estilo-pessoa.js'
import { type Procuracao, type Procuracoes, procuracoesDe } from '../../../client/procuracoes.js'
import { aviso } from '../../../parts/aviso.js'
import { titulo } from '../../../parts/titulo.js'
import { agindo } from '../../../texts/agindo.pt-BR.js'
import { procuracoes as textos } from '../../../texts/procuracoes.pt-BR.js'
import { daCarga } from '../carregando.js'
import type { Dentro } from '../dentro.js'
import { estiloDasProcuracoes } from './estilo-procuracoes.js'
import { ladosDe } from './lista.js'
import { Pedido } from './pedido.js'

/** What a person may be asked to be sure of. */
export type Pergunta = 'aceitar' | 'recusar' | 'revogar'

/** For whom the person acts, and who acts for them. */
export class TelaDasProcuracoes {
  readonly api: Procuracoes
  readonly ficha: Ficha
  /** What the person is asked to be sure of, of which one. */
  pergunta: { id: string; que: Pergunta } | undefined
  #pedido: Pedido | undefined
  #dito: string | undefined

  constructor(readonly dentro: Dentro) {
    const { host, sessao } = dentro.painel
    this.api = procuracoesDe(sessao, host.entidade)
    this.ficha = new Ficha(dentro.painel)
    host.usarEstilos(estiloDePessoa, estiloDasProcuracoes)
  }

  async preparar(): Promise<void> {
    this.pergunta = undefined
    this.#dito = undefined
    await this.#recarregar()
  }

  renderizar(): TemplateResult {
    const { dentro } = this
    const { host } = dentro.painel
    if (this.#pedido) return this.#pedido.renderizar()
    return html`<div>${titulo(host.nivel, textos.titulo)}<p class="secundario">${textos.ajuda}</p></div>
      ${this.#dito ? aviso({ tom: 'ok', conteudo: html`<p>${this.#dito}</p>` }) : ''} ${this.ficha.problemas({})}
      ${daCarga(dentro, dentro.carga('procuracoes'), (valor) => ladosDe(this, valor))}`
  }

  abrirPedido(): void {
    const { host } = this.dentro.painel
    this.#dito = undefined
    this.#pedido = new Pedido(this, (dito) => void this.#fecharPedido(dito))
    this.dentro.desenhar()
    void host.focar('.titulo')
  }

  /** Asks whether the person is sure; nothing, to go back. */
  perguntar(pergunta: { id: string; que: Pergunta } | undefined): void {
    const volta = this.pergunta
    this.pergunta = pergunta
    this.dentro.desenhar()
    const { id } = pergunta ?? volta ?? {}
    if (id) void this.dentro.painel.host.focar(pergunta ? `#${this.idDe(id)} .troca .botao` : `#${this.idDe(id)} .botao`)
  }

  async decidir({ id }: Procuracao, que: Pergunta): Promise<void> {
    const fazer = { aceitar: this.api.aceitar, recusar: this.api.recusar, revogar: this.api.encerrar }[que]
    const feito = await this.ficha.tentar(que, async () => void (await fazer(id)))
    this.pergunta = undefined
    if (!feito) return this.dentro.desenhar()
    if (this.dentro.agindo?.id === id) return this.dentro.agirPor(undefined, textos.feito[que])
    await this.#dizer(textos.feito[que])
  }

  agir({ id, outorgante: { nome, documento }, poderes }: Procuracao): void {
    void this.dentro.agirPor({ id, nome, documento, poderes }, agindo.comecou(nome))
  }

  baixar({ id }: Procuracao): void {
    this.dentro.baixar(id, 'procuracao', () => this.api.arquivo(id))
  }

  idDe(id: string): string {
    return `${this.dentro.painel.host.prefixo}-procuracao-${id}`
  }

  async #fecharPedido(dito: string | undefined): Promise<void> {
    this.#pedido = undefined
    if (dito) await this.#dizer(dito)
    else {
      this.dentro.desenhar()
      await this.dentro.painel.host.focar('.titulo')
    }
  }

  async #dizer(dito: string): Promise<void> {
    const { host } = this.dentro.painel
    await this.#recarregar()
    this.#dito = dito
    this.dentro.desenhar()
    void host.anunciar(dito)
    await host.focar('.titulo')
  }

  #recarregar(): Promise<void> {
    return this.dentro.carregar('procuracoes', '', () => this.api.listar())
  }
}

import { html, nothing, type TemplateResult } from 'lit'
import { ProblemaDaApi } from '../../../client/api.js'
import type { DesfechoDoLote, ItemDaFila, PedidoEmLote } from '../../../client/gestao.js'
import { lote as textos } from '../../../texts/lote.pt-BR.js'
import type { Fila } from './fila.js'
import { formularioDoLote } from './formulario-do-lote.js'

export type AcaoEmLote = PedidoEmLote['acao']

/** What was typed for one of the acts; kept until it is done. */
export interface Digitado {
  /** Id of a conta; empty until it is chosen. */
  para: string
  destino: string
  texto: string
  visibilidade: 'publico' | 'privado'
  prazo: string
}

/** In the choice of whom to assign to. */
export const NINGUEM = 'ninguem'

const vazio: Digitado = { para: '', destino: '', texto: '', visibilidade: 'privado', prazo: '' }

/** The same done to several protocolos: the bar below the list, and the dialog that asks what is missing and tells what came of it. */
export class Lote {
  acao: AcaoEmLote | undefined
  alvos: readonly ItemDaFila[] = []
  digitado = vazio
  erros: Readonly<Record<string, string>> = {}
  falha: unknown
  fazendo = false
  desfecho: DesfechoDoLote | undefined

  constructor(readonly fila: Fila) {}

  /** Where nothing is ticked, of one alone. @param para whom to assign to, where that is known */
  async abrir(acao: AcaoEmLote, so?: ItemDaFila, para = ''): Promise<void> {
    const alvos = so ? [so] : this.fila.selecionados
    if (alvos.length === 0) return
    this.acao = acao
    this.alvos = alvos
    this.erros = {}
    this.falha = this.desfecho = undefined
    this.digitado = { ...this.digitado, para }
    this.#desenhar()
    await this.fila.lugar.host.updateComplete
    this.#dialogo?.showModal()
    await this.fila.lugar.host.focar('.dialogo-do-lote .titulo')
    if (acao === 'atribuir') await this.trazerPessoas()
  }

  /** Whom it can be assigned to. */
  async trazerPessoas(): Promise<void> {
    this.falha = undefined
    try {
      await this.fila.buscarPessoas(this.unidades)
    } catch (erro) {
      this.falha = erro
      this.#desenhar()
    }
  }

  /** Of what it is done to. */
  get unidades(): string[] {
    return [...new Set(this.alvos.map(({ unidade }) => unidade.codigo))]
  }

  digitar(mudanca: Partial<Digitado>): void {
    this.digitado = { ...this.digitado, ...mudanca }
    this.#desenhar()
  }

  async fazer(): Promise<void> {
    if (!this.acao || this.fazendo) return
    this.erros = this.#conferir(this.acao)
    this.#desenhar()
    if (Object.keys(this.erros).length > 0) return this.fila.lugar.host.focar('.dialogo-do-lote .erros')
    await this.#mandar(this.#pedido(this.acao))
  }

  fechar(): void {
    const { acao, alvos } = this
    const [unico] = alvos
    this.#dialogo?.close()
    this.acao = undefined
    this.#desenhar()
    const daBarra = this.fila.selecao.ids.size > 0 ? `.barra-do-lote [data-acao=${acao}]` : '.titulo'
    void this.fila.lugar.host.focar(unico && alvos.length === 1 ? `[data-id="${CSS.escape(unico.id)}"] a` : daBarra)
  }

  /** By the browser's own Esc, say; while it is being done, it stays. */
  fechou(evento: Event): void {
    evento.preventDefault()
    if (!this.fazendo) this.fechar()
  }

  renderizarBarra(): TemplateResult | typeof nothing {
    const { selecao } = this.fila
    const quantos = selecao.ids.size
    if (quantos === 0) return nothing
    const limpar = () => {
      selecao.limpar()
      this.#desenhar()
    }
    const botao = (acao: AcaoEmLote, classe = 'botao-fraco') =>
      html`<button type="button" class="botao ${classe}" data-acao=${acao} @click=${() => void this.abrir(acao)}>${textos.abrir[acao]}</button>`
    return html`<div class="barra-do-lote nao-imprime" role="group" aria-label=${textos.barra}>
      <p role="status"><b>${textos.selecionados(quantos)}</b>${selecao.cheia ? html` <span class="secundario">${textos.limite}</span>` : nothing}</p>
      <div class="linha">
        ${botao('receber', '')} ${botao('atribuir')} ${botao('encaminhar')}
        <button type="button" class="botao botao-texto" @click=${limpar}>${textos.limpar}</button>
      </div>
    </div>`
  }

  renderizarDialogo(): TemplateResult | typeof nothing {
    return this.acao ? formularioDoLote(this, this.acao) : nothing
  }

  get #dialogo(): HTMLDialogElement | null {
    return this.fila.lugar.host.recipiente.querySelector<HTMLDialogElement>('dialog.dialogo-do-lote')
  }

  #conferir(acao: AcaoEmLote): Record<string, string> {
    const { para, destino, texto } = this.digitado
    const { erros } = textos
    if (acao === 'atribuir') return para ? {} : { para: erros.para }
    if (acao === 'receber') return {}
    return { ...(!destino && { destino: erros.destino }), ...(!texto.trim() && { texto: erros.texto }) }
  }

  #pedido(acao: AcaoEmLote): PedidoEmLote {
    const protocolos = this.alvos.map(({ id, versao }) => ({ id, versao }))
    const { para, destino, texto, visibilidade, prazo } = this.digitado
    if (acao === 'receber') return { acao, protocolos }
    if (acao === 'atribuir') return { acao, protocolos, para: para === NINGUEM ? null : para }
    return { acao, protocolos, destino, texto: texto.trim(), visibilidade, ...(prazo && { prazo }) }
  }

  async #mandar(pedido: PedidoEmLote): Promise<void> {
    const { lugar, lista, selecao } = this.fila
    this.fazendo = true
    this.falha = undefined
    this.#desenhar()
    try {
      const desfecho = await lugar.api.lote(pedido)
      for (const id of desfecho.feitos) selecao.ids.delete(id)
      this.digitado = desfecho.recusados.length > 0 ? this.digitado : vazio
      this.desfecho = desfecho
      const quantos = desfecho.feitos.length
      if (quantos > 0) lugar.host.emitir('protocolo-ato', { ato: pedido.acao, quantos })
      void lista.recarregar().then(() => this.fila.manter())
      void this.fila.contar()
    } catch (erro) {
      const campos = erro instanceof ProblemaDaApi ? erro.problema.campos : undefined
      if (campos?.length) this.erros = Object.fromEntries(campos.map(({ caminho, mensagem }) => [caminho, mensagem]))
      else this.falha = erro
    }
    this.fazendo = false
    this.#terminar(pedido.acao)
  }

  #terminar(acao: AcaoEmLote): void {
    const { host } = this.fila.lugar
    this.#desenhar()
    if (!this.desfecho) return void host.focar('.dialogo-do-lote :is(.erros, [role=alert] .botao)')
    const { feitos, recusados } = this.desfecho
    if (recusados.length > 0) return void host.focar('.dialogo-do-lote .titulo')
    this.fechar()
    void host.anunciar(textos.feitos[acao](feitos.length))
  }

  #desenhar(): void {
    this.fila.lugar.desenhar()
  }
}

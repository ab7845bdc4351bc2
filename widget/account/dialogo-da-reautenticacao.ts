import './comum-conta.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { Operacao, OperacaoConfirmada, PedidoDeReautenticacao } from '../../server/contract/sessoes.js'
import type { ProtocoloElement } from '../base/element.js'
import { estiloDeDialogo } from '../base/estilo-dialogo.js'
import { ProblemaDaApi } from '../client/api.js'
import type { UsoPedido } from '../client/cerimonias.js'
import { passkeyServeAqui } from '../client/passkey-aqui.js'
import type { Sessao } from '../client/sessao.js'
import { avisoDeFalha } from '../parts/falha.js'
import { aoEnviar, botaoDeEnviar } from '../parts/formulario.js'
import { titulo } from '../parts/titulo.js'
import { reautenticacao as textos } from '../texts/reautenticacao.pt-BR.js'
import { campoDaSenha } from './campo.js'
import { estiloDaConta } from './estilo-conta.js'
import { recadoDaPasskey } from './recado-da-passkey.js'

interface Estado {
  senha: string
  /** The password can be read on screen. */
  mostrar: boolean
  erro: string | undefined
  /** What a call threw that the field cannot say. */
  falha: unknown
  recado: string | undefined
  ocupado: 'passkey' | 'senha' | undefined
}

/** One question, from its opening to its answer. */
export class DialogoDaReautenticacao {
  estado: Estado = { senha: '', mostrar: false, erro: undefined, falha: undefined, recado: undefined, ocupado: undefined }
  /** The person has a passkey for this page. */
  #temPasskey = false
  /** A challenge that nothing has signed yet. */
  #pedido: UsoPedido | undefined
  #vez = new AbortController()
  #confirmacao: string | undefined
  #responder: ((confirmacao: string | undefined) => void) | undefined

  constructor(
    readonly host: ProtocoloElement,
    readonly sessao: Sessao,
    readonly operacao: Operacao,
    readonly para: string = textos.para[operacao],
  ) {
    host.usarEstilos(estiloDaConta, estiloDeDialogo)
  }

  /** @returns what the operation's header carries; undefined when the person gave up, or is signed in no more. */
  async perguntar(): Promise<string | undefined> {
    await this.#preparar()
    this.host.requestUpdate()
    await this.host.updateComplete
    const dialogo = this.#dialogo
    if (!dialogo) return undefined
    dialogo.showModal()
    dialogo.querySelector<HTMLElement>('button, input')?.focus()
    return new Promise((responder) => (this.#responder = responder))
  }

  renderizar(): TemplateResult {
    const { host } = this
    const { ocupado, recado, falha } = this.estado
    const id = this.id('titulo')
    return html`<dialog class="dialogo" aria-labelledby=${id} aria-describedby="${id}-para" @close=${() => this.#fechou()}>
      <div class="pilha">
        <div>
          <div id=${id}>${titulo(host.nivel, textos.titulo)}</div>
          <p class="secundario" id="${id}-para">${this.para}</p>
        </div>
        ${falha ? avisoDeFalha(falha, { textos: host.comuns }) : nothing}
        ${this.#temPasskey ? this.#comPasskey() : nothing}
        <p class="recado" role="status">${recado}</p>
        <form class="pilha" novalidate @submit=${aoEnviar(() => this.#enviarSenha())}>
          ${campoDaSenha(this, 'senha', { rotulo: textos.senha, autocomplete: 'current-password' })}
          <div class="linha">
            ${botaoDeEnviar(ocupado === 'senha', this.#temPasskey ? textos.comSenha : textos.continuar, textos.conferindo, this.#temPasskey ? 'botao-fraco' : '')}
            <button type="button" class="botao botao-texto" @click=${() => this.#dialogo?.close()}>${textos.cancelar}</button>
          </div>
        </form>
      </div>
    </dialog>`
  }

  id(caminho: string): string {
    return `${this.host.prefixo}-confirmacao-${caminho}`
  }

  ler(): string {
    return this.estado.senha
  }

  erro(): string | undefined {
    return this.estado.erro
  }

  digitar(_caminho: string, senha: string): void {
    this.mudar({ senha })
  }

  mudar(mudanca: Partial<Estado>): void {
    this.estado = { ...this.estado, ...mudanca }
    this.host.requestUpdate()
  }

  get #dialogo(): HTMLDialogElement | null {
    return this.host.recipiente.querySelector<HTMLDialogElement>('dialog.dialogo')
  }

  #comPasskey(): TemplateResult {
    const usando = this.estado.ocupado === 'passkey'
    return html`<button
        type="button"
        class="botao ${usando ? 'girando' : ''}"
        aria-disabled=${usando ? 'true' : nothing}
        @click=${() => void this.#usarPasskey()}
      >
        ${usando ? textos.usando : textos.passkey}
      </button>
      <p class="ou">${textos.ou}</p>`
  }

  /** Whether there is a passkey to ask for is known before anything is shown. Where it cannot be known, the password does. */
  async #preparar(): Promise<void> {
    const { cartao } = this.host
    if (!cartao || !passkeyServeAqui(cartao.rpId)) return
    try {
      const [pedido] = await Promise.all([this.#pedirDesafio(), import('./entrada-com-passkey.js')])
      this.#pedido = pedido
      this.#temPasskey = (pedido.opcoes.allowCredentials?.length ?? 0) > 0
    } catch (erro) {
      console.debug('protocolo: passkeys are not asked for', erro)
    }
  }

  async #pedirDesafio(): Promise<UsoPedido> {
    return (await this.sessao.pedir('POST', '/sessoes/confirmacoes/opcoes', { operacao: this.operacao })).json()
  }

  async #usarPasskey(): Promise<void> {
    const { operacao } = this
    await this.#tentar('passkey', async () => {
      const { usarPasskey } = await import('./entrada-com-passkey.js')
      const pedido = this.#pedido ?? (await this.#pedirDesafio())
      this.#pedido = pedido
      const resposta = await usarPasskey(pedido, { signal: this.#vez.signal })
      this.#pedido = undefined
      await this.#confirmar({ operacao, desafio: pedido.desafio, resposta })
    })
  }

  async #enviarSenha(): Promise<void> {
    const { operacao } = this
    const { senha } = this.estado
    if (!senha) return this.#recusar(textos.semSenha)
    await this.#tentar('senha', () => this.#confirmar({ operacao, senha }))
  }

  async #confirmar(pedido: PedidoDeReautenticacao): Promise<void> {
    const confirmada: OperacaoConfirmada = await (await this.sessao.pedir('POST', '/sessoes/confirmacoes', pedido)).json()
    this.#confirmacao = confirmada.confirmacao
    this.#dialogo?.close()
  }

  /** One thing at a time; a password takes the place of a passkey that is being asked for. */
  async #tentar(ocupado: 'passkey' | 'senha', fazer: () => Promise<void>): Promise<void> {
    if (this.estado.ocupado === 'senha' || this.estado.ocupado === ocupado) return
    this.#vez.abort()
    this.#vez = new AbortController()
    this.mudar({ ocupado, erro: undefined, falha: undefined, recado: undefined })
    try {
      await fazer()
    } catch (erro) {
      if (this.estado.ocupado === ocupado) this.#dizer(erro)
    }
    if (this.estado.ocupado === ocupado) this.mudar({ ocupado: undefined })
  }

  #dizer(erro: unknown): void {
    const [campo] = (erro instanceof ProblemaDaApi && erro.problema.campos) || []
    const recado = recadoDaPasskey(erro)
    if (campo) this.#recusar(campo.mensagem)
    else this.mudar(recado === undefined ? { falha: erro } : { recado })
  }

  #recusar(erro: string): void {
    this.mudar({ erro, falha: undefined, recado: undefined })
    void this.host.focar(`#${this.id('senha')}`)
  }

  #fechou(): void {
    this.#vez.abort()
    this.#responder?.(this.#confirmacao)
  }
}

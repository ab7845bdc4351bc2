import './comum-painel.js'
import { html, nothing, type TemplateResult } from 'lit'
import { recadoDaPasskey } from '../../account/recado-da-passkey.js'
import { notarOferecida } from '../../client/oferecidas.js'
import { passkeyServeAqui } from '../../client/passkey-aqui.js'
import { aviso } from '../../parts/aviso.js'
import { passkeyNova as textos } from '../../texts/passkey-nova.pt-BR.js'
import type { Dentro } from './dentro.js'

/** A passkey, offered once on each device to who has none, in whichever tag they signed in. */
export class Oferta {
  #estado: 'fechada' | 'aberta' | 'feita' = 'fechada'
  #recado: string | undefined

  constructor(readonly dentro: Dentro) {}

  async comecar(conta: string): Promise<void> {
    const { dentro } = this
    const { host } = dentro.painel
    // The card may still be on its way; where it does not come, the tag says so.
    const cartao = await host.cliente.cartao().catch(() => undefined)
    if (!cartao || !passkeyServeAqui(cartao.rpId)) return
    if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) return
    await dentro.chaves.carregar()
    if (!this.#nenhuma) return
    notarOferecida(conta)
    this.#mudar('aberta')
  }

  renderizar(): TemplateResult | typeof nothing {
    if (this.#estado === 'feita') return html`<div>${aviso({ tom: 'ok', conteudo: html`<p>${textos.feita}</p>` })}</div>`
    if (this.#estado === 'fechada' || !this.#nenhuma) return nothing
    const criando = this.dentro.ocupado === 'oferta'
    return aviso({
      tom: 'info',
      titulo: textos.titulo,
      conteudo: html`<p>${textos.texto}</p>
        <p class="recado" role="status">${this.#recado}</p>
        <div class="linha">
          <button type="button" class="botao ${criando ? 'girando' : ''}" aria-disabled=${criando ? 'true' : nothing} @click=${() => void this.#criar()}>
            ${criando ? textos.criando : textos.criar}
          </button>
          <button type="button" class="botao botao-texto" @click=${() => this.#recusar()}>${textos.agoraNao}</button>
        </div>`,
    })
  }

  get #nenhuma(): boolean {
    return this.dentro.carga('passkeys')?.valor?.length === 0
  }

  #criar(): Promise<void> {
    const { dentro } = this
    return dentro.fazer('oferta', async () => {
      this.#recado = undefined
      try {
        if (!(await dentro.chaves.criar(true))) return
      } catch (erro) {
        this.#recado = recadoDaPasskey(erro)
        if (this.#recado === undefined) throw erro
        return
      }
      this.#mudar('feita')
      void dentro.painel.host.anunciar(textos.feita)
      void dentro.painel.host.focar('.titulo')
    })
  }

  #recusar(): void {
    this.#mudar('fechada')
    void this.dentro.painel.host.focar('.titulo')
  }

  #mudar(estado: 'fechada' | 'aberta' | 'feita'): void {
    this.#estado = estado
    this.dentro.desenhar()
  }
}

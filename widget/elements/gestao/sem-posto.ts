import { html, nothing, type TemplateResult } from 'lit'
import { passkeysDe } from '../../account/passkeys.js'
import { Reautenticacao } from '../../account/reautenticar.js'
import { recadoDaPasskey } from '../../account/recado-da-passkey.js'
import type { Recinto } from '../../account/recinto.js'
import { ProblemaDaApi } from '../../client/api.js'
import { passkeyServeAqui } from '../../client/passkey-aqui.js'
import { aviso } from '../../parts/aviso.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { titulo } from '../../parts/titulo.js'
import { gestao as textos } from '../../texts/gestao.pt-BR.js'
import type { TelaDaMesa } from './rota.js'

/** What stands where the desk would be, for who is signed in and may not work there yet. */
export class SemPosto {
  readonly #reautenticacao: Reautenticacao
  #criando = false
  #recado: string | undefined
  #falha: unknown
  #feita = false

  /** @param tentar asks again what the person is here */
  constructor(
    readonly recinto: Recinto<TelaDaMesa>,
    readonly tentar: () => Promise<void>,
  ) {
    this.#reautenticacao = new Reautenticacao(recinto.host, recinto.sessao)
  }

  /** @param falha what was answered; undefined when the person works in no unidade */
  renderizar(falha: unknown): TemplateResult {
    const { host } = this.recinto
    const codigo = falha instanceof ProblemaDaApi ? falha.problema.codigo : undefined
    if (codigo === 'passkey_necessaria') return this.#semPasskey()
    if (falha && codigo !== 'sem_lotacao') return avisoDeFalha(falha, { textos: host.comuns, tentar: () => void this.tentar() })
    return html`${titulo(host.nivel, textos.semLotacao.titulo)}
      <p>${textos.semLotacao.texto}</p>`
  }

  #semPasskey(): TemplateResult {
    const { host, sessao } = this.recinto
    const { titulo: nome, texto, criar, criando, usar, fora, feita } = textos.passkey
    const serve = host.cartao !== undefined && passkeyServeAqui(host.cartao.rpId)
    // A session that began with a password is not one that began with a passkey: who has one signs in with it.
    const entrar = () => void this.recinto.sair(html`<p>${this.#feita ? feita : texto}</p>`)
    return html`${titulo(host.nivel, nome)}
      <p>${texto}</p>
      ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.comuns }) : nothing}
      ${this.#feita ? aviso({ tom: 'ok', conteudo: html`<p>${feita}</p>` }) : nothing}
      ${
        serve
          ? html`<p class="recado" role="status">${this.#recado}</p>
            <div class="linha">
              ${
                this.#feita
                  ? nothing
                  : html`<button type="button" class="botao ${this.#criando ? 'girando' : ''}" aria-disabled=${this.#criando ? 'true' : nothing} @click=${() => void this.#criar()}>
                      ${this.#criando ? criando : criar}
                    </button>`
              }
              <button type="button" class="botao botao-fraco" @click=${entrar}>${usar}</button>
            </div>`
          : aviso({ tom: 'atencao', conteudo: html`<p>${fora}</p>` })
      }
      ${sessao.quem ? this.#reautenticacao.renderizar() : nothing}`
  }

  async #criar(): Promise<void> {
    if (this.#criando) return
    const { host } = this.recinto
    this.#criando = true
    this.#recado = undefined
    this.#falha = undefined
    host.requestUpdate()
    try {
      this.#feita = await this.#fazer()
    } catch (erro) {
      this.#recado = recadoDaPasskey(erro)
      if (this.#recado === undefined) this.#falha = erro
    }
    this.#criando = false
    host.requestUpdate()
    if (!this.#feita) return
    void host.anunciar(textos.passkey.feita)
    await this.tentar()
  }

  /** @returns whether there is one now */
  async #fazer(): Promise<boolean> {
    const passkeys = passkeysDe(this.recinto.sessao)
    try {
      await passkeys.criar()
      return true
    } catch (erro) {
      if (!(erro instanceof ProblemaDaApi) || erro.problema.codigo !== 'confirmacao_necessaria') throw erro
    }
    const confirmacao = await this.#reautenticacao.pedir('credenciais', textos.passkey.para)
    if (confirmacao === undefined) return false
    await passkeys.criar(confirmacao)
    return true
  }
}

import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora } from '../../../../../server/contract/palavras.js'
import type { VersaoDoTipo } from '../../../../client/administracao.js'
import type { Cartao } from '../../../../client/api.js'
import { avisoDeFalha } from '../../../../parts/falha.js'
import { administracao } from '../../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from '../administracao.js'
import type { Tipo } from './edicao.js'
import { Previa } from './previa.js'

const textos = administracao.versoes

/** The versions of a tipo, asked for when they are unfolded; one of them can be looked at. */
export class Versoes {
  readonly #previa: Previa
  #versoes: readonly VersaoDoTipo[] | undefined
  #vista: { versao: number; tipo: Tipo } | undefined
  #falha: unknown

  constructor(
    readonly administracao: Administracao,
    readonly codigo: string,
  ) {
    this.#previa = new Previa(administracao.lugar.host)
  }

  renderizar({ fuso }: Cartao): TemplateResult {
    const { host } = this.administracao.lugar
    const abriu = ({ currentTarget: alvo }: Event) => alvo instanceof HTMLDetailsElement && alvo.open && void this.#carregar()
    return html`<details @toggle=${abriu}>
      <summary>${textos.titulo}</summary>
      <div class="pilha-curta recuada">
        <p class="secundario">${textos.explicacao}</p>
        ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.comuns, tentar: () => void this.#carregar() }) : nothing}
        ${this.#versoes || this.#falha ? nothing : html`<p class="secundario" role="status">${host.comuns.carregando}</p>`}
        <ul class="linhas" role="list">
          ${this.#versoes?.map(({ versao, em, quem, abertos }, n) => {
            const vista = this.#vista?.versao === versao
            return html`<li>
              <div class="cresce">
                <b>${administracao.tipos.versao(versao)}</b>${n === 0 ? html` <span class="selo selo-neutro">${textos.emVigor}</span>` : nothing}
                <p class="secundario">${textos.quando(escreverDataHora(em, fuso), quem === 'cli' ? textos.linhaDeComando : quem)} ${textos.abertos(abertos)}</p>
              </div>
              <button type="button" class="botao botao-texto" aria-pressed=${vista ? 'true' : 'false'} aria-label=${textos.verQual(versao)} @click=${() => void (vista ? this.fechar() : this.#ver(versao))}>${textos.ver}</button>
            </li>`
          })}
        </ul>
      </div>
    </details>`
  }

  /** The form as it was in the version that is looked at, in the place of the one that is being changed. */
  previa(cartao: Cartao): TemplateResult | undefined {
    if (!this.#vista) return undefined
    const { versao, tipo } = this.#vista
    return html`<div class="versao-vista pilha-curta" tabindex="-1">
      <div class="aviso aviso-info">
        <p class="aviso-titulo">${textos.comoEra(versao)}</p>
        <div class="linha"><button type="button" class="botao botao-fraco" @click=${() => this.fechar()}>${textos.voltar}</button></div>
      </div>
      ${this.#previa.renderizar(tipo, cartao)}
    </div>`
  }

  fechar(): void {
    this.#vista = undefined
    this.administracao.lugar.desenhar()
  }

  async #carregar(): Promise<void> {
    await this.#tentar(async () => {
      this.#versoes = await this.administracao.api.versoes(this.codigo)
    })
  }

  async #ver(versao: number): Promise<void> {
    await this.#tentar(async () => {
      this.#vista = await this.administracao.api.versao(this.codigo, versao)
    })
    if (this.#vista) void this.administracao.lugar.host.focar('.versao-vista')
  }

  async #tentar(fazer: () => Promise<void>): Promise<void> {
    this.#falha = undefined
    try {
      await fazer()
    } catch (erro) {
      this.#falha = erro
    }
    this.administracao.lugar.desenhar()
  }
}

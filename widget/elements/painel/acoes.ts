import { html, nothing, type TemplateResult } from 'lit'
import type { ProtocoloDaConta } from '../../client/meus.js'
import { codigoTrocado, perguntaDaTroca } from '../../parts/troca.js'
import { resultado } from '../../texts/resultado.pt-BR.js'
import { umProcesso } from '../../texts/um-processo.pt-BR.js'
import type { Dentro } from './dentro.js'

/** What may be done with the process on screen, besides writing. */
export class Acoes {
  /** The access code that is being replaced, or was just now. */
  #troca: { codigo?: string } | undefined

  constructor(readonly dentro: Dentro) {}

  renderizar({ id, numero, acoes }: ProtocoloDaConta): TemplateResult {
    const { dentro } = this
    const indo = dentro.ocupado === 'comprovante'
    const baixar = () => dentro.baixar('comprovante', `${numero.replace(/[^\w-]+/g, '-')}.pdf`, () => dentro.meus.comprovante(id))
    return html`<div class="linha acoes nao-imprime">
        ${
          acoes.includes('comprovante')
            ? html`<button type="button" class="botao botao-fraco ${indo ? 'girando' : ''}" aria-disabled=${indo ? 'true' : nothing} @click=${baixar}>
                ${indo ? dentro.painel.host.comuns.baixando : umProcesso.comprovante}
              </button>`
            : nothing
        }
        ${
          acoes.includes('trocar_codigo') && !this.#troca
            ? html`<button type="button" class="botao botao-texto abre-troca" @click=${() => this.#perguntar({})}>${resultado.troca.abrir}</button>`
            : nothing
        }
      </div>
      ${this.#renderizarTroca(id)}`
  }

  /** The person left the process. */
  esquecer(): void {
    this.#troca = undefined
  }

  #renderizarTroca(id: string): TemplateResult | typeof nothing {
    if (!this.#troca) return nothing
    const { codigo } = this.#troca
    if (codigo) return codigoTrocado(codigo, umProcesso.guarde)
    const trocando = this.dentro.ocupado === 'trocar'
    return perguntaDaTroca({ trocando, trocar: () => this.#trocar(id), desistir: () => this.#perguntar(undefined) })
  }

  #perguntar(troca: { codigo?: string } | undefined): void {
    this.#troca = troca
    this.dentro.desenhar()
    void this.dentro.painel.host.focar(troca ? '.troca .botao' : '.abre-troca')
  }

  #trocar(id: string): void {
    void this.dentro.fazer('trocar', async () => {
      this.#troca = { codigo: await this.dentro.meus.trocarCodigo(id) }
      this.dentro.mexido = id
      this.dentro.desenhar()
      void this.dentro.painel.host.focar('.troca')
    })
  }
}

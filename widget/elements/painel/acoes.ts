import { html, nothing, type TemplateResult } from 'lit'
import type { ProtocoloDaConta } from '../../client/meus.js'
import { resultado } from '../../texts/resultado.pt-BR.js'
import { umProcesso } from '../../texts/um-processo.pt-BR.js'
import type { Dentro } from './dentro.js'
import type { TrocaDoCodigo } from './troca-do-codigo.js'

/** What may be done with the process on screen, besides writing. */
export class Acoes {
  #troca: TrocaDoCodigo | undefined

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
            ? html`<button type="button" class="botao botao-texto abre-troca" @click=${() => this.#perguntar(id)}>${resultado.troca.abrir}</button>`
            : nothing
        }
      </div>
      ${this.#troca?.renderizar()}`
  }

  /** The person left the process. */
  esquecer(): void {
    this.#troca = undefined
  }

  #perguntar(id: string): void {
    const { dentro } = this
    void dentro.fazer('troca', async () => {
      const { TrocaDoCodigo } = await import('./troca-do-codigo.js')
      this.#troca = new TrocaDoCodigo(dentro, id, () => this.#desistir())
      dentro.desenhar()
      void dentro.painel.host.focar('.troca .botao')
    })
  }

  #desistir(): void {
    this.esquecer()
    this.dentro.desenhar()
    void this.dentro.painel.host.focar('.abre-troca')
  }
}

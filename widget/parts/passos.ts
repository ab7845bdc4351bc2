import { html, nothing, type TemplateResult } from 'lit'

/** The bar of a flow in steps, with its place in words: `lugar` (`Passo 2 de 5`) and perhaps what it is about. `atual` counts from 1. */
export function passos(atual: number, total: number, lugar: string, assunto?: string): TemplateResult {
  return html`<div class="pilha-curta">
    <ol class="passos" aria-hidden="true">
      ${Array.from({ length: total }, (_, i) => html`<li class=${i < atual ? 'feito' : ''}></li>`)}
    </ol>
    <p class="secundario">${lugar}${assunto ? html`\u00a0· <span lang="pt-BR">${assunto}</span>` : nothing}</p>
  </div>`
}

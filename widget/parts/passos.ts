import { html, type TemplateResult } from 'lit'

/** The bar of a flow in steps, with its place in words: `lugar` (`Passo 2 de 5`) and perhaps what it is about. `atual` counts from 1. */
export function passos(atual: number, total: number, lugar: string, assunto?: string): TemplateResult {
  return html`<div class="pilha-curta">
    <ol class="passos" aria-hidden="true">
      ${Array.from({ length: total }, (_, i) => html`<li class=${i < atual ? 'feito' : ''}></li>`)}
    </ol>
    <p class="secundario">${assunto ? `${lugar}\u00a0· ${assunto}` : lugar}</p>
  </div>`
}

import { html, type TemplateResult } from 'lit'
import { preencher, type Textos } from '../texts/textos.js'

/** The bar of a flow in steps, with its place in words: `Passo 2 de 5 · Emissão de ITBI`. `atual` counts from 1. */
export function passos(atual: number, total: number, textos: Textos, assunto?: string): TemplateResult {
  const lugar = preencher(textos.passo, { atual, total })
  return html`<div class="pilha-curta">
    <ol class="passos" aria-hidden="true">
      ${Array.from({ length: total }, (_, i) => html`<li class=${i < atual ? 'feito' : ''}></li>`)}
    </ol>
    <p class="secundario">${assunto ? `${lugar} · ${assunto}` : lugar}</p>
  </div>`
}

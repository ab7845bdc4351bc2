import { html, type TemplateResult } from 'lit'

/** A heading of the given level that can take the focus when the view changes. `classe` is `titulo` or `subtitulo`. */
export function titulo(nivel: number, conteudo: unknown, classe = 'titulo'): TemplateResult {
  switch (Math.min(Math.max(Math.round(nivel), 1), 6)) {
    case 1:
      return html`<h1 class=${classe} tabindex="-1">${conteudo}</h1>`
    case 3:
      return html`<h3 class=${classe} tabindex="-1">${conteudo}</h3>`
    case 4:
      return html`<h4 class=${classe} tabindex="-1">${conteudo}</h4>`
    case 5:
      return html`<h5 class=${classe} tabindex="-1">${conteudo}</h5>`
    case 6:
      return html`<h6 class=${classe} tabindex="-1">${conteudo}</h6>`
    default:
      return html`<h2 class=${classe} tabindex="-1">${conteudo}</h2>`
  }
}

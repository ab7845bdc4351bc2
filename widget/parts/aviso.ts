import { html, nothing, type TemplateResult } from 'lit'

interface Aviso {
  tom: 'atencao' | 'erro' | 'ok' | 'info'
  titulo?: string
  conteudo?: unknown
  /** Read out as soon as it appears. */
  alerta?: boolean
  /** What failed, for the page: it is told of it, and then the attribute goes. */
  falha?: string
}

/** A box that stands out, with a short title. */
export function aviso({ tom, titulo, conteudo, alerta, falha }: Aviso): TemplateResult {
  return html`<div class="aviso aviso-${tom}" role=${alerta ? 'alert' : nothing} data-falha=${falha ?? nothing}>
    ${titulo ? html`<p class="aviso-titulo">${titulo}</p>` : nothing}${conteudo ?? nothing}
  </div>`
}

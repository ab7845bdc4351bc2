import { html, nothing, type TemplateResult } from 'lit'
import { dizer } from '../texts/voz.js'

export interface ErroNoCampo {
  /** Id of the input to correct. */
  id: string
  /** Said before the message, in the language it was written in. */
  rotulo?: unknown
  mensagem: string
}

/** What is wrong, at the top of a form. It takes the focus (`.erros`), and each line leads to its field. */
export function resumoDeErros(titulo: string, erros: readonly ErroNoCampo[]): TemplateResult | typeof nothing {
  if (erros.length === 0) return nothing
  return html`<div class="aviso aviso-erro erros" role="group" aria-label=${titulo} tabindex="-1">
    <p class="aviso-titulo">${titulo}</p>
    <ul>
      ${erros.map(({ id, rotulo, mensagem }) => html`<li><a href="#${id}" @click=${(evento: Event) => irAte(evento, id)}>${rotulo}${dizer(mensagem)}</a></li>`)}
    </ul>
  </div>`
}

/** By hand, because an address with a fragment does not reach into a shadow root and would disturb the page's own routes. */
function irAte(evento: Event, id: string): void {
  evento.preventDefault()
  if (!(evento.target instanceof Element)) return
  const alvo = evento.target.closest('.protocolo')?.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
  const campo = alvo?.querySelector<HTMLElement>('input, select, textarea, button') ?? alvo
  campo?.focus()
  alvo?.scrollIntoView({ block: 'center' })
}

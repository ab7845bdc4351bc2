import { html, nothing, type TemplateResult } from 'lit'
import { dizer } from '../texts/voz.js'

export interface ErroNoCampo {
  /** Id of the input to correct. */
  id: string
  mensagem: string
}

/** What is wrong, at the top of a form. It takes the focus (`.erros`), and each line leads to its field. */
export function resumoDeErros(titulo: string, erros: readonly ErroNoCampo[]): TemplateResult | typeof nothing {
  if (erros.length === 0) return nothing
  return html`<div class="aviso aviso-erro erros" role="group" aria-label=${titulo} tabindex="-1">
    <p class="aviso-titulo">${titulo}</p>
    <ul>
      ${erros.map(({ id, mensagem }) => html`<li><a href="#${id}" @click=${irAte}>${dizer(mensagem)}</a></li>`)}
    </ul>
  </div>`
}

/** By hand, because an address with a fragment does not reach into a shadow root and would disturb the page's own routes. */
function irAte(evento: Event): void {
  evento.preventDefault()
  if (!(evento.currentTarget instanceof HTMLAnchorElement)) return
  const raiz = evento.currentTarget.closest('.protocolo')
  const alvo = raiz?.querySelector<HTMLElement>(`#${CSS.escape(evento.currentTarget.hash.slice(1))}`)
  const campo = alvo?.matches('fieldset, .documento') ? (alvo.querySelector<HTMLElement>('input, select, textarea, button') ?? alvo) : alvo
  campo?.focus()
  alvo?.scrollIntoView({ block: 'center' })
}
